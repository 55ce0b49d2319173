// <turning-point> as a host page's developer sees it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TurningPointElement } from '../../web/src/element.ts';
import { assertDrawn, pixelsOf, settle, state, storyUrl } from './support/browser.ts';
import { hostPage, isMock, nextFrames, stage } from './support/stage.ts';

const { visit } = stage();
const story = await storyUrl();
const element = (attributes = '', id = '') => `<turning-point ${id && `id="${id}"`} story="${story}" loading="eager" ${attributes}><p>Text in its place</p></turning-point>`;

test('Element: opens at the view that its attributes name', () => visit('host.html', { before: (page) => hostPage(page, element('select="fsa-907-1992" at="1995-01-01"')) }, async ({ page }) => {
  const { select, at, layout } = await state(page);
  assert.equal(select, 'fsa-907-1992');
  assert.equal(at, '1995-01-01');
  assert.equal(layout, 'wide');
}));

test('Element: attributes are properties, and both move what is shown', () => visit('host.html', { before: (page) => hostPage(page, element()) }, async ({ page }) => {
  await page.evaluate(() => {
    const element = document.querySelector('turning-point')!;
    element.select = 'fsa-907-1992';
  });
  await settle(page);
  assert.equal(await page.locator('turning-point').getAttribute('select'), 'fsa-907-1992');
  assert.equal((await state(page)).select, 'fsa-907-1992');
  await page.locator('turning-point').evaluate((element) => element.setAttribute('at', '2001-05-06'));
  await settle(page);
  assert.equal((await state(page)).at, '2001-05-06');
}));

test('Element: attributes that are set while it loads count when it opens', { skip: isMock && 'the stand-in downloads nothing' }, async () => {
  let arrive = () => {};
  const held = new Promise<void>((done) => (arrive = done));
  await visit('host.html', {
    settled: false,
    before: async (page) => {
      await hostPage(page, element('select="aid-1990s"'));
      await page.route('**/*.wasm', async (route) => {
        await held;
        await route.continue();
      });
    },
  }, async ({ page }) => {
    await page.waitForFunction(() => document.querySelector('turning-point')?.shadowRoot?.querySelector('canvas'));
    await page.evaluate(() => {
      const element = document.querySelector('turning-point')!;
      element.select = 'fsa-907-1992';
      element.at = '1995-01-01';
    });
    arrive();
    await settle(page);
    const { select, at } = await state(page);
    assert.deepEqual([select, at], ['fsa-907-1992', '1995-01-01']);
  });
});

test('Element: says what happens, in events that bubble and cross shadow roots', () => visit('host.html', {
  before: (page) => hostPage(page, element(), `<script>window.heard=[];for(const name of ['tp-progress','tp-ready','tp-change','tp-select','tp-error'])
    document.addEventListener(name,(event)=>heard.push([name,event.composed,event.detail]))</script>`),
}, async ({ page }) => {
  await page.evaluate(() => document.querySelector('turning-point')!.goTo('fsa-907-1992'));
  await settle(page);
  const heard = (await page.evaluate('heard')) as [string, boolean, Record<string, unknown>][];
  const names = new Set(heard.map(([name]) => name));
  assert.deepEqual([...names].sort(), ['tp-change', 'tp-progress', 'tp-ready', 'tp-select']);
  assert.ok(heard.every(([, composed]) => composed));
  const progress = heard.filter(([name]) => name === 'tp-progress').map(([, , detail]) => detail as { loaded: number; total: number });
  assert.ok(progress.at(-1)!.loaded > 0 && progress.at(-1)!.loaded === progress.at(-1)!.total, JSON.stringify(progress.at(-1)));
  assert.deepEqual(heard.filter(([name]) => name === 'tp-select').at(-1)![2], { id: 'fsa-907-1992' });
  assert.equal(names.has('tp-error'), false);
}));

