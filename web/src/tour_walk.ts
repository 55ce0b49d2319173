// Where on the tour is the reader? Goes from step to step with the program's own tour, or with other commands where the
// program has none. A step that asks first keeps the picture at the step before until somebody has answered.

import type { Features } from './features.ts';
import type { Tour, TourStep } from './story_facts.ts';
import type { Command, ProgramState, TurningPointState } from './types.ts';
import { isFilter, kNoFilter } from './view.ts';

export interface TourContext {
  tours: () => readonly Tour[];
  features: () => Features;
  state: () => TurningPointState;
  send: (command: Command) => void;
  /** Another step, or none. */
  moved: (now: TourPlace | null) => void;
}

export interface TourPlace {
  tour: Tour;
  step: number;
}

const stepAt = (place: TourPlace | null): TourStep | null => place?.tour.steps[place.step] ?? null;

export class TourWalk {
  /** What was picked, by the ids of the steps that ask first; -1 where the answer was only shown. Kept here and nowhere else. */
  readonly guesses = new Map<string, number>();
  readonly #context: TourContext;
  #place: TourPlace | null = null;
  /** The step that the picture shows: an earlier one than the reader's while that one asks. */
  #shown: TourPlace | null = null;
  /** What the step itself selects: no reason for anybody to think that the reader has gone elsewhere. */
  #expected: string | null = null;

  constructor(context: TourContext) {
    this.#context = context;
  }

  get tours(): readonly Tour[] {
    return this.#context.tours();
  }

  get place(): TourPlace | null {
    return this.#place;
  }

  get step(): TourStep | null {
    return stepAt(this.#place);
  }

  get expected(): string | null {
    return this.#expected;
  }

  /** Is the step still to be asked about before it is told? */
  asks(step: TourStep | null | undefined): boolean {
    return !!step?.predict && !this.guesses.has(step.id);
  }

  /** `select`: what is selected instead of what the step would. */
  go(tour: Tour, step: number, select?: string): void {
    const { send, features, moved } = this.#context;
    if (!tour.steps[step]) return;
    const before = stepAt(this.#shown);
    this.#place = { tour, step };
    while (this.asks(tour.steps[step])) step -= 1;
    const to = tour.steps[step];
    if (to) {
      this.#shown = { tour, step };
      this.#expected = (select ?? to.select) || null;
      const { tour: hasTour, range, compare } = features();
      // The program's own tour does more than the page could: it frames and brings forward what the step is about.
      if (hasTour) send({ type: 'tour', id: tour.id, step });
      else if (to.select) send({ type: 'select', id: to.select });
      if (!hasTour && range && to.range) send({ type: 'showRange', range: to.range });
      if (compare && (to.compare || before?.compare)) {
        const [a, b] = to.compare ?? ['', ''];
        send({ type: 'compare', a, b });
      }
      if (!hasTour && to.at) send({ type: 'setTime', edtf: to.at });
    }
    moved(this.#place);
  }

  /** The step that asks is told: the picture goes there. `guess`: the choice that was picked, -1 for none. */
  tell(guess: number): void {
    const { step } = this;
    if (!this.#place || !step) return;
    this.guesses.set(step.id, guess);
    this.go(this.#place.tour, this.#place.step);
  }

  end(): void {
    if (!this.step) return;
    const step = stepAt(this.#shown);
    const { send, features, state, moved } = this.#context;
    this.forget();
    if (features().tour) send({ type: 'tour', id: '', step: 0 });
    // Its comparison was the step's, unless the reader has made it another one.
    if (step?.compare && state().compare === step.compare.join('/')) send({ type: 'compare', a: '', b: '' });
    // So was what it brought forward.
    if (step?.lens && isFilter(state().filter)) send({ type: 'filter', ...kNoFilter });
    moved(null);
  }

  /** The same story in another language: the same step in its words. */
  retell(): void {
    this.#place = this.#again(this.#place);
    this.#shown = this.#again(this.#shown);
  }

  #again(now: TourPlace | null): TourPlace | null {
    const tour = now && this.tours.find(({ id }) => id === now.tour.id);
    return tour ? { tour, step: Math.min(now.step, tour.steps.length - 1) } : null;
  }

  /** Another story: nothing to be ended. */
  forget(): void {
    this.#place = this.#shown = this.#expected = null;
  }

  /** The program may leave a tour or go back in it by itself: undoing does. */
  follow({ tour: id, step }: ProgramState): void {
    if (id === undefined || step === undefined) return;
    const tour = this.tours.find((each) => each.id === id);
    if (tour === this.#shown?.tour && (step ?? 0) === (this.#shown?.step ?? 0)) return;
    this.#place = this.#shown = tour && step !== null ? { tour, step } : null;
    this.#expected = this.step?.select || null;
    this.#context.moved(this.#place);
  }
}
