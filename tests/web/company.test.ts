// Many pictures on one page: one download and one compilation, graphics for those that are seen, nothing left of those gone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { notInFirefox, settle, storyUrl } from './support/browser.ts';
import { hostPage, isMock, stage } from './support/stage.ts';

const { visit } = stage();
const story = await storyUrl();
const column = (count: number) => Array.from({ length: count }, (_, i) => `<turning-point id="p${i}" story="${story}" loading="eager"></turning-point>`).join('');
const host = (count: number) => ({ before: (page: Page) => hostPage(page, column(count)), settled: false });
const running = (page: Page) => page.evaluate(() => [...document.querySelectorAll('turning-point')].filter((each) => each.shadowRoot!.querySelector('.widget[data-phase="ready"]')).length);

test('Company: the program is downloaded and compiled once for all', () => visit('host.html', {
  settled: false,
  before: async (page) => {
    await page.addInitScript(() => {
      const counts = ((window as unknown as { compiled: number }).compiled = 0, window as unknown as { compiled: number });
      for (const name of ['compile', 'compileStreaming'] as const) {
        const own = WebAssembly[name] as (...args: unknown[]) => Promise<WebAssembly.Module>;
        (WebAssembly as unknown as Record<string, unknown>)[name] = (...args: unknown[]) => ((counts.compiled += 1), own(...args));
      }
    });
    await hostPage(page, column(4));
  },
}, async ({ page, requests }) => {
  for (let i = 0; i < 4; i += 1) await settle(page, `#p${i}`);
  assert.equal(await page.evaluate('compiled'), 1);
  assert.equal(requests.filter((url) => url.endsWith('.wasm')).length, 1);
}));

test('Company: twenty on a page all work, and only some of them hold graphics', () => visit('host.html', host(20), async ({ page }) => {
  for (let i = 0; i < 20; i += 1) await page.waitForFunction((i) => (document.querySelector(`#p${i}`) as HTMLElement & { state: { at: string } }).state.at !== '', i);
  assert.ok((await running(page)) <= 9, `${await running(page)} run at once`);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (const i of [19, 10, 0]) {
    await page.locator(`#p${i}`).scrollIntoViewIfNeeded();
    await page.locator(`#p${i} .widget[data-phase="ready"]`).waitFor();
    await settle(page, `#p${i}`);
    assert.ok((await running(page)) <= 9, `${await running(page)} run at once`);
    // Those that rest keep their places.
    assert.ok(Math.abs((await page.evaluate(() => document.documentElement.scrollHeight)) - height) <= 40, 'the page jumped');
  }
}));

test('Company: one that rested comes back with the view that it had', () => visit('host.html', host(12), async ({ page }) => {
  for (let i = 0; i < 12; i += 1) await page.waitForFunction((i) => (document.querySelector(`#p${i}`) as HTMLElement & { state: { at: string } }).state.at !== '', i);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.locator('#p0 .widget[data-phase="ready"]').waitFor();
  await page.evaluate(() => (document.querySelector('#p0') as HTMLElement & { compare(a: string, b: string): void }).compare('2023-07-01', '2025-08-09'));
  await settle(page, '#p0');
  const before = await page.evaluate(() => document.querySelector('turning-point')!.view);
  assert.match(before, /compare=/);
  // Down the page, one after the other, until the first has gone to rest.
  for (let i = 2; i < 12; i += 1) {
    await page.locator(`#p${i}`).scrollIntoViewIfNeeded();
    await page.locator(`#p${i} .widget[data-phase="ready"]`).waitFor();
  }
  await page.waitForFunction(() => !document.querySelector('#p0')!.shadowRoot!.querySelector('.widget'));
  assert.equal(await page.evaluate(() => document.querySelector('turning-point')!.view), before);
  await page.locator('#p0').scrollIntoViewIfNeeded();
  await page.locator('#p0 .widget[data-phase="ready"]').waitFor();
  await settle(page, '#p0');
  assert.equal(await page.evaluate(() => document.querySelector('turning-point')!.view), before);
}));

const kTimes = isMock ? 1000 : 40;
test(`Company: put in and taken out ${kTimes} times, nothing grows`, notInFirefox('counts over CDP, which only Chromium speaks'), () => visit('host.html', {
  before: async (page) => {
    // A thousand contexts of a software renderer would take the test's time: the stand-in draws into nothing here.
    if (isMock) await page.addInitScript(() => {
      const own = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind === 'webgl2' ? new Proxy({}, { get: () => () => undefined }) : (own as (...args: unknown[]) => unknown).call(this, kind, ...rest);
      } as typeof own;
    });
    await hostPage(page, column(1));
  },
}, async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const measure = async () => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
    return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') };
  };
  const cycle = (times: number) => page.evaluate(async ({ times, story }) => {
    for (let i = 0; i < times; i += 1) {
      const element = document.createElement('turning-point');
      element.setAttribute('loading', 'eager');
      element.setAttribute('story', story);
      document.body.append(element);
      await element.whenIdle();
      element.remove();
      await new Promise((done) => setTimeout(done));
    }
  }, { times, story });
  await cycle(10);
  const before = await measure();
  await cycle(kTimes);
  const after = await measure();
  assert.ok(after.nodes - before.nodes < 100, `${after.nodes - before.nodes} nodes more`);
  assert.ok(after.listeners - before.listeners < 20, `${after.listeners - before.listeners} listeners more`);
  assert.ok(after.heap - before.heap < 2_000_000, `${after.heap - before.heap} bytes more`);
}));
