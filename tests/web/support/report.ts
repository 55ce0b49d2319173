// What does the page cost? Prints bytes on the wire by file, CPU time of a frame while the real story is panned, the time
// until a reader can operate it, the frames of 5 idle seconds, what a reader with a slow telephone waits for and what
// Lighthouse thinks, with what is to be reached beside each.
//
//   ./scripts/report [--json <file>]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { distFolder, launch, open, settle, Site, state } from './browser.ts';
import { judge, type Judged } from './lighthouse.ts';
import { kSlowness, wait, type Waited } from './slow_reader.ts';

const kPanFrames = 300;
const kRuns = 5;

interface FileSize {
  name: string;
  raw: number;
  gzip: number;
  brotli: number;
}

function sizeOf(name: string): FileSize {
  const bytes = readFileSync(join(distFolder, name));
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

/** The files that a first visit asks for until the picture can be operated. */
async function filesOfVisit(browser: Browser, site: Site): Promise<FileSize[]> {
  const { context, page, requests } = await open(browser, site.url);
  await settle(page);
  const names = new Set(requests.map((url) => new URL(url).pathname.slice(1) || 'index.html'));
  await context.close();
  return [...names].map(sizeOf).sort((a, b) => b.brotli - a.brotli);
}

/** Milliseconds from navigation to the picture, the median of some first visits. */
async function timeToInteractive(browser: Browser, site: Site, throttle: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < kRuns; run += 1) {
    const { context, page } = await open(browser, 'about:blank');
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await page.addInitScript(() => document.addEventListener('tp-ready', () => ((window as unknown as { readyAt: number }).readyAt = performance.now())));
    await page.goto(site.url);
    await page.waitForFunction('window.readyAt', undefined, { timeout: 120_000 });
    times.push(await page.evaluate('window.readyAt') as number);
    await context.close();
  }
  return quantile(times, 0.5);
}

/** CPU milliseconds of each frame while the timeline is moved to and fro, zoomed in far enough to move. */
async function panFrames(browser: Browser, site: Site): Promise<number[]> {
  const { context, page } = await open(browser, site.url, { reducedMotion: 'no-preference' });
  await settle(page);
  const times = await page.evaluate(async (count) => {
    const element = document.querySelector('turning-point')!;
    const canvas = element.shadowRoot!.querySelector('canvas')!;
    element.gestures = 'greedy';
    const pane = element.shadowRoot!.querySelector('.pane.timeline')!.getBoundingClientRect();
    const at = { clientX: pane.x + pane.width / 2, clientY: pane.y + pane.height / 2, bubbles: true, cancelable: true };
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    canvas.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -600, ctrlKey: true }));
    await element.whenIdle();
    const times: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const before = element.state.frames;
      canvas.dispatchEvent(new WheelEvent('wheel', { ...at, deltaX: Math.floor(i / 60) % 2 === 0 ? 9 : -9 }));
      for (let waited = 0; element.state.frames === before && waited < 5; waited += 1) await frame();
      if (element.state.frames > before) times.push(element.state.cpuMs);
    }
    return times;
  }, kPanFrames);
  await context.close();
  return times;
}

async function idleFrames(browser: Browser, site: Site): Promise<number> {
  const { context, page } = await open(browser, site.url, { reducedMotion: 'no-preference' });
  await settle(page);
  const before = (await state(page)).frames;
  await page.waitForTimeout(5000);
  const after = (await state(page)).frames;
  await context.close();
  return after - before;
}

type Row = [what: string, value: string, target: string, met: boolean | null];

/** What a reader with a slow telephone waits for, medians of some first visits. */
async function rowsOfSlowReader(browser: Browser, site: Site): Promise<{ waited: Waited; rows: Row[] }> {
  const visits: Waited[] = [];
  for (let run = 0; run < kRuns; run += 1) visits.push(await wait(browser, site.url));
  const middle = (key: keyof Waited) => quantile(visits.map((visit) => visit[key]), 0.5);
  const waited = { text: middle('text'), picture: middle('picture'), shift: middle('shift') };
  const how = `CPU slowed ${kSlowness.cpu} times, ${kSlowness.bitsPerSecond / 1e6} Mbit/s`;
  return { waited, rows: [
    [`${how}: text`, `${waited.text.toFixed(0)} ms`, '≤ 500 ms', waited.text <= 500],
    ['the same: picture that can be operated', `${waited.picture.toFixed(0)} ms`, '≤ 3000 ms', waited.picture <= 3000],
    ['the same: layout shift', waited.shift.toFixed(4), '0', waited.shift === 0],
  ] };
}

