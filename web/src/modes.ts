// What is shown differently just now, and how does one end it? A line of chips over the card: filter, comparison, trace …

import { h, icon } from './dom.ts';
import { dateWords } from './edtf.ts';
import { kIcons, type IconName } from './icons.ts';
import type { Messages } from './messages.ts';
import type { Chains, Command, Comparison, TurningPointState } from './types.ts';
import { isFilter, kNoFilter } from './view.ts';

export type PanelName = 'search' | 'filter' | 'compare' | 'trace' | 'share' | 'tour' | 'keys';

export interface Mode {
  name: string;
  sign: IconName;
  words: string;
  /** The panel that tells more. */
  panel: PanelName | null;
  end: () => void;
}

export interface ModesContext {
  words: Messages;
  titleOf: (id: string) => string;
  send: (command: Command) => void;
  comparison: Comparison | null;
  chains: Chains | null;
  tour: { step: number; of: number; end: () => void } | null;
}

export function modesOf(state: TurningPointState, { words, titleOf, send, comparison, chains, tour }: ModesContext): Mode[] {
  const modes: Mode[] = [];
  if (tour) modes.push({ name: 'tour', sign: 'tour', words: words.modeTour(tour.step + 1, tour.of), panel: 'tour', end: tour.end });
  const [a = '', b = ''] = state.compare?.split('/') ?? [];
  if (a) {
    const said = comparison?.on ? words.modeCompare(comparison.aWords, comparison.bWords) : words.modeCompare(dateWords(a, state.lang), dateWords(b, state.lang));
    modes.push({ name: 'compare', sign: 'compare', words: said, panel: 'compare', end: () => send({ type: 'compare', a: '', b: '' }) });
  }
  const [from = '', to = ''] = state.trace?.split('/') ?? [];
  if (from) {
    const said = chains?.on ? words.modeTrace(chains.fromWords, chains.toWords) : words.modeTrace(titleOf(from), titleOf(to));
    modes.push({ name: 'trace', sign: 'trace', words: said, panel: 'trace', end: () => send({ type: 'trace', from: '', to: '' }) });
  }
  const hidden = state.hiddenRelations ?? [];
  if (isFilter(state.filter) || hidden.length > 0) {
    const said = [
      isFilter(state.filter) ? words.modeFilter(state.filter.shown, state.filter.of) : '', hidden.length > 0 ? words.modeRelations(hidden.length) : '',
    ].filter(Boolean).join(', ');
    modes.push({
      name: 'filter', sign: 'filter', words: said, panel: 'filter',
      end: () => {
        if (isFilter(state.filter)) send({ type: 'filter', ...kNoFilter });
        if (hidden.length > 0) send({ type: 'hideRelations', keys: [] });
      },
    });
  }
  if (state.toldBy) modes.push({ name: 'toldBy', sign: 'filter', words: words.modeToldBy(titleOf(state.toldBy)), panel: null, end: () => send({ type: 'toldBy', id: '' }) });
  if (state.focus) modes.push({ name: 'focus', sign: 'search', words: words.modeFocus(titleOf(state.focus)), panel: null, end: () => send({ type: 'focus', id: '', steps: 1 }) });
  if (state.brush) {
    const range = state.brush.split('/').map((edtf) => dateWords(edtf, state.lang)).join(' – ');
    modes.push({ name: 'brush', sign: 'compare', words: words.modeBrush(range), panel: null, end: () => send({ type: 'brush', range: '' }) });
  }
  return modes;
}

export class ModeLine {
  readonly #element: HTMLElement;
  readonly #words: Messages;
  readonly #open: (panel: PanelName) => void;
  #shown = '';
  #modes: Mode[] = [];

  /** `lost` is called where the chip that had the focus is gone. */
  constructor(element: HTMLElement, words: Messages, open: (panel: PanelName) => void) {
    this.#element = element;
    this.#words = words;
    this.#open = open;
  }

  /** Other words: all of it is written anew. */
  forget(): void {
    this.#shown = '';
  }

  /** True where the focus was on a chip that is no longer there. */
  show(modes: Mode[]): boolean {
    this.#modes = modes;
    const key = JSON.stringify(modes.map(({ name, words }) => [name, words]));
    if (key === this.#shown) return false;
    this.#shown = key;
    const root = this.#element.getRootNode() as ShadowRoot;
    const focused = this.#element.contains(root.activeElement) ? root.activeElement?.getAttribute('data-mode') : null;
    this.#element.replaceChildren(...modes.map(({ name, sign, words, panel }) => this.#chip(name, sign, words, panel)));
    this.#element.hidden = modes.length === 0;
    if (!focused) return false;
    const again = this.#element.querySelector<HTMLElement>(`[data-mode="${focused}"]`);
    again?.focus({ preventScroll: true });
    return !again;
  }

  #chip(name: string, sign: IconName, words: string, panel: PanelName | null): HTMLElement {
    const label = [icon('way', ...kIcons[sign]), h('span', { class: 'mode-words' }, words)];
    const open = panel ? h('button', { type: 'button', class: 'mode-open', 'data-mode': `${name}-open` }, ...label) : h('span', { class: 'mode-open' }, ...label);
    if (panel) open.addEventListener('click', () => this.#open(panel));
    const end = h('button', { type: 'button', class: 'mode-end', 'data-mode': `${name}-end`, 'aria-label': this.#words.endMode(words), title: this.#words.endMode(words) }, icon('way', ...kIcons.close));
    end.addEventListener('click', () => this.#modes.find((mode) => mode.name === name)?.end());
    return h('span', { class: `mode mode-${name}` }, open, end);
  }
}
