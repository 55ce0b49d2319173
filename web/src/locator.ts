// Who waits to hear where something is drawn? The program answers by id, once for everybody who asked.

import type { Box } from './types.ts';

export class Locator {
  readonly #waiting = new Map<string, ((box: Box | null) => void)[]>();

  /** Settles with the answer to `ask`, null where it is not drawn. */
  whereIs(id: string, ask: () => void): Promise<Box | null> {
    return new Promise((resolve) => {
      this.#waiting.set(id, [...(this.#waiting.get(id) ?? []), resolve]);
      ask();
    });
  }

  answer(id: string, box: Box | null): void {
    for (const resolve of this.#waiting.get(id) ?? []) resolve(box);
    this.#waiting.delete(id);
  }

  /** Nobody will answer any more. */
  close(): void {
    for (const id of [...this.#waiting.keys()]) this.answer(id, null);
  }
}
