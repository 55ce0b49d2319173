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
  now: string;
  saidBy: string;
  actors: string;
  relations: string;
  events: string;
  sources: string;
  notOpened: string;
  source: (n: string) => string;
  zoomHint: string;
  touchHint: string;
  tryAgain: string;
  failure: Record<FailureCode, string>;
  readText: string;

  // The tools around the picture
  search: string;
  compare: string;
  tour: string;
  share: string;
  more: string;
  filter: string;
  trace: string;
  toldBy: string;
  everybody: string;
  ghosts: string;
  places: string;
  fitAll: string;
  fitSelection: string;
  around: (title: string) => string;
  aroundSteps: (steps: number) => string;
  undo: string;
  redo: string;
  keyboard: string;
  close: string;
  closePanel: (title: string) => string;
  clear: string;
  copy: string;
  copied: string;
  copyByHand: string;
  saved: string;
  remove: (title: string) => string;
  swap: string;
  toolFailed: string;

  searchLabel: string;
  searchPlaceholder: string;
  searchHint: string;
  searchTotal: (shown: number, total: number) => string;
  opensElsewhere: string;
  /** Headings of the hits, by kind. */
  kinds: Record<string, string>;

  filterTracks: string;
  filterStatuses: string;
  filterRelations: string;
  filterActors: string;
  filterActor: string;
  filterText: string;
  filterRest: string;
  filterDim: string;
  filterHide: string;
  filterNothing: string;
  filterTotal: (shown: number, of: number) => string;
  filterRelationsOnly: (kinds: number) => string;
  filterCount: (count: number, of: number) => string;
  filteredOut: string;

  compareTitle: string;
  firstDate: string;
  secondDate: string;
  presets: string;
  beforeAndAfter: (date: string) => string;
  between: (a: string, b: string) => string;
  noDate: (text: string) => string;
  compareOff: string;
  compareTotal: (gained: number, lost: number, flipped: number) => string;
  gained: string;
  lost: string;
  flipped: string;
  endCompare: string;

  traceTitle: string;
  traceFrom: string;
  traceTo: string;
  traceOff: string;
  traceSame: string;
  traceTotal: (count: number, atWords: string) => string;
  traceNone: (atWords: string) => string;
  traceShortest: string;
  traceOther: (n: number) => string;
  traceFirst: string;
  endTrace: string;

  stepOf: (n: number, of: number) => string;
  stepShort: (n: number, of: number) => string;
  stepAbout: (title: string) => string;
  steps: (count: number) => string;
  endTour: string;
  otherTours: string;

  shareTitle: string;
  shareLink: string;
  shareHint: string;
  shareWith: string;
  cite: string;
  citation: (parts: { title: string; selected: string; asOf: string; version: string; link: string; today: string }) => string;
  picturePart: string;
  savePicture: string;

  modes: string;
  modeFilter: (shown: number, of: number) => string;
  modeRelations: (kinds: number) => string;
  modeCompare: (a: string, b: string) => string;
  modeTrace: (from: string, to: string) => string;
  modeToldBy: (title: string) => string;
  modeFocus: (title: string) => string;
  modeBrush: (range: string) => string;
  modeTour: (n: number, of: number) => string;
  endMode: (mode: string) => string;

  asOf: (atWords: string) => string;
  why: string;
  whyThen: string;
  whyNothing: string;
  shownBy: string;
  noEvent: string;
  ledger: string;

  keys: [keys: string, words: string][];

  // Putting the picture into another page
  embed: string;
  embedCode: string;
  embedForm: string;
  embedIframe: string;
  embedElement: string;
  embedSize: string;
  embedFits: string;
  embedView: string;
  embedNow: string;
  embedFirst: string;
  embedTheme: string;
  embedAuto: string;
  embedLight: string;
  embedDark: string;
  embedLanguage: string;
}

