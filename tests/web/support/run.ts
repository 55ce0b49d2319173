// Runs the browser tests: `npm test -- [--mock] [<part of a file's name> …]`.
// In Firefox with TP_BROWSER=firefox, in WebKit with TP_BROWSER=webkit. TP_FILES_AT_ONCE says how many go on at the same time.
// With --mock they run on a site with a stand-in for the program, built on the spot: for work on web/ alone.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/**
 * So many files at the same time, each a process with a browser and a server of its own. None has to be alone: focus, clipboard,
 * full screen and downloads are a browser's own without a screen, servers take free ports, folders are made for one run.
 */
const kAtOnce = Math.max(1, Number(process.env['TP_FILES_AT_ONCE'] ?? Math.min(cpus().length, 4)) || 1);
/** For a whole file, which has its part of the machine only. */
const kTimeoutMs = 600_000 * kAtOnce;
/** What takes longest begins first, or it would go on alone at the end. */
const kLongFirst = [
  'tools', 'mounts', 'present', 'predict', 'layout', 'embed', 'hostile', 'element', 'article', 'failure', 'policy', 'svg', 'picture', 'languages', 'company', 'follow',
  'reflow', 'guest', 'offline', 'looks', 'history', 'quiz', 'poster', 'statements',
];
const tests = resolve('../tests/web');
const cache = resolve('node_modules/.cache/turning-point');
interface Outcome { passed: number; failed: number; skipped: number; names: string[] }
/** These open no page: they test what is written at build time, the same in any browser. */
const kWithoutPage = ['borders', 'units'];
/** What drives the two others cannot drive WebKit, so its tests are its own. */
const kInWebKit = 'webkit.test.ts';
const named = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const leftOut = process.env['TP_BROWSER'] === 'firefox' ? kWithoutPage : [];
const files = readdirSync(tests)
  .filter((name) => name.endsWith('.test.ts') && (name === kInWebKit) === (process.env['TP_BROWSER'] === 'webkit'))
  .filter((name) => (named.length > 0 ? named.some((part) => name.includes(part)) : !leftOut.includes(basename(name, '.test.ts'))))
  .map((name) => join(tests, name));
if (files.length === 0) {
  console.error('no test file has such a name');
  process.exit(2);
}

const environment: NodeJS.ProcessEnv = { ...process.env, TP_COMPILE_ONCE: '1' };
let mockSite: string | undefined;
if (process.argv.includes('--mock')) {
  mockSite = mkdtempSync(join(tmpdir(), 'turning-point-mock-'));
  buildMockSite(mockSite);
  environment['TP_DIST'] = join(mockSite, 'dist');
  environment['TP_MOCK'] = '1';
}

mkdirSync(cache, { recursive: true });
// A folder of its own: two runs, in two browsers, may go on at the same time.
const out = mkdtempSync(join(cache, 'tests-'));
process.once('exit', () => rmSync(out, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
await build({
  entryPoints: files, outdir: out, bundle: true, platform: 'node', format: 'esm', packages: 'external', tsconfigRaw: {},
  sourcemap: 'inline', outExtension: { '.js': '.mjs' }, logLevel: 'warning',
});
// Through the interface and not by options of the command, which Node 18, Debian 12's, does not know.
Object.assign(process.env, environment, { NODE_OPTIONS: '--enable-source-maps' });

const names = files.map((file) => basename(file, '.test.ts')).sort((a, b) => place(a) - place(b));
const outcomes = new Map<string, Outcome>();
const waiting = [...names];
await Promise.all(Array.from({ length: Math.min(kAtOnce, waiting.length) }, async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) outcomes.set(name, await runFile(name));
}));
const shaky: string[] = [];
for (const [name, outcome] of outcomes) {
  if (outcome.failed === 0) continue;
  const again = await runFile(name, 'once more and alone, to tell a fault from a busy machine');
  if (again.failed === 0) shaky.push(...outcome.names);
  outcomes.set(name, again);
}
if (shaky.length > 0) console.log(`\npassed at the second try only; each of these is a fault of the test or of the page:\n${shaky.map((name) => `  ${name}\n`).join('')}`);
const sum = (what: 'passed' | 'failed' | 'skipped') => [...outcomes.values()].reduce((total, outcome) => total + outcome[what], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
if (mockSite) rmSync(mockSite, { recursive: true, force: true });

function place(name: string): number {
  const known = kLongFirst.indexOf(name);
  return known < 0 ? kLongFirst.length : known;
}

/** Runs a file as a process of its own, and prints what it says when it has ended, so that it stands together. */
async function runFile(name: string, why = ''): Promise<Outcome> {
  const began = performance.now();
  const results = run({ files: [join(out, `${name}.test.mjs`)], concurrency: false, timeout: kTimeoutMs });
  // A file that broke down, or holds no test, has failed itself.
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0, names: [] };
  results.on('test:fail', (failure) => outcome.names.push(`${name}: ${failure.name}`));
  results.on('test:diagnostic', ({ message }) => {
    const [, what, count] = /^(pass|fail|cancelled|skipped) (\d+)$/.exec(message) ?? [];
    if (what === 'pass') outcome.passed += Number(count);
    else if (what === 'skipped') outcome.skipped += Number(count);
    else if (what) outcome.failed += Number(count);
  });
  const said: string[] = [];
  const written = new Writable({ write: (part: Buffer, _, done) => (said.push(part.toString()), done()) });
  results.compose(new spec()).pipe(written);
  await once(written, 'finish');
  if (outcome.failed === 0 && (outcome.names.length > 0 || outcome.passed + outcome.skipped === 0)) outcome.failed = 1;
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`\n-- ${name}${why && `, ${why}`}: ${outcome.passed} passed, ${outcome.failed} failed in ${seconds} s\n${said.join('').replace(/^ℹ .*\n/gm, '')}`);
  return outcome;
}

function buildMockSite(folder: string): void {
  const program = join(folder, 'program');
  mkdirSync(program);
  for (const name of ['turning-point.mjs', 'poster.mjs']) copyFileSync(join(tests, 'mock', name), join(program, name));
  // The smallest module there is: a name and a version.
  writeFileSync(join(program, 'turning-point.wasm'), new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
  const outline = join(tests, 'fixtures/outline.json');
  execFileSync(process.execPath, ['build/run.mjs', 'build/main.ts', '--program', program, '--story', outline, '--outline', outline, '--out', join(folder, 'dist')], { stdio: ['ignore', 'ignore', 'inherit'] });
}
