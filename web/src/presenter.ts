// What does the one who presents see? Notes, what comes next, the time. A page of its own for a second screen, which hears of the
// presentation over a channel and steers it the same way.

import { h, type Child } from './dom.ts';
import { directionOf } from './languages.ts';
import { laterWords, type LaterWords } from './later_words.ts';
import { prose } from './prose.ts';
import { channelName, type Asked, type DeckSaid, type PlaceSaid, type Told } from './present/presenter_messages.ts';
import { clockWords, durationWords } from './present/time_words.ts';

const kSteps: Record<string, 1 | -1> = {
  PageDown: 1, ArrowRight: 1, ArrowDown: 1, ' ': 1, PageUp: -1, ArrowLeft: -1, ArrowUp: -1, Backspace: -1,
};

class Presenter {
  readonly #words: LaterWords;
  readonly #language: string;
  readonly #channel: BroadcastChannel;
  readonly #root: HTMLElement;
  readonly #now = h('section', { class: 'now', 'aria-live': 'polite' });
  readonly #next = h('section', { class: 'next' });
  readonly #status = h('p', { class: 'status', role: 'status' });
  readonly #clock = h('output', { class: 'time' });
  readonly #used = h('output', { class: 'time' });
  readonly #onStep = h('output', { class: 'time' });
  #shown = '';
  #index = -1;
  #startMs = 0;
  #stepMs = 0;

  constructor(root: HTMLElement, words: LaterWords, language: string, id: string) {
    this.#root = root;
    this.#words = words;
    this.#language = language;
    this.#channel = new BroadcastChannel(channelName(id));
    this.#channel.onmessage = ({ data }: MessageEvent<Told>) => this.#heard(data);
    root.replaceChildren(waiting(words.presenter, words.waiting));
    document.title = words.presenter;
    document.documentElement.lang = words.lang;
    document.documentElement.dir = directionOf(language);
    document.addEventListener('keydown', (event) => this.#key(event));
    this.#ask({ type: 'hello' });
  }

  #ask(asked: Asked): void {
    this.#channel.postMessage(asked);
  }

  #heard(told: Told): void {
    if (told?.type === 'ended') return this.#ended();
    if (told?.type !== 'deck') return;
    if (this.#index < 0) this.#begin(told.deck);
    this.#show(told.deck, told.place);
  }

  #begin(deck: DeckSaid): void {
    const { presenter, clock, timeUsed, timeStep, timeStart, black, autoplay, endPresentation } = this.#words;
    this.#startMs = this.#stepMs = Date.now();
    const button = (label: string, press: () => void, className = '') => {
      const node = h('button', { type: 'button', class: className }, label);
      node.addEventListener('click', press);
      return node;
    };
    const time = (label: string, value: HTMLElement) => h('div', {}, h('dt', {}, label), h('dd', {}, value));
    const { previousStep, nextStep } = this.#words;
    this.#root.replaceChildren(
      h('header', {}, h('h1', {}, deck.title || presenter), h('dl', { class: 'times' },
        time(timeUsed, this.#used), time(timeStep, this.#onStep), time(clock, this.#clock))),
      this.#now, this.#next,
      h('footer', {},
        button(previousStep, () => this.#ask({ type: 'go', by: -1 })), button(nextStep, () => this.#ask({ type: 'go', by: 1 }), 'main'),
        button(autoplay, () => this.#ask({ type: 'play' }), 'play'), button(black, () => this.#ask({ type: 'black' }), 'black'),
        this.#status,
        button(timeStart, () => {
          this.#startMs = this.#stepMs = Date.now();
          this.#tick();
        }),
        button(endPresentation, () => this.#ask({ type: 'end' }))));
    this.#tick();
    setInterval(() => this.#tick(), 1000);
  }

  #show(deck: DeckSaid, place: PlaceSaid): void {
    const now = deck.slides[place.index];
    const next = deck.slides[place.index + 1];
    if (!now) return;
    if (place.index !== this.#index) this.#stepMs = Date.now();
    this.#index = place.index;
    const key = JSON.stringify([now, next]);
    if (key !== this.#shown) {
      this.#shown = key;
      const parts: Child[] = [
        h('p', { class: 'kicker' }, now.kicker), h('h2', {}, now.title), h('h3', {}, this.#words.notes),
        ...now.notes ? prose(now.notes, 'notes', { nameOf: (id) => id, select: () => {} }) : [h('p', { class: 'none' }, this.#words.noNotes)],
      ];
      this.#now.replaceChildren(...parts.filter((part): part is Node => part instanceof Node));
      this.#next.replaceChildren(h('h3', {}, this.#words.nextStep),
        ...next ? [h('p', { class: 'kicker' }, next.kicker), h('p', { class: 'next-title' }, next.title)] : [h('p', { class: 'none' }, this.#words.noNextStep)]);
    }
    const pressed = (name: string, on: boolean) => this.#root.querySelector(`button.${name}`)?.setAttribute('aria-pressed', String(on));
    pressed('black', place.isBlack);
    pressed('play', place.isPlaying);
    this.#status.textContent = place.isBlack ? this.#words.isBlack : place.isExploring ? this.#words.isExploring : place.isAsking ? this.#words.isAsking : '';
    this.#tick();
  }

  #ended(): void {
    this.#channel.close();
    this.#root.replaceChildren(waiting(this.#words.presenter, this.#words.ended));
  }

  #tick(): void {
    const nowMs = Date.now();
    this.#clock.textContent = clockWords(nowMs, this.#language);
    this.#used.textContent = durationWords(nowMs - this.#startMs, this.#language);
    this.#onStep.textContent = durationWords(nowMs - this.#stepMs, this.#language);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof HTMLButtonElement && event.key === ' ') return;
    const by = kSteps[event.key];
    if (by) this.#ask({ type: 'go', by });
    else if (event.key.toLowerCase() === 'b' || event.key === '.') this.#ask({ type: 'black' });
    else return;
    event.preventDefault();
  }
}

function waiting(title: string, text: string): HTMLElement {
  return h('div', { class: 'waiting' }, h('h1', {}, title), h('p', { role: 'status' }, text));
}

const fields = new URLSearchParams(location.hash.slice(1));
const language = fields.get('lang') || 'en';
const root = document.querySelector('main');
if (root) void laterWords(language).then((words) => {
  new Presenter(root, words, language, fields.get('id') ?? '');
});
