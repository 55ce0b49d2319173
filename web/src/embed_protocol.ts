// What do an iframe of ours and the page around it say to each other?

/** From the frame to its parent, and the only thing said to whoever that is: somebody listens now. */
export const kReady = 'turning-point:ready';
/** From the parent to the frame, with a MessagePort: everything else goes through that. */
export const kHello = 'turning-point:hello';

export type FromFrame =
  | { type: 'ready'; title: string }
  | { type: 'height'; height: number }
  | { type: 'change'; view: string; at: string; select: string | null }
  | { type: 'error'; code: string; message: string };

/** Does the frame speak with a page of `origin`? `only`: the origin that its address names, if any. */
export function answers(origin: string, only: string | null): boolean {
  return !only || origin === only;
}
