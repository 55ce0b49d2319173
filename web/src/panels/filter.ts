// Which part of the story does one want to see? Tracks, statuses, actors, words and kinds of relation, each with its count.

import { h, icon, type Child } from '../dom.ts';
import { kIcons } from '../icons.ts';
import { kTrackColours, shapePaths, statusPaths, type MarkPath } from '../marks.ts';
import type { Facets, Filter, Status, TurningPointState } from '../types.ts';
import { isFilter, kNoFilter } from '../view.ts';
import { actorPicker } from './actor_picker.ts';
import { button, panelFrame, type Panel, type PanelContext } from './panel.ts';

export function filterPanel(context: PanelContext): Panel {
  const { words } = context;
  /** What the reader has asked for: the program's answer comes a frame later. */
  let filter: Filter = { ...kNoFilter, ...copyOf(context.state()) };
  let hiddenRelations = context.state().hiddenRelations ?? [];
  const lists = h('div', { class: 'filter-lists' });
  const chosen = h('ul', { class: 'chosen-actors' });
  const picker = actorPicker('filter-actor', words.filterActor, () => context.facets().actors ?? [], (id) => {
    if (!filter.actors.includes(id)) change({ actors: [...filter.actors, id] });
  }, false);
  const text = h('input', { class: 'field', id: 'filter-text', type: 'text', autocomplete: 'off', 'aria-label': words.filterText });
  text.addEventListener('input', () => change({ text: text.value }));
  const modes = (['dim', 'hide'] as const).map((mode) => {
    const input = h('input', { type: 'radio', name: 'filter-mode', value: mode });
    input.addEventListener('change', () => change({ mode }));
    return { mode, input, label: h('label', { class: 'choice' }, input, h('span', {}, mode === 'dim' ? words.filterDim : words.filterHide)) };
  });
  const total = h('p', { class: 'filter-total', role: 'status' });
  const clear = button('text-button', words.clear, () => {
    filter = { ...kNoFilter, mode: filter.mode };
    hiddenRelations = [];
    context.send({ type: 'filter', ...filter });
    if (context.state().hiddenRelations?.length) context.send({ type: 'hideRelations', keys: [] });
    show();
    (element.querySelector('input') ?? element).focus({ preventScroll: true });
  });
  const element = panelFrame('filter', words.filter, context,
    h('div', { class: 'panel-line' }, total, clear),
    lists,
    group(words.filterActors, chosen, picker.element),
    group(words.filterText, text),
    group(words.filterRest, h('div', { class: 'choices' }, ...modes.map(({ label }) => label))));

  function change(part: Partial<Filter>): void {
    filter = { ...filter, ...part };
    context.send({ type: 'filter', ...filter });
    show();
  }

  function changeRelation(key: string, hidden: boolean): void {
    hiddenRelations = hidden ? [...hiddenRelations, key] : hiddenRelations.filter((each) => each !== key);
    context.send({ type: 'hideRelations', keys: hiddenRelations });
    show();
  }

  let shown = '';

  /** Undoing and the chip above the card change the filter too. */
  function follow(): void {
    filter = { ...kNoFilter, mode: filter.mode, ...copyOf(context.state()) };
    hiddenRelations = context.state().hiddenRelations ?? [];
    show();
  }

  function show(): void {
    const facets = context.facets();
    const now = context.state().filter;
    const isOn = isFilter(filter) || hiddenRelations.length > 0;
    total.textContent = isFilter(filter) && now ? words.filterTotal(now.shown, now.of) : isOn ? words.filterRelationsOnly(hiddenRelations.length) : words.filterNothing;
    clear.hidden = !isOn;
    for (const { mode, input } of modes) input.checked = mode === filter.mode;
    // What is being typed is newer than what is known of it.
    if ((text.getRootNode() as ShadowRoot).activeElement !== text) text.value = filter.text;
    showLists(facets);
    showActors(facets);
  }

  /** Rows stay as they are while they are used: only their counts change, so that the focus is never lost. */
  function showLists(facets: Facets): void {
    const wanted = [
      ...(facets.tracks ?? []).map((track, i) => ({
        name: `track ${track.id}`, group: words.filterTracks, title: track.title, checked: !filter.hideTracks.includes(track.id),
        count: words.filterCount(track.count, track.of), sign: () => trackSign(track.id, i),
        set: (on: boolean) => change({ hideTracks: toggled(filter.hideTracks, track.id, !on) }),
      })),
      ...(facets.statuses ?? []).map(({ status, words: title, count, of }) => ({
        name: `status ${status}`, group: words.filterStatuses, title, checked: !filter.hideStatuses.includes(status),
        count: words.filterCount(count, of), sign: () => statusSign(status),
        set: (on: boolean) => change({ hideStatuses: toggled<Status>(filter.hideStatuses, status, !on) }),
      })),
      ...(context.state().hiddenRelations ? facets.relations ?? [] : []).map(({ key, words: title, count }) => ({
        name: `relation ${key}`, group: words.filterRelations, title, checked: !hiddenRelations.includes(key),
        count: String(count), sign: () => null, set: (on: boolean) => changeRelation(key, !on),
      })),
    ];
    const names = wanted.map(({ name }) => name).join('\n');
    if (lists.dataset['names'] !== names) {
      lists.dataset['names'] = names;
      const groups = new Map<string, HTMLElement[]>();
      for (const row of wanted) {
        const input = h('input', { type: 'checkbox', 'data-name': row.name });
        input.addEventListener('change', () => setters.get(row.name)?.(input.checked));
        const node = h('label', { class: 'check' }, input, row.sign(), h('span', { class: 'check-title' }, row.title), h('span', { class: 'count' }));
        groups.set(row.group, [...groups.get(row.group) ?? [], node]);
      }
      const focused = lists.querySelector<HTMLInputElement>('input:focus')?.dataset['name'];
      lists.replaceChildren(...[...groups].map(([title, rows]) => group(title, ...rows)));
      if (focused) (boxOf(focused) ?? element).focus({ preventScroll: true });
    }
    setters = new Map(wanted.map(({ name, set }) => [name, set]));
    for (const { name, checked, count } of wanted) {
      const input = boxOf(name);
      if (!input) continue;
      input.checked = checked;
      const place = input.parentElement?.querySelector('.count');
      if (place) place.textContent = count;
    }
  }
  function boxOf(name: string): HTMLInputElement | null {
    return lists.querySelector(`input[data-name="${CSS.escape(name)}"]`);
  }

  let setters = new Map<string, (on: boolean) => void>();

  function showActors({ actors = [] }: Facets): void {
    chosen.replaceChildren(...filter.actors.map((id) => {
      const actor = actors.find((each) => each.id === id);
      const title = actor?.title ?? context.card(id)?.title ?? id;
      const remove = h('button', { type: 'button', class: 'chosen', 'aria-label': words.remove(title) },
        h('span', {}, title), icon('way', ...kIcons.close));
      remove.addEventListener('click', () => {
        change({ actors: filter.actors.filter((each) => each !== id) });
        picker.input.focus({ preventScroll: true });
      });
      return h('li', {}, remove);
    }));
    chosen.hidden = filter.actors.length === 0;
  }

  function trackSign(id: string, i: number): Child {
    const card = context.card(id);
    return sign(shapePaths(card?.shape), { 'data-track': String((card?.track ?? i) >= 0 ? (card?.track ?? i) % kTrackColours : i % kTrackColours) });
  }

  return {
    element,
    opened: follow,
    heard({ facets, state }) {
      // Moving about changes the state with every frame, and nothing here.
      const key = state ? JSON.stringify([state.filter, state.hiddenRelations]) : shown;
      if (!facets && key === shown) return;
      shown = key;
      follow();
    },
  };
}

function copyOf({ filter }: TurningPointState): Partial<Filter> {
  if (!filter) return {};
  const { hideTracks, hideStatuses, actors, text, mode } = filter;
  return { hideTracks: [...hideTracks], hideStatuses: [...hideStatuses], actors: [...actors], text, mode };
}

function group(title: string, ...children: Child[]): HTMLElement {
  return h('fieldset', { class: 'filter-group' }, h('legend', { class: 'section-title' }, title), ...children);
}

function sign(paths: MarkPath[], data: Record<string, string>): HTMLElement {
  return h('span', { class: 'sign', ...data }, icon('mark', ...paths));
}

function statusSign(status: Status): HTMLElement {
  return sign(statusPaths(status), { 'data-status': status });
}

function toggled<T>(list: T[], item: T, on: boolean): T[] {
  return on ? [...list.filter((each) => each !== item), item] : list.filter((each) => each !== item);
}
