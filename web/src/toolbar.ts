// Which buttons stand above the picture? Previous, play or pause, next: only what works.

import { h, icon } from './dom.ts';
import type { Messages } from './messages.ts';

const kBack = 'M10 3 5 8l5 5';
const kForward = 'M6 3l5 5-5 5';
const kPlay = { d: 'M5 3v10l8-5Z', fill: true };
const kPause = { d: 'M4.5 3h2.6v10H4.5ZM8.9 3h2.6v10H8.9Z', fill: true };

export interface Toolbar {
  element: HTMLElement;
  showPlaying: (playing: boolean) => void;
}

export function makeToolbar(words: Messages, press: (command: 'previous' | 'next' | 'play' | 'pause') => void): Toolbar {
  const button = (name: string, label: string, ...content: Node[]) =>
    h('button', { type: 'button', class: `tool ${name}`, part: `button ${name}` }, ...content, h('span', { class: 'tool-label' }, label));
  const previous = button('previous', words.previous, icon('way', kBack));
  const play = button('play', words.play, icon('way', kPlay));
  const next = button('next', words.next);
  next.append(icon('way', kForward));
  let playing = false;
  previous.addEventListener('click', () => press('previous'));
  next.addEventListener('click', () => press('next'));
  play.addEventListener('click', () => press(playing ? 'pause' : 'play'));
  return {
    element: h('div', { class: 'toolbar', part: 'toolbar', role: 'group', 'aria-label': words.controls }, previous, play, next),
    showPlaying(now) {
      if (now === playing) return;
      playing = now;
      // The label changes and says the state: a pressed state besides would say it twice.
      play.replaceChildren(icon('way', now ? kPause : kPlay), h('span', { class: 'tool-label' }, now ? words.pause : words.play));
    },
  };
}
