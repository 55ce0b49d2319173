// What do the page and the program say to each other? The bridge's JSON and the element's public types.

export type LayoutKind = 'wide' | 'medium' | 'narrow' | 'short';
export type Status = 'fact' | 'claim' | 'disputed';

/** What the element shows now. A copy: changing it changes nothing. */
export interface TurningPointState {
  /** The playhead as an EDTF date, '' before the story is there. */
  at: string;
  /** The same in the reader's words. */
  atWords: string;
  /** The visible stretch of time as an EDTF interval. */
  range: string;
  select: string | null;
  hover: string | null;
  playing: boolean;
  layout: LayoutKind;
  lang: string;
  /** Frames drawn since the element was connected. */
  frames: number;
  /** CPU time of the last frame, in milliseconds. */
  cpuMs: number;
  counts: { events: number; actors: number; relations: number };
  /** The two dates that are compared, `A/B`; null: none. From here on absent where the program does not know it. */
  compare?: string | null;
  /** The two actors whose connection is traced, `from/to`. */
  trace?: string | null;
  /** The actor whose neighbourhood is brought forward, and how many relations away it ends. */
  focus?: string | null;
  focusSteps?: number;
  /** The actor whose account is shown; null: everybody's. */
  toldBy?: string | null;
  /** Past and future phases show faintly. */
  ghosts?: boolean;
  /** Actors stand where they lie on the earth. */
  places?: boolean;
  /** The stretch of time whose relations the map shows, as an EDTF interval. */
  brush?: string | null;
  /** Tracks that are folded. */
  folded?: string[];
  filter?: (Filter & { shown: number; of: number; selectionHidden?: boolean }) | null;
  /** Keys of the legend's entries that are switched off. */
  hiddenRelations?: string[];
  canUndo?: boolean;
  canRedo?: boolean;
  /** The tour that is walked, and its step; null: none. */
  tour?: string | null;
  step?: string | null;
  /** The tour fills the screen; null: the picture stands on its page. */
  mode?: 'present' | null;
}

/** Which part of the story is shown. Nothing named: all of it. */
export interface Filter {
  hideTracks: string[];
  hideStatuses: Status[];
  actors: string[];
  text: string;
  /** What does not match is dimmed or gone. */
  mode: 'dim' | 'hide';
}

export interface Hit {
  id: string;
  kind: string;
  kindWords: string;
  title: string;
  detail?: string;
  date?: string;
  /** Stretches of the title to mark, as [first, length] in UTF-16 units. */
  at?: [number, number][];
  /** Of a source: where it is. */
  url?: string;
}

export interface Found {
  text: string;
  total: number;
  /** False where the program still looks: more comes by itself. */
  complete?: boolean;
  hits: Hit[];
}

export interface Counted {
  id: string;
  title: string;
  count: number;
  of: number;
}

export interface Facets {
  tracks?: Counted[];
  statuses?: { status: Status; words: string; count: number; of: number }[];
  actors?: Counted[];
  relations?: { key: string; words: string; count: number; hidden: boolean }[];
  tellers?: { id: string; title: string; count: number }[];
  hasPlaces?: boolean;
}

/** What a relation is at one date. */
export interface Phrase {
  label: string;
  valence: number;
  status: Status;
  statusWords: string;
}

export interface Comparison {
  on: boolean;
  a: string;
  b: string;
  aWords: string;
  bWords: string;
  gained: (Phrase & { id: string; title: string })[];
  lost: (Phrase & { id: string; title: string })[];
  flipped: { id: string; title: string; before: Phrase; after: Phrase }[];
}

export interface Chains {
  on: boolean;
  from: string;
  to: string;
  fromWords: string;
  toWords: string;
  /** Actors and relations in turn, the shortest chain first. */
  chains: { id: string; title: string; kind: string }[][];
  /** The first date on which a chain exists. */
  first: string | null;
  firstWords: string;
}

export interface CardSource {
  n: string;
  id: string;
  title: string;
  publisher?: string;
  date?: string;
  url?: string;
  locator?: string;
  supports?: string;
  /** false: cited from general knowledge, the page was not opened. */
  seen?: boolean;
}

export interface CardLink {
  id: string;
  date?: string;
  words: string;
  detail?: string;
  status?: Status;
  /** For relations and phases: true as of the playhead. */
  holdsNow?: boolean;
}

