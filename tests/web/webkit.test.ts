// Does the page work in WebKit, Safari's engine? Loading, choosing both ways, the tour, and what stays where there is no picture.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key, webkitStage, type WebKitPage } from './support/webkit.ts';

const { visit } = webkitStage();
const kEvent = 'fsa-907-1992';

test('WebKit: the text is there, and a picture that is not blank, under a strict policy', () => visit('', {}, async (page) => {
  assert.equal(await page.evaluate(() => document.querySelector('h1')!.innerText), 'What did 8 August 2025 change?');
  assert.ok(await page.evaluate(() => document.querySelectorAll('article.event .summary').length) > 0);
  const { heard } = await page.watched();
  assert.equal(heard.filter(({ name }) => name === 'tp-ready').length, 1);
  assert.ok((await page.state()).frames > 0);
  for (const pane of ['map', 'timeline'] as const) {
    const colours = await page.coloursOf(pane);
    assert.ok(colours >= 24, `the ${pane} has ${colours} colours only`);
  }
}));

test('WebKit: a click in the text chooses in the picture', () => visit('', {}, async (page) => {
  assert.notEqual((await page.state()).select, kEvent);
  await page.click(`#${kEvent} a.show`);
  await page.untilState('the event of the text to be selected', ({ select }) => select === kEvent);
  await page.settle();
  const { heard } = await page.watched();
  assert.deepEqual(heard.filter(({ name }) => name === 'tp-select').at(-1)?.detail, { id: kEvent });
  assert.equal(await page.textOf('.card-title'), await titleOf(page, kEvent));
}));

test('WebKit: a click in the picture shows the card, marks the text and is kept in the address', () => visit('', {}, async (page) => {
  await page.clickDrawn('azerbaijan');
  await page.untilState('the actor to be selected', ({ select }) => select === 'azerbaijan');
  await page.settle();
  assert.equal(await page.textOf('.card-title'), 'Azerbaijan');
  await page.until('the address to follow', () => page.evaluate(() => location.hash.includes('select=azerbaijan')));
}));

test('WebKit: the element’s method and the keyboard choose, and the card and the text follow', () => visit('', {}, async (page) => {
  await page.evaluate((id) => document.querySelector('turning-point')!.goTo(id), kEvent);
  await page.settle();
  assert.equal(await page.textOf('.card-title'), await titleOf(page, kEvent));
  assert.equal(await page.evaluate(() => document.querySelector('.event[aria-current]')?.id), kEvent);
  await page.evaluate(() => document.querySelector('turning-point')!.shadowRoot!.querySelector<HTMLElement>('.pane.timeline')!.focus());
  await page.press(Key.ENTER, Key.ARROW_RIGHT);
  await page.untilState('another event to be selected', ({ select }) => select !== null && select !== kEvent);
  await page.settle();
  const { select } = await page.state();
  assert.equal(await page.textOf('.card-title'), await titleOf(page, select!));
  assert.equal(await page.evaluate(() => document.querySelector('.event[aria-current]')?.id), select);
}));

test('WebKit: the tour goes forward and back by its buttons', () => visit('', {}, async (page) => {
  await page.clickPart('.tool.tour');
  await page.untilState('the tour to begin', ({ step }) => step !== null);
  await page.settle();
  const first = await page.state();
  assert.match(await page.textOf('.tour-count'), /^Step 1 of \d+$/);
  const title = await page.textOf('.tour-title');
  await page.clickPart('.panel-tour .tour-way.next');
  await page.untilState('the next step', ({ step }) => step !== first.step);
  await page.settle();
  assert.notEqual((await page.state()).select, first.select);
  assert.match(await page.textOf('.tour-count'), /^Step 2 of/);
  assert.notEqual(await page.textOf('.tour-title'), title);
  await page.clickPart('.panel-tour .tour-way:not(.next)');
  await page.untilState('the step before', ({ step }) => step === first.step);
  await page.settle();
  assert.equal(await page.textOf('.tour-title'), title);
  assert.equal((await page.state()).select, first.select);
}));

test('WebKit: an address opens its view, and Back takes a followed link back', () => visit(`#at=1995-05-05&select=${kEvent}`, {}, async (page) => {
  const { at, select } = await page.state();
  assert.deepEqual([at, select], ['1995-05-05', kEvent]);
  await page.click('#waiver-2025 a.show');
  await page.untilState('the link to be followed', ({ select }) => select === 'waiver-2025');
  await page.until('the address to follow', () => page.evaluate(() => location.hash.includes('select=waiver-2025')));
  await page.driver.navigate().back();
  await page.untilState('the view before', ({ at, select }) => at === '1995-05-05' && select === kEvent);
}));

