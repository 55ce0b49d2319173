// What does the outline program print? The whole story in reading order; see src/app/outline.
import type { Card, CardLink, CardSource } from '../src/types.ts';

export interface Outline {
  story: {
    id: string;
    title: string;
    subtitle?: string;
    question?: string;
    answer?: string;
    updated?: string;
    updatedWords?: string;
    license?: string;
    credits?: string;
    languages: string[];
    lang: string;
  };
  chapters: { id: string; title: string; text: string; events: string[] }[];
  events: Card[];
  actors: Card[];
  relations: Card[];
  series: {
    id: string;
    title: string;
    unit?: string;
    kind?: string;
    points: { edtf: string; words: string; value: number | null }[];
    sources?: CardSource[];
  }[];
  periods?: { id: string; title: string; date: string; dateEdtf?: string; sources?: CardSource[] }[];
  glossary: { id: string; term: string; definition: string; sources?: CardSource[] }[];
  quiz?: { id?: string; question: string; choices: string[]; answer: number; explanation: string; events?: CardLink[] }[];
  sources: {
    n: string;
    id: string;
    title: string;
    authors?: string;
    publisher?: string;
    date?: string;
    url?: string;
    note?: string;
    seen?: boolean;
    citedBy?: CardLink[];
  }[];
}
