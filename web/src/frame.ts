// Which elements does the picture consist of? The DOM inside the shadow root, built once per session.

import { h, icon } from './dom.ts';
import { kIcons } from './icons.ts';
import type { Messages } from './messages.ts';
import { Toolbar, type Tool } from './toolbar.ts';
import type { Card } from './types.ts';

export interface Frame {
  widget: HTMLElement;
  heading: { kicker: HTMLElement; question: HTMLElement; answer: HTMLElement };
  canvas: HTMLCanvasElement;
  map: HTMLElement;
  timeline: HTMLElement;
  /** The column of the card: what is shown differently, the card, or a panel in its place. */
  side: HTMLElement;
  modes: HTMLElement;
  /** Says that a filter leaves out what is selected. */
  leftOut: HTMLElement;
  card: HTMLElement;
  panels: HTMLElement;
  hint: HTMLElement;
  notice: HTMLElement;
  /** What the host's page shows where there is no picture. */
  fallback: HTMLElement;
  progress: HTMLElement;
  bar: HTMLElement;
  announcer: HTMLElement;
  toolbar: Toolbar;
  /** The same elements in other words: those that were handed in, changed. */
  say: () => void;
  /** Map and timeline are named with the date that they show. */
  sayDate: (atWords: string) => void;
}

export function makeFrame(words: Messages, press: (tool: Tool) => void): Frame {
  const kicker = h('p', { class: 'kicker' });
  const question = h('h2', { class: 'question' });
  const answer = h('p', { class: 'answer' });
  const toolbar = new Toolbar(words, press);
  // One canvas is drawn, two parts of it are operated: each is a stop of the Tab key with keys of its own.
  const canvas = h('canvas', { part: 'canvas', 'aria-hidden': 'true' });
  const pane = (name: string) => h('div', { class: `pane ${name}`, role: 'application', tabindex: 0, 'aria-describedby': 'help' });
  const map = pane('map');
  const timeline = pane('timeline');
  const card = h('section', { class: 'card', part: 'card', 'aria-label': words.card, tabindex: 0 });
  const modes = h('div', { class: 'modes', part: 'modes', role: 'group', 'aria-label': words.modes, hidden: true });
  const leftOut = h('p', { class: 'left-out', hidden: true }, icon('way', ...kIcons.filter), words.filteredOut);
  const panels = h('div', { class: 'panels', hidden: true });
  const side = h('div', { class: 'side' }, modes, leftOut, card, panels);
  const hint = h('div', { class: 'hint', 'aria-hidden': 'true' });
  const notice = h('div', { class: 'notice', part: 'notice', role: 'status' });
  const fallback = h('div', { class: 'fallback' }, h('slot'));
  const bar = h('div', { class: 'bar' });
  const progress = h('div', { class: 'progress', role: 'progressbar', 'aria-label': words.loading }, bar);
  const announcer = h('div', { class: 'unseen', 'aria-live': 'polite' });
  const widget = h('div', { class: 'widget', part: 'widget', 'data-phase': 'loading' },
    progress,
    h('header', { class: 'heading', part: 'header' }, h('slot', { name: 'heading' }, kicker, question, answer)),
    toolbar.element,
    notice,
    fallback,
    canvas, timeline, map, h('div', { class: 'ring' }), side, hint,
    h('p', { id: 'help', class: 'unseen' }, words.pictureHelp),
    announcer);
  const help = widget.querySelector('#help');
  let said: string | null = null;
  const sayDate = (atWords: string) => {
    if (atWords === said) return;
    said = atWords;
    timeline.setAttribute('aria-label', words.timelineOf(atWords));
    map.setAttribute('aria-label', words.mapOf(atWords));
  };
  sayDate('');
  const say = () => {
    said = null;
    sayDate('');
    card.setAttribute('aria-label', words.card);
    modes.setAttribute('aria-label', words.modes);
    leftOut.lastChild?.replaceWith(words.filteredOut);
    progress.setAttribute('aria-label', words.loading);
    if (help) help.textContent = words.pictureHelp;
    toolbar.say();
  };
  return { say, sayDate, widget, heading: { kicker, question, answer }, canvas, map, timeline, side, modes, leftOut, card, panels, hint, notice, fallback, progress, bar, announcer, toolbar };
}

/** An older program says question and answer in the story's own card only. */
export function showHeading({ heading }: Frame, { title, question, answer }: { title: string; question?: string; answer?: string }, story: Card | null): void {
  heading.kicker.textContent = title;
  heading.question.textContent = question ?? story?.title ?? '';
  heading.answer.textContent = answer ?? story?.summary ?? '';
}

export function showLoaded({ progress, bar }: Frame, loaded: number, total: number): void {
  progress.setAttribute('aria-valuemax', String(total));
  progress.setAttribute('aria-valuenow', String(loaded));
  bar.style.transform = `scaleX(${total > 0 ? loaded / total : 0})`;
}
