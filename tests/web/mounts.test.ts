// Put in and taken out a thousand times, at every moment of the start, with the real program: is anything left behind?
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CDPSession, Page, Route } from 'playwright-core';
import type { TurningPointElement } from '../../web/src/element.ts';
import { isFirefox, storyUrl, type Opened } from './support/browser.ts';
import { hostPage, isMock, stage } from './support/stage.ts';

const { visit } = stage();
const story = await storyUrl();
const kSkipped = { skip: isFirefox ? 'counts over CDP, which only Chromium speaks' : isMock && 'the stand-in has neither memory nor graphics' };

/** Most are gone before there is a picture, as when a reader leafs through a site of one page. */
const kHeldMounts = 100;
const kThirdMounts = 265;
/** Of each third so many reach the picture: a start takes the better part of a second where the processor draws. */
const kThirdPictures = 20;

/** When an element is taken out again, in the order of the start. */
const kMoments = ['at once', 'a microtask later', 'a turn later', 'when it loads', 'when the program is made', 'when the story has been read'] as const;
const kSeen = ['in the first frame', 'when it is ready', 'at rest', 'while it plays', 'with a search open'] as const;
type Moment = (typeof kMoments)[number] | (typeof kSeen)[number];

declare global {
  interface Window {
    mounts: {
      /** What was asked for and is still to come. */
      timers: Set<unknown>;
      frames: Set<unknown>;
      atInstance: (() => void)[];
      reached: Record<string, number>;
    };
  }
}

/** Before any script of the page: what is due, and a word when the program is made. */
function watch(): void {
  const mounts = (window.mounts = { timers: new Set<unknown>(), frames: new Set<unknown>(), atInstance: [] as (() => void)[], reached: {} });
  const { setTimeout, clearTimeout, setInterval, clearInterval, requestAnimationFrame, cancelAnimationFrame } = window;
  const once = (due: Set<unknown>, ask: (heard: (...words: unknown[]) => void, ...rest: unknown[]) => unknown) => (heard: (...words: unknown[]) => void, ...rest: unknown[]) => {
    const number = ask((...words: unknown[]) => {
      due.delete(number);
      heard(...words);
    }, ...rest);
    due.add(number);
    return number;
  };
  const taken = (due: Set<unknown>, take: (number: never) => void) => (number: unknown) => {
    due.delete(number);
    take(number as never);
  };
  Object.assign(window, {
    setTimeout: once(mounts.timers, setTimeout.bind(window) as never),
    clearTimeout: taken(mounts.timers, clearTimeout.bind(window) as never),
    setInterval: (...rest: unknown[]) => {
      const number = (setInterval as (...rest: unknown[]) => unknown)(...rest);
      mounts.timers.add(number);
      return number;
    },
    clearInterval: taken(mounts.timers, clearInterval.bind(window) as never),
    requestAnimationFrame: once(mounts.frames, requestAnimationFrame.bind(window) as never),
    cancelAnimationFrame: taken(mounts.frames, cancelAnimationFrame.bind(window) as never),
  });
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = ((...rest: Parameters<typeof instantiate>) => {
    const made = instantiate(...rest);
    void made.then(() => mounts.atInstance.splice(0).forEach((tell) => tell()));
    return made;
  }) as typeof instantiate;
}

