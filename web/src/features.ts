// What can this program do? Read off what it says, so that nothing is offered that would be refused.

import type { Facets, ProgramState, TurningPointState } from './types.ts';

export interface Features {
  search: boolean;
  filter: boolean;
  compare: boolean;
  trace: boolean;
  toldBy: boolean;
  ghosts: boolean;
  places: boolean;
  focus: boolean;
  range: boolean;
  undo: boolean;
  /** Without it the page walks the tour with other commands. */
  tour: boolean;
}

export const kNoFeatures: Features = {
  search: false, filter: false, compare: false, trace: false, toldBy: false, ghosts: false, places: false, focus: false,
  range: false, undo: false, tour: false,
};

/** A key of the state, even if it is null, says that the program knows the command that changes it. */
export function featuresOf(state: ProgramState | TurningPointState | null, facets: Facets | null): Features {
  if (!state) return kNoFeatures;
  return {
    // One part of the program does both.
    search: 'filter' in state,
    filter: 'filter' in state && !!facets?.statuses,
    compare: 'compare' in state,
    trace: 'trace' in state && (facets?.actors?.length ?? 0) > 1,
    toldBy: 'toldBy' in state && (facets?.tellers?.length ?? 0) > 0,
    ghosts: 'ghosts' in state,
    places: 'places' in state && facets?.hasPlaces === true,
    focus: 'focus' in state,
    range: 'folded' in state,
    undo: 'canUndo' in state,
    tour: 'tour' in state,
  };
}
