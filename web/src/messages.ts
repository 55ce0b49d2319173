// Which words does the interface use? Every sentence a reader can meet outside the story, by language: languages/*.json. English
// is there at once, the others come when they are wanted.

import en from './languages/en.json';
import { importLanguage, interfaceLanguage } from './languages.ts';
import type { FailureCode } from './types.ts';
import { wordsOf } from './wording.ts';

export interface Messages {
  /** Of the words themselves. */
  lang: string;
  controls: string;
  previous: string;
  next: string;
  play: string;
  pause: string;
  loading: string;
  /** What the program says itself, by its names for it; null for English, which it has. */
  canvas: Record<string, string> | null;
  timelineOf: (atWords: string) => string;
  mapOf: (atWords: string) => string;
  pictureHelp: string;
  entered: string;
  enteredMap: string;
  card: string;
  changes: string;
  before: string;
  after: string;
  views: string;
  now: string;
  saidBy: string;
  actors: string;
  relations: string;
  events: string;
  figures: string;
  sources: string;
  notOpened: string;
  source: (n: string) => string;
  zoomHint: string;
  touchHint: string;
  tryAgain: string;
  failure: Record<FailureCode, string>;
  readText: string;

  // The tools around the picture
  search: string;
  compare: string;
  tour: string;
  share: string;
  more: string;
  language: string;
  /** A language that has words for the buttons, and none for the story. */
  wordsOnly: (language: string) => string;
  filter: string;
  trace: string;
  toldBy: string;
  everybody: string;
  ghosts: string;
  places: string;
  fitAll: string;
  fitSelection: string;
  around: (title: string) => string;
  aroundSteps: (steps: number) => string;
  undo: string;
  redo: string;
  keyboard: string;
  close: string;
  closePanel: (title: string) => string;
  clear: string;
  copy: string;
  copied: string;
  copyByHand: string;
  saved: string;
  remove: (title: string) => string;
  swap: string;
  toolFailed: string;

  searchLabel: string;
  searchPlaceholder: string;
  searchHint: string;
  searchTotal: (shown: number, total: number) => string;
  opensElsewhere: string;
  /** Headings of the hits, by kind. */
  kinds: Record<string, string>;

  filterTracks: string;
  filterStatuses: string;
  filterRelations: string;
  filterActors: string;
  filterActor: string;
  filterText: string;
  filterRest: string;
  filterDim: string;
  filterHide: string;
  filterNothing: string;
  filterTotal: (shown: number, of: number) => string;
  filterRelationsOnly: (kinds: number) => string;
  filterCount: (count: number, of: number) => string;
  filteredOut: string;

  compareTitle: string;
  firstDate: string;
  secondDate: string;
  presets: string;
  beforeAndAfter: (date: string) => string;
  between: (a: string, b: string) => string;
  noDate: (text: string) => string;
  compareOff: string;
  compareTotal: (gained: number, lost: number, flipped: number) => string;
  gained: string;
  lost: string;
  flipped: string;
  endCompare: string;

  traceTitle: string;
  traceFrom: string;
  traceTo: string;
  traceOff: string;
  traceSame: string;
  traceTotal: (count: number, atWords: string) => string;
  traceNone: (atWords: string) => string;
  traceShortest: string;
  traceOther: (n: number) => string;
  traceFirst: string;
  endTrace: string;

  stepOf: (n: number, of: number) => string;
  stepShort: (n: number, of: number) => string;
  stepAbout: (title: string) => string;
  steps: (count: number) => string;
  endTour: string;
  otherTours: string;
  present: string;

  shareTitle: string;
  shareLink: string;
  shareHint: string;
  shareWith: string;
  cite: string;
  citation: (parts: { title: string; selected: string; asOf: string; version: string; link: string; today: string }) => string;
  picturePart: string;
  savePicture: string;

  modes: string;
  modeFilter: (shown: number, of: number) => string;
  modeRelations: (kinds: number) => string;
  modeCompare: (a: string, b: string) => string;
  modeTrace: (from: string, to: string) => string;
  modeToldBy: (title: string) => string;
  modeFocus: (title: string) => string;
  modeBrush: (range: string) => string;
  modeTour: (n: number, of: number) => string;
  endMode: (mode: string) => string;

  asOf: (atWords: string) => string;
  why: string;
  whyThen: string;
  whyNothing: string;
  shownBy: string;
  noEvent: string;
  ledger: string;

  keys: [keys: string, words: string][];

  // Putting the picture into another page
  embed: string;
  embedCode: string;
  embedForm: string;
  embedIframe: string;
  embedElement: string;
  embedSize: string;
  embedFits: string;
  embedView: string;
  embedNow: string;
  embedFirst: string;
  embedTheme: string;
  embedAuto: string;
  embedLight: string;
  embedDark: string;
  embedLanguage: string;
}

/** What a language file holds and what is put together from its parts here. */
interface Parts {
  timelineAlone: string;
  timelineAsOf: (atWords: string) => string;
  mapAlone: string;
  mapAsOf: (atWords: string) => string;
  zoomWith: (key: string) => string;
  searchAll: (total: number) => string;
  searchSome: (shown: number, total: number) => string;
  countOf: (count: number, of: number) => string;
  compareNone: string;
  compareSome: (gained: number, lost: number, flipped: number) => string;
  traceAlternative: (n: number) => string;
  citeSelected: (title: string) => string;
  citeTitle: (title: string) => string;
  citeAsOf: (date: string) => string;
  citeVersion: (date: string) => string;
  citeLink: (link: string, today: string) => string;
  asOfDate: (atWords: string) => string;
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

export function messagesOf(data: unknown, lang: string): Messages {
  const words = wordsOf<Parts & Omit<Messages, 'timelineOf' | 'mapOf'>>(data, lang);
  return {
    ...words, lang,
    canvas: (data as { canvas?: Record<string, string> }).canvas ?? null,
    timelineOf: (atWords) => (atWords ? words.timelineAsOf(atWords) : words.timelineAlone),
    mapOf: (atWords) => (atWords ? words.mapAsOf(atWords) : words.mapAlone),
    zoomHint: words.zoomWith(isMac ? '⌘' : 'Ctrl'),
    searchTotal: (shown, total) => (shown < total ? words.searchSome(shown, total) : words.searchAll(total)),
    filterCount: (count, of) => (count === of ? of.toLocaleString(lang) : words.countOf(count, of)),
    compareTotal: (gained, lost, flipped) => (gained + lost + flipped === 0 ? words.compareNone : words.compareSome(gained, lost, flipped)),
    traceOther: (n) => words.traceAlternative(n - 1),
    citation: ({ title, selected, asOf, version, link, today }) => [
      selected && words.citeSelected(selected), title && words.citeTitle(title), asOf && words.citeAsOf(asOf),
      version && words.citeVersion(version), words.citeLink(link, today),
    ].filter(Boolean).join(' '),
    asOf: (atWords) => (atWords ? words.asOfDate(atWords) : ''),
  };
}

/** English, which is there at once. */
export function englishMessages(): Messages {
  return messagesOf(en, 'en');
}

/** The interface in `language`, else in English. */
export async function messagesFor(language: string): Promise<Messages> {
  const lang = interfaceLanguage(language);
  return lang === 'en' ? englishMessages() : messagesOf(await importLanguage(lang), lang);
}
