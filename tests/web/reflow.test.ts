// Large type: at 200 and 400 % zoom, at 320 px and with a reader's own spacing of text nothing is cut, nothing scrolls sideways,
// and axe finds nothing wrong, in every state. WCAG 2.2: 1.4.4, 1.4.10, 1.4.12, 2.5.8.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { violations } from './support/access.ts';
import { settle } from './support/browser.ts';
import { isMock, stage, untilState } from './support/stage.ts';

const { visit } = stage();
const element = (page: Page) => page.locator('turning-point');

/** The states that a reader can be in, each reached by what a reader does. */
const states: [name: string, reach: (page: Page) => Promise<void>][] = [
  ['at the start', async () => {}],
  ['with a relation selected', async (page) => {
    const id = (await page.locator('table.relations tbody').first().getAttribute('id'))!;
    await page.evaluate((id) => document.querySelector('turning-point')!.goTo(id), id);
  }],
  ['searching', async (page) => {
    await element(page).locator('.pane.timeline').focus();
    await page.keyboard.press('/');
    await element(page).locator('.panel-search').waitFor();
    await page.keyboard.type('azer');
    await element(page).getByRole('option').first().waitFor();
  }],
  ['comparing', async (page) => {
    await page.evaluate(() => document.querySelector('turning-point')!.compare('2023-07-01', '2025-08-09'));
    await untilState(page, 'state.compare !== null');
  }],
  ['on a tour', async (page) => {
    await element(page).locator('.pane.timeline').focus();
    await page.keyboard.press('t');
    await element(page).locator('.panel-tour').waitFor();
  }],
];

/** At 1280 × 1024 with the browser's zoom: WCAG's own measure. */
const sizes = [['200 %', 640, 512], ['400 %, 320 px', 320, 256]] as const;

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Text that its box does not show: cut off, or over the edge of the window. */
const cut = (page: Page) => page.evaluate(() => {
  // Text far away is laid out too: whoever scrolls there sees it so.
  const whole = new CSSStyleSheet();
  whole.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets.push(whole);
  const found: string[] = [];
  const walk = (root: Document | ShadowRoot) => {
    for (const node of root.querySelectorAll<HTMLElement>('*')) {
      if (node.shadowRoot) walk(node.shadowRoot);
      const words = [...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.textContent!.trim()).join(' ').trim();
      if (!words || node.matches('.unseen, option, style, script, textarea, [aria-hidden="true"], [aria-hidden="true"] *') || !node.checkVisibility({ visibilityProperty: true })) continue;
      const { left, right, width } = node.getBoundingClientRect();
      const hides = getComputedStyle(node).overflowX !== 'visible' && getComputedStyle(node).textOverflow !== 'ellipsis';
      const scrolls = node.closest('nav, .scroll, table, .tables, .panel, .card, dialog') !== null;
      if (hides && node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== 'auto') found.push(`cut: ${words.slice(0, 40)}`);
      else if (width > 0 && !scrolls && (right > innerWidth + 1 || left < -1)) found.push(`outside: ${words.slice(0, 40)} ${Math.round(left)} … ${Math.round(right)}`);
    }
  };
  walk(document);
  document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(whole), 1);
  return found;
});

for (const [name, width, height] of sizes) {
  test(`Reflow: at ${name} nothing is cut or scrolls sideways, and axe finds nothing wrong`, () => visit('', { viewport: { width, height } }, async ({ page }) => {
    for (const [state, reach] of states) {
      await reach(page);
      await settle(page);
      assert.ok((await sideways(page)) <= 0, `${state}: the page scrolls sideways by ${await sideways(page)} px`);
      assert.deepEqual(await cut(page), [], state);
      // The page around the picture is the same in each of its states.
      assert.deepEqual(await violations(page, ...(state === states[0]![0] ? [] : ['turning-point'])), [], state);
      await page.keyboard.press('Escape');
    }
  }));
}

test('Reflow: a reader’s own spacing of text cuts nothing off', () => visit('', { viewport: { width: 390, height: 844 } }, async ({ page }) => {
  const css = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    document.querySelector('turning-point')!.shadowRoot!.adoptedStyleSheets.push(sheet);
  }, css);
  for (const [state, reach] of states) {
    await reach(page);
    await settle(page);
    assert.ok((await sideways(page)) <= 0, state);
    assert.deepEqual(await cut(page), [], state);
    await page.keyboard.press('Escape');
  }
}));

test('Reflow: everything that is pressed is at least 24 px high and wide, or stands in a line of text', () => visit('', {}, async ({ page }) => {
  for (const [state, reach] of states) {
    await reach(page);
    await settle(page);
    const small = await page.evaluate(() => {
      const found: string[] = [];
      const walk = (root: Document | ShadowRoot) => {
        for (const node of root.querySelectorAll<HTMLElement>('*')) {
          if (node.shadowRoot) walk(node.shadowRoot);
          if (!node.matches('button, a[href], input, select, summary, [role="option"], [role="menuitem"]') || !node.checkVisibility({ visibilityProperty: true })) continue;
          // Links in running text are excepted, and so is a box whose label is as large as it has to be.
          if (node.matches('p *, li *, dd *, td *, th *, dt *, figcaption *, label *, .source *, cite *') || getComputedStyle(node).display === 'inline') continue;
          const { width, height } = node.getBoundingClientRect();
          if (width > 1 && (width < 24 || height < 24)) found.push(`${node.tagName} ${node.className} ${Math.round(width)} × ${Math.round(height)}`);
        }
      };
      walk(document);
      return found;
    });
    assert.deepEqual(small, [], state);
    await page.keyboard.press('Escape');
  }
}));

test('Reflow: with forced colours every state can be read', { skip: isMock && 'the stand-in has no states' }, () => visit('', { forcedColors: 'active' }, async ({ page }) => {
  for (const [state, reach] of states) {
    await reach(page);
    await settle(page);
    assert.deepEqual(await violations(page, 'turning-point'), [], state);
    await page.keyboard.press('Escape');
  }
}));
