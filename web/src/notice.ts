// What is a reader told who gets no picture? One plain line, and a button where trying again may help.

import { h } from './dom.ts';
import type { Messages } from './messages.ts';
import type { Failure, FailureCode } from './types.ts';

/** Trying again cannot help here. */
const kHopeless = new Set<FailureCode>(['no-webassembly', 'no-webgl2', 'story-missing', 'story-refused']);

/** Fills `notice` and gives back the sentence that says why. `hasText`: there is something to read instead. */
export function showFailure(notice: HTMLElement, { code }: Failure, words: Messages, hasText: boolean, retry: () => void): string {
  const why = words.failure[code];
  notice.textContent = hasText ? `${why} ${words.readText} ` : `${why} `;
  if (!kHopeless.has(code)) {
    const button = h('button', { type: 'button', class: 'tool' }, words.tryAgain);
    button.addEventListener('click', retry);
    notice.append(button);
  }
  return why;
}
