// What do an iframe of ours and the page around it say to each other?

import type { Statement } from './statements.ts';

/** From the frame to its parent, and the only thing said to whoever that is: somebody listens now. */
export const kReady = 'turning-point:ready';
/**
 * From the parent to the frame, with a MessagePort: everything else goes through that. Answers and progress only where
 * `statements: true` stands beside it.
 */
export const kHello = 'turning-point:hello';

export type FromFrame =
  | { type: 'ready'; title: string }
  | { type: 'height'; height: number }
  | { type: 'change'; view: string; at: string; select: string | null }
  | { type: 'error'; code: string; message: string }
  | { type: 'statement'; statement: Statement };

/** Does the frame speak with a page of `origin`? `only`: the origin that its address names, if any. */
export function answers(origin: string, only: string | null): boolean {
  return !only || origin === only;
}

/** Whom a hello allows to hear of answers and progress; null for nobody, and for one whose origin has no name to be shown. */
export function hears(origin: string, statements: unknown): string | null {
  return statements === true && /^https?:/.test(origin) ? origin : null;
}
