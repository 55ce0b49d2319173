// How is a reader told what a gesture needs? One line over the picture that goes by itself.

const kShownMs = 1600;

export class Hint {
  readonly #element: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  show(words: string): void {
    this.#element.textContent = words;
    this.#element.dataset['shown'] = '';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), kShownMs);
  }

  hide(): void {
    clearTimeout(this.#timer);
    delete this.#element.dataset['shown'];
  }
}
