// How fast, how big? Frames, loading and memory in Chromium on generated stories, with what is to be reached beside each.
// Part of ./scripts/bench: [--quick] [--only <part of a row's name>] [--json <file>]
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { Bench, BenchResult } from '../../../web/src/bench.ts';
import { launch, open, Site } from './browser.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, json: { type: 'string' } },
  allowPositionals: true,
});

interface Row {
  what: string;
  goal: string;
  measured: string;
  met: boolean | null;
}
const rows: Row[] = [];

function row(what: string, goal: string, measured: string, met: boolean | null): void {
  rows.push({ what, goal, measured, met });
  console.log(`  ${what.padEnd(58)}${goal.padEnd(26)}${measured.padEnd(34)}${met === null ? '' : met ? 'met' : 'NOT MET'}`);
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

async function opened(browser: Browser, site: Site, events: number, actors: number, relations: number): Promise<{ page: Page; bench: Bench; close: () => Promise<void> }> {
  const { context, page } = await open(browser, `${site.url}bench.html?events=${events}&actors=${actors}&relations=${relations}&seed=1`, { reducedMotion: 'no-preference' });
  await page.waitForFunction('window.tpBench', undefined, { timeout: 300_000 });
  const bench = await page.evaluate(() => {
    const found = window.tpBench!;
    return 'error' in found ? found : { ready_ms: found.ready_ms, story_bytes: found.story_bytes, memory: found.memory_bytes() };
  });
  if ('error' in bench) throw new Error(`${events} events: ${bench.error}`);
  return { page, bench: { ...bench, memory_bytes: () => bench.memory } as unknown as Bench, close: () => context.close() };
}

/** The most memory that the page's process ever had, in bytes. */
async function peakOfRenderer(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: { type: string; id: number }[] };
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => {
    try {
      return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1024;
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...peaks);
}

const run = (browser: Browser, page: Page, what: string, frames: number) =>
  computedIn(browser, page, () => page.evaluate(([what, frames]) => (window.tpBench as Bench).run(what as never, frames as number), [what, frames] as const));

/** In its first seconds the browser still compiles the program, better, while it runs: that belongs to loading. */
const warmUp = (page: Page, what: string, frames: number) =>
  page.evaluate(([what, frames]) => (window.tpBench as Bench).run(what as never, frames as number), [what, frames] as const);

interface TraceEvent {
  name: string;
  ts: number;
  /** µs on its thread's own clock, which stands still while the thread waits. */
  tdur?: number;
}

/**
 * What `act` makes the page's thread compute in each frame, in ms, with the input that led to it. By the thread's clock: where the
 * processor draws in the place of a graphics card, the page waits for it more than it computes.
 */
async function computedIn(browser: Browser, page: Page, act: () => Promise<BenchResult>): Promise<{ cpu: number[]; result: BenchResult }> {
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  const result = await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const cpu: number[] = [];
  let input = 0;
  for (const { name, tdur = 0 } of traceEvents.filter(({ name }) => name === 'FireAnimationFrame' || name === 'EventDispatch').sort((a, b) => a.ts - b.ts)) {
    if (name === 'EventDispatch') input += tdur / 1000;
    else {
      cpu.push(input + tdur / 1000);
      input = 0;
    }
  }
  return { cpu, result };
}

function frameRow(what: string, { cpu, result }: { cpu: number[]; result: BenchResult }, goal: number): void {
  const median = quantile(cpu, 0.5);
  const p99 = quantile(cpu, 0.99);
  row(what, `≤ ${goal} ms, p99 ≤ 2×`, `${median.toFixed(2)} ms, p99 ${p99.toFixed(2)} (waiting too ${quantile(result.frames, 0.5).toFixed(2)}, ${quantile(result.frames, 0.99).toFixed(2)})`,
    median <= goal && p99 <= 2 * Math.max(median, 0.5));
}

const wanted = (what: string) => !values.only || what.includes(values.only);
const timelines: [number, number, number | null][] = [[50, 2, null], [10_000, 3, null], [100_000, 4, 1.5], ...(values.quick ? [] : [[1_000_000, 6, 12] as [number, number, number]])];
const maps: [number, number, number][] = [[1000, 3000, 3], [5000, 20_000, 4]];
const frames = values.quick ? 120 : 400;

const site = await Site.open();
try {
  console.log('  in Chromium with software GL: what the page\'s thread computes in a frame, calls to WebGL included');
  for (const [events, goal, readyGoal] of timelines) {
    if (!wanted(`timeline ${events}`)) continue;
    const browser = await launch();
    const { page, bench } = await opened(browser, site, events, 40, 80);
    const name = events.toLocaleString('en');
    if (readyGoal) row(`${name} events, ready (${(bench.story_bytes / 1e6).toFixed(0)} MB of JSON)`, `≤ ${readyGoal} s`, `${(bench.ready_ms / 1000).toFixed(2)} s`, bench.ready_ms <= readyGoal * 1000);
    await warmUp(page, 'timeline', 200);
    frameRow(`${name} events, panning and zooming`, await run(browser, page, 'timeline', frames), goal);
    frameRow(`${name} events, panning`, await run(browser, page, 'timeline-pan', frames), goal);
    frameRow(`${name} events, zooming`, await run(browser, page, 'timeline-zoom', frames), goal);
    const steps = await page.evaluate(() => (window.tpBench as Bench).steps(30));
    row(`${name} events, a step of the playhead`, '≤ 16 ms', `${quantile(steps.frames, 0.5).toFixed(2)} ms, worst ${Math.max(...steps.frames).toFixed(2)}`, quantile(steps.frames, 0.5) <= 16);
    if (events >= 1_000_000) {
      const peak = await peakOfRenderer(browser);
      row(`${name} events, memory of the page's process at most`, '≤ 1.2 GB', `${(peak / 1e9).toFixed(2)} GB (program ${(bench.memory_bytes() / 1e9).toFixed(2)})`, peak <= 1.2e9);
    }
    await browser.close();
  }
  for (const [actors, relations, goal] of maps) {
    if (!wanted(`map ${actors}`)) continue;
    const browser = await launch();
    const { page, bench } = await opened(browser, site, 200, actors, relations);
    const name = `${actors.toLocaleString('en')}/${relations.toLocaleString('en')}`;
    row(`map of ${name}, ready`, '', `${(bench.ready_ms / 1000).toFixed(2)} s`, null);
    // Software takes a second to paint each frame of the larger one.
    await warmUp(page, 'map-pan', 20);
    frameRow(`map of ${name}, panning`, await run(browser, page, 'map-pan', Math.min(frames, 100)), goal);
    const steps = await page.evaluate(() => (window.tpBench as Bench).steps(12));
    row(`map of ${name}, a step of the playhead`, '≤ 16 ms', `${quantile(steps.frames, 0.5).toFixed(2)} ms, worst ${Math.max(...steps.frames).toFixed(2)}`, quantile(steps.frames, 0.5) <= 16);
    await browser.close();
  }
} finally {
  await site.close();
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
