// Which words does the interface use? Every sentence a reader can meet outside the story, by language.

import type { FailureCode } from './types.ts';

export interface Messages {
  controls: string;
  previous: string;
  next: string;
  play: string;
  pause: string;
  loading: string;
  picture: (atWords: string) => string;
  pictureHelp: string;
  entered: string;
  card: string;
  changes: string;
  before: string;
  after: string;
  views: string;
  phases: string;
  now: string;
  saidBy: string;
  actors: string;
  relations: string;
  events: string;
  figures: string;
  sources: string;
  notOpened: string;
  source: (n: string) => string;
  zoomHint: string;
  touchHint: string;
  tryAgain: string;
  failure: Record<FailureCode, string>;
  readText: string;
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const en: Messages = {
  controls: 'Walk the story',
  previous: 'Previous',
  next: 'Next',
  play: 'Play',
  pause: 'Pause',
  loading: 'Loading the picture',
  picture: (atWords) => `Relationship map and timeline${atWords ? `, as of ${atWords}` : ''}`,
  pictureHelp: 'Press Enter to use the arrow keys here and Escape to leave. Everything it shows is also in the text.',
  entered: 'Arrow keys move between events. Plus and minus zoom. Space plays. Escape leaves.',
  card: 'About what is selected',
  changes: 'What changed',
  before: 'Before',
  after: 'After',
  views: 'Who says what',
  phases: 'Phases',
  now: 'holds now',
  saidBy: 'according to',
  actors: 'Involved',
  relations: 'Relations',
  events: 'Events',
  figures: 'Figures',
  sources: 'Sources',
  notOpened: 'not opened',
  source: (n) => `Source ${n}`,
  zoomHint: isMac ? '⌘ + scroll to zoom' : 'Ctrl + scroll to zoom',
  touchHint: 'Two fingers move the map',
  tryAgain: 'Try again',
  failure: {
    'no-webassembly': 'This browser cannot run the interactive picture.',
    'no-webgl2': 'This browser cannot draw the interactive picture (WebGL 2 is off or missing).',
    'program-not-loaded': 'The interactive picture could not be downloaded.',
    'story-missing': 'No story was named for this picture.',
    'story-not-loaded': 'The data of this story could not be downloaded.',
    'story-refused': 'The data of this story has mistakes, so it is not drawn.',
    'context-lost': 'The browser took the graphics away from the interactive picture.',
    'program-stopped': 'The interactive picture stopped because of an error.',
  },
  readText: 'You can read everything as text.',
};

const languages: Record<string, Messages> = { en };

/** The interface in `language`, else in English. */
export function messagesFor(language: string): Messages {
  return languages[language.toLowerCase().split('-')[0] ?? ''] ?? en;
}
