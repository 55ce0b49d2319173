// How is a tour presented? One slide at a time beside the picture, in type for the back row, walked with a clicker's keys; off
// into the story and back at any time. A part of the script of its own, which comes when somebody presents.

import { h, icon, type Child } from '../dom.ts';
import type { Frame } from '../frame.ts';
import { laterWords, type LaterWords } from '../later_words.ts';
import type { Messages } from '../messages.ts';
import { safeUrl } from '../markdown.ts';
import { prose, reference } from '../prose.ts';
import { outcome, outcomeWords, predictionForm } from '../quiz/prediction.ts';
import { QuestionForm } from '../quiz/question.ts';
import { listenerOf, Teller } from '../statements.ts';
import { toldIn, type Question, type StoryFacts, type Tour } from '../story_facts.ts';
import type { TourPlace, TourWalk } from '../tour_walk.ts';
import type { Card, CardSource } from '../types.ts';
import { kPresentIcons } from './icons.ts';
import { deckOf, secondsFor, type Slide } from './deck.ts';
import presentCss from './present.css';
import { PresenterLine } from './presenter_line.ts';
import { Room } from './room.ts';

export interface StageContext {
  host: HTMLElement;
  frame: Frame;
  words: Messages;
  language: string;
  facts: StoryFacts;
  walk: TourWalk;
  card: (id: string) => Card | null;
  /** The address that links begin with. */
  address: () => string;
  select: (id: string) => void;
  /** How many times larger the picture is drawn than on a page. */
  zoom: (factor: number) => void;
  /** The card, ready to be read, instead of a panel. */
  showCard: () => void;
  ended: () => void;
  changed: () => void;
}

/** From this width on the picture is drawn larger, so that its words grow with the wall. */
const kPlainWidthPx = 1280;
const kLargest = 2.5;
const kLeastType = 0.6;

type Deed = 'previous' | 'next' | 'first' | 'last' | 'black' | 'explore' | 'play' | 'full' | 'end';

const kKeys: Record<string, Deed> = {
  PageDown: 'next', ArrowRight: 'next', ArrowDown: 'next', ' ': 'next', Enter: 'next', n: 'next',
  PageUp: 'previous', ArrowLeft: 'previous', ArrowUp: 'previous', Backspace: 'previous', p: 'previous',
  Home: 'first', End: 'last', b: 'black', '.': 'black', e: 'explore', a: 'play', f: 'full', Escape: 'end',
};

export async function openStage(context: StageContext, tour: Tour, step: number, full: boolean): Promise<Stage> {
  return new Stage(context, await laterWords(context.language), tour, step, full);
}

export class Stage {
  readonly #context: StageContext;
  readonly #words: LaterWords;
  #deck: Slide[];
  #tour: Tour;
  #language: string;
  readonly #room: Room;
  readonly #line: PresenterLine;
  readonly #sheet = new CSSStyleSheet();
  readonly #listening = new AbortController();
  readonly #size: ResizeObserver;
  readonly #element: HTMLElement;
  readonly #text = h('div', { class: 'present-text', tabindex: -1 });
  readonly #progress = h('div', { class: 'present-progress', 'aria-hidden': 'true' });
  readonly #count = h('span', { class: 'present-count' });
  readonly #said = h('div', { class: 'unseen', role: 'status' });
  readonly #notice = h('p', { class: 'present-notice', role: 'alert' });
  /** Who is told of answers and progress, where somebody is. */
  readonly #listener = h('p', { class: 'present-listener' });
  readonly #black = h('div', { class: 'present-black', hidden: true });
  readonly #back = h('button', { type: 'button', class: 'present-back' });
  readonly #buttons: Record<'previous' | 'next' | 'play' | 'explore' | 'black' | 'presenter' | 'full' | 'end', HTMLButtonElement>;
  #index: number;
  #form: QuestionForm | null = null;
  #teller!: Teller;
  /** Whether the first answer to a question was right, by its number; null where the answer was only shown. */
  readonly #answers = new Map<number, boolean | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPlaying = false;
  #isExploring = false;
  #isClosed = false;

