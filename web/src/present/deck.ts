// What is presented, in which order? The steps of a tour, then the story's questions: each first asked, then answered.

import { questionOf } from '../quiz/prediction.ts';
import type { Question, StoryFacts, Tour } from '../story_facts.ts';

export type Slide =
  /** `asked`: the question that the step asks before it is told. */
  | { kind: 'step'; step: number; title: string; text: string; notes: string; asked: Question | null }
  | { kind: 'question'; n: number; question: Question };

export function deckOf(tour: Tour, facts: StoryFacts): Slide[] {
  return [
    ...tour.steps.map((each, step): Slide => ({ kind: 'step', step, title: each.title, text: each.text, notes: each.notes, asked: questionOf(each, facts) })),
    ...facts.quiz.map((question, n): Slide => ({ kind: 'question', n, question })),
  ];
}

/** Time to read a slide aloud and to look at the picture. */
export function secondsFor(slide: Slide): number {
  const text = slide.kind === 'step' ? `${slide.title} ${slide.text}` : [slide.question.question, ...slide.question.choices].join(' ');
  const words = text.replace(/\[\[[^\]|]*\|?|\]\]/g, '').split(/\s+/).filter(Boolean).length;
  return Math.round(6 + words / 2.4);
}
