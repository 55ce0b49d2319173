// How does the present view become SVG? A second program, which comes down when it is asked for: told what the one on the canvas
// was told, it writes down what that one draws.

import { glue, wasm } from 'tp:picture';
import { sharedProgram } from './downloads.ts';
import type { FontFile } from './loader.ts';
import { instantiate, textAt, withBytes, withText, type CreateProgram, type Exports } from './program.ts';
import type { Command, ProgramState } from './types.ts';

/** What the program on the canvas has, was told, and says of its view. */
export interface Replay {
  story: Uint8Array;
  fonts: readonly FontFile[];
  borders: Uint8Array | null;
  /** The last command of each type. */
  said: ReadonlyMap<string, Command>;
  /** Its state, and the answer to `locate` "@view": the numbers behind it. */
  state: ProgramState;
  exact: readonly number[] | null;
}

type PictureExports = Pick<Exports, 'HEAPU8' | '_malloc' | '_free' | '_tp_font' | '_tp_load' | '_tp_command' | '_tp_borders'> & {
  _tp_svg(view: number): number;
};

/** Of all commands these say how a view looks; which view it is, the state says. */
const kLooks = ['resize', 'appearance', 'words', 'language'];

const here = (url: string) => new URL(url, import.meta.url).href;
const shared = sharedProgram<CreateProgram<PictureExports>>(here(wasm.url), wasm.bytes, here(glue.url));

/** The picture as an element of an SVG file, `width` units across. Rejects where its program can't be had. */
export async function drawSvg({ story, fonts, borders, said, state, exact }: Replay, width: number): Promise<string> {
  // Now: while the program comes down the reader may go on.
  const looks = kLooks.map((type) => said.get(type));
  const [create, module] = await Promise.all([shared.create.get(() => {}), shared.module.get(() => {})]);
  // An instance of its own for each picture, so that its memory goes with it.
  const program = await instantiate(create, module, {});
  for (const { bytes, weight } of fonts) withBytes(program, bytes, (address) => program._tp_font(address, bytes.length, weight));
  withBytes(program, story, (address) => program._tp_load(address, story.length));
  if (borders) withBytes(program, borders, (address) => program._tp_borders(address, borders.length));
  for (const command of looks) if (command) withText(program, JSON.stringify(command), (address) => program._tp_command(address));
  const svg = withText(program, JSON.stringify({ ...state, exact }), (view) => textAt(program, program._tp_svg(view)));
  if (!svg) throw new Error('the program for SVG drew nothing');
  const [resize] = looks;
  const scale = resize?.type === 'resize' ? width / resize.width : 1;
  return Math.abs(scale - 1) < 1e-3 ? svg : `<g transform="scale(${scale.toFixed(4)})">${svg}</g>`;
}
