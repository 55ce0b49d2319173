// What does a screen reader meet on the tour? The accessibility tree of each step, and what is said by itself, as one text that
// people can read: tests/web/golden/. Written anew with TP_UPDATE=1; differences are for reading.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { projectRoot, settle } from './support/browser.ts';
import { isMock, stage } from './support/stage.ts';

const { visit } = stage();
const widget = (page: Page) => page.locator('turning-point');

async function compareWithGolden(name: string, text: string): Promise<void> {
  // The stand-in tells a story of its own.
  const path = join(projectRoot, 'tests/web/golden', `${name}${isMock ? '-mock' : ''}.txt`);
  if (process.env['TP_UPDATE'] === '1') return writeFile(path, text);
  assert.ok(existsSync(path), `${path} is missing: write it with TP_UPDATE=1 and read it`);
  assert.equal(text, await readFile(path, 'utf8'));
}

/** Live regions in their order, as far as they say anything. */
const said = (page: Page) => page.evaluate(() => [...document.querySelector('turning-point')!.shadowRoot!.querySelectorAll('[aria-live], [role="status"], [role="alert"]')]
  .filter((region) => region.matches('.unseen')).map((region) => region.textContent!.trim()).filter(Boolean));

test('Transcript: the tour in its panel', () => visit('', {}, async ({ page }) => {
  await widget(page).locator('.tool.tour').click();
  const panel = widget(page).locator('.panel-tour');
  await panel.waitFor();
  const next = panel.locator('.tour-way.next');
  let text = '';
  for (let step = 1; ; step += 1) {
    await settle(page);
    if ((await panel.locator('.guess').count()) > 0) {
      text += `== ${await panel.locator('.tour-count').textContent()}, asked first\n${await panel.ariaSnapshot()}\n\n`;
      await next.click();
      await panel.locator('.guess-said').waitFor();
      await settle(page);
    }
    text += `== ${await panel.locator('.tour-count').textContent()}\n${await panel.ariaSnapshot()}\n\n`;
    if ((await next.textContent()) !== 'Next') break;
    await next.click();
    await panel.locator('.tour-count', { hasText: `Step ${step + 1} of` }).waitFor();
  }
  await compareWithGolden('tour-panel', text);
}));

test('Transcript: the tour presented, with what is said at each step', () => visit('#tour=1&mode=present', {}, async ({ page }) => {
  const slide = widget(page).locator('.present-text');
  await slide.waitFor();
  const steps = Number(/\d+$/.exec((await slide.locator('.present-kicker').textContent()) ?? '')?.[0]);
  let text = `== Buttons\n${await widget(page).locator('.present-foot').ariaSnapshot()}\n\n`;
  for (let step = 1; step <= steps + 1; step += 1) {
    await settle(page);
    if ((await slide.locator('.guess').count()) > 0) {
      text += `== Said: ${(await said(page)).join(' | ')}\n${await slide.ariaSnapshot()}\n\n`;
      await page.keyboard.press('PageDown');
      await settle(page);
    }
    const heard = await said(page);
    assert.ok(heard.join(' ').length < 140, `too long to be said: ${heard.join(' ')}`);
    text += `== Said: ${heard.join(' | ')}\n${await slide.ariaSnapshot()}\n\n`;
    await page.keyboard.press('PageDown');
  }
  await settle(page);
  text += `== The answer\n${await slide.ariaSnapshot()}\n`;
  await compareWithGolden('tour-presented', text);
}));

test('Transcript: the picture and the tools around it, in reading order', () => visit('', {}, async ({ page }) => {
  const order = await page.evaluate(() => {
    const root = document.querySelector('turning-point')!.shadowRoot!;
    return [...root.querySelectorAll('[role="toolbar"], [role="application"], .card')].map((part) => part.getAttribute('aria-label'));
  });
  assert.equal(order.length, 4);
  assert.match(order[0]!, /^Walk the story/);
  assert.match(order[1]!, /^Timeline, as of/);
  assert.match(order[2]!, /^Relationship map, as of/);
  assert.match(order[3]!, /^About what is selected/);
}));

test('Transcript: the walk along the relations of an actor', { skip: isMock && 'the stand-in has no relations' }, () => visit('#select=azerbaijan&at=1995', {}, async ({ page }) => {
  await widget(page).locator('.pane.map').focus();
  await page.keyboard.press('Enter');
  let text = `== Enter: ${(await said(page)).join(' | ')}\n`;
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
    await page.keyboard.press(key);
    await settle(page);
    const heard = await said(page);
    assert.ok(heard.join(' ').length < 160, `too long to be said: ${heard.join(' ')}`);
    text += `== ${key}: ${heard.join(' | ')}\n`;
  }
  await compareWithGolden('map-walk', text);
}));
