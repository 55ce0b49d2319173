// What is told of answers and progress, where a host has asked for it? Objects shaped as statements of xAPI 1.0.3, dispatched on
// the element as `tp-statement` and kept nowhere. Who reads is not said: whoever knows puts its own actor in.

import type { Question, StoryFacts, Tour } from './story_facts.ts';
import { toldIn } from './story_facts.ts';

type Words = Record<string, string>;
type Verb = 'answered' | 'progressed' | 'completed';

export interface Statement {
  version: '1.0.3';
  actor: { objectType: 'Agent'; account: { homePage: string; name: string } };
  verb: { id: string; display: Words };
  object: { objectType: 'Activity'; id: string; definition: Definition };
  result: Result;
  context: { language: string; contextActivities: { parent: { objectType: 'Activity'; id: string }[] } };
  timestamp: string;
}

interface Definition {
  type: string;
  name: Words;
  interactionType?: 'choice';
  correctResponsesPattern?: string[];
  choices?: { id: string; description: Words }[];
}

interface Result {
  success?: boolean;
  completion?: boolean;
  /** The place of the choice, counted from 0. */
  response?: string;
  score?: { scaled: number; raw: number; min: number; max: number };
  extensions?: Record<string, number>;
}

const kTypes = 'http://adlnet.gov/expapi/activities/';
/** In percent: cmi5's name for it. */
const kProgress = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

/** Who is told, in words; null where the host has not asked. */
export function listenerOf(host: Element): string | null {
  const named = host.getAttribute('statements');
  return named === null ? null : named || location.host || location.href;
}

/** Where a question stands in the story's text: its id, or its number where it has none. */
export const anchorOf = (id: string | undefined, n: number): string => id || `_question-${n + 1}`;

export interface TellerContext {
  host: Element;
  facts: StoryFacts;
  /** That the story is shown in. */
  language: string;
  /** The address of the story's text: with an anchor behind it, the name of everything that is told of. */
  address: string;
}

/** How far each tour has been walked, by element: a step is told of once, whoever shows it. */
const walked = new WeakMap<Element, Map<string, number>>();

export class Teller {
  readonly #context: TellerContext;

  constructor(context: TellerContext) {
    this.#context = context;
  }

  answered(question: Question, choice: number): void {
    const { facts } = this.#context;
    const ids = question.choices.map((_, i) => String(i));
    this.#tell('answered', `#${anchorOf(question.id, facts.quiz.indexOf(question))}`, {
      type: `${kTypes}cmi.interaction`, name: this.#words(question.question), interactionType: 'choice',
      correctResponsesPattern: [String(question.answer)],
      choices: ids.map((id, i) => ({ id, description: this.#words(question.choices[i] ?? '') })),
    }, { success: choice === question.answer, response: String(choice) });
  }

  /** A step of the tour has been told, from 0. */
  reached(tour: Tour, step: number): void {
    const { host } = this.#context;
    const far = walked.get(host) ?? new Map<string, number>();
    walked.set(host, far);
    if (listenerOf(host) === null || step <= (far.get(tour.id) ?? -1)) return;
    far.set(tour.id, step);
    const of = tour.steps.length;
    const isLast = step === of - 1;
    this.#tell(isLast ? 'completed' : 'progressed', `#${tour.id}`, { type: `${kTypes}lesson`, name: this.#words(tour.title) },
      isLast ? { completion: true } : { extensions: { [kProgress]: Math.round((step + 1) / of * 100) } });
  }

  /** Every question of the quiz has been answered, `raw` of them right. */
  quizCompleted(raw: number): void {
    const max = this.#context.facts.quiz.length;
    this.#tell('completed', '#_quiz', { type: `${kTypes}assessment`, name: this.#words(this.#context.facts.title) },
      { completion: true, score: { scaled: raw / max, raw, min: 0, max } });
  }

  #words(text: string): Words {
    const { facts, language } = this.#context;
    return { [toldIn(language, facts.languages) || 'und']: text };
  }

  #tell(verb: Verb, anchor: string, definition: Definition, result: Result): void {
    const { host, address, language, facts } = this.#context;
    // Asked again each time: a host may take its wish back.
    if (listenerOf(host) === null) return;
    const statement: Statement = {
      version: '1.0.3',
      actor: { objectType: 'Agent', account: { homePage: new URL('/', address).href, name: 'anonymous' } },
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { 'en-US': verb } },
      object: { objectType: 'Activity', id: address + anchor, definition },
      result,
      context: { language: toldIn(language, facts.languages) || 'und', contextActivities: { parent: [{ objectType: 'Activity', id: address }] } },
      timestamp: new Date().toISOString(),
    };
    host.dispatchEvent(new CustomEvent('tp-statement', { bubbles: true, composed: true, detail: statement }));
  }
}
