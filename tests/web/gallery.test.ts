// The gallery: each kind of embedding that the documentation speaks of is there and works.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { violations } from './support/access.ts';
import { notInFirefox } from './support/browser.ts';
import { isMock, stage } from './support/stage.ts';

const { visit } = stage({ strict: true });

/** Scrolls to the `n`th of them, again where others that have come have moved it, until its picture is there. */
const comes = (page: Page, selector: string, n = 0) => page.waitForFunction(({ selector, n }) => {
  const element = document.querySelectorAll(selector)[n]!;
  element.scrollIntoView({ block: 'center' });
  return element.shadowRoot?.querySelector('.widget[data-phase="ready"]');
}, { selector, n });

test('Gallery: every picture of the site’s story comes when it is scrolled to', () => visit('dev.html', {}, async ({ page, troubles }) => {
  for (const id of ['wide', 'medium', 'two', 'colours', 'short', 'ten']) await comes(page, `#${id} turning-point`);
  assert.equal(await page.locator('#ten turning-point').count(), 10);
  assert.ok(await page.locator('#poster turning-point button[part=reveal]').isVisible());
  for (const index of [0, 1]) {
    const frame = page.locator('iframe').nth(index);
    await frame.scrollIntoViewIfNeeded();
    await frame.contentFrame().locator('turning-point .widget[data-phase="ready"]').waitFor();
  }
  if (isMock) troubles.length = 0; // it refuses the other stories, which are no outlines
  else for (let n = 0; n < await page.locator('section[id^=story-] turning-point').count(); n += 1) await comes(page, 'section[id^=story-] turning-point', n);
}));

test('Gallery: axe finds nothing wrong around the pictures', notInFirefox('axe reads the same page in any browser, and takes minutes here'), () => visit('dev.html', {}, async ({ page, troubles }) => {
  assert.deepEqual(await violations(page, 'header'), []);
  troubles.length = isMock ? 0 : troubles.length;
}));