function rowsOfLighthouse(name: string, { scores }: Judged): Row[] {
  return Object.entries(scores).map(([category, score]) => {
    const target = category === 'performance' ? 95 : 100;
    return [`Lighthouse, ${name}, ${category}`, score === null ? 'none' : String(score), target === 100 ? '100' : `≥ ${target}`, score === null ? null : score >= target];
  });
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

const kb = (bytes: number) => (bytes / 1000).toFixed(1).padStart(9);

/** What a file is, for the sums: "page" holds the story's text and its data. */
function kindOf(name: string): string {
  if (name.endsWith('.wasm')) return 'program';
  if (name.endsWith('.ttf')) return 'fonts';
  if (name.endsWith('.html')) return 'page with the story';
  return name.endsWith('.json') ? 'story' : 'scripts and styles';
}

function printKinds(files: FileSize[]): void {
  const sums = new Map<string, number>();
  for (const { name, brotli } of files) sums.set(kindOf(name), (sums.get(kindOf(name)) ?? 0) + brotli);
  console.log(`  ${[...sums].map(([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(0)}`).join(', ')}`);
}

function printSizes(files: FileSize[]): FileSize {
  const total = files.reduce((sum, file) => ({ name: 'total', raw: sum.raw + file.raw, gzip: sum.gzip + file.gzip, brotli: sum.brotli + file.brotli }), { name: 'total', raw: 0, gzip: 0, brotli: 0 });
  console.log('On the wire until interactive, KB         raw     gzip   brotli');
  for (const { name, raw, gzip, brotli } of [...files, total]) console.log(`  ${name.replace(/^assets\//, '').replace(/[.-]\w{8,10}(\.\w+)$/, '$1').padEnd(32)}${kb(raw)}${kb(gzip)}${kb(brotli)}`);
  printKinds(files);
  return total;
}

const { values } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
const site = await Site.open();
const browser = await launch();
try {
  const files = await filesOfVisit(browser, site);
  const total = printSizes(files);
  const frames = await panFrames(browser, site);
  const idle = await idleFrames(browser, site);
  const fast = await timeToInteractive(browser, site, 1);
  const slow = await timeToInteractive(browser, site, 4);
  const median = quantile(frames, 0.5);
  const p95 = quantile(frames, 0.95);
  const slowReader = await rowsOfSlowReader(browser, site);
  const article = await judge(site.url);
  // It sends whoever searches to the article.
  const embed = await judge(`${site.url}embed.html`, { hidden: true });
  const rows: Row[] = [
    ['bytes until interactive, brotli', `${(total.brotli / 1000).toFixed(0)} KB`, '≤ 400 KB', total.brotli <= 400_000],
    ['the same, later goal', `${(total.brotli / 1000).toFixed(0)} KB`, '≤ 330 KB', total.brotli <= 330_000],
    [`frame CPU while panning, median of ${frames.length}`, `${median.toFixed(2)} ms`, '≤ 4 ms', median <= 4],
    ['frame CPU while panning, 95th percentile', `${p95.toFixed(2)} ms`, '', null],
    ['frames in 5 idle seconds', String(idle), '0', idle === 0],
    [`navigation to interactive, median of ${kRuns}`, `${fast.toFixed(0)} ms`, '', null],
    [`the same with the CPU slowed 4 times`, `${slow.toFixed(0)} ms`, '', null],
    ...slowReader.rows,
    ...rowsOfLighthouse('article', article),
    ...rowsOfLighthouse('embed.html', embed),
  ];
  console.log(`\nMeasured in Chromium ${browser.version()} with software GL`);
  for (const [what, value, target, met] of rows) {
    console.log(`  ${what.padEnd(48)}${value.padStart(10)}   ${target.padEnd(10)}${met === null ? '' : met ? 'met' : 'NOT MET'}`);
  }
  for (const complaint of new Set([...article.complaints, ...embed.complaints])) console.log(`  Lighthouse: ${complaint}`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ files, total, median, p95, idle, fast, slow, slowReader: slowReader.waited, lighthouse: { article, embed } }, null, 2)}\n`);
} finally {
  await browser.close();
  await site.close();
}
