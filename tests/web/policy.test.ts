// Strict policies, strangers and access: nothing from elsewhere, nothing inline, nothing that axe objects to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsAndSizes } from './support/access.ts';
import { assertDrawn, notInFirefox, settle } from './support/browser.ts';
import { stage } from './support/stage.ts';

const { visit, site } = lateStage();

function lateStage() {
  const made = stage({ strict: true });
  return { visit: made.visit, site: () => made.site };
}

const watchPolicy = async (page: Page) => void await page.addInitScript(() => {
  (window as unknown as { reports: string[] }).reports = [];
  document.addEventListener('securitypolicyviolation', (event) => (window as unknown as { reports: string[] }).reports.push(`${event.violatedDirective} ${event.blockedURI}`));
});

test('Policy: works under a strict content security policy with no report', () => visit('', { before: watchPolicy }, async ({ page }) => {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await settle(page);
  assert.deepEqual(await page.evaluate('reports'), []);
  // Last: in Firefox it is the driver that breaks the policy, with a style of its own while it takes a picture.
  await assertDrawn(page, 'map');
}));

test('Policy: the page that works so is one in which no text becomes markup or script', () => visit('', {}, async ({ page, troubles }) => {
  const refused = await page.evaluate(() => ['innerHTML', 'outerHTML'].filter((sink) => {
    try {
      (document.createElement('div') as unknown as Record<string, string>)[sink] = '<b>x</b>';
      return false;
    } catch {
      return true;
    }
  }));
  assert.deepEqual(refused, ['innerHTML', 'outerHTML'], 'Trusted Types are not enforced in this test');
  troubles.length = 0;
}));

test('Policy: asks nobody but its own host for anything, and keeps nothing', () => visit('', {}, async ({ page, context, requests }) => {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await settle(page);
  const foreign = requests.filter((url) => !url.startsWith(site().url) && !url.startsWith('data:') && !url.startsWith('blob:'));
  assert.deepEqual(foreign, []);
  assert.deepEqual(await context.cookies(), []);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
}));

test('Policy: every file is asked for once', () => visit('', {}, async ({ requests }) => {
  const twice = requests.filter((url, i) => requests.indexOf(url) !== i && !url.endsWith('.ttf'));
  assert.deepEqual(twice, []);
}));

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [[1280, 800], [820, 1100], [390, 844]] as const) {
    test(`Access: axe finds nothing wrong, ${colorScheme}, ${width} px wide`, notInFirefox('axe reads the same page in any browser, and takes minutes here'), () => visit('', { colorScheme, viewport: { width, height } }, async ({ page }) => {
      assert.deepEqual(await violationsAndSizes(page), []);
    }));
  }
}

test('Access: axe finds nothing wrong with an actor, a relation or nothing selected', notInFirefox('axe reads the same page in any browser, and takes minutes here'), () => visit('', {}, async ({ page }) => {
  const relation = await page.locator('table.relations tbody').first().getAttribute('id');
  for (const id of ['azerbaijan', relation!, '']) {
    await page.evaluate((id) => document.querySelector('turning-point')!.goTo(id), id);
    await settle(page);
    assert.deepEqual(await violationsAndSizes(page), [], id);
  }
}));

// axe is a script itself, which a page that may run none does not get: here those of the page do not come.
test('Access: axe finds nothing wrong without the page’s scripts, with a place of the text chosen and an answer opened', notInFirefox('axe reads the same page in any browser, and takes minutes here'), () => visit('', {
  settled: false,
  before: (page) => page.route('**/*.js', (route) => route.abort()).then(() => undefined),
}, async ({ page, troubles }) => {
  await page.locator('#_quiz summary').first().click();
  await page.evaluate(() => void (location.hash = 'fsa-907-1992'));
  assert.equal(await page.locator('article.event:target').count(), 1);
  assert.deepEqual(await violationsAndSizes(page), []);
  troubles.length = 0;
}));

test('Access: axe finds nothing wrong where there is no picture', notInFirefox('axe reads the same page in any browser, and takes minutes here'), () => visit('', {
  before: async (page) => void await page.addInitScript(() => void delete (window as { WebAssembly?: unknown }).WebAssembly),
}, async ({ page, troubles }) => {
  assert.deepEqual(await violationsAndSizes(page), []);
  troubles.length = 0;
}));

test('Access: says what was selected, once and politely', () => visit('', {}, async ({ page }) => {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await settle(page);
  const live = page.locator('turning-point [aria-live=polite]');
  const words = (await live.textContent()) ?? '';
  assert.ok(words.length > 0 && words.length < 200, words);
}));

test('Access: forced colours are followed', () => visit('', { forcedColors: 'active' }, async ({ page }) => {
  await assertDrawn(page, 'map');
  const [ink, paper] = await page.locator('turning-point .widget').evaluate((widget) => [getComputedStyle(widget).color, getComputedStyle(widget).backgroundColor]);
  assert.notEqual(ink, paper);
}));
