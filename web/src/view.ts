// How does a view of an address become what is shown, and back? Between the fragment's words and the program's commands.

import type { Features } from './features.ts';
import type { View } from './fragment.ts';
import type { Tour } from './story_facts.ts';
import type { Command, Filter, TurningPointState } from './types.ts';

export const kNoFilter: Filter = { hideTracks: [], hideStatuses: [], actors: [], text: '', mode: 'dim' };

/**
 * The view of `state`; what is as the story opens it is left out, so that addresses stay short. `language`: the one that was
 * chosen, '' where it is the page's own.
 */
export function viewOf(state: TurningPointState, tours: readonly Tour[], language: string): View {
  const filter = state.filter ?? kNoFilter;
  const view: View = { at: state.at, select: state.select ?? '' };
  const put = <K extends keyof View>(key: K, value: View[K] | null | undefined) => {
    if (value && !(Array.isArray(value) && value.length === 0)) view[key] = value;
  };
  put('compare', state.compare);
  put('trace', state.trace);
  put('tour', tourWord(state, tours));
  put('toldBy', state.toldBy);
  put('focus', focusWord(state));
  put('brush', state.brush);
  put('ghosts', state.ghosts);
  put('places', state.places);
  put('folded', state.folded);
  put('hideTracks', filter.hideTracks);
  put('hideStatuses', filter.hideStatuses);
  put('hideRelations', state.hiddenRelations);
  put('actors', filter.actors);
  put('text', filter.text);
  put('gone', isFilter(filter) && filter.mode === 'hide');
  put('lang', language);
  put('mode', state.mode);
  return view;
}

export function isFilter(filter: Filter | null | undefined): filter is Filter {
  return !!filter && (filter.hideTracks.length > 0 || filter.hideStatuses.length > 0 || filter.actors.length > 0 || filter.text !== '');
}

/** What brings the picture from `state` to `view`: only what differs, so that nothing moves that is there already. */
export function commandsFor(view: View, state: TurningPointState, features: Features): Command[] {
  const commands: Command[] = [];
  if (view.select !== (state.select ?? '')) commands.push({ type: 'select', id: view.select });
  if (view.at) commands.push({ type: 'setTime', edtf: view.at });
  if (features.compare && (view.compare ?? '') !== (state.compare ?? '')) commands.push(compareCommand(view.compare ?? ''));
  if ('trace' in state && (view.trace ?? '') !== (state.trace ?? '')) commands.push(traceCommand(view.trace ?? ''));
  if (features.search) {
    const filter = filterOf(view);
    const now = state.filter ?? kNoFilter;
    if (filterKey(filter) !== filterKey(now)) commands.push({ type: 'filter', ...filter });
  }
  if (state.hiddenRelations && String(view.hideRelations ?? []) !== String(state.hiddenRelations)) {
    commands.push({ type: 'hideRelations', keys: view.hideRelations ?? [] });
  }
  if ('toldBy' in state && (view.toldBy ?? '') !== (state.toldBy ?? '')) commands.push({ type: 'toldBy', id: view.toldBy ?? '' });
  if ('focus' in state && (view.focus ?? '') !== focusWord(state)) commands.push(focusCommand(view.focus ?? ''));
  if ('brush' in state && (view.brush ?? '') !== (state.brush ?? '')) commands.push({ type: 'brush', range: view.brush ?? '' });
  if ('ghosts' in state && (view.ghosts ?? false) !== state.ghosts) commands.push({ type: 'ghosts', on: view.ghosts ?? false });
  if ('places' in state && (view.places ?? false) !== state.places) commands.push({ type: 'places', on: view.places ?? false });
  for (const id of state.folded ?? []) if (!view.folded?.includes(id)) commands.push({ type: 'fold', id, folded: false });
  for (const id of (state.folded && view.folded) ?? []) if (!state.folded?.includes(id)) commands.push({ type: 'fold', id, folded: true });
  return commands;
}

/** `A/B` as a command; anything else switches off. */
export function compareCommand(pair: string): Command {
  const [a = '', b = ''] = pair.split('/');
  return a && b ? { type: 'compare', a, b } : { type: 'compare', a: '', b: '' };
}

export function traceCommand(pair: string): Command {
  const [from = '', to = ''] = pair.split('/');
  return from && to ? { type: 'trace', from, to } : { type: 'trace', from: '', to: '' };
}

function focusWord({ focus, focusSteps = 1 }: TurningPointState): string {
  return focus ? `${focus}${focusSteps > 1 ? `.${focusSteps}` : ''}` : '';
}

/** `id` or `id.2`. */
function focusCommand(word: string): Command {
  const [, id = '', steps = '1'] = /^(.*?)(?:\.([1-3]))?$/.exec(word) ?? [];
  return { type: 'focus', id, steps: Number(steps) };
}

function filterOf(view: View): Filter {
  return {
    hideTracks: view.hideTracks ?? [], hideStatuses: view.hideStatuses ?? [], actors: view.actors ?? [], text: view.text ?? '',
    mode: view.gone ? 'hide' : 'dim',
  };
}

function filterKey(filter: Filter): string {
  if (!isFilter(filter)) return '';
  return JSON.stringify([filter.hideTracks, filter.hideStatuses, filter.actors, filter.text, filter.mode]);
}

/** The step that an address names: `4`, or `tour-class.4` of another tour than the first; `tour-class` is its first. */
export function tourOf(word: string, tours: readonly Tour[]): { tour: Tour; step: number } | null {
  const whole = tours.find((each) => each.id === word);
  if (whole) return { tour: whole, step: 0 };
  const [, id, n = ''] = /^(?:(.*)\.)?(\d+)$/.exec(word) ?? [];
  const tour = id === undefined ? tours[0] : tours.find((each) => each.id === id);
  const step = Number(n) - 1;
  return tour && n && tour.steps[step] ? { tour, step } : null;
}

function tourWord(state: TurningPointState, tours: readonly Tour[]): string {
  const tour = tours.find(({ id }) => id === state.tour);
  const index = tour?.steps.findIndex(({ id }) => id === state.step) ?? -1;
  if (!tour || index < 0) return '';
  return tour === tours[0] ? String(index + 1) : `${tour.id}.${index + 1}`;
}