const plural = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

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
  now: 'holds now',
  saidBy: 'according to',
  actors: 'Involved',
  relations: 'Relations',
  events: 'Events',
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

  search: 'Search',
  compare: 'Compare',
  tour: 'Tour',
  share: 'Share',
  more: 'More',
  filter: 'Filter',
  trace: 'Trace a connection',
  toldBy: 'As told by',
  everybody: 'Everybody',
  ghosts: 'Show what was and what will be',
  places: 'Arrange by place',
  fitAll: 'Show everything',
  fitSelection: 'Zoom to what is selected',
  around: (title) => `Around ${title}`,
  aroundSteps: (steps) => (steps === 0 ? 'Everybody' : steps === 1 ? 'Its own relations' : `${steps} relations away`),
  undo: 'Undo',
  redo: 'Redo',
  keyboard: 'Keyboard',
  close: 'Close',
  closePanel: (title) => `Close “${title}”`,
  clear: 'Clear',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'Press Ctrl+C',
  saved: 'Picture saved',
  remove: (title) => `Remove ${title}`,
  swap: 'Swap',
  toolFailed: 'This tool could not be downloaded.',

  searchLabel: 'Search the story',
  searchPlaceholder: 'Search the story',
  searchHint: 'Events, actors, relations, sources and terms, in every language of the story. Enter shows the first one.',
  searchTotal: (shown, total) => (total === 0 ? 'Nothing found' : shown < total ? `${shown} of ${total.toLocaleString('en')} results` : plural(total, 'result', 'results')),
  opensElsewhere: 'opens in a new tab',
  kinds: { event: 'Events', actor: 'Actors', relation: 'Relations', source: 'Sources', term: 'Glossary', period: 'Periods', series: 'Numbers' },

  filterTracks: 'Tracks',
  filterStatuses: 'Status',
  filterRelations: 'Relations',
  filterActors: 'Only with these actors',
  filterActor: 'Add an actor',
  filterText: 'Only with these words',
  filterRest: 'Everything else is',
  filterDim: 'dimmed',
  filterHide: 'hidden',
  filterNothing: 'Everything is shown',
  filterTotal: (shown, of) => `${shown.toLocaleString('en')} of ${plural(of, 'event', 'events')}`,
  filterRelationsOnly: (kinds) => `${plural(kinds, 'kind', 'kinds')} of relations hidden`,
  filterCount: (count, of) => (count === of ? String(of) : `${count} of ${of}`),
  filteredOut: 'The filter leaves this out. It is shown because it is selected.',

  compareTitle: 'Compare two dates',
  firstDate: 'First date',
  secondDate: 'Second date',
  presets: 'In this story',
  beforeAndAfter: (date) => `Before and after ${date}`,
  between: (a, b) => `${a} → ${b}`,
  noDate: (text) => `“${text}” is no date. Write it as 2025-08-08, 2025-08 or 2025.`,
  compareOff: 'Enter two dates, or choose a pair below.',
  compareTotal: (gained, lost, flipped) => (gained + lost + flipped === 0 ? 'No relation changed between these dates' : `${gained} gained · ${lost} lost · ${flipped} changed`),
  gained: 'Gained',
  lost: 'Lost',
  flipped: 'Changed',
  endCompare: 'End comparison',

  traceTitle: 'Trace a connection',
  traceFrom: 'From',
  traceTo: 'To',
  traceOff: 'Choose two actors: the map shows which relations join them.',
  traceSame: 'Choose two different actors.',
  traceTotal: (count, atWords) => `${plural(count, 'chain', 'chains')} as of ${atWords}`,
  traceNone: (atWords) => `Nothing joins them as of ${atWords}`,
  traceShortest: 'Shortest',
  traceOther: (n) => `Alternative ${n - 1}`,
  traceFirst: 'First joined:',
  endTrace: 'End trace',

  stepOf: (n, of) => `Step ${n} of ${of}`,
  stepShort: (n, of) => `${n}/${of}`,
  stepAbout: (title) => `Read: ${title}`,
  steps: (count) => plural(count, 'step', 'steps'),
  endTour: 'End tour',
  otherTours: 'Which tour',

  shareTitle: 'Share this view',
  shareLink: 'Link to this view',
  shareHint: 'Opens on the same date with the same thing selected.',
  shareWith: 'Share…',
  cite: 'Cite this view',
  citation: ({ title, selected, asOf, version, link, today }) =>
    `${selected ? `“${selected}”. ` : ''}${title}${title ? '. ' : ''}${asOf ? `As of ${asOf}. ` : ''}${version ? `Version of ${version}. ` : ''}${link} (read ${today}).`,
  picturePart: 'Picture',
  savePicture: 'Save as PNG',

  modes: 'What is shown now',
  modeFilter: (shown, of) => `${shown.toLocaleString('en')} of ${plural(of, 'event', 'events')}`,
  modeRelations: (kinds) => `${plural(kinds, 'kind', 'kinds')} of relations hidden`,
  modeCompare: (a, b) => `${a} → ${b}`,
  modeTrace: (from, to) => `${from} – ${to}`,
  modeToldBy: (title) => `As told by ${title}`,
  modeFocus: (title) => `Around ${title}`,
  modeBrush: (range) => `Relations in ${range}`,
  modeTour: (n, of) => `Tour, step ${n} of ${of}`,
  endMode: (mode) => `End: ${mode}`,

  asOf: (atWords) => (atWords ? `As of ${atWords}` : ''),
  why: 'Why is this line here?',
  whyThen: 'Why was it there?',
  whyNothing: 'At the date of the playhead there is no line: none of the phases below holds then.',
  shownBy: 'Shown by',
  noEvent: 'No event of this story is named for it.',
  ledger: 'Ledger',

  keys: [
    ['/', 'Search'],
    ['C', 'Compare two dates'],
    ['T', 'Tour'],
    ['?', 'This list'],
    ['Enter', 'Into the picture'],
    ['Esc', 'Out of the picture, out of a panel'],
    ['← →', 'Previous and next event'],
    ['Shift ← →', 'Move the timeline'],
    ['+ − 0', 'Zoom; show everything'],
    [', .', 'Playhead by one event'],
    ['Space', 'Play and pause'],
  ],

  embed: 'Embed',
  embedCode: 'Lines for your page',
  embedForm: 'As',
  embedIframe: 'iframe',
  embedElement: 'Element of the page',
  embedSize: 'Size',
  embedFits: 'As its column',
  embedView: 'Begins with',
  embedNow: 'This view',
  embedFirst: 'The opening view',
  embedTheme: 'Colours',
  embedAuto: 'As the reader’s',
  embedLight: 'Light',
  embedDark: 'Dark',
  embedLanguage: 'Language',
};

const languages: Record<string, Messages> = { en };

/** The interface in `language`, else in English. */
export function messagesFor(language: string): Messages {
  return languages[language.toLowerCase().split('-')[0] ?? ''] ?? en;
}
