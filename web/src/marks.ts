// Which sign stands for a track, a status? Shape and colour together, so that colour never stands alone.

import type { Status } from './types.ts';

export type MarkPath = { d: string; fill?: boolean };

const kShapes: Record<string, MarkPath[]> = {
  circle: [{ d: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3Z', fill: true }],
  square: [{ d: 'M3.5 3.5h9v9h-9Z', fill: true }],
  diamond: [{ d: 'M8 2 14 8 8 14 2 8Z', fill: true }],
  triangle: [{ d: 'M8 2.5 14 13H2Z', fill: true }],
  hexagon: [{ d: 'M5 2.8h6L14 8l-3 5.2H5L2 8Z', fill: true }],
  person: [{ d: 'M8 2.2a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2ZM2.8 13.8c0-3.4 2.3-5.4 5.2-5.4s5.2 2 5.2 5.4Z', fill: true }],
  star: [{ d: 'm8 1.8 1.9 4 4.3.6-3.1 3 .8 4.4L8 11.7l-3.9 2.1.8-4.4-3.1-3 4.3-.6Z', fill: true }],
  cross: [{ d: 'M6 2.5h4V6h3.5v4H10v3.5H6V10H2.5V6H6Z', fill: true }],
};

const kStatus: Record<Status, MarkPath[]> = {
  fact: [{ d: 'M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z', fill: true }],
  claim: [{ d: 'M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z' }],
  disputed: [
    { d: 'M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z' },
    { d: 'M8 3.5a4.5 4.5 0 0 0 0 9Z', fill: true },
  ],
};

/** The words for a status where the story's own are not given. */
export const kStatusWords: Record<Status, string> = { fact: 'Fact', claim: 'Claim', disputed: 'Disputed' };

export function shapePaths(shape: string | undefined): MarkPath[] {
  return kShapes[(shape ?? '').toLowerCase()] ?? kShapes['circle'] ?? [];
}

export function statusPaths(status: Status): MarkPath[] {
  return kStatus[status] ?? kStatus.fact;
}

/** Colours of tracks in the order of the story, in the style sheets as --track-0 …; beyond them they repeat. */
export const kTrackColours = 8;