export interface CardView {
  by?: string | null;
  who: string;
  text: string;
  sources?: CardSource[];
}

export interface CardChange {
  what: string;
  before: string;
  after: string;
}

export interface CardPhase {
  date: string;
  dateEdtf?: string;
  label: string;
  type?: string;
  status?: Status;
  statusWords?: string;
  valence?: number;
  holdsNow?: boolean;
  saidBy?: string[];
  events?: CardLink[];
  sources?: CardSource[];
}

/** One number of a series. */
export interface CardFigure {
  date: string;
  dateEdtf?: string;
  words: string;
  /** The story says that there is none. */
  gap?: boolean;
  holdsNow?: boolean;
}

export interface Neighbour {
  id: string;
  title: string;
}

/** Everything the story says about one thing, in reading order. */
export interface Card {
  id: string;
  kind?: string;
  kindWords?: string;
  /** Place in the palette; −1 or absent: none. */
  track?: number;
  shape?: string;
  status?: Status;
  statusWords?: string;
  date?: string;
  dateEdtf?: string;
  title: string;
  also?: string;
  summary?: string;
  body?: string;
  changes?: CardChange[];
  views?: CardView[];
  phases?: CardPhase[];
  actors?: CardLink[];
  relations?: CardLink[];
  events?: CardLink[];
  figures?: CardFigure[];
  sources?: CardSource[];
  previous?: Neighbour | null;
  next?: Neighbour | null;
}

export type Box = [x: number, y: number, width: number, height: number];

export type Command =
  | { type: 'resize'; width: number; height: number; dpr: number; touch: boolean; kind: LayoutKind; map: Box; timeline: Box }
  | { type: 'appearance'; dark: boolean; reducedMotion: boolean; accent?: string; ink?: string; paper?: string }
  | { type: 'language'; language: string }
  | { type: 'words'; language: string; words: Record<string, string> }
  | { type: 'select'; id: string }
  | { type: 'setTime'; edtf: string }
  | { type: 'next' | 'previous' | 'play' | 'pause' | 'fit' }
  | { type: 'zoom'; factor: number }
  | { type: 'visible'; visible: boolean }
  | { type: 'locate'; id: string }
  | { type: 'search'; text: string; limit: number }
  | ({ type: 'filter' } & Filter)
  | { type: 'hideRelations'; keys: string[] }
  | { type: 'compare'; a: string; b: string }
  | { type: 'swap' | 'undo' | 'redo' }
  | { type: 'trace'; from: string; to: string }
  | { type: 'focus'; id: string; steps: number }
  | { type: 'toldBy'; id: string }
  | { type: 'ghosts' | 'places'; on: boolean }
  | { type: 'brush' | 'showRange'; range: string }
  | { type: 'fold'; id: string; folded: boolean }
  | { type: 'fitTo'; id: string }
  | { type: 'tour'; id: string; step: number };

/** The program's own words for it; its layout is the one it was told, and it counts the steps of a tour from 0. */
export type ProgramState = Omit<TurningPointState, 'step'> & { step?: number | null };

export type Message =
  | { type: 'ready'; title: string; question?: string; answer?: string; languages?: string[] }
  | { type: 'change'; state: ProgramState }
  | { type: 'select'; id: string | null }
  | { type: 'card'; card: Card }
  | { type: 'cursor'; cursor: string }
  | { type: 'announce'; text: string }
  | { type: 'located'; id: string; rect: Box | null }
  | ({ type: 'found' } & Found)
  | ({ type: 'facets' } & Facets)
  | ({ type: 'comparison' } & Comparison)
  | ({ type: 'chains' } & Chains)
  | { type: 'diagnostics'; refused: boolean; lines: string[] }
  | { type: 'error'; code: string; text: string };

export type FailureCode =
  | 'no-webassembly'
  | 'no-webgl2'
  | 'program-not-loaded'
  | 'story-missing'
  | 'story-not-loaded'
  | 'story-refused'
  | 'context-lost'
  | 'program-stopped';

/** Why there is no picture. `detail` is for whoever looks into the console. */
export class Failure extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode, detail: string) {
    super(detail);
    this.code = code;
  }
}
