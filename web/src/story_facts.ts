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
  /** BCP 47 tags. */
  languages: string[];
  tours: Tour[];
}

export const kNoFacts: StoryFacts = { id: '', title: '', updated: '', at: '', languages: [], tours: [] };

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
  const languages = list(story['languages']).filter((tag): tag is string => typeof tag === 'string');
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
  };
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
