// What must be there before a picture can be? Checks the browser, downloads with progress, compiles once per page.

import { fonts as fontAssets, glue, wasm } from 'tp:assets';
import { fetchCounted, Progress, Shared, sharedProgram, type Listener } from './downloads.ts';
import { canDraw } from './graphics.ts';
import { lettersFor, rangeOf, type Letters } from './letters.ts';
import type { CreateProgram } from './program.ts';
import { Failure } from './types.ts';

export interface FontFile {
  weight: number;
  letters: Letters;
  bytes: Uint8Array;
}

export interface Parts {
  create: CreateProgram;
  module: WebAssembly.Module;
  fonts: FontFile[];
  story: Uint8Array;
}

export const kFontFamily = 'Turning Point Sans';

const here = (url: string) => new URL(url, import.meta.url).href;

const shared = sharedProgram<CreateProgram>(here(wasm.url), wasm.bytes, here(glue.url));

const fontsOf = (wanted: Letters) => new Shared<FontFile[]>((tell) => loadFonts(wanted, tell));
const sharedFonts: Record<Letters, Shared<FontFile[]>> = { latin: fontsOf('latin'), european: fontsOf('european'), cyrillic: fontsOf('cyrillic'), caucasian: fontsOf('caucasian') };

async function loadFonts(wanted: Letters, tell: Listener): Promise<FontFile[]> {
  const assets = fontAssets.filter(({ letters }) => letters === wanted);
  const total = assets.reduce((sum, font) => sum + font.bytes, 0);
  const loaded = new Map<string, number>();
  const files = await Promise.all(assets.map(async ({ url, bytes, weight, letters }) => {
    const response = await fetchCounted(here(url), bytes, (now) => {
      loaded.set(url, now);
      tell([...loaded.values()].reduce((sum, each) => sum + each, 0), total);
    });
    return { weight, letters, bytes: new Uint8Array(await response.arrayBuffer()) };
  }));
  offerToPage(files);
  return files;
}

/** Downloads what is not there yet, all at once. Rejects with a Failure, or with the signal's reason. */
export async function loadParts(storyUrl: string, language: string, tell: Listener, signal: AbortSignal): Promise<Parts> {
  checkBrowser();
  if (!storyUrl) throw new Failure('story-missing', 'the attribute "story" is missing or empty');
  const progress = new Progress((loaded, total) => signal.aborted || tell(loaded, total));
  const listen = (key: string) => (loaded: number, total: number) => progress.set(key, loaded, total);
  const program = Promise.all([
    shared.create.get(() => {}),
    shared.module.get(listen('wasm')),
    sharedFonts.latin.get(listen('fonts')),
  ]).catch((error: unknown) => {
    throw new Failure('program-not-loaded', String(error));
  });
  const [[create, module, fonts], story] = await Promise.all([program, loadStory(storyUrl, listen('story'), signal), checkGraphics()]);
  // Without them the picture still is one, with boxes in their place.
  const more = await Promise.all(lettersFor(language, story).map((letters) => sharedFonts[letters].get(listen(letters)).catch(() => [])));
  signal.throwIfAborted();
  return { create, module, fonts: [...fonts, ...more.flat()], story };
}

/**
 * The bytes of a story as they are: whether they are a story is for the program to say. "#id" is the text of an element of this
 * page.
 */
export async function loadStory(url: string, count: Listener, signal: AbortSignal): Promise<Uint8Array> {
  if (url.startsWith('#')) {
    const holder = document.getElementById(url.slice(1));
    if (!holder) throw new Failure('story-not-loaded', `the page has no element with the id "${url.slice(1)}"`);
    return new TextEncoder().encode(holder.textContent ?? '');
  }
  try {
    const response = await fetchCounted(new URL(url, document.baseURI).href, 0, count, signal);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    signal.throwIfAborted();
    throw new Failure('story-not-loaded', String(error));
  }
}

/** What can be known at once, before 300 KB are downloaded for nothing. */
function checkBrowser(): void {
  if (typeof WebAssembly !== 'object' || typeof WebAssembly.compile !== 'function') {
    throw new Failure('no-webassembly', 'WebAssembly is not defined');
  }
  if (!('WebGL2RenderingContext' in window)) throw new Failure('no-webgl2', 'WebGL2RenderingContext is not defined');
}

async function checkGraphics(): Promise<void> {
  if (!(await canDraw())) throw new Failure('no-webgl2', 'getContext("webgl2") gave nothing');
}

const ours = new WeakSet<FontFace>();

/** The same files serve the HTML around the canvas. Faces inside a shadow root have to be the document's. */
function offerToPage(files: FontFile[]): void {
  const known = [...document.fonts].some((face) => !ours.has(face) && face.family.replace(/["']/g, '') === kFontFamily);
  if (known) return;
  // A face joins others of its family only where the weights are the same, so a file for both is two faces.
  const faces = files.flatMap(({ weight, letters, bytes }) => (weight > 0 ? [weight] : [400, 600]).map((each) => ({ each, letters, bytes })));
  for (const { each, letters, bytes } of faces) {
    const face = new FontFace(kFontFamily, bytes.slice().buffer, {
      weight: String(each),
      unicodeRange: rangeOf(letters),
      display: 'swap',
    });
    ours.add(face);
    document.fonts.add(face);
    face.load().catch((error: unknown) => console.error('turning-point: font', each, error));
  }
}
