// The element as a guest in somebody's page: scrolling, wheel, keys, Tab and shortcuts stay the page's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { settle, state, storyUrl } from './support/browser.ts';
import { hostPage, isMock, nextFrames, stage } from './support/stage.ts';

const { visit } = stage();
const story = await storyUrl();
const page = `<input id="before" aria-label="before"><turning-point story="${story}" loading="eager"></turning-point>
<input id="after" aria-label="after"><div style="height:3000px"></div>`;
const host = { before: (each: Page) => hostPage(each, page) };

const middle = async (page: Page, part: string) => {
  const box = await page.locator(`turning-point ${part}`).boundingBox();
  assert.ok(box);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const scrolled = (page: Page) => page.evaluate(() => window.scrollY);
const wheelOver = async (page: Page, part: string, dy: number) => {
  const at = await middle(page, part);
  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(0, dy);
  await nextFrames(page, 6);
};
const focused = (page: Page) => page.evaluate(() => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (active?.matches('.pane')) return active.className;
  return active ? `${active.tagName.toLowerCase()}${active.id ? `#${active.id}` : ''}` : '';
});

for (const part of ['.pane.map', '.pane.timeline']) {
  test(`Guest: the wheel over ${part} scrolls the page and says what would zoom`, () => visit('host.html', host, async ({ page }) => {
    const before = await state(page);
    await wheelOver(page, part, 200);
    await page.waitForFunction(() => window.scrollY > 0);
    assert.equal((await state(page)).range, before.range);
    assert.match((await page.locator('turning-point .hint[data-shown]').textContent()) ?? '', /scroll to zoom/);
    await page.locator('turning-point .hint:not([data-shown])').waitFor({ state: 'attached' });
  }));
}

test('Guest: Ctrl and the wheel zoom the timeline, not the page', () => visit('host.html', host, async ({ page }) => {
  const before = await state(page);
  await page.keyboard.down('Control');
  await wheelOver(page, '.pane.timeline', -300);
  await page.keyboard.up('Control');
  await settle(page);
  assert.equal(await scrolled(page), 0);
  assert.equal(await page.evaluate(() => window.visualViewport!.scale), 1);
  if (!isMock) assert.notEqual((await state(page)).range, before.range);
}));

test('Guest: once entered by a click the wheel is the picture’s, until a click elsewhere', () => visit('host.html', host, async ({ page }) => {
  const { x, y } = await middle(page, '.pane.timeline');
  await page.mouse.click(x, y);
  await wheelOver(page, '.pane.timeline', 200);
  await settle(page);
  assert.equal(await scrolled(page), 0);
  await page.locator('#before').click();
  await wheelOver(page, '.pane.timeline', 200);
  await page.waitForFunction(() => window.scrollY > 0);
}));

test('Guest: a page with its own plans may give the wheel away', () => visit('host.html', {
  before: (each) => hostPage(each, page.replace('<turning-point', '<turning-point gestures="greedy"')),
}, async ({ page }) => {
  await wheelOver(page, '.pane.timeline', 200);
  assert.equal(await scrolled(page), 0);
}));

