// How do program, canvas, card and page play together? One running picture in one element, from its first byte to its end.

import { AppearanceWatcher } from './appearance.ts';
import { showCard } from './card.ts';
import type { TurningPointElement } from './element.ts';
import { makeFrame, type Frame } from './frame.ts';
import { FrameLoop } from './frame_loop.ts';
import { Hint } from './hint.ts';
import { Input } from './input.ts';
import { LayoutWatcher } from './layout.ts';
import { loadParts, loadStory, type Parts } from './loader.ts';
import { messagesFor, type Messages } from './messages.ts';
import { showFailure } from './notice.ts';
import { Program } from './program.ts';
import { watchSwipe } from './swipe.ts';
import { Failure, type Box, type Card, type Command, type Message, type ProgramState, type TurningPointState } from './types.ts';
import { VisibilityWatcher } from './visibility.ts';
import widgetCss from './styles/widget.css';

export interface SessionOptions {
  at: string;
  select: string;
  retry: () => void;
  /** Puts the shadow root back to how it was before this session. */
  restore: () => void;
}

/** A context that does not come back within this time is taken for gone. */
const kContextPatienceMs = 8000;

let widgetSheet: CSSStyleSheet | undefined;

export class Session {
  readonly #host: TurningPointElement;
  readonly #root: ShadowRoot;
  readonly #options: SessionOptions;
  readonly #words: Messages;
  readonly #frame: Frame;
  readonly #hostRule: CSSStyleRule;
  readonly #loop: FrameLoop;
  readonly #layout: LayoutWatcher;
  readonly #appearance: AppearanceWatcher;
  readonly #hint: Hint;
  readonly #aborter = new AbortController();
  readonly #inbox: Message[] = [];
  readonly #located = new Map<string, ((box: Box | null) => void)[]>();

