// When are the program's messages handled? Once it has returned: whoever hears them may call it again, or close it.

import type { Message } from './types.ts';

export class Mailbox {
  readonly #inbox: Message[] = [];
  readonly #handle: (message: Message) => void;
  readonly #fail: (error: unknown) => void;
  #calls = 0;
  #isClosed = false;

  constructor(handle: (message: Message) => void, fail: (error: unknown) => void) {
    this.#handle = handle;
    this.#fail = fail;
  }

  /** Calls the program through `use`; undefined where that failed. */
  call<T>(use: () => T): T | undefined {
    this.#calls += 1;
    let result: T | undefined;
    try {
      result = use();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#calls -= 1;
    }
    if (this.#calls === 0) this.#deliver();
    return result;
  }

  receive(message: Message): void {
    this.#inbox.push(message);
    if (this.#calls === 0) this.#deliver();
  }

  close(): void {
    this.#isClosed = true;
  }

  #deliver(): void {
    for (let message = this.#inbox.shift(); message; message = this.#inbox.shift()) {
      if (this.#isClosed) return;
      this.#handle(message);
    }
  }
}
