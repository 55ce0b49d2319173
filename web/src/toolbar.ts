// Which buttons stand above the picture? One stop of the Tab key, walked with the arrows; only what works is there, and what
// has no room is in the menu.

import { h, icon } from './dom.ts';
import type { Features } from './features.ts';
import { kIcons, type IconName } from './icons.ts';
import { Menu, type MenuEntry } from './menu.ts';
import type { Messages } from './messages.ts';

export type Tool = 'previous' | 'play' | 'next' | 'search' | 'compare' | 'tour' | 'share' | 'more';

const kKeys: Partial<Record<Tool, string>> = { search: '/', compare: 'C', tour: 'T' };

export class Toolbar {
  readonly element: HTMLElement;
  readonly #buttons: Record<Tool, HTMLButtonElement>;
  readonly #bar: HTMLElement;
  readonly #words: Messages;
  #menu: Menu | null = null;
  #playing = false;

  constructor(words: Messages, press: (tool: Tool) => void) {
    this.#words = words;
    const button = (tool: Tool, sign: IconName, label: string) => {
      const node = h('button', {
        type: 'button', class: `tool ${tool}`, part: `button ${tool}`, tabindex: tool === 'previous' ? 0 : -1,
        title: kKeys[tool] ? `${label} (${kKeys[tool]})` : label, 'aria-keyshortcuts': kKeys[tool],
      }, icon('way', ...kIcons[sign]), h('span', { class: 'tool-label' }, label));
      if (tool !== 'more') node.addEventListener('click', () => press(tool));
      return node;
    };
    this.#buttons = {
      previous: button('previous', 'previous', words.previous),
      play: button('play', 'play', words.play),
      next: button('next', 'next', words.next),
      search: button('search', 'search', words.search),
      compare: button('compare', 'compare', words.compare),
      tour: button('tour', 'tour', words.tour),
      share: button('share', 'share', words.share),
      more: button('more', 'more', words.more),
    };
    const { previous, play, next, search, compare, tour, share, more } = this.#buttons;
    next.append(...next.children[0] ? [next.children[0]] : []);
    search.append(h('kbd', { 'aria-hidden': 'true' }, '/'));
    tour.append(h('span', { class: 'tool-count' }));
    for (const hidden of [search, compare, tour]) hidden.hidden = true;
    this.#bar = h('div', { class: 'tools', role: 'toolbar', 'aria-label': words.controls },
      h('div', { class: 'walk' }, previous, play, next), search, compare, tour, share, more);
    this.element = h('div', { class: 'toolbar', part: 'toolbar' }, this.#bar);
    this.#bar.addEventListener('keydown', (event) => this.#key(event));
    this.#bar.addEventListener('focusin', (event) => this.#stopAt(event.target as HTMLElement));
  }

  /** The same buttons in other words. */
  say(): void {
    const words = this.#words;
    for (const [tool, button] of Object.entries(this.#buttons) as [Tool, HTMLButtonElement][]) {
      const label = tool === 'play' && this.#playing ? words.pause : words[tool];
      const node = button.querySelector('.tool-label');
      if (node) node.textContent = label;
      button.title = kKeys[tool] ? `${label} (${kKeys[tool]})` : label;
    }
    this.#bar.setAttribute('aria-label', words.controls);
    this.#menu?.element.setAttribute('aria-label', words.more);
  }

  button(tool: Tool): HTMLButtonElement {
    return this.#buttons[tool];
  }

  /** False where it has no room or no use: then it is in the menu, or nowhere. */
  isShown(tool: Tool): boolean {
    return this.#buttons[tool].getClientRects().length > 0;
  }

  addMenu(bounds: HTMLElement, entries: () => MenuEntry[]): void {
    this.#menu = new Menu(this.#buttons.more, bounds, this.#words.more, entries);
    this.element.append(this.#menu.element);
  }

  get isMenuOpen(): boolean {
    return this.#menu?.isOpen ?? false;
  }

  showPlaying(now: boolean): void {
    if (now === this.#playing) return;
    this.#playing = now;
    const { play } = this.#buttons;
    const label = now ? this.#words.pause : this.#words.play;
    // The label changes and says the state: a pressed state besides would say it twice.
    play.replaceChildren(icon('way', ...kIcons[now ? 'pause' : 'play']), h('span', { class: 'tool-label' }, label));
    play.title = label;
  }

  showFeatures({ search, compare }: Features, hasTour: boolean): void {
    this.#buttons.search.hidden = !search;
    this.#buttons.compare.hidden = !compare;
    this.#buttons.tour.hidden = !hasTour;
  }

  /** Which buttons stand for something that is on now. */
  showOn(tool: 'search' | 'compare' | 'tour' | 'share', on: boolean): void {
    const button = this.#buttons[tool];
    if (on) button.setAttribute('aria-pressed', 'true');
    else button.removeAttribute('aria-pressed');
  }

  showStep(words: string): void {
    const count = this.#buttons.tour.querySelector('.tool-count');
    if (count) count.textContent = words;
  }

  /** `hidden`: names of buttons that the page does not want. */
  omit(hidden: readonly Tool[]): void {
    for (const [tool, button] of Object.entries(this.#buttons)) button.classList.toggle('omitted', hidden.includes(tool as Tool));
    this.keepStop();
  }

  /** The Tab key needs a button that is there. */
  keepStop(): void {
    const visible = this.#visible;
    if (!visible.some((button) => button.tabIndex === 0)) this.#stopAt(visible[0]);
  }

  get #visible(): HTMLElement[] {
    return Object.values(this.#buttons).filter((button) => button.getClientRects().length > 0);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const all = this.#visible;
    const now = all.indexOf(event.target as HTMLElement);
    const step = getComputedStyle(this.#bar).direction === 'rtl' ? -1 : 1;
    const to = { ArrowRight: now + step, ArrowLeft: now - step, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || now < 0) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  }

  /** The Tab key comes back to where it was. */
  #stopAt(target: HTMLElement | undefined): void {
    if (!target) return;
    for (const button of Object.values(this.#buttons)) button.tabIndex = button === target ? 0 : -1;
  }
}
