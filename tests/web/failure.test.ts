// Everything that can go wrong on the way to a picture: the text stays, one plain line says why, the host is told.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page, Route } from 'playwright-core';
import { distFolder, settle, storyUrl, type Opened } from './support/browser.ts';
import { hostPage, isMock, stage } from './support/stage.ts';

const { visit } = stage();
const story = await storyUrl();
const storyBytes = await readFile(join(distFolder, story));
const body = `<turning-point story="${story}" loading="eager"><p id="text">The text of the story</p></turning-point>`;
const listen = `<script>window.errors=[];document.addEventListener('tp-error',(event)=>errors.push(event.detail))</script>`;

interface Fault {
  name: string;
  code: string;
  says: RegExp;
  body?: string;
  retry?: boolean;
  break: (page: Page) => Promise<unknown>;
}

const answer = (body: Buffer | string, status = 200) => (route: Route) => route.fulfill({ status, contentType: 'application/json', body });
const withoutWebGl = () => {
  const own = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
    return kind === 'webgl2' ? null : (own as (...args: unknown[]) => RenderingContext | null).call(this, kind, ...rest);
  } as typeof own;
};

const faults: Fault[] = [
  { name: 'no WebAssembly', code: 'no-webassembly', says: /cannot run/, break: (page) => page.addInitScript(() => void delete (window as { WebAssembly?: unknown }).WebAssembly) },
  { name: 'no WebGL 2', code: 'no-webgl2', says: /cannot draw/, break: (page) => page.addInitScript(withoutWebGl) },
  { name: 'the program answers 404', code: 'program-not-loaded', says: /could not be downloaded/, retry: true, break: (page) => page.route('**/*.wasm', answer('', 404)) },
  { name: 'the program’s download breaks off', code: 'program-not-loaded', says: /could not be downloaded/, retry: true, break: (page) => page.route('**/*.wasm', (route) => route.abort('connectionreset')) },
  { name: 'the program arrives damaged', code: 'program-not-loaded', says: /could not be downloaded/, retry: true, break: (page) => page.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: 'not a program' })) },
  { name: 'a font is missing', code: 'program-not-loaded', says: /could not be downloaded/, retry: true, break: (page) => page.route('**/*semibold*.ttf', answer('', 404)) },
  { name: 'the story answers 404', code: 'story-not-loaded', says: /data of this story could not/, retry: true, break: (page) => page.route('**/story/*.json', answer('', 404)) },
  { name: 'the story’s download breaks off', code: 'story-not-loaded', says: /data of this story could not/, retry: true, break: (page) => page.route('**/story/*.json', (route) => route.abort('failed')) },
  { name: 'the story is cut short', code: 'story-refused', says: /has mistakes/, break: (page) => page.route('**/story/*.json', answer(storyBytes.subarray(0, storyBytes.length >> 1))) },
  { name: 'the story is empty', code: 'story-refused', says: /has mistakes/, break: (page) => page.route('**/story/*.json', answer('')) },
  { name: 'the story is HTML', code: 'story-refused', says: /has mistakes/, break: (page) => page.route('**/story/*.json', answer('<!DOCTYPE html><title>Sign in</title>')) },
  { name: 'the story is of another version', code: 'story-refused', says: /has mistakes/, break: (page) => page.route('**/story/*.json', answer('{"format":"turning-point/9","id":"x","languages":["en"],"title":"x","events":[]}')) },
  { name: 'the story is no UTF-8', code: 'story-refused', says: /has mistakes/, break: (page) => page.route('**/story/*.json', answer(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))) },
  { name: 'the story’s element is missing', code: 'story-not-loaded', says: /data of this story could not/, retry: true, body: body.replace(/story="[^"]*"/, 'story="#nowhere"'), break: async () => {} },
  { name: 'no story is named', code: 'story-missing', says: /No story/, body: body.replace(/story="[^"]*"/, ''), break: async () => {} },
];

async function expectFailure({ page, troubles }: Opened, fault: Fault): Promise<void> {
  const errors = (await page.evaluate('errors')) as { code: string; message: string }[];
  assert.deepEqual(errors.map(({ code }) => code), [fault.code]);
  assert.match(errors[0]!.message, fault.says);
  const notice = page.locator('turning-point .notice');
  assert.match((await notice.textContent()) ?? '', fault.says);
  assert.equal((await notice.textContent())?.includes('Error'), false, 'the reader sees the author’s words');
  assert.ok(await page.locator('#text').isVisible(), 'the text is gone');
  assert.equal(await page.locator('turning-point canvas').isVisible(), false, 'a canvas is shown');
  assert.equal(await page.locator('turning-point .notice button').count(), fault.retry ? 1 : 0);
  assert.ok(troubles.some((line) => line.includes(fault.code)), 'the console does not say why');
  assert.deepEqual(troubles.filter((line) => line.startsWith('exception')), []);
  troubles.length = 0;
}

for (const fault of faults) {
  test(`Failure: ${fault.name}: the text stays and one line says why`, () => visit('host.html', {
    before: async (page) => {
      await hostPage(page, fault.body ?? body, listen);
      await fault.break(page);
    },
  }, (opened) => expectFailure(opened, fault)));
}

test('Failure: a refused story is explained to its author, in the console, line by line', () => visit('host.html', {
  before: async (page) => {
    await hostPage(page, body, listen);
    await page.route('**/story/*.json', answer(isMock ? '{}' : '{"format":"turning-point/1","id":"x","languages":["en"],"title":"x","events":[{"id":"e","when":"2000","title":"e","actors":["nobody"]}]}'));
  },
}, async ({ troubles }) => {
  assert.ok(troubles.some((line) => /:\d+:\d+: error: /.test(line)), troubles.join('\n'));
  troubles.length = 0;
}));

test('Failure: trying again works once the network does', () => visit('host.html', {
  before: async (page) => {
    await hostPage(page, body, listen);
    let times = 0;
    await page.route('**/*.wasm', (route) => ((times += 1) === 1 ? route.abort('failed') : route.continue()));
  },
}, async ({ page, troubles }) => {
  await page.locator('turning-point .notice button').click();
  await settle(page);
  assert.ok(await page.locator('turning-point canvas').isVisible());
  assert.equal(await page.locator('#text').isVisible(), false);
  troubles.length = 0;
}));

test('Failure: the picture’s own script does not come: the page reads as without scripts', () => visit('', {
  settled: false,
  before: (page) => page.route('**/turning-point.js', (route) => route.abort('failed')) as Promise<never>,
}, async ({ page, troubles }) => {
  await page.locator('turning-point.settled').waitFor();
  assert.ok(await page.locator('.contents').isVisible());
  assert.ok(await page.locator('article.event').first().isVisible());
  assert.match(await page.locator('turning-point [role=status]').innerText(), /could not be downloaded.*text below.*reload/);
  // What has the picture follow the text finds none to follow.
  await page.locator('article.event').nth(3).scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(troubles.filter((trouble) => trouble.startsWith('exception')), []);
  troubles.length = 0;
}));

test('Failure: the second part of the script does not come: one line says so', () => visit('host.html', {
  settled: false,
  before: async (page) => {
    await hostPage(page, body, listen);
    await page.route('**/assets/session-*.js', (route) => route.abort('failed'));
  },
}, async ({ page, troubles }) => {
  await page.waitForFunction('errors.length === 1');
  assert.match((await page.locator('turning-point [role=status]').textContent()) ?? '', /could not be downloaded/);
  assert.ok(await page.locator('#text').isVisible());
  troubles.length = 0;
}));

test('Failure: the worker that asks for graphics does not come: the page asks for them itself', () => visit('host.html', {
  settled: false,
  before: async (page) => {
    await hostPage(page, body, listen);
    await page.route('**/assets/graphics*.js', (route) => route.abort('failed'));
  },
}, async ({ page, troubles }) => {
  await settle(page);
  assert.ok(await page.locator('turning-point canvas').isVisible());
  assert.deepEqual(await page.evaluate('errors'), []);
  troubles.length = 0;
}));

test('Failure: graphics that do not come back end in one line, not in a blank canvas', () => visit('host.html', {
  before: (page) => hostPage(page, body, listen),
}, async ({ page, troubles }) => {
  await page.clock.install();
  await page.evaluate(() => document.querySelector('turning-point')!.shadowRoot!.querySelector('canvas')!.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext());
  await page.waitForFunction(() => document.querySelector('turning-point')!.shadowRoot!.querySelector('canvas')!.getContext('webgl2')!.isContextLost());
  await page.clock.runFor(20_000);
  await page.waitForFunction('errors.length === 1');
  assert.deepEqual(((await page.evaluate('errors')) as { code: string }[]).map(({ code }) => code), ['context-lost']);
  assert.ok(await page.locator('#text').isVisible());
  troubles.length = 0;
}));

test('Failure: an element without text inside says what can be tried', () => visit('host.html', {
  before: async (page) => {
    await hostPage(page, `<turning-point story="${story}" loading="eager"></turning-point>`, listen);
    await page.addInitScript(withoutWebGl);
  },
}, async ({ page, troubles }) => {
  assert.match((await page.locator('turning-point .notice').textContent()) ?? '', /cannot draw/);
  troubles.length = 0;
}));