test('Element: what is asked of it before it is there happens when it is', () => visit('host.html', {
  before: (page) => hostPage(page, element()), settled: false,
}, async ({ page }) => {
  await page.evaluate(async () => {
    await customElements.whenDefined('turning-point');
    document.querySelector('turning-point')!.goTo('fsa-907-1992');
  });
  await settle(page);
  assert.equal((await state(page)).select, 'fsa-907-1992');
}));

test('Element: leaves the title of the page alone', () => visit('host.html', { before: (page) => hostPage(page, element()) }, async ({ page }) => {
  assert.equal(await page.title(), 'Host');
}));

test('Element: its state is a copy', () => visit('host.html', { before: (page) => hostPage(page, element()) }, async ({ page }) => {
  const same = await page.evaluate(() => {
    const element = document.querySelector('turning-point')!;
    element.state.counts.events = -1;
    element.state.at = 'never';
    return element.state.counts.events === -1 || element.state.at === 'never';
  });
  assert.equal(same, false);
}));

test('Element: draws no frame in 5 seconds in which nothing happens', () => visit('host.html', { before: (page) => hostPage(page, element()) }, async ({ page }) => {
  const before = (await state(page)).frames;
  assert.ok(before > 0);
  const asked = await page.evaluate(async () => {
    let asked = 0;
    const own = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => ((asked += 1), own.call(window, callback));
    await new Promise((done) => setTimeout(done, 5000));
    window.requestAnimationFrame = own;
    return asked;
  });
  assert.equal((await state(page)).frames, before);
  assert.equal(asked, 0, 'animation frames were asked for');
}));

test('Element: draws nothing while it is off the screen', () => visit('host.html', {
  before: (page) => hostPage(page, `${element()}<div style="height:4000px"></div>`),
}, async ({ page }) => {
  await page.evaluate(() => window.scrollTo(0, 3000));
  await nextFrames(page, 4);
  const before = (await state(page)).frames;
  await page.evaluate(() => document.querySelector('turning-point')!.goTo('fsa-907-1992'));
  await nextFrames(page, 6);
  assert.equal((await state(page)).frames, before);
  assert.equal((await state(page)).select, 'fsa-907-1992', 'what was asked for is not known before it is drawn');
  await page.evaluate(() => window.scrollTo(0, 0));
  await nextFrames(page, 4);
  await settle(page);
  assert.equal((await state(page)).select, 'fsa-907-1992');
}));

test('Element: is idle only when what it owes a reader who has just scrolled to it is drawn', () => visit('host.html', {
  before: (page) => hostPage(page, `${element()}<div style="height:4000px"></div>`),
}, async ({ page }) => {
  await page.evaluate(() => window.scrollTo(0, 3000));
  await nextFrames(page, 4);
  const select = await page.evaluate(async () => {
    const element = document.querySelector('turning-point')!;
    element.goTo('fsa-907-1992');
    window.scrollTo(0, 0);
    await element.whenIdle();
    return element.state.select;
  });
  assert.equal(select, 'fsa-907-1992');
}));

test('Element: loads nothing heavy until it is near the screen', () => visit('host.html', {
  before: (page) => hostPage(page, `<div style="height:5000px"></div><turning-point story="${story}" loading="lazy"></turning-point>`),
}, async ({ page, requests }) => {
  assert.deepEqual(requests.filter((url) => /\.(wasm|ttf|json)$/.test(url)), []);
  await page.locator('turning-point').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('turning-point')!.state.frames > 0);
}));

test('Element: two on one page work each on its own, from one download', () => visit('host.html', {
  before: (page) => hostPage(page, `${element('select="waiver-2025"', 'one')}${element('select="fsa-907-1992" theme="dark"', 'two')}`),
}, async ({ page, requests }) => {
  await settle(page, '#one');
  await page.locator('#two').scrollIntoViewIfNeeded();
  await settle(page, '#two');
  assert.equal((await state(page, '#one')).select, 'waiver-2025');
  assert.equal((await state(page, '#two')).select, 'fsa-907-1992');
  await page.evaluate(() => (document.querySelector('#two') as TurningPointElement).next());
  await settle(page, '#two');
  assert.equal((await state(page, '#one')).select, 'waiver-2025');
  assert.notEqual((await state(page, '#two')).select, 'fsa-907-1992');
  assert.equal(requests.filter((url) => url.endsWith('.wasm')).length, 1);
  await page.locator('#one').evaluate((element) => element.remove());
  await page.evaluate(() => (document.querySelector('#two') as TurningPointElement).goTo('waiver-2025'));
  await settle(page, '#two');
  await assertDrawn(page, 'timeline');
}));

