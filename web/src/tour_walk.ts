// Where on the tour is the reader? Goes from step to step with the program's own tour, or with other commands where the
// program has none.

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

export class TourWalk {
  readonly #context: TourContext;
  #place: TourPlace | null = null;
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
    return this.#place?.tour.steps[this.#place.step] ?? null;
  }

  get expected(): string | null {
    return this.#expected;
  }

  /** `select`: what is selected instead of what the step would. */
  go(tour: Tour, step: number, select?: string): void {
    const { send, features, moved } = this.#context;
    const to = tour.steps[step];
    if (!to) return;
    const before = this.step;
    this.#place = { tour, step };
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
    moved(this.#place);
  }

  end(): void {
    const step = this.step;
    if (!step) return;
    const { send, features, state, moved } = this.#context;
    this.forget();
    if (features().tour) send({ type: 'tour', id: '', step: 0 });
    // Its comparison was the step's, unless the reader has made it another one.
    if (step.compare && state().compare === step.compare.join('/')) send({ type: 'compare', a: '', b: '' });
    // So was what it brought forward.
    if (step.lens && isFilter(state().filter)) send({ type: 'filter', ...kNoFilter });
    moved(null);
  }

  /** The same story in another language: the same step in its words. */
  retell(): void {
    const now = this.#place;
    const tour = now && this.tours.find(({ id }) => id === now.tour.id);
    this.#place = tour ? { tour, step: Math.min(now.step, tour.steps.length - 1) } : null;
  }

  /** Another story: nothing to be ended. */
  forget(): void {
    this.#place = null;
    this.#expected = null;
  }

  /** The program may leave a tour or go back in it by itself: undoing does. */
  follow({ tour: id, step }: ProgramState): void {
    if (id === undefined || step === undefined) return;
    const tour = this.tours.find((each) => each.id === id);
    if (tour === this.#place?.tour && (step ?? 0) === (this.#place?.step ?? 0)) return;
    this.#place = tour && step !== null ? { tour, step } : null;
    this.#expected = this.step?.select || null;
    this.#context.moved(this.#place);
  }
}
