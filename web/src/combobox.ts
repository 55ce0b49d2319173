// How does one choose from many by typing? A text field with a list, after the WAI-ARIA combobox pattern: the focus stays in
// the field, arrows walk the list, Enter takes, Escape goes back one step.

import { h, type Child } from './dom.ts';

export interface Option {
  key: string;
  /** What stands in the row; text only where that is all. */
  content: Child[];
  attributes?: Record<string, string>;
}

export interface OptionGroup {
  title: string;
  options: Option[];
}

export interface ComboboxOptions {
  /** Unique within the shadow root. */
  id: string;
  label: string;
  placeholder?: string;
  /** The list opens as soon as there is something in it, and stays. */
  always?: boolean;
  typed: (text: string) => void;
  pick: (key: string) => void;
  /** Escape with nothing left to close or to clear. */
  left?: () => void;
}

export class Combobox {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly #options: ComboboxOptions;
  #rows: HTMLElement[] = [];
  #active = -1;

  constructor(options: ComboboxOptions) {
    this.#options = options;
    const { id, label, placeholder } = options;
    this.list = h('div', { class: 'options', role: 'listbox', id: `${id}-list`, 'aria-label': label, hidden: true });
    this.input = h('input', {
      class: 'field', id, type: 'text', role: 'combobox', 'aria-label': label, 'aria-autocomplete': 'list', 'aria-expanded': 'false',
      'aria-controls': `${id}-list`, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'go', placeholder,
    });
    this.input.addEventListener('input', () => options.typed(this.input.value));
    this.input.addEventListener('keydown', (event) => this.#key(event));
    // A press on a row must not take the focus from the field.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const row = (event.target as Element).closest<HTMLElement>('[role="option"]');
      if (row) this.#take(row);
    });
    if (!options.always) this.input.addEventListener('blur', () => this.show([]));
  }

  /** The key of the row that Enter would take. */
  get activeKey(): string {
    return this.#rows[this.#active]?.dataset['key'] ?? '';
  }

  get isOpen(): boolean {
    return !this.list.hidden;
  }

  /** Puts the groups in place of what was there; an empty list is closed. Enter takes the first row, or the one `kept`. */
  show(groups: OptionGroup[], kept = ''): void {
    this.#rows = [];
    const nodes = groups.map(({ title, options }, g) => {
      const rows = options.map(({ key, content, attributes }) => {
        const row = h('div', { ...attributes, class: 'option', role: 'option', id: `${this.#options.id}-${this.#rows.length}`, 'data-key': key, 'aria-selected': 'false' }, ...content);
        this.#rows.push(row);
        return row;
      });
      if (!title) return rows;
      const titleId = `${this.#options.id}-group-${g}`;
      return [h('div', { class: 'option-group', role: 'group', 'aria-labelledby': titleId },
        h('div', { class: 'option-title', id: titleId, role: 'presentation' }, title), ...rows)];
    });
    this.list.replaceChildren(...nodes.flat());
    this.list.hidden = this.#rows.length === 0;
    this.input.setAttribute('aria-expanded', String(!this.list.hidden));
    this.list.scrollTop = 0;
    this.#active = -1;
    this.#activate(Math.max(this.#rows.findIndex((row) => row.dataset['key'] === kept), this.#rows.length > 0 ? 0 : -1));
  }

  #activate(index: number): void {
    this.#rows[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const row = this.#rows[index];
    if (!row) return this.input.removeAttribute('aria-activedescendant');
    row.setAttribute('aria-selected', 'true');
    this.input.setAttribute('aria-activedescendant', row.id);
    reveal(row, this.list);
  }

  #take(row: HTMLElement): void {
    this.#options.pick(row.dataset['key'] ?? '');
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const last = this.#rows.length - 1;
    switch (event.key) {
      case 'ArrowDown':
        if (!this.isOpen) this.#options.typed(this.input.value);
        else this.#activate(this.#active >= last ? 0 : this.#active + 1);
        break;
      case 'ArrowUp':
        if (!this.isOpen) return;
        this.#activate(this.#active <= 0 ? last : this.#active - 1);
        break;
      case 'PageDown':
      case 'PageUp': {
        if (!this.isOpen) return;
        const by = event.key === 'PageDown' ? 8 : -8;
        this.#activate(Math.max(0, Math.min(last, this.#active + by)));
        break;
      }
      case 'Enter': {
        const row = this.#rows[this.#active];
        if (row) this.#take(row);
        break;
      }
      case 'Escape':
        if (this.isOpen && !this.#options.always) this.show([]);
        else if (this.input.value) {
          this.input.value = '';
          this.#options.typed('');
        } else if (this.#options.left) this.#options.left();
        else return;
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Without scrolling the page, as scrollIntoView would. */
function reveal(row: HTMLElement, list: HTMLElement): void {
  const box = row.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (box.top < frame.top) list.scrollTop += box.top - frame.top - 28;
  else if (box.bottom > frame.bottom) list.scrollTop += box.bottom - frame.bottom + 4;
}
