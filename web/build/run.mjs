// Runs a TypeScript file of this project: `node build/run.mjs <file.ts> [arguments]`.
// Bundled first, so that neither Node's version nor a loader matters; packages stay outside the bundle.
import { build } from 'esbuild';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const webFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error('run.mjs: which file?');
  process.exit(2);
}
// Inside node_modules, because that is where the bundle finds the packages.
const out = join(webFolder, 'node_modules/.cache/turning-point', basename(entry).replace(/\.ts$/, '.mjs'));
await build({
  entryPoints: [resolve(entry)],
  outfile: out,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  tsconfigRaw: {}, // its paths would pull the packages in
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv.splice(1, process.argv.length - 1, out, ...args);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(out).href);
