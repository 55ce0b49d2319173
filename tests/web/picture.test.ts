// Timeline, map, card and buttons on the real story, operated as a reader does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TurningPointElement } from '../../web/src/element.ts';
import { assertDrawn, middleOf, settle, state } from './support/browser.ts';
import { stage, untilState } from './support/stage.ts';

const { visit } = stage();
const kEvent = 'waiver-2025';
const kEarly = 'fsa-907-1992';

const card = (page: import('playwright-core').Page) => page.locator('turning-point .card');

test('Picture: draws a map and a timeline, not a blank canvas', () => visit('', {}, async ({ page }) => {
  await assertDrawn(page, 'map');
  await assertDrawn(page, 'timeline');
}));

test('Picture: pressing the mark of an event selects it, moves the playhead, fills the card', () => visit('', {}, async ({ page }) => {
  await page.evaluate((id) => (document.querySelector('turning-point') as TurningPointElement).goTo(id), kEvent);
  await settle(page);
  const place = await middleOf(page, kEarly);
  await page.mouse.click(place.x, place.y);
  await settle(page);
  const now = await state(page);
  assert.equal(now.select, kEarly);
  assert.match(now.at, /^1992/);
  const title = await page.locator(`#${kEarly} :is(h2, h3)`).first().textContent();
  assert.equal(await card(page).locator('.card-title').textContent(), title);
}));

test('Picture: pressing an actor on the map shows its card with its events', () => visit('', {}, async ({ page }) => {
  const place = await middleOf(page, 'azerbaijan');
  await page.mouse.click(place.x, place.y);
  await settle(page);
  assert.equal((await state(page)).select, 'azerbaijan');
  assert.match((await card(page).textContent()) ?? '', /Azerbaijan/);
  assert.ok((await card(page).locator('.link-list a').count()) > 0, 'the card leads to no event');
}));

test('Picture: dragging the playhead changes the date', () => visit('', {}, async ({ page }) => {
  const before = (await state(page)).at;
  const grip = await page.evaluate(() => (document.querySelector('turning-point') as TurningPointElement).locate('@playhead'));
  const pane = await page.locator('turning-point .pane.timeline').boundingBox();
  assert.ok(pane);
  const from = grip ? { x: grip.x + grip.width / 2, y: grip.y + grip.height / 2 } : { x: pane.x + pane.width - 30, y: pane.y + 8 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(pane.x + pane.width * 0.5, from.y, { steps: 8 });
  await page.mouse.up();
  await settle(page);
  const after = (await state(page)).at;
  assert.notEqual(after, before);
  assert.ok(Number(after.slice(0, 4)) < Number(before.slice(0, 4)), `${after} does not lie before ${before}`);
}));

test('Picture: the buttons go to the next and the previous event', () => visit('', {}, async ({ page }) => {
  await page.evaluate((id) => (document.querySelector('turning-point') as TurningPointElement).goTo(id), kEarly);
  await settle(page);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await settle(page);
  const next = (await state(page)).select;
  assert.ok(next && next !== kEarly);
  await page.getByRole('button', { name: 'Previous', exact: true }).click();
  await settle(page);
  assert.equal((await state(page)).select, kEarly);
}));

test('Picture: play walks on by itself until it is paused', () => visit('', {}, async ({ page }) => {
  await page.evaluate((id) => (document.querySelector('turning-point') as TurningPointElement).goTo(id), kEarly);
  await settle(page);
  const before = await state(page);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await untilState(page, `state.playing && state.at !== ${JSON.stringify(before.at)}`);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await settle(page);
  const paused = await state(page);
  assert.equal(paused.playing, false);
  assert.ok(paused.at > before.at, `${paused.at} does not lie after ${before.at}`);
}));

test('Card: says date, status, summary, who says what, what changed, and sources with working links', () => visit('', {}, async ({ page }) => {
  await page.evaluate((id) => (document.querySelector('turning-point') as TurningPointElement).goTo(id), kEvent);
  await settle(page);
  assert.equal(await card(page).locator('time').first().getAttribute('datetime'), '2025-08-08');
  assert.equal((await card(page).locator('.chip.status').first().textContent())?.trim(), 'Fact');
  for (const part of ['.lead', '.changes .before', '.changes .after', '.sources .source-list > li']) {
    assert.ok((await card(page).locator(part).count()) > 0, `the card has no ${part}`);
  }
  const urls = await card(page).locator('.source-list a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  assert.ok(urls.length > 0 && urls.every((url) => /^https?:/.test(url)), urls.join('\n'));
}));

test('Card: numbers its sources as the text does', () => visit('', {}, async ({ page }) => {
  await page.evaluate((id) => (document.querySelector('turning-point') as TurningPointElement).goTo(id), kEvent);
  await settle(page);
  const inCard = await card(page).locator('.source-list .source-number').allTextContents();
  const inText = await page.locator(`#${kEvent} .summary .cite a`).allTextContents();
  assert.deepEqual([...inCard].sort(), [...inText].sort());
}));

test('Card: a link to another event goes there', () => visit('', {}, async ({ page }) => {
  const place = await middleOf(page, 'azerbaijan');
  await page.mouse.click(place.x, place.y);
  await settle(page);
  const link = card(page).locator('.link-list a').first();
  const target = decodeURIComponent((await link.getAttribute('href'))!.replace('#select=', ''));
  await link.click();
  await settle(page);
  assert.equal((await state(page)).select, target);
}));

test('Picture: the same view is the same picture, whatever was looked at between', () => visit('', {}, async ({ page }) => {
  const shoot = async () => {
    await settle(page);
    // What is drawn is the same to the pixel; the browser's own letters beside it differ by a shade now and then.
    const panes = await Promise.all(['map', 'timeline'].map((pane) => page.locator(`turning-point .pane.${pane}`).boundingBox()));
    const pictures = [];
    for (const clip of panes) pictures.push((await page.screenshot({ clip: clip! })).toString('base64'));
    return [...pictures, await card(page).innerText()].join('\n');
  };
  await page.evaluate((id) => (document.querySelector('turning-point') as TurningPointElement).goTo(id), kEvent);
  const first = await shoot();
  await page.evaluate((id) => (document.querySelector('turning-point') as TurningPointElement).goTo(id), kEarly);
  await shoot();
  await page.evaluate((id) => (document.querySelector('turning-point') as TurningPointElement).goTo(id), kEvent);
  assert.ok(first === (await shoot()), 'there and back is another picture');
}));
