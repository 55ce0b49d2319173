// What does the card look like as HTML? Builds it from the program's card message: text is only ever text.

import { h, icon, type Child } from './dom.ts';
import { parseMarkdown, safeUrl } from './markdown.ts';
import { kStatusWords, kTrackColours, shapePaths, statusPaths } from './marks.ts';
import type { Messages } from './messages.ts';
import { inline, prose, reference, type ProseContext } from './prose.ts';
import { datetimeOf } from './time_element.ts';
import type { Card, CardLink, CardPhase, CardSource, Status } from './types.ts';

export interface CardContext extends ProseContext {
  words: Messages;
  /** The language of the story's text: the interface's words say theirs where it is another one. */
  told: string;
}

const own = ({ words, told }: CardContext) => (told && words.lang !== told ? words.lang : null);

/** Shows `card` in `pane` from its top, with `foot` for the way to the neighbours. */
export function showCard(pane: HTMLElement, card: Card, context: CardContext): void {
  const sections = [
    head(card),
    h('h2', { class: 'card-title', part: 'card-title' }, card.title),
    card.also && h('p', { class: 'also' }, card.also),
    ...prose(card.summary, 'lead', context),
    changes(card, context),
    views(card, context),
    ...prose(card.body, 'prose', context),
    ...phases(card, context),
    links(context.words.actors, card.actors, context, true),
    links(context.words.relations, card.relations, context),
    links(context.words.events, card.events, context),
    figures(card, context),
    sources(card.sources, context),
  ];
  const body = h('div', { class: 'card-body' }, ...sections);
  const foot = neighbours(card, context);
  pane.replaceChildren(...(foot ? [body, foot] : [body]));
  backToTop(pane);
}

/** Panes that have been looked after, with whether they have been scrolled since a card was shown. */
const scrolled = new WeakMap<HTMLElement, boolean>();

/** Asking a pane where it stands, or setting that, has the browser lay out the whole page in the middle of a frame: only where needed. */
function backToTop(pane: HTMLElement): void {
  const last = scrolled.get(pane);
  if (last === undefined) pane.addEventListener('scroll', () => scrolled.set(pane, true), { passive: true });
  if (last) pane.scrollTop = 0;
  scrolled.set(pane, false);
}

function head(card: Card): Child {
  const status = card.status && statusMark(card.status, card.statusWords);
  const datetime = datetimeOf(card.dateEdtf);
  const date = card.date && (datetime ? h('time', { datetime }, card.date) : h('span', {}, card.date));
  if (!card.kindWords && !status && !date) return null;
  return h('p', { class: 'card-head' }, card.kindWords ? kindMark(card) : null, status || null, date ? h('span', { class: 'date' }, date) : null);
}

function kindMark(card: Card): HTMLElement {
  const track = card.track ?? -1;
  const mark = track >= 0 ? icon('mark', ...shapePaths(card.shape)) : null;
  return h('span', { class: 'chip kind', 'data-track': track >= 0 ? track % kTrackColours : null }, mark, card.kindWords);
}

/** Sign and word: a claim must not look like a fact, with or without colour. */
function statusMark(status: Status, words?: string): HTMLElement {
  return h('span', { class: 'chip status', 'data-status': status }, icon('mark', ...statusPaths(status)), words || kStatusWords[status]);
}

function section(className: string, title: string, context: CardContext, ...children: Child[]): HTMLElement {
  return h('section', { class: className }, h('h3', { class: 'section-title', lang: own(context) }, title), ...children);
}

function changes({ changes = [] }: Card, context: CardContext): Child {
  const { words } = context;
  if (changes.length === 0) return null;
  const rows = changes.map(({ what, before, after }) => h('div', { class: 'change' },
    what ? h('p', { class: 'change-what' }, what) : null,
    h('dl', { class: 'change-pair' },
      h('div', { class: 'before' }, h('dt', { lang: own(context) }, words.before), h('dd', {}, before)),
      h('div', { class: 'after' }, icon('arrow', 'M2 8h11M9 4l4 4-4 4'), h('dt', { lang: own(context) }, words.after), h('dd', {}, after)))));
  return section('changes', words.changes, context, ...rows);
}

function views({ views = [] }: Card, context: CardContext): Child {
  if (views.length === 0) return null;
  const rows = views.flatMap(({ who, text, sources = [] }) => [
    h('dt', {}, who),
    h('dd', {}, ...inline(parseMarkdown(text).flatMap((block) => (block.type === 'paragraph' ? block.children : [])), context),
      ...marksOf(sources, context)),
  ]);
  return section('views', context.words.views, context, h('dl', { class: 'views-grid' }, ...rows));
}

/** The account of a relation: first why it is drawn now, then every phase in its order, each with what it rests on. */
function phases({ phases = [] }: Card, context: CardContext): Child[] {
  if (phases.length === 0) return [];
  const { words } = context;
  const now = phases.find(({ holdsNow }) => holdsNow);
  const why = now
    ? h('div', { class: 'why-now', 'data-valence': now.valence ?? 0 },
      h('p', { class: 'why-label' }, now.label || now.type || '', now.status ? statusMark(now.status, now.statusWords) : null),
      h('p', { class: 'phase-date' }, phaseDate(now)), ...grounds(now, context))
    : h('p', { class: 'why-none', lang: own(context) }, words.whyNothing);
  return [
    section('why', words.why, context, why),
    section('phases', words.ledger, context, h('ol', { class: 'phase-list' }, ...phases.map((phase) => phaseItem(phase, context)))),
  ];
}

