// Fingers: one scrolls the page, two are the picture's, a tap selects, a swipe turns the card.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { middleOf, notInFirefox, settle, state } from './support/browser.ts';
import { drag, tap } from './support/fingers.ts';
import { isMock, nextFrames, stage } from './support/stage.ts';

const { visit } = stage();
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

const boxOf = async (page: Page, part: string) => {
  const box = await page.locator(`turning-point ${part}`).boundingBox();
  assert.ok(box);
  return { ...box, middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
};

for (const part of ['.pane.map', '.pane.timeline']) {
  test(`Touch: one finger up ${part} scrolls the page`, notInFirefox('fingers of its driver reach the page, not the browser’s own scrolling'), () => visit('', phone, async ({ page }) => {
    const { middle } = await boxOf(page, part);
    const before = await state(page);
    await drag(page, [middle], [{ x: middle.x, y: middle.y - 200 }]);
    await page.waitForFunction(() => window.scrollY > 50);
    assert.equal((await state(page)).range, before.range);
  }));
}

test('Touch: one finger along the timeline moves it', () => visit('', phone, async ({ page }) => {
  // What the whole story fills cannot be moved: nearer first.
  const { middle } = await boxOf(page, '.pane.timeline');
  await drag(page, [{ x: middle.x - 20, y: middle.y }, { x: middle.x + 20, y: middle.y }], [{ x: middle.x - 120, y: middle.y }, { x: middle.x + 120, y: middle.y }]);
  await settle(page);
  const before = await state(page);
  await drag(page, [middle], [{ x: middle.x + 90, y: middle.y }]);
  await settle(page);
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  if (!isMock) assert.notEqual((await state(page)).range, before.range);
}));

test('Touch: two fingers zoom the timeline and not the page', () => visit('', phone, async ({ page }) => {
  const { middle } = await boxOf(page, '.pane.timeline');
  const before = await state(page);
  await drag(page, [{ x: middle.x - 30, y: middle.y }, { x: middle.x + 30, y: middle.y }], [{ x: middle.x - 130, y: middle.y }, { x: middle.x + 130, y: middle.y }]);
  await settle(page);
  assert.equal(await page.evaluate(() => window.visualViewport!.scale), 1);
  if (!isMock) assert.notEqual((await state(page)).range, before.range);
}));

test('Touch: one finger across the map leaves it and says how it moves', () => visit('', phone, async ({ page }) => {
  const { middle } = await boxOf(page, '.pane.map');
  await drag(page, [middle], [{ x: middle.x + 120, y: middle.y }]);
  assert.match((await page.locator('turning-point .hint').textContent()) ?? '', /Two fingers/);
}));

test('Touch: a tap on an actor selects it', () => visit('', phone, async ({ page }) => {
  await tap(page, await middleOf(page, 'azerbaijan'));
  await settle(page);
  assert.equal((await state(page)).select, 'azerbaijan');
}));

test('Touch: a swipe over the card goes to the next event and back', () => visit('', phone, async ({ page }) => {
  await page.evaluate(() => document.querySelector('turning-point')!.goTo('fsa-907-1992'));
  await settle(page);
  await page.locator('turning-point .card').evaluate((card) => card.scrollIntoView());
  await nextFrames(page, 4);
  const { x, y, width } = await boxOf(page, '.card');
  const right = { x: x + width - 40, y: y + 120 };
  const left = { x: x + 40, y: y + 124 };
  await drag(page, [right], [left]);
  await settle(page);
  const next = (await state(page)).select;
  assert.notEqual(next, 'fsa-907-1992');
  await drag(page, [left], [right]);
  await settle(page);
  assert.equal((await state(page)).select, 'fsa-907-1992');
}));

test('Touch: the buttons are at least 44 px high and wide', () => visit('', phone, async ({ page }) => {
  const sizes = await page.locator('turning-point').evaluate((element) =>
    [...element.shadowRoot!.querySelectorAll('button')].map((button) => button.getBoundingClientRect()).filter(({ width }) => width > 0).map(({ width, height }) => [width, height]));
  assert.ok(sizes.length >= 3);
  assert.deepEqual(sizes.filter(([width, height]) => width! < 44 || height! < 44), []);
}));
