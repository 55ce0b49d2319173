// What is <turning-point> to the page that holds it? Attributes, properties, methods and events; the picture itself is
// loaded when it is wanted. Importing this file registers nothing: see define.ts.

import type { Session } from './session.ts';
import type { Statement } from './statements.ts';
import type { Box, Command, FailureCode, Hit, TurningPointState } from './types.ts';
import { comesLast, leaves, type Member } from './company.ts';
import { heightSheet, hostSheet } from './host_style.ts';
import { posterImage } from './poster.ts';

export type Theme = 'auto' | 'light' | 'dark';
export type Layout = 'auto' | 'wide' | 'narrow';
export type Loading = 'auto' | 'lazy' | 'eager';
export type Gestures = 'cooperative' | 'greedy';
export type Reveal = 'auto' | 'manual';

export interface TurningPointEventMap {
  'tp-progress': CustomEvent<{ loaded: number; total: number }>;
  'tp-ready': CustomEvent<{ title: string }>;
  'tp-change': CustomEvent<TurningPointState>;
  'tp-select': CustomEvent<{ id: string | null }>;
  'tp-error': CustomEvent<{ code: FailureCode; message: string }>;
  'tp-statement': CustomEvent<Statement>;
}

/** How far from the screen loading begins. */
const kNear: Record<Exclude<Loading, 'eager'>, string> = { auto: '100% 0px', lazy: '200px 0px' };

/** How far from the screen one at rest comes back: much nearer, or many would come and go at once. */
const kNearly = '120px 0px';

const kNothing: TurningPointState = {
  at: '', atWords: '', range: '', select: null, hover: null, playing: false, layout: 'wide', lang: '', frames: 0, cpuMs: 0,
  counts: { events: 0, actors: 0, relations: 0 },
};

const kAttributes = ['story', 'at', 'select', 'theme', 'layout', 'loading', 'gestures', 'compare', 'tour', 'step', 'controls', 'poster', 'reveal', 'share', 'statements'] as const;

export class TurningPointElement extends HTMLElement {
  static readonly observedAttributes = [...kAttributes, 'lang'];