test('Guest: keys are the page’s until Enter, and again after Escape', () => visit('host.html', host, async ({ page }) => {
  const timeline = page.locator('turning-point .pane.timeline');
  await page.evaluate(() => document.querySelector('turning-point')!.goTo('fsa-907-1992'));
  await timeline.focus();
  await settle(page);
  const { select } = await state(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await page.waitForFunction(() => window.scrollY > 0);
  assert.equal((await state(page)).select, select, 'an arrow moved the picture before Enter');

  await page.evaluate(() => window.scrollTo(0, 0));
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await settle(page);
  const moved = (await state(page)).select;
  assert.notEqual(moved, select, 'an arrow after Enter did nothing');
  assert.equal(await scrolled(page), 0);

  await page.keyboard.press('Escape');
  await settle(page);
  const left = (await state(page)).select;
  await page.keyboard.press('ArrowRight');
  await settle(page);
  assert.equal(left, moved, 'Escape changed what is selected');
  assert.equal((await state(page)).select, left, 'an arrow after Escape moved the picture');
  await page.keyboard.press('End');
  await page.waitForFunction(() => window.scrollY > 0);
}));

test('Guest: PageDown scrolls the page even inside the picture', () => visit('host.html', host, async ({ page }) => {
  await page.locator('turning-point .pane.timeline').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('PageDown');
  await page.waitForFunction(() => window.scrollY > 0);
}));

test('Guest: Tab goes in, through and out again, both ways, entered or not', () => visit('host.html', host, async ({ page }) => {
  for (const enter of [false, true]) {
    await page.locator('#before').focus();
    const met: string[] = [];
    for (let i = 0; i < 80 && met.at(-1) !== 'input#after'; i += 1) {
      await page.keyboard.press('Tab');
      met.push(await focused(page));
      if (enter && met.at(-1)!.startsWith('pane')) await page.keyboard.press('Enter');
    }
    assert.equal(met.at(-1), 'input#after', `Tab never left: ${met.slice(-5).join(' ')}`);
    // Toolbar, timeline, map, text: four stops, in this order.
    const stops = ['button', 'pane timeline', 'pane map', 'section'].map((stop) => met.indexOf(stop));
    assert.ok(stops.every((at, i) => at >= 0 && at > (stops[i - 1] ?? -1)), met.join(', '));
    assert.equal(met.filter((stop) => stop.startsWith('pane')).length, 2);
    await page.keyboard.press('Shift+Tab');
    assert.notEqual(await focused(page), 'input#after');
  }
}));

test('Guest: what is typed into the host’s fields stays there', () => visit('host.html', host, async ({ page }) => {
  const before = await state(page);
  await page.locator('#after').fill('');
  await page.locator('#after').focus();
  await page.keyboard.type('a.b,c+-0 =');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await page.locator('#after').inputValue(), 'a.b,c+-0 =');
  const after = await state(page);
  assert.deepEqual([after.select, after.at, after.range, after.playing], [before.select, before.at, before.range, before.playing]);
}));

test('Guest: shortcuts with Ctrl, Alt or Meta are not taken', () => visit('host.html', host, async ({ page }) => {
  await page.evaluate(`window.seen = []; document.addEventListener('keydown', (event) => seen.push([event.key, event.defaultPrevented]))`);
  await page.locator('turning-point .pane.timeline').focus();
  await page.keyboard.press('Enter');
  for (const keys of ['Control+ArrowRight', 'Alt+ArrowUp', 'Control+0', 'Control+/', 'Alt+c', 'k', ';']) await page.keyboard.press(keys);
  const seen = (await page.evaluate('seen')) as [string, boolean][];
  const taken = seen.slice(1).filter(([, prevented]) => prevented);
  assert.deepEqual(taken, []);
}));

test('Guest: focus is visible on every stop', () => visit('host.html', host, async ({ page }) => {
  await page.locator('#before').focus();
  const dull: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('Tab');
    const [name, shown] = await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (!active) return ['nothing', true] as const;
      const ring = active.tagName === 'CANVAS' ? (active.getRootNode() as ShadowRoot).querySelector('.ring')! : active;
      return [active.tagName, getComputedStyle(ring).outlineStyle !== 'none'] as const;
    });
    if (!shown) dull.push(name);
  }
  assert.deepEqual(dull, []);
}));

test('Guest: adds nothing to window, document or the host’s styles, and takes its listeners along', () => visit('host.html', {
  before: async (each) => {
    await hostPage(each, page);
    await each.addInitScript(() => {
      const open = new Map<string, number>();
      (window as unknown as { open_: typeof open }).open_ = open;
      for (const target of [window, document]) {
        const add = target.addEventListener.bind(target) as (...args: unknown[]) => void;
        const remove = target.removeEventListener.bind(target) as (...args: unknown[]) => void;
        const count = (type: unknown, by: number) => open.set(String(type), (open.get(String(type)) ?? 0) + by);
        target.addEventListener = (...args: unknown[]) => (count(args[0], 1), add(...args));
        target.removeEventListener = (...args: unknown[]) => (count(args[0], -1), remove(...args));
      }
    });
  },
}, async ({ page }) => {
  const during = await page.evaluate(() => [...(window as unknown as { open_: Map<string, number> }).open_].filter(([, count]) => count > 0));
  const greedy = during.filter(([type]) => /key|wheel|touch|mouse|pointer|focus|blur|scroll/.test(type));
  assert.deepEqual(greedy, [], 'input is listened to outside the element');
  const left = await page.evaluate(async () => {
    document.querySelector('turning-point')!.remove();
    await new Promise((done) => setTimeout(done));
    return [...(window as unknown as { open_: Map<string, number> }).open_].filter(([, count]) => count > 0);
  });
  assert.deepEqual(left, [], 'listeners were left behind');
  assert.equal(await page.evaluate(() => document.styleSheets.length + document.adoptedStyleSheets.length), 0);
}));