  #program: Program | null = null;
  #input: Input | null = null;
  #visibility: VisibilityWatcher | null = null;
  #state: ProgramState | null = null;
  #title = '';
  #isReady = false;
  #isClosed = false;
  #isVisible = true;
  #isContextLost = false;
  #calls = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(host: TurningPointElement, root: ShadowRoot, options: SessionOptions) {
    this.#host = host;
    this.#root = root;
    this.#options = options;
    this.#words = messagesFor(this.#language());
    this.#frame = makeFrame(this.#words, (type) => this.command({ type }));
    this.#hostRule = this.#adoptStyles();
    root.replaceChildren(this.#frame.widget);
    this.#hint = new Hint(this.#frame.hint);
    this.#loop = new FrameLoop((nowMs) => this.#draw(nowMs));
    this.#appearance = new AppearanceWatcher(() => this.#sendAppearance());
    this.#layout = new LayoutWatcher(
      { ...this.#frame, host, hostRule: this.#hostRule },
      () => host.layout,
      (resize) => {
        if (!this.#program) return;
        this.#tell(resize);
        // In this very moment, because a canvas that was resized is empty.
        if (this.#isReady) this.#loop.drawNow();
      });
    this.#appearance.read(host, host.theme, this.#frame.widget);
    this.#layout.chooseKind();
  }

  /** True from the first picture until closed or failed. */
  get running(): boolean {
    return this.#isReady;
  }

  async start(): Promise<void> {
    try {
      const parts = await loadParts(this.#host.story, this.#language(), (loaded, total) => this.#showProgress(loaded, total), this.#aborter.signal);
      const program = await Program.create(parts.create, parts.module, this.#frame.canvas, {
        message: (message) => this.#receive(message),
        requestFrame: (delayMs) => this.#loop.request(delayMs),
      });
      if (this.#isClosed) return program.close();
      this.#program = program;
      this.#open(program, parts);
    } catch (error) {
      this.#fail(error);
    }
  }

  command(command: Command): void {
    if (!this.#program || !this.#isReady) return;
    this.#tell(command);
    this.#loop.request();
  }

  attributeChanged(name: string, value: string | null): void {
    switch (name) {
      case 'story': return void this.#replaceStory(value ?? '');
      case 'at': return value ? this.command({ type: 'setTime', edtf: value }) : undefined;
      case 'select': return this.command({ type: 'select', id: value ?? '' });
      case 'lang': return this.command({ type: 'language', language: this.#language() });
      case 'theme': return this.#sendAppearance();
      case 'layout': return this.#layout.measure();
    }
  }

  state(): TurningPointState {
    const empty = { at: '', atWords: '', range: '', select: null, hover: null, playing: false, lang: '', counts: { events: 0, actors: 0, relations: 0 } };
    return { ...empty, frames: 0, cpuMs: 0, ...structuredClone(this.#state ?? {}), layout: this.#layout.kind };
  }

  async whenIdle(): Promise<void> {
    // It may have come into view just now, and then the frame is due.
    if (this.#loop.withheld) await this.#visibility?.whenKnown();
    await this.#loop.whenIdle();
  }

  /** Where `id` is drawn, in CSS pixels of the window. */
  async locate(id: string): Promise<Box | null> {
    if (!this.#isReady) return null;
    const box = await new Promise<Box | null>((resolve) => {
      this.#located.set(id, [...(this.#located.get(id) ?? []), resolve]);
      this.command({ type: 'locate', id });
    });
    if (!box) return null;
    const { x, y } = this.#frame.canvas.getBoundingClientRect();
    return [box[0] + x, box[1] + y, box[2], box[3]];
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#stop();
    this.#appearance.disconnect();
    this.#layout.disconnect();
    this.#aborter.abort();
    this.#options.restore();
  }

  /** Everything in one turn, so that nothing half done is ever painted. */
  #open(program: Program, parts: Parts): void {
    this.#frame.widget.dataset['phase'] = 'ready';
    // Sets the canvas to its size in pixels, which must be before it gets its context.
    this.#layout.measure();
    this.#layout.forget();
    for (const { bytes, weight } of parts.fonts) program.font(bytes, weight);
    if (!this.#call(() => program.open())) throw new Failure('no-webgl2', 'the program found no WebGL 2');
    if (!this.#call(() => program.load(parts.story))) throw new Failure('story-refused', `${this.#host.story} is refused`);
    // Commands speak of a story, so they come after it.
    this.#layout.measure();
    this.#sendAppearance();
    this.#tell({ type: 'language', language: this.#language() });
    if (this.#options.select) this.#tell({ type: 'select', id: this.#options.select });
    if (this.#options.at) this.#tell({ type: 'setTime', edtf: this.#options.at });
    this.#isReady = true;
    this.#loop.drawNow();
    if (!this.#isReady) return; // the first frame failed
    this.#layout.connect();
    this.#listen();
    this.#dispatch('tp-ready', { title: this.#title });
  }

  #listen(): void {
    const { canvas, map, card, widget } = this.#frame;
    this.#input = new Input({
      canvas, map,
      send: (event) => {
        // The program asks for a frame if the input changes one.
        return this.#call(() => this.#program?.input(event)) === true;
      },
      entered: (entered, by) => {
        widget.dataset['entered'] = entered ? by : '';
        if (entered) this.#hint.hide();
        if (by === 'key') this.#announce(this.#words.entered);
      },
      hint: (kind) => this.#hint.show(kind === 'zoom' ? this.#words.zoomHint : this.#words.touchHint),
      greedy: () => this.#host.gestures === 'greedy',
    });
    watchSwipe(card, (way) => this.command({ type: way }), this.#aborter.signal);
    this.#visibility = new VisibilityWatcher(widget, (visible) => {
      this.#isVisible = visible;
      this.#tell({ type: 'visible', visible });
      this.#loop.visible = visible && !this.#isContextLost;
      if (visible) this.#loop.request();
    });
    const { signal } = this.#aborter;
    canvas.addEventListener('webglcontextlost', (event) => this.#contextLost(event), { signal });
    canvas.addEventListener('webglcontextrestored', () => this.#contextRestored(), { signal });
  }

  #draw(nowMs: number): boolean {
    return this.#call(() => this.#program?.frame(nowMs)) === true;
  }

  #tell(command: Command): void {
    this.#call(() => this.#program?.command(command));
  }

  /** Messages are handled once the program has returned: whoever hears them may call it, or close it. */
  #call<T>(use: () => T): T | undefined {
    this.#calls += 1;
    let result: T | undefined;
    try {
      result = use();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#calls -= 1;
    }
    if (this.#calls === 0) this.#deliver();
    return result;
  }

  #receive(message: Message): void {
    this.#inbox.push(message);
    if (this.#calls === 0) this.#deliver();
  }

  #deliver(): void {
    for (let message = this.#inbox.shift(); message; message = this.#inbox.shift()) {
      if (this.#isClosed) return;
      this.#handle(message);
    }
  }

  #handle(message: Message): void {
    const { canvas } = this.#frame;
    switch (message.type) {
      case 'ready':
        this.#title = message.title;
        return this.#showHeading(message);
      case 'change':
        return this.#changed(message.state);
      case 'select':
        return this.#dispatch('tp-select', { id: message.id || null });
      case 'card':
        return this.#showCard(message.card);
      case 'cursor':
        canvas.style.cursor = message.cursor;
        return;
      case 'announce':
        return this.#announce(message.text);
      case 'located':
        for (const resolve of this.#located.get(message.id) ?? []) resolve(message.rect);
        this.#located.delete(message.id);
        return;
      case 'diagnostics':
        for (const line of message.lines) (message.refused ? console.error : console.warn)(line);
        return;
      case 'error':
        console.error(`turning-point: ${message.code}: ${message.text}`);
    }
  }

  /** Every frame reports; the page hears of it where more has changed than the count of frames. */
  #changed(state: ProgramState): void {
    const isNews = !this.#state || shownBy(this.#state) !== shownBy(state);
    this.#state = state;
    if (!isNews) return;
    this.#frame.toolbar.showPlaying(state.playing);
    this.#frame.canvas.setAttribute('aria-label', this.#words.picture(state.atWords));
    this.#dispatch('tp-change', this.state());
  }

  #showHeading({ title, question, answer }: { title: string; question?: string; answer?: string }): void {
    const { heading } = this.#frame;
    const story = question ? null : this.#program?.card('');
    heading.kicker.textContent = title;
    heading.question.textContent = question ?? story?.title ?? '';
    heading.answer.textContent = answer ?? story?.summary ?? '';
  }

  #showCard(card: Card): void {
    showCard(this.#frame.card, card, {
      words: this.#words,
      nameOf: (id) => this.#program?.card(id)?.title ?? null,
      select: (id) => this.command({ type: 'select', id }),
    });
  }

  #announce(text: string): void {
    this.#frame.announcer.textContent = text;
  }

  #sendAppearance(): void {
    const appearance = this.#appearance.read(this.#host, this.#host.theme, this.#frame.widget);
    if (!this.#program) return;
    this.#tell(appearance);
    this.#loop.request();
  }

  async #replaceStory(url: string): Promise<void> {
    if (!this.#program || !this.#isReady) return;
    try {
      const story = await loadStory(url, (loaded, total) => this.#showProgress(loaded, total), this.#aborter.signal);
      if (this.#isClosed || url !== this.#host.story) return;
      if (!this.#call(() => this.#program?.load(story))) throw new Failure('story-refused', `${url} is refused`);
      this.#loop.request();
    } catch (error) {
      this.#fail(error);
    }
  }

  #showProgress(loaded: number, total: number): void {
    const { progress, bar } = this.#frame;
    progress.setAttribute('aria-valuemax', String(total));
    progress.setAttribute('aria-valuenow', String(loaded));
    bar.style.transform = `scaleX(${total > 0 ? loaded / total : 0})`;
    this.#dispatch('tp-progress', { loaded, total });
  }

  #contextLost(event: Event): void {
    event.preventDefault(); // without it the browser never restores
    this.#isContextLost = true;
    this.#loop.visible = false;
    this.#call(() => this.#program?.contextLost());
    this.#patience = setTimeout(() => this.#fail(new Failure('context-lost', 'not restored in time')), kContextPatienceMs);
  }

  #contextRestored(): void {
    clearTimeout(this.#patience);
    this.#isContextLost = false;
    this.#call(() => this.#program?.contextRestored());
    this.#loop.visible = this.#isVisible;
    this.#loop.drawNow();
  }

  /** The reader keeps the text and gets one line; the host an event; the console the rest. */
  #fail(error: unknown): void {
    if (this.#isClosed || this.#frame.widget.dataset['phase'] === 'failed') return;
    const failure = error instanceof Failure ? error : new Failure('program-stopped', String(error));
    console.error(`turning-point: ${failure.code}: ${failure.message}`, error instanceof Failure ? '' : error);
    this.#stop();
    const { widget, notice } = this.#frame;
    widget.dataset['phase'] = 'failed';
    this.#layout.disconnect();
    this.#hostRule.style.height = 'auto';
    const message = showFailure(notice, failure, this.#words, this.#host.childElementCount > 0, this.#options.retry);
    this.#dispatch('tp-error', { code: failure.code, message });
  }

  /** Ends the program and gives its context back: a browser has few of them. */
  #stop(): void {
    this.#isReady = false;
    clearTimeout(this.#patience);
    this.#hint.hide();
    this.#loop.stop();
    this.#input?.disconnect();
    this.#visibility?.disconnect();
    for (const waiting of this.#located.values()) for (const resolve of waiting) resolve(null);
    this.#located.clear();
    const program = this.#program;
    this.#program = null;
    if (!program) return;
    try {
      program.close();
    } catch (error) {
      console.error('turning-point:', error);
    }
    this.#frame.canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  }

  #language(): string {
    return this.#host.closest<HTMLElement>('[lang]')?.lang ?? '';
  }

  #adoptStyles(): CSSStyleRule {
    if (!widgetSheet) {
      widgetSheet = new CSSStyleSheet();
      widgetSheet.replaceSync(widgetCss);
    }
    const own = new CSSStyleSheet();
    own.replaceSync(':host{height:auto}');
    this.#root.adoptedStyleSheets.push(widgetSheet, own);
    return own.cssRules[0] as CSSStyleRule;
  }

  #dispatch(name: string, detail: unknown): void {
    this.#host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

/** What a state says of the picture, for comparing. */
function shownBy(state: ProgramState): string {
  return JSON.stringify({ ...state, frames: 0, cpuMs: 0 });
}
