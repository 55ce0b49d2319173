// The element's programming interface: attributes, methods, and what TypeScript is told of them.
import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { distFolder, settle, state, storyUrl } from './support/browser.ts';
import { hostPage, stage, untilState } from './support/stage.ts';

const { visit } = stage();
const story = await storyUrl();
const element = (attributes = '', children = '') => `<turning-point story="${story}" loading="eager" ${attributes}>${children}</turning-point>`;
const host = (body: string, head = '') => ({ before: (page: Page) => hostPage(page, body, head) });
const widget = (page: Page) => page.locator('turning-point');

test('Api: the script that every page pays for stays small', async () => {
  const bytes = brotliCompressSync(await readFile(join(distFolder, 'turning-point.js'))).length;
  assert.ok(bytes <= 6000, `turning-point.js has ${bytes} bytes with brotli`);
});

test('Api: the types say what the element has, no more and no less', () => visit('host.html', host(element()), async ({ page }) => {
  const types = await readFile(join(distFolder, 'turning-point.d.ts'), 'utf8');
  const body = /class TurningPointElement extends HTMLElement \{([\s\S]*?)\n\}/.exec(types)![1]!;
  const told = [...body.matchAll(/^ {2}(?:readonly )?(\w+)(?:<[^>]*>)?[(:]/gm)].map(([, name]) => name!).filter((name) => name !== 'addEventListener');
  const has = await page.evaluate(() => Object.getOwnPropertyNames(customElements.get('turning-point')!.prototype));
  const own = has.filter((name) => !/^(constructor|connectedCallback|disconnectedCallback|attributeChangedCallback)$/.test(name));
  assert.deepEqual([...new Set(told)].sort(), own.sort());
  const states = /interface TurningPointState \{([\s\S]*?)\n\}/.exec(types)![1]!;
  const known = [...states.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name!);
  assert.deepEqual(Object.keys(await state(page)).filter((key) => !known.includes(key)), []);
}));

test('Api: compare as an attribute and as a method', () => visit('host.html', host(element('compare="1992-10-23/1992-10-25"')), async ({ page }) => {
  await untilState(page, 'state.compare === "1992-10-23/1992-10-25"');
  await page.evaluate(() => document.querySelector('turning-point')!.compare('1991', '1999'));
  await untilState(page, 'state.compare === "1991/1999"');
  await page.evaluate(() => (document.querySelector('turning-point')!.comparison = '1990/1995'));
  assert.equal(await widget(page).getAttribute('compare'), '1990/1995');
  await untilState(page, 'state.compare === "1990/1995"');
  await page.evaluate(() => document.querySelector('turning-point')!.compare('', ''));
  await untilState(page, 'state.compare === null');
}));

test('Api: tour and step as attributes', () => visit('host.html', host(element('step="2"')), async ({ page }) => {
  await untilState(page, 'state.step !== null');
  const { tour, step } = await state(page);
  await widget(page).locator('.panel-tour').waitFor();
  await widget(page).evaluate((node) => node.setAttribute('step', '1'));
  await untilState(page, `state.step !== ${JSON.stringify(step)}`);
  assert.equal((await state(page)).tour, tour);
  await widget(page).evaluate((node) => node.setAttribute('tour', 'tour-class'));
  await untilState(page, 'state.tour === "tour-class"');
}));

test('Api: search answers without a word on the screen', () => visit('host.html', host(element()), async ({ page }) => {
  const hits = await page.evaluate(() => document.querySelector('turning-point')!.search('azerb'));
  assert.ok(hits.some(({ id, kind }) => id === 'azerbaijan' && kind === 'actor'), JSON.stringify(hits.slice(0, 3)));
  assert.deepEqual(await page.evaluate(() => document.querySelector('turning-point')!.search('qqqqqq')), []);
  assert.equal(await widget(page).locator('.panel').count(), 0);
}));

test('Api: trace shows what joins two actors', () => visit('host.html', host(element()), async ({ page }) => {
  await page.evaluate(() => document.querySelector('turning-point')!.trace('united-states', 'azerbaijan'));
  await untilState(page, 'state.trace === "united-states/azerbaijan"');
  await settle(page);
  assert.deepEqual(await widget(page).locator('.mode-words').allTextContents(), ['United States – Azerbaijan']);
}));

test('Api: a view is taken down and shown again', () => visit('host.html', host(element()), async ({ page }) => {
  await page.evaluate(() => document.querySelector('turning-point')!.goTo('fsa-907-1992'));
  await settle(page);
  const view = await page.evaluate(() => document.querySelector('turning-point')!.view);
  assert.match(view, /^#at=1992[^&]*&select=fsa-907-1992$/);
  await page.evaluate(() => document.querySelector('turning-point')!.goTo('waiver-2025'));
  await settle(page);
  await page.evaluate((view) => (document.querySelector('turning-point')!.view = view), view);
  await untilState(page, 'state.select === "fsa-907-1992"');
}));

test('Api: controls leaves out the buttons that the page does not want', () => visit('host.html', host(element('controls="walk share"')), async ({ page }) => {
  const shown = () => widget(page).locator('.tool').evaluateAll((all) => all.filter((tool) => tool.getClientRects().length > 0).map((tool) => tool.classList[1]));
  assert.deepEqual(await shown(), ['previous', 'play', 'next', 'share']);
  await widget(page).evaluate((node) => node.setAttribute('controls', 'none'));
  assert.deepEqual(await shown(), []);
  assert.equal(await widget(page).locator('.toolbar').isVisible(), false);
  await widget(page).evaluate((node) => node.removeAttribute('controls'));
  assert.ok((await shown()).includes('more'));
}));

test('Api: reveal="manual" shows the poster and loads nothing before the press', () => visit('host.html', {
  ...host(element('reveal="manual" poster="data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27 viewBox=%270 0 16 9%27/%3E"', '<p>Text</p>')), settled: false,
}, async ({ page, requests }) => {
  const button = widget(page).getByRole('button', { name: 'Show the interactive picture' });
  await button.waitFor();
  assert.equal(await widget(page).locator('img[part="poster"]').count(), 1);
  assert.deepEqual(requests.filter((url) => /session|\.(wasm|json|ttf)$/.test(url)), []);
  await button.click();
  await untilState(page, 'state.frames > 0');
  assert.equal(await button.count(), 0);
}));

test('Api: what is asked before the press reveals the picture', () => visit('host.html', { ...host(element('reveal="manual"')), settled: false }, async ({ page }) => {
  await page.evaluate(async () => {
    await customElements.whenDefined('turning-point');
    document.querySelector('turning-point')!.goTo('fsa-907-1992');
  });
  await untilState(page, 'state.select === "fsa-907-1992"');
}));

test('Api: the share attribute says where links to a view begin', () => visit('host.html', host(element('share="https://example.org/article?x=1#old"')), async ({ page }) => {
  await widget(page).locator('.tool.share').click();
  const link = widget(page).locator('#share-link');
  await link.waitFor();
  assert.match(await link.inputValue(), /^https:\/\/example\.org\/article\?x=1#at=/);
}));

test('Api: two on one page have panels of their own', () => visit('host.html', host(`${element('id="one"')}${element('id="two"')}`), async ({ page }) => {
  await page.locator('#two').scrollIntoViewIfNeeded();
  await settle(page, '#two');
  await page.locator('#two .tool.share').click();
  await page.locator('#two .panel-share').waitFor();
  assert.equal(await page.locator('#one .panel').count(), 0);
}));

test('Api: the types are among the files of the site', async () => {
  assert.ok((await stat(join(distFolder, 'turning-point.d.ts'))).size > 1000);
});
