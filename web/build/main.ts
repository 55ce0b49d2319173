// Puts the static site together:
//
//   npm run build -- --program <folder with turning-point.mjs and .wasm> --fonts <folder> --out <folder>
//                    [--story <story.json>] [--outline <outline.json>] [--address <where the site will lie>]
//
// What other pages ask for by name keeps it: index.html, embed.html, embed-host.js, turning-point.js, the posters, the story.
// Everything else carries a hash of its content in its name.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bordersAround } from './borders.ts';
import { bundleBench, bundleElement, bundleEmbed, bundleGallery, bundlePage, bundlePresenter, bundleSingle, bundleWorker, graphicsScript, minifiedScript, pictureScript, type ProgramFiles } from './bundle.ts';
import { devHtml } from './dev_html.ts';
import { embedHtml, oEmbed } from './embed_html.ts';
import { hashedCopy, hashedWrite } from './hashed_files.ts';
import { benchHtml } from './bench_html.ts';
import { pageHtml } from './page_html.ts';
import { makePosters } from './posters.ts';
import type { Outline } from './outline.ts';
import { presenterHtml } from './presenter_html.ts';

/** npm runs scripts in web/; the project is one above. */
const root = resolve('..');

const { values } = parseArgs({
  options: {
    program: { type: 'string' },
    wasm: { type: 'string' },
    fonts: { type: 'string' },
    story: { type: 'string' },
    outline: { type: 'string' },
    address: { type: 'string' },
    out: { type: 'string' },
  },
});
const program = resolve(values.program ?? values.wasm ?? join(root, 'build/web-release'));
const fontFolder = resolve(values.fonts ?? join(root, 'build/fonts'));
const story = resolve(values.story ?? join(root, 'assets/story/us-azerbaijan.json'));
const out = resolve(values.out ?? join(root, 'dist'));
const address = (values.address ?? process.env['TP_ADDRESS'] ?? '').replace(/\/?$/, (end) => (end || values.address ? '/' : ''));

/** Font files by their role; Armenian and Georgian are one file for every weight on the canvas. */
const kFonts = [
  { file: 'turning-point-sans-regular.ttf', weight: 400, letters: 'latin' },
  { file: 'turning-point-sans-semibold.ttf', weight: 600, letters: 'latin' },
  { file: 'turning-point-sans-european-regular.ttf', weight: 400, letters: 'european' },
  { file: 'turning-point-sans-european-semibold.ttf', weight: 600, letters: 'european' },
  { file: 'turning-point-sans-cyrillic-regular.ttf', weight: 400, letters: 'cyrillic' },
  { file: 'turning-point-sans-cyrillic-semibold.ttf', weight: 600, letters: 'cyrillic' },
  { file: 'turning-point-sans-extra-regular.ttf', weight: 0, letters: 'caucasian' },
] as const;

async function main(): Promise<void> {
  await emptyFolder(out);
  const assets = join(out, 'assets');
  const glue = await hashedWrite(assets, 'turning-point.js', await minifiedScript(join(program, 'turning-point.mjs')));
  const wasm = await hashedCopy(join(program, 'turning-point.wasm'), assets);
  const picture = await makePicture(assets);
  const graphics = await hashedWrite(assets, 'graphics.js', await graphicsScript());
  const fonts = [];
  for (const { file, weight, letters } of kFonts) {
    const path = join(fontFolder, file);
    if (letters !== 'latin' && !existsSync(path)) continue;
    fonts.push({ ...(await hashedCopy(path, assets)), weight, letters });
  }
  const lines = await bordersAround(JSON.parse(await readFile(story, 'utf8')));
  const borders = lines && (await hashedWrite(assets, 'borders.bin', lines));
  const site = { embed: '../embed.html', host: '../embed-host.js', element: '../turning-point.js', story: `../story/${basename(story)}` };
  const element = await bundleElement(out, { glue, wasm, graphics, borders, picture, fonts, site });
  const outline = await readOutline();
  const counts = { actors: outline.actors.length, relations: outline.relations.length, sources: outline.sources.length };
  const page = await bundlePage(out, fonts, counts);
  // As its author wrote it, under the name that other pages can rely on. The page itself holds it without its spaces.
  await cp(story, join(out, 'story', basename(story)));
  const compact = JSON.stringify(JSON.parse(await readFile(story, 'utf8')));
  await cp('types/turning-point.d.ts', join(out, 'turning-point.d.ts'));
  const icon = await hashedWrite(assets, 'icon.svg', await readFile('src/icon.svg'));
  const posters = await makePosters(toolFor('poster'), story, fontFolder, assets);
  // Under a plain name too, for other pages' `poster` and for whoever previews a link.
  for (const { name, svg } of posters) await writeFile(join(out, name), svg);
  await writeFile(join(out, 'index.html'), pageHtml(outline, {
    element: 'turning-point.js',
    script: relative(out, page.script),
    style: relative(out, page.style),
    icon: `assets/${icon.name}`,
    posters,
    story: compact,
    modules: [...element.scripts.map((path) => relative(out, path)), `assets/${glue.name}`],
    preload: [wasm, ...fonts.filter(({ letters }) => letters === 'latin')].map(({ name }) => `assets/${name}`),
  }));
  await writeFile(join(out, 'bench.html'), benchHtml(relative(out, await bundleBench(out))));
  const presenter = await bundlePresenter(out, fonts);
  await writeFile(join(out, 'presenter.html'), presenterHtml({
    script: relative(out, presenter.script), style: relative(out, presenter.style), icon: `assets/${icon.name}`,
  }));
  const frame = await bundleEmbed(out);
  await writeFile(join(out, 'embed.html'), embedHtml(outline, {
    element: 'turning-point.js',
    script: relative(out, frame.script),
    style: relative(out, frame.style),
    icon: `assets/${icon.name}`,
    story: `story/${basename(story)}`,
    posters,
  }));
  // The whole of it as one file, which opens from any disk.
  const inside = async <T extends { name: string }>(file: T) => ({ ...file, name: dataAddress(file.name, await readFile(join(assets, file.name))) });
  const single = await bundleSingle({
    glue: await inside(glue), wasm: await inside(wasm), graphics: await inside(graphics), borders: borders && await inside(borders), picture: null, fonts: await Promise.all(fonts.map(inside)), site: null,
  }, counts);
  await writeFile(join(out, basename(story).replace(/\.json$/, '.html')), pageHtml(outline, {
    element: null, ...single, story: compact, modules: [], preload: [],
    icon: dataAddress(icon.name, await readFile(join(assets, icon.name))),
    posters: posters.map((poster) => ({ ...poster, href: dataAddress(poster.name, poster.svg) })),
  }));
  await bundleWorker(out, ...(await keptFiles()));
  await writeGallery(`assets/${icon.name}`);
  await writeFile(join(out, 'oembed.json'), oEmbed(outline, address, posters[0]));
  await listFiles();
}

