// How does one call the WebAssembly program? One instance, with strings and JSON in the place of pointers.

import type { Card, Command, Message } from './types.ts';

/** The exports of the bridge; see docs/architecture.md. */
export interface Exports {
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
  _tp_font(address: number, length: number, weight: number): void;
  _tp_open(): number;
  _tp_load(address: number, length: number): number;
  _tp_command(address: number): void;
  _tp_input(
    type: number, pointer: number, x: number, y: number, wheelX: number, wheelY: number,
    pinch: number, clicks: number, key: number, shift: number, zoomModifier: number, pane: number,
  ): number;
  _tp_frame(nowMs: number): number;
  _tp_context_lost(): void;
  _tp_context_restored(): void;
  _tp_close(): void;
  _tp_card(address: number): number;
  _tp_borders(address: number, length: number): number;
}

export interface ModuleArguments {
  canvas: HTMLCanvasElement;
  preRun: ((module: { specialHTMLTargets?: Record<string, unknown> }) => void)[];
  specialHTMLTargets: Record<string, unknown>;
  locateFile: (path: string) => string;
  instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void) => object;
  tpOnMessage: (json: string) => void;
  tpRequestFrame: (delayMs?: number) => void;
  print: (line: string) => void;
  printErr: (line: string) => void;
  onAbort: (reason: unknown) => void;
}

export type CreateProgram<T = Exports> = (args: Partial<ModuleArguments>) => Promise<T>;

/** One thing the reader did; the fields of src/app/input_event.hpp. */
export interface ProgramInput {
  type: number;
  pointer?: number;
  x?: number;
  y?: number;
  wheelX?: number;
  wheelY?: number;
  pinch?: number;
  clicks?: number;
  key?: number;
  shift?: boolean;
  zoomModifier?: boolean;
  /** Where the keys are. */
  pane?: number;
}

export interface Listeners {
  message: (message: Message) => void;
  requestFrame: (delayMs: number) => void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One instance of a program that has been compiled. */
export function instantiate<T>(create: CreateProgram<T>, module: WebAssembly.Module, args: Partial<ModuleArguments>): Promise<T> {
  // Emscripten waits for ever where instantiating fails, for want of memory for instance.
  return new Promise((resolve, reject) => create({
    ...args,
    locateFile: (path) => path,
    instantiateWasm: (imports, done) => {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module)).catch(reject);
      return {};
    },
    print: (line) => console.log(line),
    printErr: (line) => console.error(line),
    onAbort: reject,
  }).then(resolve, reject));
}

type Memory = Pick<Exports, 'HEAPU8' | '_malloc' | '_free'>;

export function withBytes<T>(exports: Memory, bytes: Uint8Array, use: (address: number) => T): T {
  const address = exports._malloc(Math.max(1, bytes.length));
  if (!address) throw new RangeError(`no memory for ${bytes.length} bytes`);
  // Read after malloc: growing memory makes every older view useless.
  exports.HEAPU8.set(bytes, address);
  try {
    return use(address);
  } finally {
    exports._free(address);
  }
}

export function withText<T>(exports: Memory, text: string, use: (address: number) => T): T {
  return withBytes(exports, encoder.encode(`${text}\0`), use);
}

/** Text that ends with a zero. */
export function textAt({ HEAPU8 }: Memory, address: number): string {
  return decoder.decode(HEAPU8.subarray(address, HEAPU8.indexOf(0, address)));
}

export class Program {
  readonly #exports: Exports;

  private constructor(exports: Exports) {
    this.#exports = exports;
  }

  static async create(create: CreateProgram, module: WebAssembly.Module, canvas: HTMLCanvasElement, listeners: Listeners): Promise<Program> {
    // SDL and Emscripten look for '#canvas' in the document; ours is in a shadow root, where no selector reaches.
    const targets = { '#canvas': canvas };
    return new Program(await instantiate(create, module, {
      canvas,
      specialHTMLTargets: targets,
      preRun: [(instance) => void (instance.specialHTMLTargets && Object.assign(instance.specialHTMLTargets, targets))],
      tpOnMessage: (json) => listeners.message(JSON.parse(json) as Message),
      tpRequestFrame: (delayMs) => listeners.requestFrame(delayMs ?? 0),
    }));
  }

  font(bytes: Uint8Array, weight: number): void {
    withBytes(this.#exports, bytes, (address) => this.#exports._tp_font(address, bytes.length, weight));
  }

  /** False where there is no WebGL 2. */
  open(): boolean {
    // SDL gives the name of its window to the document, which has a title of its own.
    const title = document.title;
    const opened = this.#exports._tp_open() === 1;
    if (document.title !== title) document.title = title;
    return opened;
  }

  /** False where the story is refused; its diagnostics have come as a message by then. */
  load(json: Uint8Array): boolean {
    return withBytes(this.#exports, json, (address) => this.#exports._tp_load(address, json.length)) === 1;
  }

  command(command: Command): void {
    withText(this.#exports, JSON.stringify(command), (address) => this.#exports._tp_command(address));
  }

  /** True where the program used it; else it belongs to the page. */
  input(event: ProgramInput): boolean {
    const { type, pointer = 0, x = 0, y = 0, wheelX = 0, wheelY = 0, pinch = 1, clicks = 1, key = 0 } = event;
    const shift = event.shift ? 1 : 0;
    const zoomModifier = event.zoomModifier ? 1 : 0;
    return this.#exports._tp_input(type, pointer, x, y, wheelX, wheelY, pinch, clicks, key, shift, zoomModifier, event.pane ?? 0) === 1;
  }

  /** True where another frame is wanted at once. */
  frame(nowMs: number): boolean {
    return this.#exports._tp_frame(nowMs) === 1;
  }

  /** The card of anything in the story as of the playhead; '' is the story itself. */
  card(id: string): Card | null {
    const address = withText(this.#exports, id, (text) => this.#exports._tp_card(text));
    if (!address) return null;
    const json = textAt(this.#exports, address);
    this.#exports._free(address);
    return json ? (JSON.parse(json) as Card | null) : null;
  }

  /** Coasts and borders of the geographic map. False where the bytes are something else. */
  borders(bytes: Uint8Array): boolean {
    return withBytes(this.#exports, bytes, (address) => this.#exports._tp_borders(address, bytes.length)) === 1;
  }

  contextLost(): void {
    this.#exports._tp_context_lost();
  }

  contextRestored(): void {
    this.#exports._tp_context_restored();
  }

  close(): void {
    this.#exports._tp_close();
  }

  /** Closes it, whatever state it is in, and gives its context back: a browser has few of them. */
  end(canvas: HTMLCanvasElement): void {
    try {
      this.close();
    } catch (error) {
      console.error('turning-point:', error);
    }
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  }
}
