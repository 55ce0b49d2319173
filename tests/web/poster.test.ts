// The static picture of the opening view: small, the program's own, and there whenever the program is not.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { distFolder, isFirefox, notInFirefox, pixelsOf, settle } from './support/browser.ts';
import { hostPage, isMock, stage } from './support/stage.ts';

const { visit } = stage({ strict: true });
const posters = await Promise.all(['poster.svg', 'poster-narrow.svg'].map((name) => readFile(join(distFolder, name), 'utf8')));
const kLeast = 600; // px of height that a reader at 1280 × 800 sees at least
const withoutProgram = { settled: false, javaScriptEnabled: false };
const poster = (page: Page) => page.locator('turning-point picture img');

test('Poster: each file is small and holds nothing but a picture', () => {
  for (const svg of posters) {
    assert.ok(svg.length <= 40 * 1024, `${svg.length} bytes`);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]*<\/svg>\n$/);
    assert.doesNotMatch(svg, /<script|<foreignObject|\son[a-z]+=|href|url\((?!#)|@import/i);
  }
});

test('Poster: shows the program’s own placement', { skip: isMock && 'the stand-in draws a rectangle' }, () => visit('', {}, async ({ page }) => {
  const circles = [...posters[0]!.matchAll(/<circle[^>]* cx="([^"]+)" cy="([^"]+)" r="([^"]+)"/g)].map(([, ...numbers]) => numbers.map(Number));
  const canvas = (await page.locator('turning-point canvas').boundingBox())!;
  for (const id of ['azerbaijan', 'united-states', 'armenia', 'russia']) {
    const box = (await page.evaluate((id) => document.querySelector('turning-point')!.locate(id), id))!;
    const [x, y] = [box.x + box.width / 2 - canvas.x, box.y + box.height / 2 - canvas.y];
    assert.ok(circles.some(([cx, cy]) => Math.hypot(cx! - x, cy! - y) < 1), `${id} is not drawn at ${x} ${y}`);
  }
}));

for (const [width, height] of [[1280, 800], [390, 844]] as const) {
  test(`Poster: the program takes its place without a jump, ${width} px wide`, () => visit('', { settled: false, viewport: { width, height } }, async ({ page }) => {
    // Where the poster stood when it was last seen.
    const before = await page.evaluate(() => new Promise<DOMRect>((resolve) => {
      const image = document.querySelector('turning-point picture img')!;
      const element = document.querySelector('turning-point')!;
      let last = image.getBoundingClientRect();
      const watch = () => {
        const now = image.getBoundingClientRect();
        if (now.height > 0) last = now;
        if (element.classList.contains('settled')) resolve(last);
        else requestAnimationFrame(watch);
      };
      watch();
    }));
    await settle(page);
    const after = (await page.locator('turning-point canvas').boundingBox())!;
    for (const key of ['x', 'y', 'width', 'height'] as const) assert.ok(Math.abs(before[key] - after[key]) <= 2, `${key}: ${before[key]}, then ${after[key]}`);
  }));
}

test('Poster: stands there with scripts off, and the way into the text beside it', () => visit('', withoutProgram, async ({ page }) => {
  const box = (await poster(page).boundingBox())!;
  assert.ok(box.width === 1280 && box.height > kLeast, JSON.stringify(box));
  assert.ok(await page.locator('.contents').isVisible());
  assert.match((await poster(page).getAttribute('alt')) ?? '', /map.*timeline/);
}));

// Firefox's driver takes no picture of a page without scripts: there those of the page do not come.
const photographed = isFirefox ? { settled: false, before: (page: Page) => page.route('**/*.js', (route) => route.abort()).then(() => undefined) } : withoutProgram;

test('Poster: follows the reader’s dark system under a strict policy', () => visit('', { ...photographed, colorScheme: 'dark' }, async ({ page, troubles }) => {
  if (isMock) return assert.ok(await poster(page).isVisible());
  const colours = await pixelsOf(page, await page.screenshot({ clip: (await poster(page).boundingBox())! }));
  const [[most] = [0]] = [...colours].sort((a, b) => b[1] - a[1]);
  assert.ok(((most >> 16) & 255) < 64, most.toString(16));
  if (isFirefox) troubles.length = 0; // of the scripts that were kept away
}));

test('Poster: is what is printed, whether the program runs or not', notInFirefox('its driver cannot show a page as printed'), () => visit('', {}, async ({ page }) => {
  assert.equal(await poster(page).isVisible(), false);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await poster(page).isVisible());
  assert.equal(await page.locator('turning-point canvas').isVisible(), false);
  await page.emulateMedia({ media: 'screen' });
  assert.ok(await page.locator('turning-point canvas').isVisible());
}));

test('Poster: comes back where the program cannot go on', () => visit('', {}, async ({ page, troubles }) => {
  await page.clock.install();
  await page.evaluate(() => document.querySelector('turning-point')!.shadowRoot!.querySelector('canvas')!.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext());
  await page.waitForFunction(() => document.querySelector('turning-point')!.shadowRoot!.querySelector('canvas')!.getContext('webgl2')!.isContextLost());
  await page.clock.runFor(20_000);
  await page.locator('turning-point .widget[data-phase="failed"]').waitFor();
  assert.ok((await poster(page).boundingBox())!.height > kLeast);
  troubles.length = 0;
}));

test('Poster: a host’s own one is there while loading, in print and after a failure', () => visit('host.html', {
  settled: false,
  before: async (page) => {
    await hostPage(page, '<turning-point story="story/none.json" poster="poster.svg" loading="eager"></turning-point>');
    await page.route('**/story/none.json', (route) => route.fulfill({ status: 404 }));
  },
}, async ({ page, troubles }) => {
  await page.locator('turning-point .widget[data-phase="failed"]').waitFor();
  assert.ok(await page.locator('turning-point img[part=poster]').isVisible());
  troubles.length = 0;
}));
