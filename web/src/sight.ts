// Is the picture to be drawn at all? Only while somebody can see it and its canvas has graphics.

import { ContextWatcher } from './context_watcher.ts';
import type { FrameLoop } from './frame_loop.ts';
import { VisibilityWatcher } from './visibility.ts';

export interface SightListener {
  /** It came into sight, or went out of it. */
  seen: (visible: boolean) => void;
  /** The graphics are gone for now, are there again, or will not come back. */
  lost: () => void;
  restored: () => void;
  gone: () => void;
}

export class Sight {
  readonly #visibility: VisibilityWatcher;
  readonly #context: ContextWatcher;
  #isSeen = true;

  constructor(widget: HTMLElement, canvas: HTMLCanvasElement, loop: FrameLoop, listener: SightListener, signal: AbortSignal) {
    this.#context = new ContextWatcher(canvas, {
      lost: () => {
        loop.visible = false;
        listener.lost();
      },
      restored: () => {
        listener.restored();
        loop.visible = this.#isSeen;
        loop.drawNow();
      },
      gone: listener.gone,
    }, signal);
    this.#visibility = new VisibilityWatcher(widget, (visible) => {
      this.#isSeen = visible;
      loop.visible = visible && !this.#context.isLost;
      listener.seen(visible);
      if (visible) loop.request();
    });
  }

  get isSeen(): boolean {
    return this.#isSeen;
  }

  /** Settles once what has been scrolled until now is known. */
  whenKnown(): Promise<void> {
    return this.#visibility.whenKnown();
  }

  disconnect(): void {
    this.#context.stop();
    this.#visibility.disconnect();
  }
}