/** One element after the other, each taken out at the next of `moments`. */
function mount(page: Page, times: number, moments: readonly Moment[]): Promise<void> {
  return page.evaluate(async ({ times, moments, story }) => {
    const heard = (element: Element, name: string) => new Promise<void>((done) => element.addEventListener(name, () => done(), { once: true }));
    const instance = () => new Promise<void>((done) => window.mounts.atInstance.push(done));
    const ready = async (element: TurningPointElement) => {
      await heard(element, 'tp-ready');
      await element.whenIdle();
    };
    const until: Record<Moment, (element: TurningPointElement) => unknown> = {
      'at once': () => undefined,
      'a microtask later': () => Promise.resolve(),
      'a turn later': () => new Promise((done) => setTimeout(done)),
      'when it loads': (element) => heard(element, 'tp-progress'),
      'when the program is made': instance,
      'when the story has been read': () => instance().then(() => new Promise((done) => setTimeout(done))),
      'in the first frame': (element) => new Promise<void>((done) => element.addEventListener('tp-change', () => (element.remove(), done()), { once: true })),
      'when it is ready': (element) => heard(element, 'tp-ready'),
      'at rest': ready,
      'while it plays': async (element) => {
        await ready(element);
        element.play();
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      },
      'with a search open': async (element) => {
        await ready(element);
        element.shadowRoot!.querySelector<HTMLElement>('.tool.search')!.click();
        await element.search('aid');
      },
    };
    for (let i = 0; i < times; i += 1) {
      const moment = moments[i % moments.length]!;
      const element = document.createElement('turning-point');
      element.setAttribute('loading', 'eager');
      element.setAttribute('story', story);
      const waited = until[moment](element);
      document.body.append(element);
      await waited;
      element.remove();
      window.mounts.reached[moment] = (window.mounts.reached[moment] ?? 0) + 1;
      await new Promise((done) => setTimeout(done));
    }
  }, { times, moments, story });
}

/** Taken out and put back before its script is there: one picture comes of it, not two. */
async function mountTwice(page: Page, arrive: () => Promise<void>): Promise<void> {
  await page.evaluate(async (story) => {
    const element = document.createElement('turning-point');
    element.setAttribute('loading', 'eager');
    element.setAttribute('story', story);
    element.id = 'twice';
    element.addEventListener('tp-ready', () => (element.dataset['ready'] = `${Number(element.dataset['ready'] ?? 0) + 1}`));
    for (let i = 0; i < 2; i += 1) {
      element.remove();
      await new Promise((done) => setTimeout(done));
      document.body.append(element);
      await new Promise((done) => setTimeout(done));
    }
  }, story);
  await arrive();
  await page.locator('#twice[data-ready]').waitFor();
  await page.evaluate(async () => {
    const element = document.querySelector<TurningPointElement>('#twice')!;
    await element.whenIdle();
    element.remove();
  });
}

type Left = Record<string, number>;

/** What there is in the page when all that can be collected has been. */
async function left(page: Page, session: CDPSession): Promise<Left> {
  // What is under way ends: downloads that are broken off, contexts that are taken back.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.waitForTimeout(300);
  for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((each) => each.name === name)!.value;
  const ask = async (expression: string) => (await session.send('Runtime.evaluate', { expression, objectGroup: 'left' })).result.objectId!;
  const living = async (name: string, counts = 'this.length') => {
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: await ask(`${name}.prototype`), objectGroup: 'left' });
    const { result } = await session.send('Runtime.callFunctionOn', { objectId: objects.objectId!, functionDeclaration: `function () { return ${counts}; }`, returnByValue: true });
    return result.value as number;
  };
  const listeners = async (of: string) => (await session.send('DOMDebugger.getEventListeners', { objectId: await ask(of) })).listeners.length;
  const result: Left = {
    'elements': await living('customElements.get("turning-point")'),
    'canvases': await living('HTMLCanvasElement'),
    'contexts': await living('WebGL2RenderingContext', 'this.filter((context) => !context.isContextLost()).length'),
    'memories of programs': await living('WebAssembly.Memory'),
    'instances of programs': await living('WebAssembly.Instance'),
    'observers of size': await living('ResizeObserver'),
    'observers of sight': await living('IntersectionObserver'),
    'watched media': await living('MediaQueryList'),
    'workers': page.workers().length,
    'listeners of the window': await listeners('window'),
    'listeners of the document': await listeners('document'),
    'listeners at all': metric('JSEventListeners'),
    'nodes': metric('Nodes'),
    'timers due': await page.evaluate(() => window.mounts.timers.size),
    'frames due': await page.evaluate(() => window.mounts.frames.size),
    'bytes of the heap': metric('JSHeapUsedSize'),
  };
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'left' });
  return result;
}

