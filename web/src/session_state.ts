// What does the element say of its state? The program's own words, with what only the page knows.

import type { ProgramState, TurningPointState } from './types.ts';

type Own = Partial<TurningPointState> & Pick<TurningPointState, 'layout'>;

/** A fresh copy, complete also before the program has said anything. */
export function stateOf(program: ProgramState | null, own: Own): TurningPointState {
  // The page names the step of a tour by its id, not by its number.
  const { step: _, ...rest } = program ? (JSON.parse(JSON.stringify(program)) as ProgramState) : {};
  return {
    at: '', atWords: '', range: '', select: null, hover: null, playing: false, lang: '', counts: { events: 0, actors: 0, relations: 0 },
    frames: 0, cpuMs: 0, ...(rest as Omit<Partial<TurningPointState>, 'step'>), ...own,
  };
}

/** What a state says of the picture, for comparing. */
export function shownBy(state: ProgramState): string {
  return JSON.stringify({ ...state, frames: 0, cpuMs: 0 });
}
