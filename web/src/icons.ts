// What do the signs on the buttons look like? Paths in a box of 16 × 16, drawn for this interface.

import type { MarkPath } from './marks.ts';

export const kIcons = {
  previous: [{ d: 'M10 3 5 8l5 5' }],
  next: [{ d: 'm6 3 5 5-5 5' }],
  play: [{ d: 'M5 3v10l8-5Z', fill: true }],
  pause: [{ d: 'M4.5 3h2.6v10H4.5ZM8.9 3h2.6v10H8.9Z', fill: true }],
  search: [{ d: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.4 10.4l3.3 3.3' }],
  // Two states of one thing: a full and an open disc, overlapping.
  compare: [{ d: 'M5.8 4.2a3.8 3.8 0 1 0 0 7.6' }, { d: 'M10.2 4.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6Z', fill: true }],
  // A way with stops.
  tour: [{ d: 'M4 13c5 0 1.5-5 4.5-5S12 3.4 12 3.4' }, { d: 'M3.2 11.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4ZM12.4 1.2a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4Z', fill: true }],
  share: [{ d: 'M8 10V2.2M4.9 5 8 2l3.1 3M5 7.5H3.5v6h9v-6H11' }],
  more: [{ d: 'M3.2 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6ZM8 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6ZM12.8 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6Z', fill: true }],
  close: [{ d: 'm4 4 8 8M12 4l-8 8' }],
  check: [{ d: 'm3 8.5 3.2 3.2L13 4.6' }],
  swap: [{ d: 'M2.5 5.5h10M9.8 2.7l2.8 2.8-2.8 2.8M13.5 10.5h-10M6.2 7.7l-2.8 2.8 2.8 2.8' }],
  filter: [{ d: 'M2 4h12M4.5 8h7M6.8 12h2.4' }],
  trace: [{ d: 'M5 11.2 11 4.8' }, { d: 'M3.6 10.6a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8ZM12.4 1.6a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8Z' }],
  link: [{ d: 'M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.3 9a2.6 2.6 0 0 0 3.7 3.7l.9-.9' }],
  arrow: [{ d: 'M2 8h11M9 4l4 4-4 4' }],
  out: [{ d: 'M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13 3 7.5 8.5' }],
} as const satisfies Record<string, readonly MarkPath[]>;

export type IconName = keyof typeof kIcons;
