// What a page's own TypeScript may know of <turning-point>. Copied to dist/turning-point.d.ts; tests/web/types.ts holds it
// against the element.

export type Theme = 'auto' | 'light' | 'dark';
export type Layout = 'auto' | 'wide' | 'narrow';
export type Loading = 'auto' | 'lazy' | 'eager';
export type Gestures = 'cooperative' | 'greedy';
export type Reveal = 'auto' | 'manual';
export type Status = 'fact' | 'claim' | 'disputed';

/** What is shown now; a copy: changing it changes nothing. */
export interface TurningPointState {
  /** The playhead as an EDTF date, '' before the story is there. */
  at: string;
  atWords: string;
  /** The visible stretch of time as an EDTF interval. */
  range: string;
  select: string | null;
  hover: string | null;
  playing: boolean;
  layout: 'wide' | 'medium' | 'narrow' | 'short';
  lang: string;
  /** Frames drawn since the element was connected. */
  frames: number;
  /** CPU time of the last frame, in milliseconds. */
  cpuMs: number;
  counts: { events: number; actors: number; relations: number };
  /** `A/B`, two EDTF dates. */
  compare?: string | null;
  /** `from/to`, two actors. */
  trace?: string | null;
  focus?: string | null;
  focusSteps?: number;
  toldBy?: string | null;
  ghosts?: boolean;
  places?: boolean;
  brush?: string | null;
  folded?: string[];
  filter?: {
    hideTracks: string[];
    hideStatuses: Status[];
    actors: string[];
    text: string;
    mode: 'dim' | 'hide';
    shown: number;
    of: number;
    /** What is selected is shown although the filter leaves it out. */
    selectionHidden?: boolean;
  } | null;
  hiddenRelations?: string[];
  canUndo?: boolean;
  canRedo?: boolean;
  tour?: string | null;
  step?: string | null;
  /** The tour fills the screen. */
  mode?: 'present' | null;
}

/** Something that a search found. */
export interface Hit {
  id: string;
  kind: string;
  kindWords: string;
  title: string;
  detail?: string;
  date?: string;
  /** Stretches of the title that match, as [first, length] in UTF-16 units. */
  at?: [number, number][];
  /** Of a source: where it is. */
  url?: string;
}

export type FailureCode =
  | 'no-webassembly'
  | 'no-webgl2'
  | 'program-not-loaded'
  | 'story-missing'
  | 'story-not-loaded'
  | 'story-refused'
  | 'context-lost'
  | 'program-stopped';

export interface TurningPointEventMap {
  'tp-progress': CustomEvent<{ loaded: number; total: number }>;
  'tp-ready': CustomEvent<{ title: string }>;
  'tp-change': CustomEvent<TurningPointState>;
  'tp-select': CustomEvent<{ id: string | null }>;
  'tp-error': CustomEvent<{ code: FailureCode; message: string }>;
  /** Only where the attribute `statements` asks for it. */
  'tp-statement': CustomEvent<Statement>;
}

/** A statement of xAPI 1.0.3 about an answer or about progress; its actor is anonymous, the same for everybody. */
export interface Statement {
  version: '1.0.3';
  actor: { objectType: 'Agent'; account: { homePage: string; name: string } };
  /** `id` ends in `answered`, `progressed` or `completed`. */
  verb: { id: string; display: Record<string, string> };
  object: {
    objectType: 'Activity';
    /** The address of the story's text, and where in it the question or the tour stands. */
    id: string;
    definition: {
      type: string;
      name: Record<string, string>;
      interactionType?: 'choice';
      correctResponsesPattern?: string[];
      choices?: { id: string; description: Record<string, string> }[];
    };
  };
  result: {
    success?: boolean;
    completion?: boolean;
    /** The place of the choice, counted from 0. */
    response?: string;
    score?: { scaled: number; raw: number; min: number; max: number };
    extensions?: Record<string, number>;
  };
  context: { language: string; contextActivities: { parent: { objectType: 'Activity'; id: string }[] } };
  timestamp: string;
}

export declare class TurningPointElement extends HTMLElement {
  story: string;
  at: string;
  select: string;
  theme: Theme;
  layout: Layout;
  loading: Loading;
  gestures: Gestures;
  /** The attribute `compare`: the name of its own is the method's. */
  comparison: string;
  tour: string;
  step: string;
  controls: string;
  poster: string;
  reveal: Reveal;
  share: string;
  /** Are answers and progress told as `tp-statement`? The attribute's value names who hears it, for the reader. */
  statements: boolean;
  /** What is shown, as the fragment of an address; set, it is shown again. */
  view: string;
  readonly state: TurningPointState;

  /** Selects an event, actor or relation; '' selects nothing. */
  goTo(id: string): void;
  /** Puts the playhead at an EDTF date and leaves the selection. */
  setTime(edtf: string): void;
  /** Shows what was gained, lost and turned round between two EDTF dates; '' twice ends it. */
  compare(a: string, b: string): void;
  /** Shows what joins two actors; '' twice ends it. */
  trace(from: string, to: string): void;
  next(): void;
  previous(): void;
  play(): void;
  pause(): void;
  /** What the story holds about `text`, the best first. */
  search(text: string): Promise<Hit[]>;
  /** The picture as an image, `width` pixels across; `image/svg+xml` brings down a program of its own. */
  snapshot(options?: { type?: string; width?: number }): Promise<Blob>;
  /** Resolves when nothing loads and no frame is due. */
  whenIdle(): Promise<void>;
  /** Where something is drawn, in CSS pixels of the window; null where it is not. */
  locate(id: string): Promise<{ x: number; y: number; width: number; height: number } | null>;

  addEventListener<K extends keyof TurningPointEventMap>(
    type: K, listener: (this: TurningPointElement, event: TurningPointEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'turning-point': TurningPointElement;
  }
}
