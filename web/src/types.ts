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
  | { type: 'select'; id: string }
  | { type: 'setTime'; edtf: string }
  | { type: 'next' | 'previous' | 'play' | 'pause' | 'fit' }
  | { type: 'zoom'; factor: number }
  | { type: 'visible'; visible: boolean }
  | { type: 'locate'; id: string };

/** The program's own words for it; its layout is the one it was told. */
export type ProgramState = TurningPointState;

export type Message =
  | { type: 'ready'; title: string; question?: string; answer?: string }
  | { type: 'change'; state: ProgramState }
  | { type: 'select'; id: string | null }
  | { type: 'card'; card: Card }
  | { type: 'cursor'; cursor: string }
  | { type: 'announce'; text: string }
  | { type: 'located'; id: string; rect: Box | null }
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
