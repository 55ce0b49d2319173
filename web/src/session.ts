// How do program, canvas, card and page play together? One running picture in one element, from its first byte to its end.

import { Ahead } from './ahead.ts';
import { AppearanceWatcher } from './appearance.ts';
import { Borders } from './borders.ts';
import { showCard } from './card.ts';
import { omitsAll, omittedTools } from './controls.ts';
import type { TurningPointElement } from './element.ts';
import { readFragment, writeFragment } from './fragment.ts';
import { makeFrame, showHeading, showLoaded, type Frame } from './frame.ts';
import { FrameLoop } from './frame_loop.ts';
import { Hint } from './hint.ts';
import { Input } from './input.ts';
import { LayoutWatcher } from './layout.ts';
import { loadParts, loadStory, type FontFile, type Parts } from './loader.ts';
import { Locator } from './locator.ts';
import { Mailbox } from './mailbox.ts';
import { directionOf, interfaceLanguage } from './languages.ts';
import { englishMessages, messagesFor, type Messages } from './messages.ts';
import { showFailure } from './notice.ts';
import { keepPoster } from './poster.ts';
import { Program } from './program.ts';
import { factsOf, kNoFacts, toldIn, type StoryFacts } from './story_facts.ts';
import type { SessionOptions } from './session_options.ts';
import { shownBy, stateOf } from './session_state.ts';
import { Sight } from './sight.ts';
import { watchSwipe } from './swipe.ts';
import { Tools } from './tools.ts';
import { Failure, type Box, type Card, type Command, type Hit, type Message, type ProgramState, type TurningPointState } from './types.ts';
import { compareCommand } from './view.ts';
import { adoptStyles } from './widget_style.ts';

const nextTurn = () => new Promise<void>((done) => setTimeout(done));

export class Session {
  readonly #host: TurningPointElement;
  readonly #options: SessionOptions;
  readonly #words: Messages;
  readonly #frame: Frame;
  readonly #hostRule: CSSStyleRule;
  readonly #loop: FrameLoop;
  readonly #layout: LayoutWatcher;
  readonly #appearance: AppearanceWatcher;
  readonly #hint: Hint;
  readonly #tools: Tools;
  readonly #aborter = new AbortController();
  readonly #mailbox = new Mailbox((message) => this.#handle(message), (error) => this.#fail(error));
  readonly #locator = new Locator();
  readonly #ahead = new Ahead();
  readonly #borders = new Borders();
  /** What the program was last told, by type. */
  readonly #said = new Map<string, Command>();

  #program: Program | null = null;
  #input: Input | null = null;
  #sight: Sight | null = null;
  #state: ProgramState | null = null;
  #shown = '';
  /** As it came: another language reads it again. */
  #story: Uint8Array | null = null;
  #fonts: FontFile[] = [];
  #card: Card | null = null;
  #named: Extract<Message, { type: 'ready' }> | null = null;
  #isReady = false;
  #isClosed = false;

