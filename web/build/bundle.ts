// How do scripts and styles become files of the site? esbuild, with the program's file names and the styles put in.
import { build, transform, type BuildOptions, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Letters } from '../src/letters.ts';
import type { HashedFile } from './hashed_files.ts';

export interface ProgramFiles {
  glue: HashedFile;
  wasm: HashedFile;
  /** The worker that asks for graphics. */
  graphics: HashedFile;
  borders: HashedFile | null;
  /** The program that writes SVG, and the script for it. */
  picture: { glue: HashedFile; wasm: HashedFile; script: HashedFile } | null;
  fonts: (HashedFile & { weight: number; letters: Letters })[];
  /** What the site offers to other pages, seen from assets/. */
  site: { embed: string; host: string; element: string; story: string } | null;
}

/** How many of each thing an article holds. */
export type Counts = Record<'actors' | 'relations' | 'sources', number>;

const common: BuildOptions = {
  bundle: true,
  format: 'esm',
  target: ['chrome111', 'firefox115', 'safari16.4'],
  minify: true,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** Emscripten's script without its spaces and long names: a quarter less on the wire. */
export async function minifiedScript(path: string): Promise<Uint8Array> {
  const { code } = await transform(await readFile(path, 'utf8'), { minify: true, format: 'esm', target: common.target ?? [], legalComments: 'none' });
  return new TextEncoder().encode(code);
}

/** The worker that finds out whether there are graphics. */
export async function graphicsScript(): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...common, format: 'iife', write: false, metafile: false, entryPoints: ['src/graphics_worker.ts'] });
  const [file] = outputFiles ?? [];
  if (!file) throw new Error('nothing was made of src/graphics_worker.ts');
  return file.contents;
}

/** What draws SVG with the program for that. For itself, so that it takes no part out of the scripts that come at once. */
export async function pictureScript(glue: HashedFile, wasm: HashedFile): Promise<Uint8Array> {
  const asset = ({ name, bytes }: HashedFile) => JSON.stringify({ url: addressOf(name), bytes });
  const { outputFiles } = await build({
    ...common, write: false, metafile: false, entryPoints: ['src/picture.ts'],
    plugins: [virtual('tp:picture', `export const glue = ${asset(glue)};\nexport const wasm = ${asset(wasm)};`)],
  });
  const [file] = outputFiles ?? [];
  if (!file) throw new Error('nothing was made of src/picture.ts');
  return file.contents;
}

/** turning-point.js and the hashed scripts that it loads when a picture is wanted: `scripts`, the first of them first. */
export async function bundleElement(out: string, files: ProgramFiles): Promise<{ scripts: string[] }> {
  const { metafile } = await build({
    ...common,
    entryPoints: { 'turning-point': 'src/define.ts' },
    outdir: out,
    splitting: true,
    chunkNames: 'assets/[name]-[hash]',
    plugins: [assetNames(files), pictureName(files), minifiedStyles],
  });
  const outputs = metafile?.outputs ?? {};
  const session = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === 'src/session.ts');
  if (!session) throw new Error('the bundle has no part made from src/session.ts');
  // What it shares with the panels is a part of its own, which it cannot start without.
  const shared = outputs[session]?.imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path) ?? [];
  return { scripts: [session, ...shared].map((path) => resolve(path)).filter((path) => !path.endsWith('turning-point.js')) };
}

/** Element and article in one script and one style sheet, for a file that holds everything: `files` are data addresses. */
export async function bundleSingle(files: ProgramFiles, counts: Counts): Promise<{ script: string; style: string }> {
  const script = await build({
    ...common, write: false, metafile: false, stdin: { contents: "import './define.ts';\nimport './page.ts';", resolveDir: resolve('src'), loader: 'ts' },
    plugins: [assetNames(files), pictureName(files), minifiedStyles],
  });
  const style = await build({ ...common, write: false, metafile: false, entryPoints: ['src/styles/article.css'], plugins: [fontFaces(files.fonts), countsOf(counts)] });
  const [code, css] = [script.outputFiles?.[0]?.text, style.outputFiles?.[0]?.text];
  if (!code || !css) throw new Error('the single file lacks its script or its style sheet');
  return { script: code, style: css };
}

/** The style sheet of the gallery. */
export async function bundleGallery(out: string): Promise<string> {
  const { metafile } = await build({ ...common, entryPoints: { gallery: 'src/styles/dev.css' }, outdir: out, entryNames: 'assets/[name]-[hash]' });
  return resolve(Object.keys(metafile?.outputs ?? {})[0] ?? '');
}

/**
 * The worker that keeps the site for readers without a network. Its version is the hash of everything it keeps, at once or `used`
 * once.
 */
export async function bundleWorker(out: string, version: string, keep: string[], used: string[]): Promise<void> {
  await build({
    ...common, format: 'iife', entryPoints: { sw: 'src/service_worker.ts' }, outdir: out,
    define: { VERSION: JSON.stringify(version), KEEP: JSON.stringify(keep), USED: JSON.stringify(used) },
  });
}

/** The article's own script and style sheet. */
export function bundlePage(out: string, fonts: ProgramFiles['fonts'], counts: Counts): Promise<PageParts> {
  return bundleOwn(out, [fontFaces(fonts), countsOf(counts)], 'src/page.ts', 'src/styles/article.css');
}

/** Those of the presenter's window. */
export function bundlePresenter(out: string, fonts: ProgramFiles['fonts']): Promise<PageParts> {
  return bundleOwn(out, [fontFaces(fonts)], 'src/presenter.ts', 'src/styles/presenter.css');
}

