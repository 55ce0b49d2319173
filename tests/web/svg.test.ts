// The present view as SVG: written by a second program, which comes down when a reader asks for it.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { distFolder, isFirefox, middleOf, open, settle, state, storyUrl } from './support/browser.ts';
import { hostPage, isMock, nextFrames, stage } from './support/stage.ts';

const made = stage({ strict: true });
const single = basename(await storyUrl()).replace(/\.json$/, '.html');
const unlessMock = { skip: isMock && 'the stand-in has no second program' };
const kActor = 'armenia';
const isOfPicture = (url: string) => /\/(turning-point-)?picture\.[^/]+\.(js|wasm)$/.test(url);
const choice = (page: Page, name: string) => page.locator('turning-point .panel-share').getByRole('button', { name });

async function openShare(page: Page): Promise<void> {
  await page.locator('turning-point .tool.share').click();
  await page.locator('turning-point .panel-share').waitFor();
  await settle(page);
}

/** The file that a press on the button gives, and its name. */
async function saved(page: Page): Promise<{ name: string; svg: string }> {
  // Firefox's driver tells of no download that a page makes itself.
  if (isFirefox) return { name: '.svg', svg: await snapshot(page) };
  const download = page.waitForEvent('download');
  await choice(page, 'Save as SVG').click();
  const file = await download;
  return { name: file.suggestedFilename(), svg: await readFile((await file.path())!, 'utf8') };
}

const snapshot = (page: { evaluate: Page['evaluate'] }) => page.evaluate(async () =>
  (await document.querySelector('turning-point')!.snapshot({ type: 'image/svg+xml' })).text());

interface Read {
  wrong: string;
  width: number;
  height: number;
  title: string;
  desc: string;
  ground: string;
  texts: string[];
  odd: string[];
  middles: [number, number][];
}