test('Element: taken out and put back it shows what it showed, and gives its context back in between', () => visit('host.html', {
  before: (page) => hostPage(page, element()),
}, async ({ page }) => {
  await page.evaluate(() => document.querySelector('turning-point')!.goTo('fsa-907-1992'));
  await settle(page);
  const lost = await page.evaluate(async () => {
    const element = document.querySelector('turning-point')!;
    const canvas = element.shadowRoot!.querySelector('canvas')!;
    element.remove();
    await new Promise((done) => setTimeout(done));
    const lost = canvas.getContext('webgl2')!.isContextLost();
    document.body.append(element);
    return lost;
  });
  assert.ok(lost, 'the context is still held');
  await settle(page);
  assert.equal((await state(page)).select, 'fsa-907-1992');
  await assertDrawn(page, 'timeline');
}));

test('Element: moved within the page it goes on running', () => visit('host.html', {
  before: (page) => hostPage(page, `<div id="a">${element()}</div><div id="b"></div>`),
}, async ({ page }) => {
  const same = await page.evaluate(async () => {
    const element = document.querySelector('turning-point')!;
    const canvas = element.shadowRoot!.querySelector('canvas');
    document.querySelector('#b')!.append(element);
    await element.whenIdle();
    return canvas === element.shadowRoot!.querySelector('canvas');
  });
  assert.ok(same);
}));

test('Element: twenty times in and out of the page leave no context behind', () => visit('host.html', {
  before: (page) => hostPage(page, element()),
}, async ({ page }) => {
  for (let i = 0; i < 20; i += 1) {
    await page.evaluate(async () => {
      const element = document.querySelector('turning-point')!;
      element.remove();
      await new Promise((done) => setTimeout(done));
      document.body.append(element);
      await element.whenIdle();
    });
  }
  await assertDrawn(page, 'timeline');
}));

test('Element: comes back after its graphics were taken away', () => visit('host.html', {
  before: (page) => hostPage(page, element()),
}, async ({ page }) => {
  await page.evaluate(async () => {
    const canvas = document.querySelector('turning-point')!.shadowRoot!.querySelector('canvas')!;
    const extension = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    const lost = new Promise((done) => canvas.addEventListener('webglcontextlost', done, { once: true }));
    extension.loseContext();
    await lost;
    const restored = new Promise((done) => canvas.addEventListener('webglcontextrestored', done, { once: true }));
    setTimeout(() => extension.restoreContext(), 50);
    await restored;
  });
  await settle(page);
  await assertDrawn(page, 'map');
  await assertDrawn(page, 'timeline');
}));

test('Element: follows the attribute theme, and the system without one', () => visit('host.html', {
  before: (page) => hostPage(page, element()), colorScheme: 'dark',
}, async ({ page }) => {
  const paper = () => page.locator('turning-point .widget').evaluate((widget) => getComputedStyle(widget).backgroundColor);
  assert.equal(await paper(), 'rgb(22, 23, 25)');
  await page.locator('turning-point').evaluate((element) => element.setAttribute('theme', 'light'));
  await settle(page);
  assert.equal(await paper(), 'rgb(251, 250, 247)');
}));

test('Element: takes the host’s colours', () => visit('host.html', {
  before: (page) => hostPage(page, element(), '<style>turning-point{--tp-accent:#7a1fa2;--tp-paper:#fff8e7}</style>'),
}, async ({ page }) => {
  const colours = await pixelsOf(page, await page.locator('turning-point .pane.map').screenshot());
  const [most] = [...colours].sort(([, a], [, b]) => b - a)[0]!;
  if (!isMock) assert.equal(most.toString(16), 'fff8e7');
}));