/** What draws SVG, where its program has been built. */
async function makePicture(assets: string): Promise<ProgramFiles['picture']> {
  const path = join(program, 'turning-point-picture.mjs');
  if (!existsSync(path)) return null;
  const glue = await hashedWrite(assets, 'turning-point-picture.js', await minifiedScript(path));
  const wasm = await hashedCopy(join(program, 'turning-point-picture.wasm'), assets);
  return { glue, wasm, script: await hashedWrite(assets, 'picture.js', await pictureScript(glue, wasm)) };
}

/** After everything that a reader keeps: the gallery is for people who embed. Its other stories are those of the tests. */
async function writeGallery(icon: string): Promise<void> {
  const others = [];
  for (const [title, name] of [['Every field', 'full.json'], ['Deep time', 'deep-time.json'], ['Loops and parallel relations', 'multi-edges-and-loops.json']] as const) {
    await cp(join(root, 'tests/stories/valid', name), join(out, 'gallery', name));
    others.push({ title, href: `gallery/${name}` });
  }
  const style = relative(out, await bundleGallery(out));
  await writeFile(join(out, 'dev.html'), devHtml({ element: 'turning-point.js', host: 'embed-host.js', style, icon, story: `story/${basename(story)}`, others }));
}

const kTypes: Record<string, string> = { js: 'text/javascript', wasm: 'application/wasm', ttf: 'font/ttf', svg: 'image/svg+xml', bin: 'application/octet-stream' };

function dataAddress(name: string, content: Uint8Array): string {
  return `data:${kTypes[name.split('.').pop() ?? ''] ?? ''};base64,${Buffer.from(content).toString('base64')}`;
}

/** What a reader without a network needs, what is kept for those who have used it, and the version of it all. */
async function keptFiles(): Promise<[version: string, names: string[], used: string[]]> {
  const names = ['index.html', 'turning-point.js', ...(await readdir(join(out, 'assets'))).sort().map((name) => `assets/${name}`)];
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(await readFile(join(out, name)));
  const isRare = (name: string) => /^assets\/(turning-point-)?picture\./.test(name);
  return [hash.digest('hex').slice(0, 16), ['./', ...names.filter((name) => !isRare(name))], names.filter(isRare)];
}

/** The outline as given, else as the program for Node says it. */
async function readOutline(): Promise<Outline> {
  if (values.outline) return JSON.parse(await readFile(resolve(values.outline), 'utf8')) as Outline;
  const json = execFileSync(process.execPath, [toolFor('outline'), story], { encoding: 'utf8', maxBuffer: 1 << 29, stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(json) as Outline;
}

/** A program of ours for Node. */
function toolFor(name: string): string {
  const tool = ['mjs', 'cjs', 'js'].map((ending) => join(program, `${name}.${ending}`)).find((path) => existsSync(path));
  if (!tool) throw new Error(`no program "${name}" in ${program}`);
  return tool;
}

async function emptyFolder(folder: string): Promise<void> {
  // Only a folder that this program made, or an empty one, is emptied.
  if (existsSync(folder) && (await readdir(folder)).length > 0 && !existsSync(join(folder, 'turning-point.js'))) {
    throw new Error(`${folder} is not empty and not a site made by this program`);
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'assets'), { recursive: true });
  await mkdir(join(folder, 'story'), { recursive: true });
}

async function listFiles(): Promise<void> {
  const names = (await readdir(out, { recursive: true })).sort();
  for (const name of names) {
    const { size } = await stat(join(out, name));
    if (!(await stat(join(out, name))).isDirectory()) console.log(`${String(size).padStart(9)}  ${name}`);
  }
}

try {
  await main();
} catch (error) {
  console.error(`build: ${error instanceof Error ? error.message : String(error)}`);
  console.error(`(program ${program}, fonts ${fontFolder}, story ${story}, in ${dirname(out)})`);
  process.exitCode = 1;
}