for (const [lacks, code, says] of [['WebGL', 'no-webgl2', /cannot draw/], ['WebAssembly', 'no-webassembly', /cannot run/]] as const) {
  test(`WebKit: without ${lacks} the poster and the text stay, and one line says why`, () => visit('', { lacks, expected: new RegExp(`^console: .*${code}`) }, async (page) => {
    const has = await page.evaluate(() => ({ WebGL: document.createElement('canvas').getContext('webgl2') !== null, WebAssembly: 'WebAssembly' in window }));
    assert.equal(has[lacks], false, 'the browser of this test has it after all');
    const { heard, troubles } = await page.watched();
    const errors = heard.filter(({ name }) => name === 'tp-error');
    assert.deepEqual(errors.map(({ detail }) => detail['code']), [code]);
    assert.ok(troubles.length > 0, 'the console does not say why');
    assert.match(await page.textOf('.notice'), says);
    assert.equal((await page.textOf('.notice')).trim().split('\n').length, 1);
    await expectReadable(page);
  }));
}

const kNotLoaded = /could not be downloaded/;

for (const [what, missing] of [['program', /\.wasm(\.|$)/], ['glue of the program', /assets\/turning-point\.[0-9a-f]+\.js/]] as const) {
  test(`WebKit: the ${what} is missing from the server: poster and text stay, and one line says what now`, () => visit('', { missing, expected: /program-not-loaded|^error: |console: Failed/ }, async (page) => {
    const { heard } = await page.watched();
    assert.deepEqual(heard.filter(({ name }) => name === 'tp-error').map(({ detail }) => detail['code']), ['program-not-loaded']);
    assert.match(await page.textOf('.notice'), kNotLoaded);
    assert.match(await page.textOf('.notice'), /Try again/);
    await expectReadable(page);
    await expectLinks(page);
  }));
}

for (const [how, options] of [
  ['is missing from the server', { missing: /^turning-point\.js/ }],
  ['is refused by a content blocker', { blocked: '/turning-point\\.js' }],
] as const) {
  test(`WebKit: the picture’s script ${how}: poster and text stay, and one line says what now`, () => visit('', { ...options, settled: false, expected: /turning-point\.js/ }, async (page) => {
    await page.until('the page to give the picture up', () => page.evaluate(() => document.querySelector('turning-point.settled')));
    assert.equal(await page.evaluate(() => customElements.get('turning-point') === undefined), true, 'the script of this test came after all');
    const lines = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('turning-point [role=status]')].map(({ innerText }) => innerText));
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, kNotLoaded);
    assert.match(lines[0]!, /text below.*reload/i);
    await expectReadable(page);
    await expectLinks(page);
  }));
}

test('WebKit: the second part of the script is missing: poster and text stay, and one line says so', () => visit('', { missing: /assets\/session-/, expected: /session-|Importing a module script failed/ }, async (page) => {
  const { heard } = await page.watched();
  assert.deepEqual(heard.filter(({ name }) => name === 'tp-error').map(({ detail }) => detail['code']), ['program-not-loaded']);
  assert.match(await page.textOf('[role=status]'), kNotLoaded);
  await expectReadable(page);
  await expectLinks(page);
}));

/** The static picture, and the text, and no blank canvas. */
async function expectReadable(page: WebKitPage): Promise<void> {
  const poster = await page.evaluate(() => {
    const image = document.querySelector<HTMLImageElement>('turning-point picture img')!;
    return { height: image.getBoundingClientRect().height, isLoaded: image.complete && image.naturalWidth > 0 };
  });
  assert.ok(poster.isLoaded && poster.height > 300, `the poster is gone: ${JSON.stringify(poster)}`);
  assert.equal(await page.evaluate(() => (document.querySelector('turning-point')!.shadowRoot?.querySelector('canvas')?.getClientRects().length ?? 0) > 0), false, 'a canvas is shown');
  assert.ok(await page.evaluate((id) => document.getElementById(id)!.querySelector('.summary')!.getClientRects().length > 0, kEvent), 'the text is gone');
}

/** Links lead through the story as text: from the chapters to their events, from an event to what it speaks of. */
async function expectLinks(page: WebKitPage): Promise<void> {
  for (const selector of ['.contents li:nth-child(2) a', `#${kEvent} .involved a`]) {
    const id = await page.evaluate((selector) => {
      const link = document.querySelector<HTMLAnchorElement>(selector)!;
      link.click();
      return decodeURIComponent(link.hash.slice(1));
    }, selector);
    await page.until(`#${id} to be in view`, () => page.evaluate((id) => {
      const { top, bottom } = document.getElementById(id)!.getBoundingClientRect();
      return location.hash === `#${id}` && bottom > 0 && top < innerHeight;
    }, id));
  }
}

/** The heading of an event in the page's text. */
function titleOf(page: Parameters<Parameters<typeof visit>[2]>[0], id: string): Promise<string> {
  return page.evaluate((id) => document.getElementById(id)!.querySelector('h3')!.textContent!.trim(), id);
}
