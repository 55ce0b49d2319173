// What must be there before a picture can be? Checks the browser, downloads with progress, compiles once per page.

import { fonts as fontAssets, glue, wasm } from 'tp:assets';
import { fetchCounted, Progress, Shared, type Listener } from './downloads.ts';
import type { CreateProgram } from './program.ts';
import { Failure } from './types.ts';

export interface FontFile {
  weight: number;
  bytes: Uint8Array;
}

export interface Parts {
  create: CreateProgram;
  module: WebAssembly.Module;
  fonts: FontFile[];
  story: Uint8Array;
}

export const kFontFamily = 'Turning Point Sans';
/** A story names its languages near its beginning. */
const kHeadBytes = 4096;
const kExtraRange = 'U+530-58F, U+10A0-10FF, U+1C90-1CBF';

const here = (url: string) => new URL(url, import.meta.url).href;

const sharedModule = new Shared<WebAssembly.Module>(async (tell) => {
  const response = await fetchCounted(here(wasm.url), wasm.bytes, tell);
  const isWasm = response.headers.get('content-type')?.startsWith('application/wasm');
  // Streaming compiles while bytes arrive but insists on the right type, which not every host sends.
  return isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
});

const sharedGlue = new Shared<CreateProgram>(async () => {
  const module = (await import(here(glue.url))) as { default: CreateProgram };
  return module.default;
});

const mainFonts = fontAssets.filter((font) => font.weight > 0);
const extraFonts = fontAssets.filter((font) => font.weight === 0);

const sharedFonts = new Shared<FontFile[]>((tell) => loadFonts(mainFonts, tell));
const sharedExtraFonts = new Shared<FontFile[]>((tell) => loadFonts(extraFonts, tell));

async function loadFonts(assets: typeof fontAssets, tell: Listener): Promise<FontFile[]> {
  const total = assets.reduce((sum, font) => sum + font.bytes, 0);
  const loaded = new Map<string, number>();
  const files = await Promise.all(assets.map(async ({ url, bytes, weight }) => {
    const response = await fetchCounted(here(url), bytes, (now) => {
      loaded.set(url, now);
      tell([...loaded.values()].reduce((sum, each) => sum + each, 0), total);
    });
    return { weight, bytes: new Uint8Array(await response.arrayBuffer()) };
  }));
  offerToPage(files);
  return files;
}

/**
 * True where the picture will be in a language with letters of its own. Names in passing (an Armenian one in an English
 * story) stand in the card only, whose letters every system has.
 */
export function needsExtraLetters(language: string, story: Uint8Array): boolean {
  const head = new TextDecoder().decode(story.subarray(0, kHeadBytes));
  const first = /"languages"\s*:\s*\[\s*"([^"]*)"/.exec(head)?.[1] ?? '';
  return [language, first].some((tag) => /^(hy|ka)\b/i.test(tag));
}

/** Downloads what is not there yet, all at once. Rejects with a Failure, or with the signal's reason. */
export async function loadParts(storyUrl: string, language: string, tell: Listener, signal: AbortSignal): Promise<Parts> {
  checkBrowser();
  if (!storyUrl) throw new Failure('story-missing', 'the attribute "story" is missing or empty');
  const progress = new Progress((loaded, total) => signal.aborted || tell(loaded, total));
  const listen = (key: string) => (loaded: number, total: number) => progress.set(key, loaded, total);
  const program = Promise.all([
    sharedGlue.get(() => {}),
    sharedModule.get(listen('wasm')),
    sharedFonts.get(listen('fonts')),
  ]).catch((error: unknown) => {
    throw new Failure('program-not-loaded', String(error));
  });
  const [[create, module, fonts], story] = await Promise.all([program, loadStory(storyUrl, listen('story'), signal)]);
  // Without them the picture still is one, with boxes in their place.
  const extra = needsExtraLetters(language, story) ? await sharedExtraFonts.get(listen('letters')).catch(() => []) : [];
  signal.throwIfAborted();
  return { create, module, fonts: [...fonts, ...extra], story };
}

/** The bytes of a story as they are: whether they are a story is for the program to say. */
export async function loadStory(url: string, count: Listener, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const response = await fetchCounted(new URL(url, document.baseURI).href, 0, count, signal);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    signal.throwIfAborted();
    throw new Failure('story-not-loaded', String(error));
  }
}

function checkBrowser(): void {
  if (typeof WebAssembly !== 'object' || typeof WebAssembly.compile !== 'function') {
    throw new Failure('no-webassembly', 'WebAssembly is not defined');
  }
  // Asked of a canvas that nobody needs, before 300 KB are downloaded for nothing.
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) throw new Failure('no-webgl2', 'getContext("webgl2") gave nothing');
  context.getExtension('WEBGL_lose_context')?.loseContext();
}

const ours = new WeakSet<FontFace>();

/** The same files serve the HTML around the canvas. Faces inside a shadow root have to be the document's. */
function offerToPage(files: FontFile[]): void {
  const known = [...document.fonts].some((face) => !ours.has(face) && face.family.replace(/["']/g, '') === kFontFamily);
  if (known) return;
  // A face joins others of its family only where the weights are the same, so the extra letters are two faces.
  const faces = files.flatMap(({ weight, bytes }) => (weight > 0 ? [weight] : [400, 600]).map((each) => ({ each, weight, bytes })));
  for (const { each, weight, bytes } of faces) {
    const face = new FontFace(kFontFamily, bytes.slice().buffer, {
      weight: String(each),
      unicodeRange: weight > 0 ? 'U+0-10FFFF' : kExtraRange,
      display: 'swap',
    });
    ours.add(face);
    document.fonts.add(face);
    face.load().catch((error: unknown) => console.error('turning-point: font', each, error));
  }
}
