// What does the page itself take from the story's file? Tours, the opening view and what a citation needs: things that the
// program need not send, because the file lies here anyway.

export interface TourStep {
  id: string;
  title: string;
  text: string;
  at: string;
  range: string;
  select: string;
  /** Two dates, or none. */
  compare: [string, string] | null;
  /** A track, a status or a series that the step brings forward. */
  lens: string;
  /** For whoever presents. */
  notes: string;
  /** The question that is asked before the step is told. */
  predict: string;
}

export interface Question {
  /** '' where nothing names it. */
  id: string;
  question: string;
  choices: string[];
  /** The place of the right choice. */
  answer: number;
  explanation: string;
  /** Ids of events. */
  events: string[];
}

export interface Tour {
  id: string;
  title: string;
  steps: TourStep[];
}

export interface StoryFacts {
  id: string;
  title: string;
  updated: string;
  at: string;
  tours: Tour[];
  quiz: Question[];
  /** BCP 47 tags. */
  languages: string[];
}

export const kNoFacts: StoryFacts = { id: '', title: '', updated: '', at: '', tours: [], quiz: [], languages: [] };

/** Larger files are data sets: reading them a second time would cost more than a tour is worth. */
const kMostBytes = 8 << 20;

type Json = Record<string, unknown>;

/** Never throws: whether the file is a story is for the program to say, and it has said it before. */
export function factsOf(bytes: Uint8Array, language: string): StoryFacts {
  if (bytes.length > kMostBytes) return kNoFacts;
  let story: unknown;
  try {
    story = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return kNoFacts;
  }
  if (!isObject(story)) return kNoFacts;
  const languages = list(story['languages']).map(string).filter(Boolean);
  const words = (value: unknown) => textIn(value, language, languages[0] ?? '');
  return {
    id: string(story['id']),
    title: words(story['title']),
    updated: string(story['updated']),
    at: isObject(story['start']) ? string(story['start']['at']) : '',
    languages,
    tours: list(story['tours']).filter(isObject).map((tour) => ({
      id: string(tour['id']),
      title: words(tour['title']),
      steps: list(tour['steps']).filter(isObject).map((step) => stepOf(step, words)),
    })).filter(({ steps }) => steps.length > 0),
    quiz: list(story['quiz']).filter(isObject).map((question) => ({
      id: string(question['id']),
      question: words(question['question']),
      choices: list(question['choices']).map(words),
      answer: Number(question['answer']),
      explanation: words(question['explanation']),
      events: list(question['events']).map(string).filter(Boolean),
    })),
  };
}

function stepOf(step: Json, words: (value: unknown) => string): TourStep {
  const [a, b] = list(step['compare']);
  return {
    id: string(step['id']),
    title: words(step['title']),
    text: words(step['text']),
    at: string(step['at']),
    range: string(step['range']),
    select: string(step['select']),
    compare: typeof a === 'string' && typeof b === 'string' ? [a, b] : null,
    lens: string(step['lens']),
    notes: words(step['notes']),
    predict: string(step['predict']),
  };
}

/** The language that texts come in where `language` is asked for: the nearest of the story's, else its first. */
export function toldIn(language: string, languages: readonly string[]): string {
  for (let tag = language; tag; tag = tag.split('-').slice(0, -1).join('-')) {
    const found = languages.find((each) => each.toLowerCase() === tag.toLowerCase());
    if (found) return found;
  }
  return languages[0] ?? '';
}

/** A text in the asked language, along BCP 47's fallback (`az-Latn`, `az`), else in the story's first one. */
export function textIn(value: unknown, language: string, first: string): string {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return '';
  for (let tag = language; tag; tag = tag.split('-').slice(0, -1).join('-')) {
    const found = Object.keys(value).find((key) => key.toLowerCase() === tag.toLowerCase());
    if (found) return string(value[found]);
  }
  return string(value[first] ?? Object.values(value)[0]);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
