// Every size, every pixel ratio: the canvas is exactly as sharp as the screen, nothing sticks out, nothing overlaps.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertDrawn, notInFirefox, settle, state, storyUrl } from './support/browser.ts';
import { hostPage, nextFrames, stage } from './support/stage.ts';

const { visit } = stage();
const story = await storyUrl();

interface Measures {
  canvas: { width: number; height: number; cssWidth: number; cssHeight: number };
  panes: Record<'map' | 'timeline' | 'card', { x: number; y: number; right: number; bottom: number; width: number; height: number }>;
  sticksOut: number;
  layout: string;
}

const measure = (page: Page): Promise<Measures> => page.evaluate(() => {
  const element = document.querySelector('turning-point')!;
  const root = element.shadowRoot!;
  const canvas = root.querySelector('canvas')!;
  const frame = canvas.getBoundingClientRect();
  const box = (part: string) => {
    const { x, y, right, bottom, width, height } = root.querySelector(part)!.getBoundingClientRect();
    return { x, y, right, bottom, width, height };
  };
  return {
    canvas: { width: canvas.width, height: canvas.height, cssWidth: frame.width, cssHeight: frame.height },
    panes: { map: box('.pane.map'), timeline: box('.pane.timeline'), card: box('.card') },
    sticksOut: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    layout: element.state.layout,
  };
});

const overlap = (a: Measures['panes']['map'], b: Measures['panes']['map']) =>
  Math.min(a.right, b.right) - Math.max(a.x, b.x) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.y, b.y) > 1;

function check({ canvas, panes, sticksOut }: Measures, ratio: number, what: string): void {
  assert.ok(sticksOut <= 0, `${what}: ${sticksOut} px stick out`);
  // A canvas at a fraction of a pixel covers one pixel more or less than its size says.
  assert.ok(Math.abs(canvas.width - canvas.cssWidth * ratio) <= 1, `${what}: ${canvas.width} px for ${canvas.cssWidth} at ${ratio}`);
  assert.ok(Math.abs(canvas.height - canvas.cssHeight * ratio) <= 1, `${what}: ${canvas.height} px for ${canvas.cssHeight} at ${ratio}`);
  for (const [a, b] of [['map', 'timeline'], ['map', 'card'], ['timeline', 'card']] as const) {
    if (panes[a].width > 0 && panes[b].width > 0) assert.ok(!overlap(panes[a], panes[b]), `${what}: ${a} and ${b} overlap`);
  }
  assert.ok(panes.timeline.height >= 100, `${what}: the timeline has ${panes.timeline.height} px`);
}

test('Layout: fits every width from 320 to 1600, down and up again', () => visit('', {}, async ({ page }) => {
  const widths = [320, 360, 390, 480, 599, 600, 768, 899, 900, 1024, 1280, 1440, 1600];
  for (const width of [...widths, ...[...widths].reverse()]) {
    await page.setViewportSize({ width, height: 800 });
    await nextFrames(page, 3);
    const now = await measure(page);
    check(now, 1, `${width} px`);
    assert.equal(now.layout, width >= 900 ? 'wide' : width >= 600 ? 'medium' : 'narrow', `${width} px`);
  }
  await settle(page);
  await assertDrawn(page, 'map');
}));

for (const ratio of [1, 1.5, 2, 3]) {
  test(`Layout: has ${ratio} device pixels for each CSS pixel, exactly`, () => visit('', { deviceScaleFactor: ratio }, async ({ page }) => {
    for (const width of [390, 820, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await nextFrames(page, 3);
      check(await measure(page), ratio, `${width} px`);
    }
    await settle(page);
    await assertDrawn(page, 'timeline');
  }));
}

test('Layout: stays sharp when the browser zooms', notInFirefox('zooms over CDP, which only Chromium speaks'), () => visit('', {}, async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  for (const zoom of [1.25, 2, 0.75, 1]) {
    // What zooming does to a page: fewer CSS pixels, more device pixels for each.
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(1280 / zoom), height: Math.round(800 / zoom), deviceScaleFactor: zoom, mobile: false,
    });
    await page.waitForFunction((zoom) => window.devicePixelRatio === zoom, zoom);
    await nextFrames(page, 4);
    check(await measure(page), zoom, `zoom ${zoom}`);
  }
  await settle(page);
  await assertDrawn(page, 'timeline');
}));

test('Layout: a narrow column on a large screen is narrow', () => visit('host.html', {
  viewport: { width: 1600, height: 1000 },
  before: (page) => hostPage(page, `<div style="width:380px"><turning-point story="${story}" loading="eager"></turning-point></div>`),
}, async ({ page }) => {
  assert.equal((await state(page)).layout, 'narrow');
}));

test('Layout: a low element shows timeline and card only', () => visit('host.html', {
  before: (page) => hostPage(page, `<turning-point story="${story}" loading="eager"></turning-point>`, '<style>turning-point{height:300px}</style>'),
}, async ({ page }) => {
  for (const width of [1200, 700, 380]) {
    await page.setViewportSize({ width, height: 800 });
    await nextFrames(page, 3);
    const now = await measure(page);
    assert.equal(now.layout, 'short', `${width} px`);
    check(now, 1, `short at ${width} px`);
    assert.equal(now.panes.map.width, 0);
    assert.ok(now.panes.card.height > 60);
    assert.equal(await page.locator('turning-point').evaluate((element) => element.clientHeight), 300);
  }
}));

test('Layout: is as high as its page says', () => visit('host.html', {
  before: (page) => hostPage(page, `<turning-point story="${story}" loading="eager"></turning-point>`, '<style>turning-point{height:640px}</style>'),
}, async ({ page }) => {
  for (const width of [1200, 700, 380]) {
    await page.setViewportSize({ width, height: 900 });
    await nextFrames(page, 3);
    const inside = await page.locator('turning-point').evaluate((element) => [element.clientHeight, element.shadowRoot!.querySelector('.widget')!.clientHeight]);
    assert.deepEqual(inside, [640, 640], `${width} px`);
    check(await measure(page), 1, `640 px high at ${width} px`);
  }
}));

test('Layout: the attribute layout overrules the width', () => visit('host.html', {
  before: (page) => hostPage(page, `<turning-point story="${story}" loading="eager" layout="narrow"></turning-point>`),
}, async ({ page }) => {
  assert.equal((await state(page)).layout, 'narrow');
  await page.locator('turning-point').evaluate((element) => element.removeAttribute('layout'));
  await settle(page);
  assert.equal((await state(page)).layout, 'wide');
}));

test('Layout: nothing on the page jumps while the picture comes', notInFirefox('it measures no layout shifts'), () => visit('', {
  before: async (page) => void await page.addInitScript(() => {
    (window as unknown as { shift: number }).shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  }),
}, async ({ page }) => {
  const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
  assert.ok(shift < 0.02, `layout shift ${shift}`);
}));
