// What does a picture show that nobody sees? No frame is drawn for it, so what it was asked for is kept until one is.

import type { Command, TurningPointState } from './types.ts';

export class Ahead {
  #asked: Partial<Pick<TurningPointState, 'select' | 'at'>> = {};

  /** True where `command` changes what the state says. `exists`: whether the story has such a thing. */
  ask(command: Command, exists: (id: string) => boolean): boolean {
    if (command.type === 'select' && (command.id === '' || exists(command.id))) this.#asked.select = command.id || null;
    else if (command.type === 'setTime') this.#asked.at = command.edtf;
    else return false;
    return true;
  }

  /** The program has caught up. */
  clear(): void {
    this.#asked = {};
  }

  get state(): Partial<TurningPointState> {
    return this.#asked;
  }
}