/** Parsed and shown by a page of its own, which no policy of the tested one binds. */
async function read(page: Page, svg: string): Promise<Read> {
  const reader = await page.context().newPage();
  try {
    await reader.setContent('<!DOCTYPE html><style>body { margin: 0 } svg { display: block }</style>');
    return await reader.evaluate((svg) => {
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
      const root = document.importNode(parsed.documentElement, true) as unknown as SVGSVGElement;
      document.body.append(root);
      const all = [...root.querySelectorAll('*')];
      const odd = all.flatMap((each) => [
        ...(/^(script|image|use|foreignObject|a|animate|set|iframe)$/i.test(each.localName) ? [each.localName] : []),
        ...[...each.attributes].filter(({ name, value }) => /^on|href|src/i.test(name) || (/url\(/.test(value) && !/^url\(#/.test(value))).map(({ name, value }) => `${name}=${value}`),
        ...(each.localName === 'style' && /@import|@media|url\(/.test(each.textContent ?? '') ? ['style'] : []),
      ]);
      return {
        wrong: parsed.querySelector('parsererror')?.textContent ?? '',
        width: Number(root.getAttribute('width')), height: Number(root.getAttribute('height')),
        title: root.querySelector('title')?.textContent ?? '', desc: root.querySelector('desc')?.textContent ?? '',
        ground: root.querySelector('rect')?.getAttribute('fill') ?? '',
        texts: [...root.querySelectorAll('text')].map((text) => text.textContent ?? ''), odd,
        middles: [...root.querySelectorAll('circle, rect, path')].map((shape): [number, number] => {
          const { x, y, width, height } = shape.getBoundingClientRect();
          return [x + width / 2, y + height / 2];
        }),
      };
    }, svg);
  } finally {
    await reader.close();
  }
}

/** Something is drawn in the file where the canvas has it; the head of the sheet stands above the canvas. */
async function expectPlace(page: Page, { middles }: Read, id: string): Promise<void> {
  const at = await middleOf(page, id);
  const canvas = await page.locator('turning-point canvas').boundingBox();
  const [x, y] = [at.x - canvas!.x, at.y - canvas!.y + 66];
  const nearest = Math.min(...middles.map(([a, b]) => Math.hypot(a - x, b - y)));
  assert.ok(nearest < 1.5, `${id} is ${nearest} px from where the canvas has it`);
}

for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
  test(`Svg: saves what is shown, in its colours, ${viewport.width} px wide`, unlessMock, () => made.visit('', { colorScheme: 'dark', viewport }, async ({ page, requests }) => {
    await page.evaluate((id) => document.querySelector('turning-point')!.goTo(id), kActor);
    await page.evaluate(() => document.querySelector('turning-point')!.setTime('1998-05-12'));
    await settle(page);
    const before = await middleOf(page, kActor);
    await page.locator('turning-point .pane.map').evaluate((map) => map.scrollIntoView({ block: 'center' }));
    const map = (await page.locator('turning-point .pane.map').boundingBox())!;
    await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await settle(page);
    assert.notDeepEqual(await middleOf(page, kActor), before, 'the map was not zoomed');
    if (viewport.width > 600) await openShare(page);
    assert.deepEqual(requests.filter(isOfPicture), [], 'its program came before anybody asked');
    const { atWords } = await state(page);
    const { name, svg } = viewport.width > 600 ? await saved(page) : { name: '.svg', svg: await snapshot(page) };
    assert.match(name, /\.svg$/);
    assert.equal(requests.filter(isOfPicture).length, 3, 'two scripts and a program');
    const file = await read(page, svg);
    assert.equal(file.wrong, '');
    const canvas = (await page.locator('turning-point canvas').boundingBox())!;
    assert.deepEqual([Math.round(file.width), Math.round(file.height)], [Math.round(canvas.width), Math.round(canvas.height + 100)]);
    assert.match(file.title, /United States/);
    assert.ok(file.desc.includes(atWords) && file.desc.includes(`#at=1998-05-12&select=${kActor}`), file.desc);
    assert.ok(file.texts.some((text) => text.includes('Armenia')), file.texts.join(' | '));
    assert.ok(parseInt(file.ground.slice(1, 3), 16) < 80, `${file.ground} is not dark`);
    assert.deepEqual(file.odd, []);
    await expectPlace(page, file, kActor);
    // Another view is another picture, and needs nothing more.
    await page.evaluate(() => (document.querySelector('turning-point')!.view = '#at=2023-09-20&select=russia&places=1&folded=law'));
    await settle(page);
    await nextFrames(page);
    const other = await snapshot(page);
    assert.notEqual(other, svg);
    const there = await read(page, other);
    assert.deepEqual([there.wrong, there.odd], ['', []]);
    await expectPlace(page, there, 'russia');
    assert.equal(requests.filter(isOfPicture).length, 3);
  }));
}

test('Svg: says what to do where its program does not come, and can be asked again', { skip: unlessMock.skip || (isFirefox && 'its driver tells of no such download') }, () => made.visit('', {}, async ({ page, troubles }) => {
  let fails = true;
  await page.route('**/turning-point-picture.*.wasm', (route) => (fails ? route.abort('connectionreset') : route.continue()));
  await openShare(page);
  await choice(page, 'Save as SVG').click();
  const problem = page.locator('turning-point .panel-share .problem');
  await problem.filter({ hasText: 'save as PNG' }).waitFor();
  assert.match((await page.locator('turning-point [aria-live=polite]').textContent()) ?? '', /could not be made/);
  fails = false;
  troubles.length = 0;
  const { svg } = await saved(page);
  assert.match(svg, /^<svg /);
  assert.equal(await problem.textContent(), '');
  assert.equal(await choice(page, 'Save as SVG').getAttribute('aria-busy'), null);
}));

test('Svg: is busy while its program comes', unlessMock, () => made.visit('', {}, async ({ page }) => {
  let go = () => {};
  const gate = new Promise<void>((resolve) => (go = resolve));
  await page.route('**/turning-point-picture.*.wasm', (route) => gate.then(() => route.continue()));
  await openShare(page);
  await choice(page, 'Save as SVG').click();
  const busy = choice(page, 'Preparing the SVG');
  await busy.waitFor();
  assert.equal(await busy.getAttribute('aria-busy'), 'true');
  go();
  await choice(page, 'Save as SVG').waitFor();
}));

test('Svg: is not offered by a file that holds everything, nor where nobody built its program', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'turning-point-svg-'));
  try {
    await copyFile(join(distFolder, single), join(folder, single));
    const { page, context } = await open(made.browser, pathToFileURL(join(folder, single)).href, { offline: true });
    await settle(page);
    await openShare(page);
    await nextFrames(page, 5);
    assert.deepEqual([await choice(page, 'Save as PNG').count(), await choice(page, 'SVG').count()], [1, 0]);
    await context.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('Svg: is kept for reading without a network once it has been used', { skip: unlessMock.skip || (isFirefox && 'its driver cannot go offline behind a worker') }, () => made.visit('', { serviceWorkers: 'allow' }, async ({ page, context, troubles }) => {
  const keptOnes = () => page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    return (await Promise.all(caches_.map((cache) => cache.keys()))).flat().map(({ url }) => url);
  });
  assert.deepEqual((await keptOnes()).filter(isOfPicture), []);
  await page.reload(); // under the worker from its first request on
  await settle(page);
  const first = await snapshot(page);
  assert.equal((await keptOnes()).filter(isOfPicture).length, 3);
  await context.setOffline(true);
  await page.reload();
  await settle(page);
  assert.equal((await snapshot(page)).length, first.length);
  troubles.length = 0;
}));

test('Svg: comes out of a frame in a sandbox too', unlessMock, () => made.visit('holder.html', {
  settled: false,
  before: async (page) => void await page.route('**/holder.html', (route) => route.fulfill({
    contentType: 'text/html', body: '<!DOCTYPE html><title>Holder</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="embed.html" width="900" height="640"></iframe>',
  })),
}, async ({ page }) => {
  await page.locator('iframe').waitFor();
  const frame = page.frames().at(-1)!;
  await frame.waitForFunction(() => document.querySelector('turning-point')?.shadowRoot?.querySelector('.widget[data-phase=ready]'));
  const file = await read(page, await snapshot(frame));
  assert.deepEqual([file.wrong, file.odd], ['', []]);
}));

test('Svg: a hostile story stays words', unlessMock, () => made.visit('host.html', {
  settled: false,
  before: async (page) => {
    const text = '<script>hurt()</script></text></svg>]]>" onload="hurt()" &#1; &amp; a\u0000b\u0007c\ufffe\uffff <image href="x"/> \u202e';
    const story = { format: 'turning-point/1', id: 'x', languages: ['en'], title: text, question: text, tracks: [{ id: 'k', title: text }],
      actors: [{ id: 'a', name: text, kind: 'state', summary: text }, { id: 'b', name: text, kind: 'person' }],
      events: [{ id: 'e', when: '2000', title: text, track: 'k', summary: text, actors: ['a', 'b'] }],
      relations: [{ id: 'r', from: 'a', to: 'b', phases: [{ when: '2000/', type: 'alliance', label: text }] }] };
    await hostPage(page, '<turning-point story="hostile.json" loading="eager"><p>Text</p></turning-point>');
    await page.route('**/hostile.json', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(story) }));
  },
}, async ({ page, troubles }) => {
  await page.locator('turning-point .widget[data-phase=ready]').waitFor();
  for (const id of ['e', 'a', 'r']) {
    await page.evaluate((id) => document.querySelector('turning-point')!.goTo(id), id);
    await settle(page);
    const file = await read(page, await snapshot(page));
    assert.deepEqual([file.wrong, file.odd], ['', []]);
    assert.ok(file.title.startsWith('<script>hurt()</script></text></svg>]]>"'), file.title);
    assert.ok(file.texts.some((text) => text.includes('<script>')), file.texts.join(' | '));
  }
  troubles.length = 0;
}));
