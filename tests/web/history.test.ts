// Addresses, Back and Forward: every view can be linked, and what is switched on can be taken back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { goBack, settle, state } from './support/browser.ts';
import { stage, untilState } from './support/stage.ts';

const { visit } = stage();
const widget = (page: Page) => page.locator('turning-point');
const hash = (page: Page) => page.evaluate(() => location.hash);

test('Address: opens a comparison, a filter and the ghosts at once', () => visit('#at=1999-05-05&select=azerbaijan&compare=1992-10-23/1992-10-25&hide-status=claim&ghosts=1', {}, async ({ page }) => {
  await untilState(page, 'state.compare !== null && state.filter !== null && state.ghosts');
  const { at, select, compare, filter } = await state(page);
  assert.deepEqual([at, select, compare], ['1999-05-05', 'azerbaijan', '1992-10-23/1992-10-25']);
  assert.deepEqual(filter?.hideStatuses, ['claim']);
}));

// The map answers one question at a time: comparison or trace.
test('Address: opens a trace', () => visit('#at=1999-05-05&trace=united-states/azerbaijan', {}, async ({ page }) => {
  await untilState(page, 'state.trace !== null');
  const { at, trace } = await state(page);
  assert.deepEqual([at, trace], ['1999-05-05', 'united-states/azerbaijan']);
}));

test('Address: opens the tour at the step that it names', () => visit('#tour=2', {}, async ({ page }) => {
  await widget(page).locator('.panel-tour').waitFor();
  assert.match((await widget(page).locator('.tour-count').textContent())!, /^Step 2 of/);
  assert.ok((await state(page)).step);
}));

test('Address: keeps what is switched on as a step that Back takes back, and Forward brings again', () => visit('', {}, async ({ page }) => {
  const steps = await page.evaluate(() => history.length);
  const before = await state(page);
  await widget(page).locator('.pane.timeline').focus();
  await page.keyboard.press('c');
  await untilState(page, 'state.compare !== null');
  await page.waitForFunction(() => location.hash.includes('compare='));
  assert.equal(await page.evaluate(() => history.length), steps + 1);
  // Other dates are the same step.
  await page.evaluate(() => document.querySelector('turning-point')!.compare('1991', '1995'));
  await page.waitForFunction(() => location.hash.includes('compare=1991/1995'));
  assert.equal(await page.evaluate(() => history.length), steps + 1);
  await goBack(page);
  await untilState(page, 'state.compare === null');
  assert.equal((await state(page)).select, before.select);
  assert.equal(await hash(page), '');
  await page.goForward();
  await untilState(page, 'state.compare === "1991/1995"');
}));

test('Address: Back ends a tour that a link began', () => visit('', {}, async ({ page }) => {
  await page.evaluate(() => (location.hash = '#tour=1'));
  await untilState(page, 'state.tour !== null');
  await widget(page).locator('.panel-tour').waitFor();
  await goBack(page);
  await untilState(page, 'state.tour === null');
  await widget(page).locator('.panel-tour').waitFor({ state: 'detached' });
  await settle(page);
}));

test('Address: undo and redo of the picture are in the menu', () => visit('', {}, async ({ page }) => {
  const first = (await state(page)).select;
  await page.evaluate(() => document.querySelector('turning-point')!.goTo('azerbaijan'));
  await untilState(page, 'state.canUndo');
  const press = async (name: string) => {
    await widget(page).locator('.tool.more').click();
    await widget(page).getByRole('menuitem', { name }).click();
  };
  await press('Undo');
  await untilState(page, `state.select === ${JSON.stringify(first)}`);
  await press('Redo');
  await untilState(page, 'state.select === "azerbaijan"');
}));
