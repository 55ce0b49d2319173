// How is a question asked? A group of choices to pick from, a button, and an answer that is said politely and shown below. What
// was picked is known here and to whoever asks: nothing is kept.

import { h, type Child } from '../dom.ts';
import type { LaterWords } from '../later_words.ts';

export interface Asked {
  /** Tells questions of one page apart. */
  name: string;
  question: string;
  choices: string[];
  answer: number;
  /** What is said once it is answered: explanation, events, sources. */
  explanation: () => Child[];
  words: LaterWords;
  /** `right` is null where the answer was only shown, and `picked` then -1. */
  answered?: (right: boolean | null, picked: number) => void;
}

export class QuestionForm {
  readonly element: HTMLFormElement;
  readonly #asked: Asked;
  readonly #choices: HTMLInputElement[];
  readonly #check: HTMLButtonElement;
  readonly #reveal: HTMLButtonElement;
  readonly #said: HTMLElement;
  readonly #explanation: HTMLElement;
  #isAnswered = false;

  constructor(asked: Asked) {
    this.#asked = asked;
    const { words, name, question, choices } = asked;
    this.#choices = choices.map((_, i) => h('input', { type: 'radio', name, value: i }));
    this.#check = h('button', { type: 'submit', class: 'question-check', lang: words.lang }, words.check);
    this.#reveal = h('button', { type: 'button', class: 'question-reveal', lang: words.lang }, words.reveal);
    this.#said = h('p', { class: 'question-said', role: 'status' });
    this.#explanation = h('div', { class: 'question-why', hidden: true });
    this.element = h('form', { class: 'question-form', novalidate: true },
      h('fieldset', {}, h('legend', { class: 'question' }, question),
        ...this.#choices.map((input, i) => h('label', { class: 'question-choice' }, input, h('span', { class: 'question-words' }, choices[i] ?? '')))),
      h('div', { class: 'question-ways' }, this.#check, this.#reveal),
      this.#said, this.#explanation);
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#isAnswered) return this.ask();
      const picked = this.#choices.findIndex(({ checked }) => checked);
      if (picked < 0) return this.#say(words.chooseFirst);
      this.#show(picked);
    });
    this.#reveal.addEventListener('click', () => this.reveal());
  }

  get isAnswered(): boolean {
    return this.#isAnswered;
  }

  /** Picks by number, as a key does. */
  pick(i: number): void {
    const input = this.#choices[i];
    if (!input || this.#isAnswered) return;
    input.checked = true;
    input.focus({ preventScroll: true });
  }

  /** What was picked counts; where nothing was, the answer is only shown. */
  reveal(): void {
    if (!this.#isAnswered) this.#show(this.#choices.findIndex(({ checked }) => checked));
  }

  /** Once more from the beginning. */
  ask(): void {
    this.#isAnswered = false;
    for (const input of this.#choices) {
      input.checked = false;
      input.disabled = false;
      input.closest('label')?.removeAttribute('data-is');
    }
    this.#explanation.hidden = true;
    this.#explanation.replaceChildren();
    this.#say('');
    this.#check.textContent = this.#asked.words.check;
    this.#reveal.hidden = false;
    this.#choices[0]?.focus({ preventScroll: true });
  }

  #show(picked: number): void {
    const { words, choices, answer, explanation, answered } = this.#asked;
    this.#isAnswered = true;
    this.#choices.forEach((input, i) => {
      input.disabled = i !== picked && i !== answer;
      const is = i === answer ? 'right' : i === picked ? 'wrong' : null;
      if (is) input.closest('label')?.setAttribute('data-is', is);
    });
    const said = choices[answer] ?? '';
    this.#say(picked < 0 ? words.answerIs(said) : picked === answer ? words.right : words.wrong(said));
    this.#explanation.replaceChildren(...explanation().filter((each): each is Node | string => !!each));
    this.#explanation.hidden = false;
    this.#check.textContent = words.again;
    if ((this.#reveal.getRootNode() as Document | ShadowRoot).activeElement === this.#reveal) this.#check.focus({ preventScroll: true });
    this.#reveal.hidden = true;
    answered?.(picked < 0 ? null : picked === answer, picked);
  }

  #say(text: string): void {
    this.#said.textContent = text;
  }
}
