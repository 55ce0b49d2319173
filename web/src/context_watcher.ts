// Does the canvas still have its graphics? Browsers take them away, mostly give them back, and sometimes do not.

/** A context that does not come back within this time is taken for gone. */
const kPatienceMs = 8000;

export interface ContextListener {
  lost: () => void;
  restored: () => void;
  gone: () => void;
}

export class ContextWatcher {
  #isLost = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: HTMLCanvasElement, listener: ContextListener, signal: AbortSignal) {
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // without it the browser never restores
      this.#isLost = true;
      listener.lost();
      this.#patience = setTimeout(listener.gone, kPatienceMs);
    }, { signal });
    canvas.addEventListener('webglcontextrestored', () => {
      this.stop();
      this.#isLost = false;
      listener.restored();
    }, { signal });
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /** Nobody waits any longer. */
  stop(): void {
    clearTimeout(this.#patience);
  }
}