/** None of what belongs to an element is there. */
function expectNone(counts: Left): void {
  for (const name of ['elements', 'canvases', 'contexts', 'memories of programs', 'instances of programs', 'workers', 'timers due', 'frames due']) {
    assert.equal(counts[name], 0, `${name} left: ${JSON.stringify(counts)}`);
  }
}

/** Holds what matches `pattern` up until it is let go. */
async function hold(page: Page, pattern: string): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isHeld = true;
  await page.route(pattern, (route) => (isHeld ? void held.push(route) : route.continue()));
  return async () => {
    isHeld = false;
    await Promise.all(held.map((route) => route.continue()));
  };
}

/** An empty page of a host's in which all is counted that an element can leave behind. */
const watched = (test: (opened: Opened, session: CDPSession) => Promise<void>) => visit('host.html', {
  settled: false,
  before: async (page) => {
    await page.addInitScript(watch);
    await hostPage(page, '');
  },
}, async (opened) => {
  const session = await opened.context.newCDPSession(opened.page);
  await session.send('Performance.enable');
  await session.send('DOM.enable');
  await opened.page.evaluate(() => customElements.whenDefined('turning-point'));
  await test(opened, session);
});

test('Mounts: put in and taken out a thousand times, at every moment of the start, nothing is left', kSkipped, () => watched(async ({ page, troubles }, session) => {
  await page.evaluate(() => document.fonts.ready);
  const script = await hold(page, '**/assets/session-*.js');
  await mount(page, kHeldMounts, ['at once', 'a microtask later', 'a turn later']);
  await script();
  const program = await hold(page, '**/*.wasm');
  await mount(page, kHeldMounts, ['a turn later', 'when it loads']);
  await program();
  const counts: Left[] = [];
  // At once too: where something stays, a thousand of it would take the test's time before they are counted.
  await mount(page, kSeen.length, kSeen);
  expectNone(await left(page, session));
  for (let third = 0; third < 3; third += 1) {
    await mount(page, kThirdPictures, kSeen);
    await mount(page, kThirdMounts - kThirdPictures, kMoments);
    counts.push(await left(page, session));
    expectNone(counts.at(-1)!);
  }
  const reached = await page.evaluate(() => window.mounts.reached);
  if (process.env['TP_VERBOSE']) console.log(reached, counts);
  assert.equal(Object.values(reached).reduce((sum, each) => sum + each), 1000);
  assert.ok(kSeen.reduce((sum, moment) => sum + reached[moment]!, 0) >= 40);
  const [first, , last] = counts as [Left, Left, Left];
  // What belongs to the page may be there, and stays as it is.
  for (const name of ['observers of size', 'observers of sight', 'watched media', 'listeners of the window', 'listeners of the document', 'listeners at all', 'nodes']) {
    assert.ok(last[name]! <= first[name]!, `${name}: ${first[name]} after a third, ${last[name]} at the end`);
  }
  const grown = last['bytes of the heap']! - first['bytes of the heap']!;
  assert.ok(grown < 300_000, `${grown} bytes more`);
  // What was broken off is no trouble.
  const other = troubles.splice(0).filter((line) => !/^request: .*\.json net::ERR_ABORTED$/.test(line));
  assert.deepEqual([...new Set(other)], []);
}));

test('Mounts: taken out and put back before its script is there, an element makes one picture', kSkipped, () => watched(async ({ page, troubles }, session) => {
  await mountTwice(page, await hold(page, '**/assets/session-*.js'));
  const { contexts, 'memories of programs': memories, canvases, elements } = await left(page, session);
  assert.deepEqual({ contexts, memories, canvases, elements }, { contexts: 0, memories: 0, canvases: 0, elements: 0 });
  troubles.length = 0;
}));
