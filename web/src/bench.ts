// What does a frame cost on a story of any size? A page for developers: bench.html?events=N&actors=N&relations=N&seed=S
// loads a generated story into the ordinary element; `tpBench` moves it and measures.
import { generateStory } from './bench_story.ts';
import type { TurningPointElement } from './element.ts';

/** Milliseconds of the page's one thread in each frame: script, program and the calls to WebGL. */
export interface BenchResult {
  frames: number[];
  /** Of these, what the program says it took to lay out and to make its triangles. */
  program: number[];
}

export interface Bench {
  /** Milliseconds from the story's bytes, downloads done, to the first picture. */
  readonly ready_ms: number;
  readonly story_bytes: number;
  /** Of the program. */
  readonly memory_bytes: () => number;
  /** A scripted pan and zoom of the timeline, or of the map. */
  readonly run: (what?: 'timeline' | 'timeline-pan' | 'timeline-zoom' | 'map-pan' | 'map-zoom', frames?: number) => Promise<BenchResult>;
  /** Steps of the playhead, from event to event, back from the last. */
  readonly steps: (frames?: number) => Promise<BenchResult>;
}

declare global {
  interface Window { tpBench?: Bench | { error: string } }
}

const spent: number[] = [];
const memories: WebAssembly.Memory[] = [];

/** Every animation frame of the page is timed, whoever asked for it. */
function timeFrames(): void {
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => request((now) => {
    const begin = performance.now();
    callback(now);
    spent.push(performance.now() - begin);
  });
  const instantiate = WebAssembly.instantiate as (module: WebAssembly.Module, imports?: WebAssembly.Imports) => Promise<WebAssembly.Instance>;
  WebAssembly.instantiate = (async (module: WebAssembly.Module, imports?: WebAssembly.Imports) => {
    const instance = await instantiate(module, imports);
    for (const each of Object.values(instance.exports ?? {})) if (each instanceof WebAssembly.Memory) memories.push(each);
    return instance;
  }) as typeof WebAssembly.instantiate;
}

const number = (name: string, otherwise: number) => Number(new URL(location.href).searchParams.get(name) ?? otherwise);
const nextTurn = () => new Promise<void>((done) => setTimeout(done, 0));

function storyUrl(pieces: Iterable<Uint8Array>): { url: string; bytes: number } {
  const blob = new Blob([...pieces] as BlobPart[], { type: 'application/json' });
  return { url: URL.createObjectURL(blob), bytes: blob.size };
}

/** The element with a story, once it shows it; and how long that took. */
async function open(url: string): Promise<{ element: TurningPointElement; ready: number }> {
  const element = document.createElement('turning-point') as TurningPointElement;
  element.setAttribute('loading', 'eager');
  element.setAttribute('gestures', 'greedy');
  const shown = new Promise<void>((done, fail) => {
    element.addEventListener('tp-ready', () => done());
    element.addEventListener('tp-error', (event) => fail(new Error((event as CustomEvent<{ code: string }>).detail.code)));
  });
  const begin = performance.now();
  element.setAttribute('story', url);
  document.querySelector('main')!.append(element);
  await shown;
  const ready = performance.now() - begin;
  URL.revokeObjectURL(url);
  await element.whenIdle();
  return { element, ready };
}

async function start(): Promise<void> {
  timeFrames();
  await customElements.whenDefined('turning-point');
  const size = { events: number('events', 1000), actors: number('actors', 40), relations: number('relations', 80), seed: number('seed', 1) };
  const story = storyUrl(generateStory(size));
  // What every visit downloads and compiles is there before the clock starts.
  const first = await open(storyUrl(generateStory({ events: 2, actors: 2, relations: 1, seed: 1 })).url);
  first.element.remove();
  memories.length = 0;
  const { element, ready } = await open(story.url);
  window.tpBench = {
    ready_ms: ready,
    story_bytes: story.bytes,
    memory_bytes: () => Math.max(0, ...memories.map((memory) => memory.buffer.byteLength)),
    run: (what = 'timeline', frames = 240) => run(element, what, frames),
    steps: (frames = 60) => steps(element, frames),
  };
  show(`${size.events} events, ${size.actors} actors, ${size.relations} relations: ${(story.bytes / 1e6).toFixed(1)} MB, ready in ${ready.toFixed(0)} ms`);
}

/** Runs `act` before each frame and gives what each frame took. */
async function measured(element: TurningPointElement, count: number, act: (i: number) => void): Promise<BenchResult> {
  const result: BenchResult = { frames: [], program: [] };
  for (let i = 0; i < count; i += 1) {
    const before = element.state.frames;
    spent.length = 0;
    const begin = performance.now();
    act(i);
    // What the input itself takes belongs to the frame that it makes.
    const input = performance.now() - begin;
    for (let waited = 0; spent.length === 0 && waited < 2000; waited += 1) await nextTurn();
    if (element.state.frames === before) continue;
    result.frames.push(input + spent.reduce((sum, each) => sum + each, 0));
    result.program.push(element.state.cpuMs);
  }
  return result;
}

async function run(element: TurningPointElement, what: string, count: number): Promise<BenchResult> {
  const root = element.shadowRoot!;
  const canvas = root.querySelector('canvas')!;
  const pane = root.querySelector(`.pane.${what.startsWith('map') ? 'map' : 'timeline'}`)!.getBoundingClientRect();
  const at = { clientX: pane.x + pane.width * 0.55, clientY: pane.y + pane.height / 2, bubbles: true, cancelable: true };
  const wheel = (init: WheelEventInit) => canvas.dispatchEvent(new WheelEvent('wheel', { ...at, ...init }));
  const drag = (x: number, y: number) => {
    const point = { ...at, clientX: at.clientX + x, clientY: at.clientY + y, pointerId: 1, pointerType: 'mouse', isPrimary: true, buttons: 1, button: 0 };
    canvas.dispatchEvent(new PointerEvent('pointermove', point));
  };
  await element.whenIdle();
  if (what === 'map-pan') {
    canvas.dispatchEvent(new PointerEvent('pointerdown', { ...at, pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, buttons: 1 }));
    const result = await measured(element, count, (i) => drag(60 * Math.sin(i / 12), 30 * Math.sin(i / 17)));
    canvas.dispatchEvent(new PointerEvent('pointerup', { ...at, pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0 }));
    await element.whenIdle();
    return result;
  }
  const zoom = (i: number) => wheel({ deltaY: Math.floor(i / (count / 4)) % 2 === 0 ? -40 : 40, ctrlKey: true });
  const pan = (i: number) => wheel({ deltaX: Math.floor(i / 60) % 2 === 0 ? 11 : -11 });
  if (what === 'map-zoom' || what === 'timeline-zoom') return measured(element, count, zoom);
  if (what === 'timeline-pan') {
    for (let i = 0; i < 30; i += 1) wheel({ deltaY: -60, ctrlKey: true });
    await element.whenIdle();
    return measured(element, count, pan);
  }
  // In and out over many octaves, and to and fro at each.
  return measured(element, count, (i) => (Math.floor(i / 10) % 2 === 0 ? zoom(i) : pan(i)));
}

async function steps(element: TurningPointElement, count: number): Promise<BenchResult> {
  await element.whenIdle();
  return measured(element, count, () => element.previous());
}

function show(text: string): void {
  document.querySelector('output')!.textContent = text;
}

start().catch((error: unknown) => {
  window.tpBench = { error: String(error) };
  show(String(error));
});
