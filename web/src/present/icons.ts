// What do the signs of the presentation look like? Paths in a box of 16 × 16, drawn for this interface.

import type { MarkPath } from '../marks.ts';
import { kIcons } from '../icons.ts';

export const kPresentIcons = {
  previous: kIcons.previous,
  next: kIcons.next,
  play: kIcons.play,
  pause: kIcons.pause,
  close: kIcons.close,
  explore: [{ d: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Z' }, { d: 'm11 5-1.6 4.4L5 11l1.6-4.4Z', fill: true }],
  black: [{ d: 'M1.8 3h12.4v8.6H1.8ZM5.5 14h5', fill: true }],
  presenter: [{ d: 'M1.8 2.5h12.4v8H1.8ZM4.5 5.3h7M4.5 7.8h4M8 10.5v3M5 13.7h6' }],
  full: [{ d: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10' }],
  window: [{ d: 'M6 2.5V6H2.5M13.5 6H10V2.5M10 13.5V10h3.5M2.5 10H6v3.5' }],
} as const satisfies Record<string, readonly MarkPath[]>;
