// Runs the browser tests: `npm test -- [--mock] [<part of a file's name> …]`.
// In Firefox with TP_BROWSER=firefox: then, without names, only what depends on the browser. In WebKit with TP_BROWSER=webkit.
// With --mock they run on a site with a stand-in for the program, built on the spot: for work on web/ alone.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/** For a whole file. */
const kTimeoutMs = 600_000;
const tests = resolve('../tests/web');
const out = resolve('node_modules/.cache/turning-point/tests');
/**
 * What a browser's engine decides: addresses and history, focus, keys and clipboard, top layer and full screen, frames,
 * caches and workers, policies, graphics, sizes, fingers. The rest is the program's, the story's and the texts', the same
 * everywhere; all of it in Firefox too would take half an hour.
 */
const kInFirefox = ['article', 'element', 'embed', 'failure', 'layout', 'offline', 'picture', 'policy', 'present', 'tools', 'touch'];
/** What drives the two others cannot drive WebKit, so its tests are its own. */
const kInWebKit = 'webkit.test.ts';
const named = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const wanted = named.length === 0 && process.env['TP_BROWSER'] === 'firefox' ? kInFirefox.map((name) => `${name}.test`) : named;
const files = readdirSync(tests)
  .filter((name) => name.endsWith('.test.ts') && (name === kInWebKit) === (process.env['TP_BROWSER'] === 'webkit'))
  .filter((name) => (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .map((name) => join(tests, name));
if (files.length === 0) {
  console.error('no test file has such a name');
  process.exit(2);
}

const environment = { ...process.env };
let mockSite: string | undefined;
if (process.argv.includes('--mock')) {
  mockSite = mkdtempSync(join(tmpdir(), 'turning-point-mock-'));
  buildMockSite(mockSite);
  environment['TP_DIST'] = join(mockSite, 'dist');
  environment['TP_MOCK'] = '1';
}

rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: files, outdir: out, bundle: true, platform: 'node', format: 'esm', packages: 'external', tsconfigRaw: {},
  sourcemap: 'inline', outExtension: { '.js': '.mjs' }, logLevel: 'warning',
});
const bundled = files.map((file) => join(out, basename(file).replace(/\.ts$/, '.mjs')));
// Through the interface and not by options of the command, which Node 18, Debian 12's, does not know.
Object.assign(process.env, environment, { NODE_OPTIONS: '--enable-source-maps' });
let passed = 0;
let failed = 0;
let skipped = 0;
const shaky: string[] = [];
// One file after the other: all share the processor with a software renderer.
for (const file of bundled) {
  let outcome = await runFile(file);
  if (outcome.failed > 0) {
    console.log(`\n${basename(file)}: once more, to tell a fault from a busy machine`);
    const again = await runFile(file);
    if (again.failed === 0) shaky.push(...outcome.names);
    outcome = again;
  }
  passed += outcome.passed;
  failed += outcome.failed;
  skipped += outcome.skipped;
}
if (shaky.length > 0) console.log(`\npassed at the second try only; each of these is a fault of the test or of the page:\n${shaky.map((name) => `  ${name}\n`).join('')}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
if (mockSite) rmSync(mockSite, { recursive: true, force: true });

/** `names`: of what failed. A file that broke down, or holds no test, has failed itself. */
async function runFile(file: string): Promise<{ passed: number; failed: number; skipped: number; names: string[] }> {
  const results = run({ files: [file], concurrency: false, timeout: kTimeoutMs });
  const names: string[] = [];
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  results.on('test:fail', ({ name }) => names.push(`${basename(file)}: ${name}`));
  results.on('test:diagnostic', ({ message }) => {
    const [, what, count] = /^(pass|fail|cancelled|skipped) (\d+)$/.exec(message) ?? [];
    if (what === 'pass') passed += Number(count);
    else if (what === 'skipped') skipped += Number(count);
    else if (what) failed += Number(count);
  });
  results.compose(new spec()).pipe(process.stdout);
  await once(results, 'close');
  if (failed === 0 && (names.length > 0 || passed + skipped === 0)) failed = 1;
  return { passed, failed, skipped, names };
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
