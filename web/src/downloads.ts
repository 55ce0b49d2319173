// How does a file come down with progress, and only once per page?

/** Counts bytes over several downloads, some of which began before this one was asked. */
export class Progress {
  readonly #parts = new Map<string, { loaded: number; total: number }>();
  readonly #tell: (loaded: number, total: number) => void;

  constructor(tell: (loaded: number, total: number) => void) {
    this.#tell = tell;
  }

  set(key: string, loaded: number, total: number): void {
    this.#parts.set(key, { loaded, total: Math.max(loaded, total) });
    let sum = 0;
    let all = 0;
    for (const part of this.#parts.values()) {
      sum += part.loaded;
      all += part.total;
    }
    this.#tell(sum, all);
  }
}

/** A response whose body reports how much of it has arrived. Rejects where the server does not say yes. */
export async function fetchCounted(
  url: string,
  expectedBytes: number,
  count: (loaded: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Response> {
  const response = await fetch(url, signal ? { signal } : {});
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  // A compressed body's length is not what the stream will deliver.
  const told = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length') ?? 0);
  const total = expectedBytes || told;
  let loaded = 0;
  count(0, total);
  const counted = response.body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      count(loaded, total);
      controller.enqueue(chunk);
    },
  }));
  const type = response.headers.get('content-type');
  return new Response(counted, type ? { headers: { 'content-type': type } } : {});
}

export type Listener = (loaded: number, total: number) => void;

/** Something that the whole page needs once. A failure is forgotten, so that the next one who asks tries again. */
export class Shared<T> {
  #value: Promise<T> | null = null;
  #last: [number, number] | null = null;
  readonly #listeners = new Set<Listener>();
  readonly #make: (tell: Listener) => Promise<T>;

  constructor(make: (tell: Listener) => Promise<T>) {
    this.#make = make;
  }

  get(listener: Listener): Promise<T> {
    this.#listeners.add(listener);
    if (this.#last) listener(...this.#last);
    this.#value ??= this.#make((loaded, total) => {
      this.#last = [loaded, total];
      for (const each of this.#listeners) each(loaded, total);
    }).catch((error: unknown) => {
      this.#value = null;
      this.#last = null;
      throw error;
    });
    return this.#value.finally(() => this.#listeners.delete(listener));
  }
}

/** A program's compiled code and what starts it, each once per page. */
export const sharedProgram = <T>(wasm: string, bytes: number, glue: string) => ({
  module: new Shared<WebAssembly.Module>(async (tell) => {
    const response = await fetchCounted(wasm, bytes, tell);
    const isWasm = response.headers.get('content-type')?.startsWith('application/wasm');
    // Streaming compiles while bytes arrive but insists on the right type, which not every host sends.
    return isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }),
  create: new Shared<T>(async () => ((await import(glue)) as { default: T }).default),
});
