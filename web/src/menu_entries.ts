// What is in the menu? What has no button, what is switched on and off, and what can be done with what is selected.

import type { Features } from './features.ts';
import type { MenuEntry } from './menu.ts';
import type { Messages } from './messages.ts';
import type { PanelName } from './modes.ts';
import type { Card, Command, Facets, TurningPointState } from './types.ts';

export interface MenuContext {
  words: Messages;
  state: TurningPointState;
  features: Features;
  facets: Facets;
  /** Buttons that would be there if there were room. */
  withoutRoom: ('search' | 'compare' | 'tour' | 'share')[];
  open: (panel: PanelName) => void;
  send: (command: Command) => void;
  card: (id: string) => Card | null;
}

const kMostSteps = 3;

export function menuEntries(context: MenuContext): MenuEntry[] {
  const { words, state, features, withoutRoom, open, send } = context;
  const groups: MenuEntry[][] = [
    withoutRoom.map((tool) => ({ kind: 'action', label: words[tool], icon: tool, run: () => open(tool) })),
    (['filter', 'trace'] as const).filter((name) => features[name])
      .map((name) => ({ kind: 'action', label: words[name], icon: name, run: () => open(name) })),
    (['ghosts', 'places'] as const).filter((name) => features[name])
      .map((name) => ({ kind: 'check', label: words[name], checked: state[name] === true, run: () => send({ type: name, on: !state[name] }) })),
    tellers(context),
    selection(context),
    [
      ...(['undo', 'redo'] as const).filter((name) => features.undo && (name === 'undo' ? state.canUndo : state.canRedo))
        .map((name): MenuEntry => ({ kind: 'action', label: words[name], run: () => send({ type: name }) })),
      { kind: 'action', label: words.fitAll, run: () => send({ type: 'fit' }) },
      { kind: 'action', label: words.keyboard, keys: '?', run: () => open('keys') },
    ],
  ];
  // The first two belong together.
  const [buttons = [], panels = [], ...rest] = groups;
  return [[...buttons, ...panels], ...rest].filter((group) => group.length > 0)
    .flatMap((group, i) => (i > 0 ? [{ kind: 'line' } as const, ...group] : group));
}

function tellers({ words, state, features, facets, send }: MenuContext): MenuEntry[] {
  if (!features.toldBy) return [];
  return [{
    kind: 'choice', label: words.toldBy,
    options: [{ id: '', title: words.everybody }, ...facets.tellers ?? []].map(({ id, title }) => ({
      label: title, checked: (state.toldBy ?? '') === id, run: () => send({ type: 'toldBy', id }),
    })),
  }];
}

function selection({ words, state, features, card, send }: MenuContext): MenuEntry[] {
  const { select, focus, focusSteps = 1 } = state;
  const selected = select ? card(select) : null;
  if (!select || !selected) return [];
  const entries: MenuEntry[] = [];
  if (features.focus && selected.kind === 'actor') {
    const now = focus === select ? focusSteps : 0;
    entries.push({
      kind: 'choice', label: words.around(selected.title),
      options: Array.from({ length: kMostSteps + 1 }, (_, steps) => ({
        label: words.aroundSteps(steps), checked: steps === now,
        run: () => send({ type: 'focus', id: steps > 0 ? select : '', steps: Math.max(1, steps) }),
      })),
    });
  }
  if (features.range) entries.push({ kind: 'action', label: words.fitSelection, run: () => send({ type: 'fitTo', id: '' }) });
  return entries;
}
