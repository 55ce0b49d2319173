// What is in the menu? What has no button, what is switched on and off, and what can be done with what is selected.

import { interfaceLanguage, kInterfaceLanguages, nameOf } from './languages.ts';
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
  /** The story's languages, the one that is asked for, and how to ask for another. */
  languages: readonly string[];
  language: string;
  speak: (language: string) => void;
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
    languages(context),
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

/** Those that the story is told in first, then those that have words for the buttons only. */
function languages({ words, languages: told, language, speak }: MenuContext): MenuEntry[] {
  const has = (tag: string) => told.some((each) => interfaceLanguage(each) === tag);
  const all = [...told, ...kInterfaceLanguages.filter((tag) => !has(tag))];
  const asked = language.toLowerCase();
  const now = all.find((tag) => tag.toLowerCase() === asked) ?? all.find((tag) => tag.split('-')[0] === asked.split('-')[0]) ?? all[0];
  return [{
    kind: 'choice', label: words.language,
    options: all.map((tag) => ({
      label: told.includes(tag) || told.length === 0 ? nameOf(tag) : words.wordsOnly(nameOf(tag)), lang: tag, checked: tag === now, run: () => speak(tag),
    })),
  }];
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
