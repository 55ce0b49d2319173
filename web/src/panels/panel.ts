// What do the panels beside the picture have in common? A title, a way out, and what they may ask of the rest.

import { h, icon, type Child } from '../dom.ts';
import { kIcons } from '../icons.ts';
import { statusPaths } from '../marks.ts';
import type { Messages } from '../messages.ts';
import type { StoryFacts } from '../story_facts.ts';
import type { Card, Chains, Command, Comparison, Facets, Found, ProgramState, Status, TurningPointState } from '../types.ts';

export interface PanelContext {
  host: HTMLElement;
  words: Messages;
  /** That story and interface are asked for in. */
  language: string;
  facts: StoryFacts;
  send: (command: Command) => void;
  state: () => TurningPointState;
  facets: () => Facets;
  card: (id: string) => Card | null;
  /** Selects for the reader, who then sees the card. */
  select: (id: string) => void;
  /** Back to the card. */
  close: () => void;
  announce: (text: string) => void;
  /** An address that opens what is shown now. */
  link: () => string;
  /** The address that links begin with. */
  address: () => string;
  /** The address of the story's file; '' where it lies in the page. */
  source: () => string;
  /** The picture as a file, a PNG by itself. */
  snapshot: (type?: string) => Promise<Blob>;
  /** The tour on the whole screen. */
  present: () => void;
}

/** News from the program for whoever is open. */
export interface News {
  state?: ProgramState;
  facets?: Facets;
  found?: Found;
  comparison?: Comparison;
  chains?: Chains;
}

export interface Panel {
  element: HTMLElement;
  /** What takes the focus when the panel opens; the panel itself without it. */
  first?: HTMLElement;
  opened?: () => void;
  heard?: (news: News) => void;
}

let count = 0;

/** The frame of a panel; `tools` stand between its title and the way out. */
export function panelFrame(name: string, title: string, { words, close }: PanelContext, ...children: Child[]): HTMLElement {
  count += 1;
  const id = `panel-${name}-${count}`;
  const out = h('button', { type: 'button', class: 'panel-close', 'aria-label': words.closePanel(title), title: `${words.close} (Esc)` }, icon('way', ...kIcons.close));
  out.addEventListener('click', close);
  return h('section', { class: `panel panel-${name}`, part: `panel panel-${name}`, tabindex: -1, 'aria-labelledby': id },
    h('div', { class: 'panel-head' }, h('h2', { class: 'panel-title', id }, title), out),
    ...children);
}

/** A link that selects; a plain one, so that it can be opened elsewhere. */
export function selecting(id: string, title: string, select: (id: string) => void): HTMLAnchorElement {
  const link = h('a', { class: 'ref', href: `#select=${encodeURIComponent(id)}` }, title);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    select(id);
  });
  return link;
}

export function statusChip(status: Status, words: string): HTMLElement {
  return h('span', { class: 'chip status', 'data-status': status }, icon('mark', ...statusPaths(status)), words);
}

/** A line as on the map: its colour and its dashes say how close or hostile a relation is. */
export function valenceSign(valence: number): SVGSVGElement {
  const svg = icon('valence', 'M1 8h22');
  svg.setAttribute('viewBox', '0 0 24 16');
  svg.dataset['valence'] = String(Math.sign(Math.round(valence)));
  return svg;
}

export function button(className: string, label: string, press: () => void, ...signs: Node[]): HTMLButtonElement {
  const node = h('button', { type: 'button', class: className }, ...signs, label);
  node.addEventListener('click', press);
  return node;
}
