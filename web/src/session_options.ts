// What does an element tell the picture that runs in it? How it begins, and whom to ask.

export interface SessionOptions {
  /** Asked when the picture opens, and not when its download begins: what the host wishes in between counts. */
  first: () => { at: string; select: string; compare: string; tour: string; step: string };
  retry: () => void;
  /** Puts the shadow root back to how it was before this session. */
  restore: () => void;
  /** It came into sight, or went out of it. */
  seen: () => void;
}
