// Which words does the interface use in what comes later: presentation, presenter's window, questions? English in a file of its
// own, so that nobody waits for it who only wants the picture.

import { importLanguage, interfaceLanguage } from './languages.ts';
import { wordsOf } from './wording.ts';

export interface LaterWords {
  /** Of the words themselves. */
  lang: string;
  presentation: string;
  stepSaid: (n: number, of: number, title: string) => string;
  questionSaid: (n: number, of: number) => string;
  explore: string;
  exploring: string;
  backToStep: (n: number) => string;
  backToQuestion: (n: number) => string;
  black: string;
  blackOn: string;
  blackOff: string;
  autoplay: string;
  autoplayPause: string;
  autoplayOn: string;
  autoplayOff: string;
  fullScreen: string;
  fullScreenEnd: string;
  presenter: string;
  presenterBlocked: string;
  presenterNowhere: string;
  end: string;
  endPresentation: string;

  notes: string;
  noNotes: string;
  previousStep: string;
  nextStep: string;
  noNextStep: string;
  clock: string;
  timeUsed: string;
  timeStep: string;
  timeStart: string;
  waiting: string;
  ended: string;
  isBlack: string;
  isExploring: string;

  question: (n: number, of: number) => string;
  choices: string;
  check: string;
  chooseFirst: string;
  right: string;
  wrong: (answer: string) => string;
  answerIs: (answer: string) => string;
  reveal: string;
  again: string;
  score: (right: number, of: number) => string;
  stays: string;
  /** Above the choices of a step that asks before it is told. */
  askedFirst: string;
  askedFirstSaid: (n: number, of: number, question: string) => string;
  showMe: string;
  youChose: (choice: string) => string;
  asksFirst: (question: string) => string;
  isAsking: string;
  /** Where whoever embeds the picture has asked for the answers. */
  told: (origin: string) => string;
  // Saving a picture as SVG
  saveSvg: string;
  svgComing: string;
  svgFailed: string;
  see: string;
  sources: string;
}

export async function laterWords(language: string): Promise<LaterWords> {
  const lang = interfaceLanguage(language);
  const data = lang === 'en' ? (await import('./languages/en_later.json')).default : (await importLanguage(lang)).later;
  return { ...wordsOf<LaterWords>(data, lang), lang };
}