  constructor(host: TurningPointElement, root: ShadowRoot, options: SessionOptions) {
    this.#host = host;
    this.#options = options;
    this.#words = englishMessages();
    this.#frame = makeFrame(this.#words, (tool) => this.#tools.press(tool));
    this.#hostRule = adoptStyles(root);
    keepPoster(host, this.#frame.widget, this.#frame.fallback);
    root.replaceChildren(this.#frame.widget);
    this.#hint = new Hint(this.#frame.hint);
    this.#tools = new Tools({
      host, zoom: (factor) => (this.#layout.zoom = factor),
      frame: this.#frame, words: this.#words,
      send: (command) => this.command(command),
      state: () => this.state(),
      card: (id) => this.#program?.card(id) ?? null,
      snapshot: (type = 'image/png') => this.snapshot({ type }),
      changed: () => this.#isReady && this.#dispatch('tp-change', this.state()),
      announce: (text) => this.#announce(text),
      language: () => this.#language(),
      speak: (language) => void this.#speak(language),
      source: () => (host.story.startsWith('#') ? '' : new URL(host.story, document.baseURI).href),
      address: () => new URL(host.getAttribute('share') ?? location.href, document.baseURI).href.replace(/#.*$/, ''),
    });
    this.#showControls();
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

  /** Can anybody see it? */
  get isSeen(): boolean {
    return this.#sight?.isSeen ?? true;
  }

  /** True from the first picture until closed or failed. */
  get running(): boolean {
    return this.#isReady;
  }

  async start(): Promise<void> {
    try {
      const words = this.#learn(this.#language());
      const parts = await loadParts(this.#host.story, this.#language(), (loaded, total) => this.#showProgress(loaded, total), this.#aborter.signal);
      const program = await Program.create(parts.create, parts.module, this.#frame.canvas, {
        message: (message) => this.#mailbox.receive(message),
        requestFrame: (delayMs) => this.#loop.request(delayMs),
      });
      if (this.#isClosed) return program.close();
      await words;
      if (this.#isClosed) return program.close();
      this.#program = program;
      this.#read(program, parts);
      await nextTurn();
      if (!this.#isClosed) this.#open(program);
    } catch (error) {
      this.#fail(error);
    }
  }

  command(command: Command): void {
    if (!this.#program || !this.#isReady) return;
    this.#tell(command);
    this.#loop.request();
    // A link in the text marks its place there, whether the picture is in view or not.
    if (!this.#loop.withheld || !this.#ahead.ask(command, (id) => this.#program?.card(id) != null)) return;
    if (command.type === 'select') this.#dispatch('tp-select', { id: command.id || null });
    this.#dispatch('tp-change', this.state());
  }

  attributeChanged(name: string, value: string | null): void {
    switch (name) {
      case 'story': return void this.#replaceStory(value ?? '');
      case 'at': return value ? this.command({ type: 'setTime', edtf: value }) : undefined;
      case 'select': return this.command({ type: 'select', id: value ?? '' });
      case 'lang': return void this.#speak(this.#tools.language);
      case 'theme': return this.#sendAppearance();
      case 'layout': return this.#layout.measure();
      case 'compare': return this.command(compareCommand(value ?? ''));
      case 'tour':
      case 'step': return this.#tools.goTour(this.#host.getAttribute('tour') ?? '', this.#host.getAttribute('step') ?? '');
      case 'controls': return this.#showControls();
    }
  }

  /** The view as the fragment of an address. */
  get view(): string {
    return this.#isReady ? writeFragment(this.#tools.view()) : '';
  }

  set view(fragment: string) {
    const view = readFragment(fragment);
    if (view && this.#isReady) this.#tools.show(view);
  }

  search(text: string): Promise<Hit[]> {
    return this.#tools.search(text);
  }

  /** A picture of the picture, its pixels or, as `image/svg+xml`, its strokes. Rejects where there is none. */
  async snapshot({ type = 'image/png', width }: { type?: string; width?: number }): Promise<Blob> {
    const { takeSnapshot } = await import('./panels/index.ts');
    if (!this.#isReady) throw new Error('there is no picture');
    const state = this.state();
    return takeSnapshot({
      frame: this.#frame, type, width,
      draw: () => this.#loop.drawNow(true),
      title: this.#named?.title ?? '', question: this.#named?.question ?? '', card: this.#program?.card(state.select ?? '') ?? null,
      foot: [this.#words.asOf(state.atWords), this.#tools.facts.title, location.host].filter(Boolean).join(' · '),
      link: this.#tools.link,
      replay: async () => ({
        story: this.#story!, fonts: this.#fonts, borders: this.#borders.bytes, said: this.#said,
        exact: await this.#whereIs('@view'), state: this.#state!,
      }),
    });
  }

  #showControls(): void {
    const omitted = omittedTools(this.#host.getAttribute('controls'));
    this.#frame.toolbar.omit(omitted);
    this.#frame.widget.toggleAttribute('data-no-tools', omitsAll(omitted));
  }

  state(): TurningPointState {
    return stateOf(this.#state, { ...this.#tools.own, ...this.#ahead.state, layout: this.#layout.kind });
  }

  async whenIdle(): Promise<void> {
    // It may have come into view just now, and then the frame is due.
    if (this.#loop.withheld) await this.#sight?.whenKnown();
    await this.#loop.whenIdle();
  }

  /** Where `id` is drawn, in CSS pixels of the window. */
  async locate(id: string): Promise<Box | null> {
    if (!this.#isReady) return null;
    const box = await this.#whereIs(id);
    if (!box) return null;
    const { x, y } = this.#frame.canvas.getBoundingClientRect();
    const { zoom } = this.#layout;
    return [box[0] * zoom + x, box[1] * zoom + y, box[2] * zoom, box[3] * zoom];
  }

  #whereIs(id: string): Promise<Box | null> {
    return this.#locator.whereIs(id, () => this.command({ type: 'locate', id }));
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#mailbox.close();
    this.#stop();
    this.#appearance.disconnect();
    this.#layout.disconnect();
    this.#tools.disconnect();
    this.#aborter.abort();
    this.#options.restore();
  }

  /** What the page's one thread can do before anything is seen, in a turn of its own: a long one holds up scrolling. */
  #read(program: Program, parts: Parts): void {
    this.#fonts = parts.fonts;
    for (const { bytes, weight } of parts.fonts) program.font(bytes, weight);
    if (!this.#call(() => program.load(parts.story))) throw new Failure('story-refused', `${this.#host.story} is refused`);
    this.#story = parts.story;
  }

  /** Everything in one turn, so that nothing half done is ever painted. */
  #open(program: Program): void {
    this.#frame.widget.dataset['phase'] = 'ready';
    // Sets the canvas to its size in pixels, which must be before it gets its context.
    this.#layout.measure();
    this.#layout.forget();
    if (!this.#call(() => program.open())) throw new Failure('no-webgl2', 'the program found no WebGL 2');
    this.#showHeading();
    this.#tools.storyLoaded(this.#facts());
    this.#showLanguage();
    this.#layout.measure();
    this.#sendAppearance();
    this.#tellWords();
    this.#tell({ type: 'language', language: this.#told || this.#language() });
    const { at, select, compare, tour, step } = this.#options.first();
    if (select) this.#tell({ type: 'select', id: select });
    if (at) this.#tell({ type: 'setTime', edtf: at });
    this.#isReady = true;
    this.#loop.drawNow();
    if (!this.#isReady) return; // the first frame failed
    this.#layout.connect();
    this.#listen();
    if (compare) this.command(compareCommand(compare));
    if (tour || step) this.#tools.goTour(tour, step);
    this.#dispatch('tp-ready', { title: this.#named?.title ?? '' });
  }

  #listen(): void {
    const { canvas, map, timeline, card, widget } = this.#frame;
    this.#input = new Input({
      canvas, map, timeline,
      send: (event) => {
        // The program asks for a frame if the input changes one.
        return this.#call(() => this.#program?.input(event)) === true;
      },
      entered: (entered, by, pane) => {
        widget.dataset['entered'] = entered ? by : '';
        if (entered) this.#hint.hide();
        if (by === 'key') this.#announce(pane === map ? this.#words.enteredMap : this.#words.entered);
      },
      hint: (kind) => this.#hint.show(kind === 'zoom' ? this.#words.zoomHint : this.#words.touchHint),
      greedy: () => this.#host.gestures === 'greedy',
      zoom: () => this.#layout.zoom,
    });
    watchSwipe(card, (way) => this.command({ type: way }), this.#aborter.signal);
    this.#sight = new Sight(widget, canvas, this.#loop, {
      seen: (visible) => {
        this.#tell({ type: 'visible', visible });
        this.#options.seen();
      },
      lost: () => this.#call(() => this.#program?.contextLost()),
      restored: () => this.#call(() => this.#program?.contextRestored()),
      gone: () => this.#fail(new Failure('context-lost', 'not restored in time')),
    }, this.#aborter.signal);
  }

  #draw(nowMs: number): boolean {
    return this.#call(() => this.#program?.frame(nowMs)) === true;
  }

  #tell(command: Command): void {
    this.#said.set(command.type, command);
    this.#call(() => this.#program?.command(command));
  }

  #call<T>(use: () => T): T | undefined {
    return this.#mailbox.call(use);
  }

  #handle(message: Message): void {
    const { canvas } = this.#frame;
    if (this.#tools.heard(message)) return;
    switch (message.type) {
      case 'ready':
        this.#named = message;
        return this.#isReady ? this.#showHeading() : undefined;
      case 'change':
        return this.#changed(message.state);
      case 'select':
        this.#tools.selected(message.id || null);
        return this.#dispatch('tp-select', { id: message.id || null });
      case 'card':
        return this.#showCard(message.card);
      case 'cursor':
        canvas.style.cursor = message.cursor;
        return;
      case 'announce':
        return this.#tools.isShowingSlide ? undefined : this.#announce(message.text);
      case 'located':
        return this.#locator.answer(message.id, message.rect);
      case 'diagnostics':
        for (const line of message.lines) (message.refused ? console.error : console.warn)(line);
        return;
      case 'error':
        console.error(`turning-point: ${message.code}: ${message.text}`);
    }
  }

  /** Every frame reports; the page hears of it where more has changed than the count of frames. */
  #changed(state: ProgramState): void {
    const shown = shownBy(state);
    const isNews = shown !== this.#shown;
    this.#shown = shown;
    this.#state = state;
    this.#ahead.clear();
    if (!isNews) return;
    if (state.places) this.#borders.need((bytes) => {
      if (!this.#isReady) return;
      this.#call(() => this.#program?.borders(bytes));
      this.#loop.request();
    });
    this.#frame.toolbar.showPlaying(state.playing);
    this.#tools.changed(state);
    this.#frame.sayDate(state.atWords);
    this.#dispatch('tp-change', this.state());
  }

  #showCard(card: Card): void {
    this.#card = card;
    showCard(this.#frame.card, card, {
      words: this.#words, told: this.#told,
      nameOf: (id) => this.#program?.card(id)?.title ?? null,
      select: (id) => this.command({ type: 'select', id }),
    });
  }

  /** The interface's words in `language`, in place of those there are. */
  async #learn(language: string): Promise<void> {
    if (interfaceLanguage(language) === this.#words.lang) return;
    try {
      Object.assign(this.#words, await messagesFor(language));
    } catch (error) {
      console.error('turning-point:', error); // the old words are better than none
    }
    this.#frame.say();
  }

  /** The program's own words in the language that has just been learned. */
  #tellWords(): void {
    const { lang, canvas } = this.#words;
    if (canvas) this.#tell({ type: 'words', language: lang, words: canvas });
  }

  /** Story, tools and card in another language. */
  async #speak(language: string): Promise<void> {
    // What the story is not told in would be names here and there between words of another language.
    const tell = () => this.command({ type: 'language', language: this.#told || language });
    const needsWords = interfaceLanguage(this.#told || language) !== 'en';
    if (!needsWords) tell();
    await this.#learn(language);
    // Meanwhile the reader may have asked for another one.
    if (this.#isClosed || language !== this.#tools.language) return;
    if (needsWords) {
      this.#tellWords();
      tell();
    }
    this.#showLanguage();
    this.#tools.retold(this.#facts());
    if (this.#card) this.#showCard(this.#program?.card(this.#card.id) ?? this.#card);
    this.#frame.sayDate(this.#state?.atWords ?? '');
  }

  /** The language that the story's own text is in. */
  get #told(): string {
    return toldIn(this.#tools.language, this.#tools.facts.languages);
  }

  #showLanguage(): void {
    const { widget, card, heading } = this.#frame;
    const asked = this.#tools.language;
    widget.lang = this.#words.lang;
    if (asked) widget.dir = directionOf(asked);
    for (const piece of [card, ...Object.values(heading)]) piece.lang = this.#told;
  }

  #showHeading(): void {
    if (this.#named) showHeading(this.#frame, this.#named, this.#named.question ? null : this.#program?.card('') ?? null);
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
      this.#story = story;
      this.#tools.storyLoaded(this.#facts());
      this.#showLanguage();
      this.#loop.request();
    } catch (error) {
      this.#fail(error);
    }
  }

  #showProgress(loaded: number, total: number): void {
    showLoaded(this.#frame, loaded, total);
    this.#dispatch('tp-progress', { loaded, total });
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
    this.#hint.hide();
    this.#loop.stop();
    this.#input?.disconnect();
    this.#sight?.disconnect();
    this.#locator.close();
    const program = this.#program;
    this.#program = null;
    program?.end(this.#frame.canvas);
  }

  #facts(): StoryFacts {
    const facts = this.#story ? factsOf(this.#story, this.#tools.language) : kNoFacts;
    return { ...facts, title: facts.title || (this.#named?.title ?? '') };
  }

  #language(): string {
    return this.#host.closest<HTMLElement>('[lang]')?.lang ?? '';
  }

  #dispatch(name: string, detail: unknown): void {
    this.#host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}
