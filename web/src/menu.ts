// How does a menu behave? A button that opens a list of things to do or to switch, after the WAI-ARIA menu button pattern:
// arrows walk, letters jump, Escape goes back to the button, Tab goes on.

import { h, icon } from './dom.ts';
import { kIcons, type IconName } from './icons.ts';

export type MenuEntry =
  | { kind: 'action'; label: string; icon?: IconName; keys?: string; run: () => void }
  | { kind: 'check'; label: string; checked: boolean; run: () => void }
  | { kind: 'choice'; label: string; options: { label: string; lang?: string; checked: boolean; run: () => void }[] }
  | { kind: 'line' };

/** Room that is left to the widget's edge. */
const kMarginPx = 8;

export class Menu {
  readonly element: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #bounds: HTMLElement;
  readonly #entries: () => MenuEntry[];

  /** `bounds`: what the menu must not stick out of. */
  constructor(button: HTMLButtonElement, bounds: HTMLElement, label: string, entries: () => MenuEntry[]) {
    this.#button = button;
    this.#bounds = bounds;
    this.#entries = entries;
    this.element = h('div', { class: 'menu', part: 'menu', role: 'menu', id: 'more-menu', 'aria-label': label, hidden: true });
    button.setAttribute('aria-haspopup', 'menu');
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => (this.isOpen ? this.close(true) : this.open('first')));
    button.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      event.stopPropagation();
      this.open(event.key === 'ArrowDown' ? 'first' : 'last');
    });
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.element.addEventListener('focusout', (event) => {
      const to = event.relatedTarget;
      if (to instanceof Node && (this.element.contains(to) || to === button)) return;
      this.close(false);
    });
    // Keeps the focus where it is: a press on the button would blur the menu first and then open it again.
    button.addEventListener('pointerdown', (event) => this.isOpen && event.preventDefault());
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  open(end: 'first' | 'last'): void {
    this.element.replaceChildren(...this.#entries().map((entry) => this.#node(entry)));
    this.element.hidden = false;
    this.#button.setAttribute('aria-expanded', 'true');
    this.#button.setAttribute('aria-controls', this.element.id);
    this.#place();
    this.#items.at(end === 'first' ? 0 : -1)?.focus({ preventScroll: true });
  }

  close(returnFocus: boolean): void {
    if (!this.isOpen) return;
    if (returnFocus) this.#button.focus({ preventScroll: true });
    this.element.hidden = true;
    this.#button.setAttribute('aria-expanded', 'false');
    this.#button.removeAttribute('aria-controls');
  }

  /** Below the button, or above it where there is more room. */
  #place(): void {
    const bounds = this.#bounds.getBoundingClientRect();
    const button = this.#button.getBoundingClientRect();
    const below = bounds.bottom - button.bottom - kMarginPx;
    const above = button.top - bounds.top - kMarginPx;
    const up = below < Math.min(this.element.scrollHeight, above);
    this.element.classList.toggle('up', up);
    this.element.style.maxHeight = `${Math.max(120, (up ? above : below) - kMarginPx)}px`;
  }

  get #items(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  }

  #node(entry: MenuEntry): HTMLElement {
    switch (entry.kind) {
      case 'line': return h('div', { class: 'menu-line', role: 'separator' });
      case 'action': return this.#item('menuitem', entry.label, null, entry.run, entry.icon, entry.keys);
      case 'check': return this.#item('menuitemcheckbox', entry.label, entry.checked, entry.run);
      case 'choice': return h('div', { class: 'menu-group', role: 'group', 'aria-label': entry.label },
        h('p', { class: 'menu-title', 'aria-hidden': 'true' }, entry.label),
        ...entry.options.map(({ label, lang, checked, run }) => this.#item('menuitemradio', label, checked, run, undefined, undefined, lang)));
    }
  }

  #item(role: string, label: string, checked: boolean | null, run: () => void, sign?: IconName, keys?: string, lang?: string): HTMLElement {
    const mark = checked === true ? icon('menu-sign', ...kIcons.check) : sign ? icon('menu-sign', ...kIcons[sign]) : h('span', { class: 'menu-sign' });
    const item = h('button', {
      type: 'button', class: 'menu-item', role, tabindex: -1, 'aria-checked': checked === null ? null : String(checked),
      'aria-keyshortcuts': keys,
    }, mark, h('span', { class: 'menu-label', lang }, label), keys ? h('kbd', { 'aria-hidden': 'true' }, keys) : null);
    item.addEventListener('click', () => {
      // First back to the button: whatever is opened takes the focus from there and gives it back there.
      this.close(true);
      run();
    });
    return item;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    if (event.key === 'Tab') return this.close(true); // and on from there
    if (event.key === 'Escape') {
      event.preventDefault();
      return this.close(true);
    }
    const items = this.#items;
    const now = items.indexOf((this.element.getRootNode() as ShadowRoot).activeElement as HTMLElement);
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: items.length - 1 }[event.key] ?? this.#startingWith(event.key, items, now);
    if (to === null) return;
    event.preventDefault();
    items[(to + items.length) % items.length]?.focus();
  }

  /** The next item whose words begin with that letter. */
  #startingWith(key: string, items: HTMLElement[], now: number): number | null {
    if (key.length !== 1 || key === ' ') return null;
    const order = items.map((_, i) => (now + 1 + i) % items.length);
    return order.find((i) => items[i]?.textContent?.toLowerCase().startsWith(key.toLowerCase())) ?? null;
  }
}