  readonly #root: ShadowRoot;
  #session: Session | null = null;
  /** Settles when loading has ended, well or badly; null while nothing was begun. */
  #starting: Promise<void> | null = null;
  /** Settles when it is known whether the element is near the screen. */
  #decided: Promise<void> = Promise.resolve();
  #near: IntersectionObserver | null = null;
  /** Counts what was begun, so that what has been broken off goes no further. */
  #begun = 0;
  #queue: ((session: Session) => void)[] = [];
  #isRevealed = false;
  /** Where the reader was when the element left the page, for when it comes back. */
  #left: { at: string; select: string } | null = null;
  /** What was shown when the picture went to rest, as the fragment of an address. */
  #resting: string | null = null;
  readonly #member: Member;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    const isSeen = () => this.#session?.isSeen ?? false;
    this.#member = { get isSeen() { return isSeen(); }, rest: () => this.#rest() };
    this.#showChildren();
  }

  connectedCallback(): void {
    for (const name of [...kAttributes, 'comparison', 'view']) if (name !== 'compare') this.#takeProperty(name);
    if (!this.#session) this.#showChildren();
    // Moved within the page: what runs goes on running.
    if (!this.#session) this.#waitUntilWanted();
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected) this.#shutDown();
    });
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    if (name === 'loading' || name === 'reveal') this.#waitUntilWanted();
    if (name === 'at' || name === 'select') this.#left = null;
    if (name === 'poster' || name === 'reveal') return this.#session ? undefined : this.#showChildren();
    else this.#session?.attributeChanged(name, after);
  }

  get story(): string { return this.getAttribute('story') ?? ''; }
  set story(value: string) { this.#reflect('story', value); }
  get at(): string { return this.getAttribute('at') ?? ''; }
  set at(value: string) { this.#reflect('at', value); }
  get select(): string { return this.getAttribute('select') ?? ''; }
  set select(value: string) { this.#reflect('select', value); }
  get theme(): Theme { return oneOf(this.getAttribute('theme'), ['auto', 'light', 'dark']); }
  set theme(value: Theme) { this.#reflect('theme', value); }
  get layout(): Layout { return oneOf(this.getAttribute('layout'), ['auto', 'wide', 'narrow']); }
  set layout(value: Layout) { this.#reflect('layout', value); }
  get loading(): Loading { return oneOf(this.getAttribute('loading'), ['auto', 'lazy', 'eager']); }
  set loading(value: Loading) { this.#reflect('loading', value); }
  get gestures(): Gestures { return oneOf(this.getAttribute('gestures'), ['cooperative', 'greedy']); }
  set gestures(value: Gestures) { this.#reflect('gestures', value); }

  /** The attribute `compare`, two dates `A/B` whose difference is shown: the name of its own is the method's. */
  get comparison(): string { return this.getAttribute('compare') ?? ''; }
  set comparison(value: string) { this.#reflect('compare', value); }
  /** The id of the tour to begin with. */
  get tour(): string { return this.getAttribute('tour') ?? ''; }
  set tour(value: string) { this.#reflect('tour', value); }
  /** A step of that tour: its id, or its number from 1. */
  get step(): string { return this.getAttribute('step') ?? ''; }
  set step(value: string) { this.#reflect('step', value); }
  /** `auto`, `none`, or which buttons: `walk search compare tour share more`. */
  get controls(): string { return this.getAttribute('controls') ?? 'auto'; }
  set controls(value: string) { this.#reflect('controls', value); }
  /** A picture for as long as there is no program. */
  get poster(): string { return this.getAttribute('poster') ?? ''; }
  set poster(value: string) { this.#reflect('poster', value); }
  get reveal(): Reveal { return oneOf(this.getAttribute('reveal'), ['auto', 'manual']); }
  set reveal(value: Reveal) { this.#reflect('reveal', value); }
  /** The address that links to a view begin with; without it the page's own. */
  get share(): string { return this.getAttribute('share') ?? ''; }
  set share(value: string) { this.#reflect('share', value); }
  /** Are answers and progress told as `tp-statement`? The attribute's value names who hears it, else it is the page. */
  get statements(): boolean { return this.hasAttribute('statements'); }
  set statements(value: boolean) { this.toggleAttribute('statements', value); }

  /** What is shown, as the fragment of an address: `#at=2025-08-08&select=waiver-2025`. Set, it is shown again. */
  get view(): string { return this.#session?.view ?? this.#resting ?? ''; }
  set view(fragment: string) { this.#ask((session) => (session.view = fragment)); }

  /** What is shown now; a fresh copy each time. */
  get state(): TurningPointState {
    return this.#session?.state() ?? { ...kNothing, counts: { ...kNothing.counts }, ...this.#left };
  }

  /** Selects an event, actor or relation; '' selects nothing. */
  goTo(id: string): void { this.#command({ type: 'select', id }); }
  /** Puts the playhead at an EDTF date and leaves the selection. */
  setTime(edtf: string): void { this.#command({ type: 'setTime', edtf }); }
  /** Shows what was gained, lost and turned round between two EDTF dates; '' twice ends it. */
  compare(a: string, b: string): void { this.#command({ type: 'compare', a, b }); }
  /** Shows what joins two actors; '' twice ends it. */
  trace(from: string, to: string): void { this.#command({ type: 'trace', from, to }); }
  next(): void { this.#command({ type: 'next' }); }
  previous(): void { this.#command({ type: 'previous' }); }
  play(): void { this.#command({ type: 'play' }); }
  pause(): void { this.#command({ type: 'pause' }); }

  /** Resolves when nothing loads and no frame is due. */
  async whenIdle(): Promise<void> {
    await this.#decided;
    await this.#starting;
    await this.#session?.whenIdle();
  }

  /** Where `id` is drawn, in the window's CSS pixels; null where it is not. */
  async locate(id: string): Promise<{ x: number; y: number; width: number; height: number } | null> {
    await this.#starting;
    const box: Box | null = (await this.#session?.locate(id)) ?? null;
    return box && { x: box[0], y: box[1], width: box[2], height: box[3] };
  }

  /** What the story holds about `text`, the best first; waits for the picture. */
  search(text: string): Promise<Hit[]> {
    return new Promise((resolve, reject) => this.#ask((session) => void session.search(text).then(resolve, reject)));
  }

  /** The picture as an image, `width` pixels across; waits for the picture. */
  snapshot(options: { type?: string; width?: number } = {}): Promise<Blob> {
    return new Promise((resolve, reject) => this.#ask((session) => void session.snapshot(options).then(resolve, reject)));
  }

  #command(command: Command): void {
    this.#ask((session) => session.command(command));
  }

  #ask(request: (session: Session) => void): void {
    // Somebody who moves the picture wants it.
    this.#start();
    if (this.#session?.running) request(this.#session);
    else this.#queue.push(request);
  }

  #waitUntilWanted(margin?: string): void {
    this.#near?.disconnect();
    this.#near = null;
    if (this.#session || this.#starting || !this.isConnected) return;
    if (this.reveal === 'manual' && !this.#isRevealed) return;
    const loading = this.loading;
    if (loading === 'eager' && this.#resting === null) return this.#start();
    this.#decided = new Promise((resolve) => {
      this.#near = new IntersectionObserver((entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#start();
        resolve();
      }, { rootMargin: margin ?? kNear[loading === 'eager' ? 'auto' : loading] });
      this.#near.observe(this);
    });
  }

  #start(): void {
    this.#near?.disconnect();
    this.#near = null;
    this.#isRevealed = true;
    this.#starting ??= this.#run();
  }

  async #run(): Promise<void> {
    const begun = (this.#begun += 1);
    try {
      const { Session } = await import('./session.ts');
      if (begun !== this.#begun) return;
      if (!this.isConnected) return void (this.#starting = null);
      const session = new Session(this, this.#root, {
        first: () => ({ at: this.#left?.at ?? this.at, select: this.#left?.select ?? this.select, compare: this.comparison, tour: this.tour, step: this.step }),
        retry: () => this.#retry(),
        restore: () => this.#showChildren(),
        seen: () => this.#session?.running && comesLast(this.#member),
      });
      this.#session = session;
      await session.start();
      if (session !== this.#session || !session.running) return;
      comesLast(this.#member);
      if (this.#resting) session.view = this.#resting;
      this.#resting = null;
      for (const request of this.#queue.splice(0)) request(session);
    } catch (error) {
      if (begun !== this.#begun) return;
      // Only this file's own chunk can fail here; the session reports its failures itself.
      console.error('turning-point:', error);
      const message = 'The interactive picture could not be downloaded.';
      this.dispatchEvent(new CustomEvent('tp-error', {
        bubbles: true, composed: true, detail: { code: 'program-not-loaded', message },
      }));
      this.#sayPlainly(message);
    }
  }

  /** Without the session there is no style for this line but the host's. */
  #sayPlainly(message: string): void {
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    line.setAttribute('part', 'notice');
    line.textContent = `${message} ${this.childElementCount > 0 ? 'You can read everything as text.' : ''}`;
    this.#root.prepend(line);
  }

  /** What the author wrote inside, in a block: how the element looks when there is no picture. */
  #showChildren(): void {
    this.#root.adoptedStyleSheets = [hostSheet()];
    const heading = document.createElement('slot');
    heading.name = 'heading';
    this.#root.replaceChildren(heading, ...this.#teaser(), document.createElement('slot'));
  }

  /** The poster, and the button for whoever is asked before anything heavy is loaded. */
  #teaser(): HTMLElement[] {
    const parts: HTMLElement[] = [];
    const image = posterImage(this);
    if (image) parts.push(image);
    if (this.reveal === 'manual' && !this.#isRevealed) {
      const button = document.createElement('button');
      button.type = 'button';
      button.part.add('reveal');
      button.textContent = this.getAttribute('reveal-label') ?? 'Show the interactive picture';
      button.addEventListener('click', () => this.#start());
      parts.push(button);
    }
    return parts;
  }

  #retry(): void {
    this.#close();
    this.#start();
  }

  /** Gives the graphics back and keeps its place on the page, until it is scrolled to again. */
  #rest(): void {
    const session = this.#session;
    if (!session?.running) return;
    const { at, select } = session.state();
    const height = this.offsetHeight;
    this.#left = { at, select: select ?? '' };
    this.#resting = session.view;
    this.#close();
    this.#root.adoptedStyleSheets.push(heightSheet(height));
    this.#waitUntilWanted(kNearly);
  }

  #shutDown(): void {
    this.#near?.disconnect();
    this.#near = null;
    const state = this.#session?.running ? this.#session.state() : null;
    this.#resting = null;
    if (state) this.#left = { at: state.at, select: state.select ?? '' };
    this.#close();
  }

  #close(): void {
    this.#begun += 1;
    leaves(this.#member);
    this.#session?.close();
    this.#session = null;
    this.#starting = null;
    this.#queue = [];
  }

  #reflect(name: string, value: string): void {
    if (value) this.setAttribute(name, value);
    else this.removeAttribute(name);
  }

  /** A property set before this class was known hides the accessor: hand it over. */
  #takeProperty(name: string): void {
    if (!Object.hasOwn(this, name)) return;
    const own = this as unknown as Record<string, string>;
    const value = own[name] ?? '';
    delete own[name];
    own[name] = value;
  }
}

/** `value` if it is one of `allowed`, else the first of them. */
function oneOf<T extends string>(value: string | null, allowed: readonly [T, ...T[]]): T {
  return allowed.find((item) => item === value) ?? allowed[0];
}