  constructor(context: StageContext, words: LaterWords, tour: Tour, step: number, full: boolean) {
    this.#context = context;
    this.#words = words;
    this.#tour = tour;
    this.#language = context.language;
    this.#deck = deckOf(tour, context.facts);
    this.#index = step;
    const { frame, host } = context;
    const root = frame.widget.getRootNode() as ShadowRoot;
    const button = (name: string, label: string, sign: keyof typeof kPresentIcons | null, deed: () => void, keys?: string) => {
      const node = h('button', { type: 'button', class: `present-button ${name}`, title: keys ? `${label} (${keys})` : label, 'aria-keyshortcuts': keys },
        sign ? icon('way', ...kPresentIcons[sign]) : null, h('span', { class: 'present-label' }, label));
      node.addEventListener('click', deed);
      return node;
    };
    this.#buttons = {
      previous: button('previous', context.words.previous, 'previous', () => this.go(-1)),
      next: button('next', context.words.next, 'next', () => this.go(1)),
      play: button('play', words.autoplay, 'play', () => this.#togglePlaying(), 'A'),
      explore: button('explore', words.explore, 'explore', () => this.#explore(), 'E'),
      black: button('black', words.black, 'black', () => this.#toggleBlack(), 'B'),
      presenter: button('presenter', words.presenter, 'presenter', () => this.#openPresenter()),
      full: button('full', words.fullScreen, 'full', () => void this.#room.toggleFull(), 'F'),
      end: button('end', words.end, 'close', () => this.end(), 'Escape'),
    };
    this.#buttons.next.append(...this.#buttons.next.children[0] ? [this.#buttons.next.children[0]] : []);
    this.#back.addEventListener('click', () => this.#comeBack());
    this.#black.addEventListener('click', () => this.#toggleBlack());
    const { previous, next, play, explore, black, presenter, full: screen, end } = this.#buttons;
    this.#element = h('div', { class: 'present' },
      this.#progress, this.#text,
      h('div', { class: 'present-foot' },
        h('div', { class: 'present-walk' }, previous, this.#count, next), this.#back, this.#notice,
        this.#listener, h('div', { class: 'present-ways' }, play, explore, black, presenter, screen, end)),
      this.#said, this.#black);
    this.#progress.append(...this.#deck.map(({ kind }) => h('span', { 'data-kind': kind })));

    this.#sheet.replaceSync(presentCss);
    root.adoptedStyleSheets.push(this.#sheet);
    frame.widget.append(this.#element);
    frame.widget.setAttribute('role', 'dialog');
    frame.widget.setAttribute('aria-modal', 'true');
    frame.widget.setAttribute('aria-label', `${words.presentation}: ${tour.title}`);
    frame.widget.dataset['present'] = 'show';
    this.#room = new Room(host, root, (isFull) => this.#fullChanged(isFull));
    screen.hidden = !this.#room.canBeFull;
    this.#line = new PresenterLine({
      go: (by) => this.go(by), black: () => this.#toggleBlack(), play: () => this.#togglePlaying(),
      end: () => this.end(), state: () => this.#line.tell(this.#deckSaid(), this.#placeSaid()),
    });
    this.#showListener(context.facts);
    this.#room.enter(full);
    this.#size = new ResizeObserver(() => this.#fit());
    this.#size.observe(this.#text);
    const { signal } = this.#listening;
    let wasInside = false;
    // Before the picture hears of it: Escape leaves the picture first, and the next one leads back.
    document.addEventListener('keydown', () => (wasInside = frame.widget.dataset['entered'] === 'key'), { signal, capture: true });
    // What fills the window takes the keys of the window, wherever the focus is: a clicker knows of none.
    document.addEventListener('keydown', (event) => this.#key(event, wasInside), { signal });
    // Whoever takes hold of the picture is exploring. The picture keeps its place, so that nothing jumps below the pointer.
    frame.canvas.addEventListener('pointerdown', () => this.#isExploring || this.#explore(false), { signal });
    window.addEventListener('resize', () => this.#zoom(), { signal });
    this.#zoom();
    this.#show();
    this.#text.focus({ preventScroll: true });
  }

  /** The picture is shown without the slide, and answers to the reader as on the page. */
  get isExploring(): boolean {
    return this.#isExploring;
  }

  /** The same tour in another language: this slide, these buttons. */
  async retell(facts: StoryFacts, language: string): Promise<void> {
    this.#language = language;
    Object.assign(this.#words, await laterWords(language));
    const tour = facts.tours.find(({ id }) => id === this.#tour.id);
    if (this.#isClosed || !tour) return;
    this.#tour = tour;
    this.#deck = deckOf(tour, facts);
    const { words } = this.#context;
    const { explore, black, presenter, end, autoplay, autoplayPause, fullScreen, fullScreenEnd } = this.#words;
    const labels = { previous: words.previous, next: words.next, explore, black, presenter, end, play: this.#isPlaying ? autoplayPause : autoplay, full: this.#room.isFull ? fullScreenEnd : fullScreen };
    for (const [name, label] of Object.entries(labels) as [keyof typeof labels, string][]) {
      const button = this.#buttons[name];
      const node = button.querySelector('.present-label');
      if (node) node.textContent = label;
      const keys = button.getAttribute('aria-keyshortcuts');
      button.title = keys ? `${label} (${keys})` : label;
    }
    this.#showBack();
    this.#showListener(facts);
    this.#show();
  }

  /** In the words that there are now, for the story as it is told now. */
  #showListener(facts: StoryFacts): void {
    const { host, address } = this.#context;
    this.#teller = new Teller({ host, facts, language: this.#language, address: address() });
    const told = listenerOf(host);
    this.#listener.textContent = told === null ? '' : this.#words.told(told);
    this.#listener.lang = this.#words.lang;
  }

  /** The tour has moved, by whatever hand. */
  moved(place: TourPlace | null): void {
    if (this.#isClosed) return;
    if (!place || place.tour.id !== this.#tour.id) return this.end();
    const now = this.#deck[this.#index];
    const at = now?.kind === 'step' ? now.step : this.#tour.steps.length - 1;
    if (place.step === at) return;
    this.#index = place.step;
    this.#show();
  }

  go(by: number): void {
    if (this.#isExploring) this.#comeBack();
    // First asked, then answered: a clicker has one key for both.
    if (by > 0 && this.#isAsking) return this.#guess(-1);
    if (by > 0 && this.#form && !this.#form.isAnswered) {
      this.#form.reveal();
      return this.#restartTimer();
    }
    this.#goTo(this.#index + by);
  }

  end(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#listening.abort();
    this.#size.disconnect();
    this.#line.close();
    const { widget } = this.#context.frame;
    const root = widget.getRootNode() as ShadowRoot;
    for (const name of ['role', 'aria-modal', 'aria-label', 'data-present']) widget.removeAttribute(name);
    widget.style.removeProperty('--present-zoom');
    this.#element.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    void this.#room.leave().then(() => {
      this.#context.zoom(1);
      this.#context.ended();
    });
  }

  // ---- Slides ----

  #goTo(index: number): void {
    const to = Math.max(0, Math.min(this.#deck.length - 1, index));
    if (to === this.#index) return this.#setPlaying(this.#isPlaying && to < this.#deck.length - 1);
    this.#index = to;
    const slide = this.#deck[to];
    const step = slide?.kind === 'step' ? slide.step : this.#tour.steps.length - 1;
    // Shown first: the tour then finds the slide where it is to be.
    this.#show();
    if (this.#context.walk.place?.step !== step) this.#context.walk.go(this.#tour, step);
  }

  #show(): void {
    const slide = this.#deck[this.#index];
    if (!slide) return;
    const { words } = this.#context;
    const of = this.#tour.steps.length;
    const questions = this.#deck.length - of;
    this.#form = null;
    if (slide.kind === 'step' && slide.asked && this.#isAsking) {
      this.#text.replaceChildren(
        h('p', { class: 'present-kicker', lang: words.lang }, words.stepOf(slide.step + 1, of)),
        predictionForm(slide.asked, this.#words, this.#told, (guess) => this.#guess(guess)));
      this.#say(this.#words.askedFirstSaid(slide.step + 1, of, slide.asked.question));
    } else if (slide.kind === 'step') {
      const guess = this.#context.walk.guesses.get(this.#tour.steps[slide.step]?.id ?? '');
      this.#text.replaceChildren(
        h('p', { class: 'present-kicker', lang: words.lang }, words.stepOf(slide.step + 1, of)),
        ...slide.asked && guess !== undefined ? [outcome(slide.asked, guess, this.#words, this.#told)] : [],
        h('h2', { class: 'present-title' }, slide.title),
        ...prose(slide.text, 'present-prose', this.#proseContext).filter((each): each is Node => each instanceof Node));
      this.#say(this.#words.stepSaid(slide.step + 1, of, slide.title));
      this.#teller.reached(this.#tour, slide.step);
    } else {
      this.#form = this.#ask(slide);
      this.#text.replaceChildren(h('p', { class: 'present-kicker', lang: words.lang }, this.#words.question(slide.n + 1, questions)), this.#form.element);
      this.#say(this.#words.questionSaid(slide.n + 1, questions));
    }
    this.#text.lang = this.#told;
    this.#text.dataset['kind'] = slide.kind;
    this.#text.scrollTop = 0;
    [...this.#progress.children].forEach((part, i) => part.toggleAttribute('data-done', i <= this.#index));
    this.#count.textContent = words.stepShort(this.#index + 1, this.#deck.length);
    this.#buttons.previous.disabled = this.#index === 0;
    this.#buttons.next.disabled = this.#index === this.#deck.length - 1 && !this.#isWaiting;
    this.#fit();
    this.#restartTimer();
    this.#tellPresenter();
    const root = this.#element.getRootNode() as ShadowRoot;
    // A button that has just been disabled would lose the focus to nowhere.
    if (!root.activeElement || root.activeElement.matches(':disabled')) this.#text.focus({ preventScroll: true });
  }

  /** The language that the story's own words are in. */
  get #told(): string {
    return toldIn(this.#language, this.#context.facts.languages);
  }

  /** The slide asks, and its step is not told before somebody has answered. */
  get #isAsking(): boolean {
    const slide = this.#deck[this.#index];
    return slide?.kind === 'step' && this.#context.walk.asks(this.#tour.steps[slide.step]);
  }

  /** The next press answers, instead of going on. */
  get #isWaiting(): boolean {
    return this.#isAsking || this.#form?.isAnswered === false;
  }

  /** The step is told, and what came of the guess with it; -1 where the room has answered aloud. */
  #guess(guess: number): void {
    const slide = this.#deck[this.#index];
    if (slide?.kind !== 'step') return;
    if (slide.asked && guess >= 0) this.#teller.answered(slide.asked, guess);
    this.#context.walk.tell(guess);
    this.#show();
    if (slide.asked) this.#say(`${outcomeWords(slide.asked, guess, this.#words).join(' ')} – ${this.#words.stepSaid(slide.step + 1, this.#tour.steps.length, slide.title)}`);
  }

  get #proseContext() {
    return {
      nameOf: (id: string) => this.#context.card(id)?.title ?? null,
      select: (id: string) => {
        this.#context.select(id);
        this.#explore();
      },
    };
  }

  #ask({ n, question }: Extract<Slide, { kind: 'question' }>): QuestionForm {
    return new QuestionForm({
      name: `present-question-${n}`, ...question, words: this.#words,
      explanation: () => this.#explain(question.explanation, question.events),
      answered: (right, picked) => {
        const [event] = question.events;
        if (event) this.#context.select(event);
        this.#answered(n, question, right, picked);
        this.#buttons.next.disabled = this.#index === this.#deck.length - 1;
        this.#fit();
        this.#tellPresenter();
      },
    });
  }

  /** The first answer counts, and is told of where a host has asked for it. */
  #answered(n: number, question: Question, right: boolean | null, picked: number): void {
    if (right !== null) this.#teller.answered(question, picked);
    if (this.#answers.has(n)) return;
    this.#answers.set(n, right);
    const answers = [...this.#answers.values()];
    if (answers.length === this.#context.facts.quiz.length && !answers.includes(null)) this.#teller.quizCompleted(answers.filter(Boolean).length);
  }

  /** Why it is so, the events that show it, and where they are from. */
  #explain(explanation: string, ids: string[]): Child[] {
    const cards = ids.map((id) => this.#context.card(id)).filter((card) => card !== null);
    const sources = new Map<string, CardSource>(cards.flatMap((card) => card.sources ?? []).map((source) => [source.id, source]));
    const list = (title: string, items: Node[]): Child =>
      items.length > 0 && h('div', { class: 'present-links' }, h('h3', { class: 'present-small' }, title), h('ul', {}, ...items.map((item) => h('li', {}, item))));
    return [
      ...prose(explanation, 'present-prose', this.#proseContext),
      list(this.#words.see, cards.map(({ id, title }) => reference(id, title, this.#proseContext))),
      list(this.#words.sources, [...sources.values()].map(({ title, url }) => {
        const to = safeUrl(url);
        return to ? h('a', { href: to, rel: 'noopener', target: '_blank' }, title) : h('span', {}, title);
      })),
    ];
  }

  /** As large as the place allows: a long slide is set smaller before it is cut. */
  #fit(): void {
    const { style } = this.#text;
    for (let size = 1; size >= kLeastType; size -= 0.04) {
      style.setProperty('--present-fit', size.toFixed(2));
      if (this.#text.scrollHeight <= this.#text.clientHeight + 1) return;
    }
  }

  #zoom(): void {
    const factor = Math.max(1, Math.min(kLargest, window.innerWidth / kPlainWidthPx));
    this.#context.frame.widget.style.setProperty('--present-zoom', String(factor));
    this.#context.zoom(factor);
    this.#fit();
  }

  // ---- Off into the story and back ----

  #explore(takeFocus = true): void {
    if (this.#isExploring) return;
    this.#isExploring = true;
    this.#setPlaying(false);
    const { frame, showCard, changed } = this.#context;
    frame.widget.dataset['present'] = 'explore';
    this.#showBack();
    showCard();
    if (takeFocus) frame.card.focus({ preventScroll: true });
    this.#say(this.#words.exploring);
    this.#tellPresenter();
    changed();
  }

  #showBack(): void {
    const slide = this.#deck[this.#index];
    this.#back.textContent = slide?.kind === 'question' ? this.#words.backToQuestion(slide.n + 1) : this.#words.backToStep(this.#index + 1);
  }

  /** To the slide, and the picture to what the slide shows. */
  #comeBack(): void {
    this.#isExploring = false;
    const { frame, walk, changed } = this.#context;
    frame.widget.dataset['present'] = 'show';
    const slide = this.#deck[this.#index];
    walk.go(this.#tour, slide?.kind === 'step' ? slide.step : this.#tour.steps.length - 1);
    this.#fit();
    this.#text.focus({ preventScroll: true });
    this.#tellPresenter();
    changed();
  }

  // ---- Black screen, full screen, playing by itself ----

  #toggleBlack(): void {
    const black = this.#black.hidden;
    this.#black.hidden = !black;
    if (black) this.#setPlaying(false);
    this.#say(black ? this.#words.blackOn : this.#words.blackOff);
    this.#tellPresenter();
  }

  #fullChanged(isFull: boolean): void {
    this.#showLabel('full', isFull ? this.#words.fullScreenEnd : this.#words.fullScreen, isFull ? 'window' : 'full');
    // The browser's own way out of full screen is Escape, which it keeps for itself.
    if (!isFull && this.#isExploring) this.#comeBack();
  }

  #togglePlaying(): void {
    this.#setPlaying(!this.#isPlaying);
    this.#say(this.#isPlaying ? this.#words.autoplayOn : this.#words.autoplayOff);
  }

  #setPlaying(playing: boolean): void {
    if (playing === this.#isPlaying) return;
    this.#isPlaying = playing;
    if (playing && this.#isExploring) this.#comeBack();
    this.#showLabel('play', playing ? this.#words.autoplayPause : this.#words.autoplay, playing ? 'pause' : 'play');
    this.#restartTimer();
    this.#tellPresenter();
  }

  #showLabel(name: 'full' | 'play', label: string, sign: keyof typeof kPresentIcons): void {
    const button = this.#buttons[name];
    button.replaceChildren(icon('way', ...kPresentIcons[sign]), h('span', { class: 'present-label' }, label));
    button.title = `${label} (${name === 'full' ? 'F' : 'A'})`;
  }

  #restartTimer(): void {
    clearTimeout(this.#timer);
    const slide = this.#deck[this.#index];
    // What is asked first waits for the room, and goes on from its answer.
    if (!this.#isPlaying || !slide || this.#isAsking) return;
    this.#timer = setTimeout(() => {
      if (this.#index === this.#deck.length - 1 && !this.#isWaiting) return this.#setPlaying(false);
      this.go(1);
    }, secondsFor(slide) * 1000);
  }

  // ---- Keys, words, the presenter's window ----

  #key(event: KeyboardEvent, wasInside: boolean): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const from = event.composedPath()[0];
    const target = from instanceof HTMLElement ? from : null;
    const deed = kKeys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!deed) return this.#pickByNumber(event);
    const isField = target?.matches('input, textarea, select') === true;
    if (this.#isExploring) {
      // The picture and its tools have their keys; only the ways back are ours.
      if (deed !== 'end' || wasInside || isField) return;
      event.preventDefault();
      return this.#comeBack();
    }
    // A press belongs to the button or the choice that has the focus, an arrow to the choices.
    if (target?.matches('button, a[href]') && (event.key === ' ' || event.key === 'Enter')) return;
    if (isField && (event.key === ' ' || event.key === 'Enter' || event.key.startsWith('Arrow'))) return;
    event.preventDefault();
    this.#do(deed);
  }

  #pickByNumber(event: KeyboardEvent): void {
    if (this.#isExploring || !this.#isWaiting || !/^[1-9]$/.test(event.key)) return;
    event.preventDefault();
    const choice = Number(event.key) - 1;
    if (this.#form) return this.#form.pick(choice);
    const slide = this.#deck[this.#index];
    if (slide?.kind === 'step' && slide.asked?.choices[choice] !== undefined) this.#guess(choice);
  }

  #do(deed: Deed): void {
    if (!this.#black.hidden && deed !== 'end') return this.#toggleBlack();
    switch (deed) {
      case 'next': return this.go(1);
      case 'previous': return this.go(-1);
      case 'first': return this.#goTo(0);
      case 'last': return this.#goTo(this.#deck.length - 1);
      case 'black': return this.#toggleBlack();
      case 'explore': return this.#explore();
      case 'play': return this.#togglePlaying();
      case 'full': return void this.#room.toggleFull();
      case 'end': return this.end();
    }
  }

  #say(text: string): void {
    this.#said.textContent = text;
  }

  #openPresenter(): void {
    const problem = this.#line.open(this.#language);
    this.#notice.textContent = problem === 'blocked' ? this.#words.presenterBlocked : problem === 'nowhere' ? this.#words.presenterNowhere : '';
  }

  #tellPresenter(): void {
    this.#line.tell(this.#deckSaid(), this.#placeSaid());
  }

  #deckSaid() {
    const of = this.#tour.steps.length;
    return {
      title: this.#tour.title,
      slides: this.#deck.map((slide) => slide.kind === 'step'
        ? { kicker: this.#context.words.stepOf(slide.step + 1, of), title: slide.title, notes: this.#notesOf(slide) }
        : { kicker: this.#words.question(slide.n + 1, this.#deck.length - of), title: slide.question.question, notes: `${this.#words.answerIs(slide.question.choices[slide.question.answer] ?? '')}\n\n${slide.question.explanation}` }),
    };
  }

  /** What the step asks first stands above its notes, with the answer: the audience sees neither yet. */
  #notesOf({ asked, notes }: Extract<Slide, { kind: 'step' }>): string {
    if (!asked) return notes;
    return `${this.#words.asksFirst(asked.question)}\n\n${this.#words.answerIs(asked.choices[asked.answer] ?? '')}\n\n${notes}`;
  }

  #placeSaid() {
    return { index: this.#index, isAnswered: !this.#isWaiting, isAsking: this.#isAsking, isBlack: !this.#black.hidden, isExploring: this.#isExploring, isPlaying: this.#isPlaying };
  }
}