function phaseDate(phase: CardPhase): Node | string {
  const datetime = datetimeOf(phase.dateEdtf);
  return datetime ? h('time', { datetime }, phase.date) : phase.date;
}

function phaseItem(phase: CardPhase, context: CardContext): HTMLElement {
  const { words } = context;
  return h('li', { class: 'phase', 'data-now': phase.holdsNow === true, 'data-valence': phase.valence ?? 0 },
    h('p', { class: 'phase-date' }, phaseDate(phase), phase.holdsNow ? h('span', { class: 'now', lang: own(context) }, words.now) : null),
    h('p', { class: 'phase-label' }, phase.label || phase.type || ''),
    phase.status ? h('p', { class: 'phase-status' }, statusMark(phase.status, phase.statusWords), saidBy(phase, context)) : null,
    phase.holdsNow ? null : h('details', { class: 'grounds' }, h('summary', { lang: own(context) }, words.whyThen), ...grounds(phase, context)));
}

/** The events that show a phase, and the sources that say so. */
function grounds(phase: CardPhase, context: CardContext): Child[] {
  const { words } = context;
  return [
    phase.holdsNow && phase.saidBy?.length ? h('p', { class: 'ground' }, saidBy(phase, context)) : null,
    h('p', { class: 'ground-title', lang: own(context) }, words.shownBy),
    phase.events?.length ? linkList(phase.events, context) : h('p', { class: 'ground' }, words.noEvent),
    phase.sources?.length ? h('ol', { class: 'source-list' }, ...phase.sources.map((item) => sourceItem(item, context))) : null,
  ];
}

function saidBy({ saidBy }: CardPhase, { words }: CardContext): string {
  return saidBy?.length ? ` ${words.saidBy} ${saidBy.join(', ')}` : '';
}

function links(title: string, items: CardLink[] | undefined, context: CardContext, chips = false): Child {
  if (!items?.length) return null;
  return section('links', title, context, chips ? chipList(items, context) : linkList(items, context));
}

function figures({ figures: items = [] }: Card, context: CardContext): Child {
  if (items.length === 0) return null;
  const rows = items.map(({ date, dateEdtf, words: value, gap, holdsNow }) => {
    const datetime = datetimeOf(dateEdtf);
    return h('li', { 'data-now': holdsNow === true },
      h('span', { class: 'link-date' }, datetime ? h('time', { datetime }, date) : date),
      h('span', { class: gap ? 'link-detail' : 'link-words' }, value));
  });
  return section('links', context.words.figures, context, h('ul', { class: 'link-list' }, ...rows));
}

function chipList(items: CardLink[], context: CardContext): HTMLElement {
  return h('ul', { class: 'chip-list' }, ...items.map((item) => h('li', {}, reference(item.id, item.words, context))));
}

function linkList(items: CardLink[], context: CardContext): HTMLElement {
  return h('ul', { class: 'link-list' }, ...items.map((item) => h('li', { 'data-now': item.holdsNow === true },
    item.date ? h('span', { class: 'link-date' }, item.date) : null,
    h('span', { class: 'link-words' },
      reference(item.id, item.words, context),
      item.status && item.status !== 'fact' ? statusMark(item.status) : null,
      item.detail ? h('span', { class: 'link-detail' }, item.detail) : null))));
}

function sources(items: CardSource[] | undefined, context: CardContext): Child {
  if (!items?.length) return null;
  return section('sources', context.words.sources, context, h('ol', { class: 'source-list' }, ...items.map((item) => sourceItem(item, context))));
}

function sourceItem(source: CardSource, { words }: CardContext): HTMLElement {
  const url = safeUrl(source.url);
  const title = source.title || source.publisher || source.url || source.id;
  const details = [source.publisher !== title ? source.publisher : '', source.date, source.locator].filter(Boolean).join(', ');
  return h('li', { value: Number(source.n) || null },
    h('span', { class: 'source-number', 'aria-hidden': 'true' }, source.n),
    h('span', { class: 'source-text' },
      url ? h('a', { href: url, rel: 'noopener' }, title) : title,
      details ? h('span', { class: 'source-details' }, details) : null,
      source.seen === false ? h('span', { class: 'not-opened' }, words.notOpened) : null,
      source.supports ? h('span', { class: 'source-supports' }, source.supports) : null));
}

/** Small raised numbers that lead to the source itself. */
function marksOf(items: CardSource[], { words }: CardContext): Child[] {
  return [...items].sort((a, b) => Number(a.n) - Number(b.n)).map((source) => {
    const url = safeUrl(source.url);
    const label = `${words.source(source.n)}: ${source.title}`;
    return h('sup', { class: 'source-mark' },
      url ? h('a', { href: url, rel: 'noopener', title: source.title, 'aria-label': label }, source.n) : source.n);
  });
}

function neighbours({ previous, next }: Card, { words, select }: CardContext): HTMLElement | null {
  if (!previous && !next) return null;
  const button = (to: { id: string; title: string }, way: 'previous' | 'next') => {
    const node = h('button', { type: 'button', class: `neighbour ${way}` },
      h('span', { class: 'neighbour-way' }, words[way]), h('span', { class: 'neighbour-title' }, to.title));
    node.addEventListener('click', () => select(to.id));
    return node;
  };
  return h('nav', { class: 'card-foot', 'aria-label': words.controls },
    previous ? button(previous, 'previous') : h('span'), next ? button(next, 'next') : null);
}