interface PageParts {
  script: string;
  style: string;
}

/** What a page of the site has of its own; what its script imports later is in parts of their own. */
async function bundleOwn(out: string, plugins: Plugin[], script: string, style: string): Promise<PageParts> {
  const { metafile } = await build({
    ...common,
    entryPoints: [script, style],
    outdir: out,
    entryNames: 'assets/[name]-[hash]',
    splitting: true,
    chunkNames: 'assets/[name]-[hash]',
    plugins,
  });
  const outputs = metafile?.outputs ?? {};
  const madeOf = (source: string) => {
    const path = Object.keys(outputs).find((each) => outputs[each]?.entryPoint === source);
    if (!path) throw new Error(`nothing was made of ${source}`);
    return resolve(path);
  };
  return { script: madeOf(script), style: madeOf(style) };
}

/** The developers' page that measures generated stories of any size; nothing else of the site names it. */
export async function bundleBench(out: string): Promise<string> {
  const { metafile } = await build({ ...common, entryPoints: { bench: 'src/bench.ts' }, outdir: out, entryNames: 'assets/[name]-[hash]' });
  return Object.keys(metafile?.outputs ?? {}).map((path) => resolve(path))[0] ?? '';
}

/** The page for iframes, and the script for the pages around them. */
export async function bundleEmbed(out: string): Promise<{ script: string; style: string }> {
  const { metafile } = await build({
    ...common, entryPoints: { embed: 'src/embed.ts', frame: 'src/styles/embed.css' }, outdir: out, entryNames: 'assets/[name]-[hash]',
  });
  // No module: a page may hold it without a build step, and before or behind its frames.
  await build({ ...common, format: 'iife', entryPoints: { 'embed-host': 'src/embed_host.ts' }, outdir: out });
  const made = Object.keys(metafile?.outputs ?? {}).map((path) => resolve(path));
  const script = made.find((path) => path.endsWith('.js'));
  const style = made.find((path) => path.endsWith('.css'));
  if (!script || !style) throw new Error('the page for iframes lacks its script or its style sheet');
  return { script, style };
}

/** `import … from 'tp:assets'`: where the program's files lie, seen from a script in assets/. */
function assetNames({ glue, wasm, graphics, borders, fonts, site }: ProgramFiles): Plugin {
  const url = ({ name, bytes }: HashedFile) => ({ url: addressOf(name), bytes });
  const contents = [
    `export const glue = ${JSON.stringify(url(glue))};`,
    `export const wasm = ${JSON.stringify(url(wasm))};`,
    `export const graphicsWorker = ${JSON.stringify(addressOf(graphics.name))};`,
    `export const borders = ${JSON.stringify(borders && url(borders))};`,
    `export const site = ${JSON.stringify(site)};`,
    `export const fonts = ${JSON.stringify(fonts.map((font) => ({ ...url(font), weight: font.weight, letters: font.letters })))};`,
  ].join('\n');
  return virtual('tp:assets', contents);
}

/** `import … from 'tp:picture'`: apart, so that whoever waits for the canvas does not wait for this name. */
const pictureName = ({ picture }: ProgramFiles) => virtual('tp:picture', `export const script = ${JSON.stringify(picture && addressOf(picture.script.name))};`);

/** A module that the build writes. */
function virtual(name: string, contents: string): Plugin {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, ({ path }) => ({ path, namespace: name }));
      build.onLoad({ filter: /.*/, namespace: name }, () => ({ contents, loader: 'js' }));
    },
  };
}

/** Seen from assets/; what a single file holds is its own address. */
const addressOf = (name: string) => (name.startsWith('data:') ? name : `./${name}`);

/** A style sheet imported by a script is its text: shadow roots get it as a constructed sheet. */
const minifiedStyles: Plugin = {
  name: 'minified-styles',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target: common.target ?? [] });
      return { contents: code, loader: 'text' };
    });
  },
};

/** `@import "tp:fonts"` in the article's style sheet: the faces that the picture uses too, so they come down once. */
function fontFaces(fonts: ProgramFiles['fonts']): Plugin {
  const faces = fonts.filter(({ letters }) => letters === 'latin').map(({ name, weight }) => `@font-face {
    font-family: "Turning Point Sans"; font-weight: ${weight}; font-style: normal; font-display: swap;
    src: url("${addressOf(name)}") format("truetype");
  }`);
  return {
    name: 'font-faces',
    setup(build) {
      build.onResolve({ filter: /^tp:fonts$/ }, ({ path }) => ({ path, namespace: 'fonts' }));
      build.onLoad({ filter: /.*/, namespace: 'fonts' }, () => ({ contents: faces.join('\n'), loader: 'css', resolveDir: join('src') }));
      build.onResolve({ filter: /\.ttf$/ }, ({ path }) => ({ path, external: true }));
    },
  };
}

/** `@import "tp:counts"` in the article's style sheet: from how many things there are, heights are guessed. */
function countsOf(counts: Counts): Plugin {
  const contents = `:root { ${Object.entries(counts).map(([name, count]) => `--${name}: ${count};`).join(' ')} }`;
  return {
    name: 'counts',
    setup(build) {
      build.onResolve({ filter: /^tp:counts$/ }, ({ path }) => ({ path, namespace: 'counts' }));
      build.onLoad({ filter: /.*/, namespace: 'counts' }, () => ({ contents, loader: 'css' }));
    },
  };
}
