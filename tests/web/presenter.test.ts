// The presenter's window: opened from the presentation, steered from both sides, said plainly where there can be none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { violations } from './support/access.ts';
import { settle, state } from './support/browser.ts';
import { stage, untilState } from './support/stage.ts';

const { visit, site } = lateStage();

function lateStage() {
  const made = stage({ strict: true });
  return { visit: made.visit, site: () => made.site };
}

const kicker = (page: Page) => page.locator('turning-point .present-kicker').textContent();
const open = async (page: Page): Promise<Page> => {
  await page.locator('turning-point .present-text').waitFor();
  const popup = page.context().waitForEvent('page');
  await page.locator('turning-point .present-button.presenter').click();
  const presenter = await popup;
  await presenter.locator('.now h2').waitFor();
  return presenter;
};

test('Presenter: shows notes, what is next and the time, and both sides walk', () => visit('#tour=1&mode=present', {}, async ({ page, troubles }) => {
  const presenter = await open(page);
  presenter.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  presenter.on('pageerror', (error) => troubles.push(error.message));
  assert.equal(await presenter.locator('.now .kicker').textContent(), await kicker(page));
  const next = await presenter.locator('.next-title').textContent();
  await presenter.keyboard.press('PageDown');
  await presenter.waitForFunction((next) => document.querySelector('.now h2')!.textContent === next, next);
  await page.waitForFunction(() => document.querySelector('turning-point')!.shadowRoot!.querySelector('.present-kicker')!.textContent!.startsWith('Step 2'));
  await page.keyboard.press('PageUp');
  await presenter.waitForFunction(() => document.querySelector('.now .kicker')!.textContent!.startsWith('Step 1'));
  await presenter.getByRole('button', { name: 'Next' }).click();
  await presenter.waitForFunction(() => document.querySelector('.now .kicker')!.textContent!.startsWith('Step 2'));
  for (const time of await presenter.locator('.time').allTextContents()) assert.match(time, /^\d{1,2}:\d\d/);
  await presenter.keyboard.press('b');
  await page.locator('turning-point .present-black').waitFor();
  await presenter.getByRole('button', { name: 'Black screen', pressed: true }).click();
  await page.locator('turning-point .present-black').waitFor({ state: 'hidden' });
  assert.deepEqual(await violations(presenter), []);
  await presenter.getByRole('button', { name: 'End presentation' }).click();
  await untilState(page, 'state.mode === null');
  await presenter.getByText('The presentation has ended.').waitFor();
}));

test('Presenter: counts the time used, and from zero again', () => visit('#tour=1&mode=present', {}, async ({ page }) => {
  await page.context().clock.install();
  const presenter = await open(page);
  await presenter.clock.runFor(247_000);
  assert.equal(await presenter.locator('.time').first().textContent(), '4:07');
  await presenter.getByRole('button', { name: 'Start again at zero' }).click();
  assert.equal(await presenter.locator('.time').first().textContent(), '0:00');
}));

test('Presenter: works without a network', () => visit('#tour=1&mode=present', {}, async ({ page }) => {
  const presenter = await open(page);
  await page.context().setOffline(true);
  await presenter.keyboard.press('PageDown');
  await page.waitForFunction(() => document.querySelector('turning-point')!.shadowRoot!.querySelector('.present-kicker')!.textContent!.startsWith('Step 2'));
}));

test('Presenter: a blocked window is said, and the presentation goes on', () => visit('#tour=1&mode=present', {
  before: async (page) => void await page.addInitScript(() => (window.open = () => null)),
}, async ({ page }) => {
  await page.locator('turning-point .present-text').waitFor();
  await page.locator('turning-point .present-button.presenter').click();
  assert.match((await page.locator('turning-point .present-notice').textContent())!, /blocked/);
  await page.keyboard.press('PageDown');
  await settle(page);
  assert.match((await kicker(page))!, /^Step 2/);
  assert.equal((await state(page)).mode, 'present');
}));

test('Presenter: opened by itself it says what it waits for', () => visit('presenter.html#id=1&lang=en', { settled: false }, async ({ page }) => {
  await page.locator('.waiting', { hasText: 'Waiting for the presentation' }).waitFor();
  assert.deepEqual(await violations(page), []);
  assert.ok(page.url().startsWith(site().url));
}));
