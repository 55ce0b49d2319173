// How does a step ask before it is told? Its question with a button for each choice: the first press is the guess, and the step
// follows. What came of the guess is then said in words.

import { h } from '../dom.ts';
import type { LaterWords } from '../later_words.ts';
import type { Question, StoryFacts, TourStep } from '../story_facts.ts';

/** The question that a step asks first, or nothing. */
export function questionOf(step: TourStep, { quiz }: StoryFacts): Question | null {
  return (step.predict && quiz.find(({ id }) => id === step.predict)) || null;
}

/** `guessed` hears the place of the choice, -1 where the reader only wants to be shown. `lang`: of the story's own words. */
export function predictionForm({ question, choices }: Question, words: LaterWords, lang: string, guessed: (choice: number) => void): HTMLFieldSetElement {
  const button = (className: string, label: string, choice: number, attributes = {}) => {
    const node = h('button', { type: 'button', class: className, ...attributes }, label);
    node.addEventListener('click', () => guessed(choice));
    return node;
  };
  return h('fieldset', { class: 'guess', lang },
    h('legend', { class: 'guess-question' }, h('span', { class: 'guess-first', lang: words.lang }, `${words.askedFirst} `), question),
    ...choices.map((choice, i) => button('guess-choice', choice, i)),
    button('guess-skip', words.showMe, -1, { lang: words.lang }));
}

/** In one or two sentences, as it is shown and as it is said. */
export function outcomeWords({ choices, answer }: Question, guess: number, words: LaterWords): string[] {
  const right = choices[answer] ?? '';
  if (guess < 0) return [words.answerIs(right)];
  return [words.youChose(choices[guess] ?? ''), guess === answer ? words.right : words.wrong(right)];
}

export function outcome(question: Question, guess: number, words: LaterWords, lang: string): HTMLElement {
  return h('div', { class: 'guess-outcome', lang }, h('p', {}, question.question),
    h('p', { class: 'guess-said', lang: words.lang }, outcomeWords(question, guess, words).join(' ')));
}
