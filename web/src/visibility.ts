// Can anybody see the picture? False off screen and in a hidden tab.

export class VisibilityWatcher {
  readonly #changed: (visible: boolean) => void;
  readonly #observer: IntersectionObserver;
  readonly #element: Element;
  #onScreen = true;
  #visible = true;

  constructor(element: Element, changed: (visible: boolean) => void) {
    this.#element = element;
    this.#changed = changed;
    this.#observer = new IntersectionObserver((entries) => this.#heard(entries));
    this.#observer.observe(element);
    document.addEventListener('visibilitychange', this.#update);
  }

  /** Settles once what has been scrolled until now is known: the browser says it with its next frame, and not before. */
  whenKnown(): Promise<void> {
    if (document.visibilityState !== 'visible') return Promise.resolve();
    return new Promise((resolve) => {
      const once = new IntersectionObserver((entries) => {
        once.disconnect();
        this.#heard(entries);
        resolve();
      });
      once.observe(this.#element);
    });
  }

  disconnect(): void {
    this.#observer.disconnect();
    document.removeEventListener('visibilitychange', this.#update);
  }

  #heard(entries: IntersectionObserverEntry[]): void {
    this.#onScreen = entries.at(-1)?.isIntersecting ?? this.#onScreen;
    this.#update();
  }

  readonly #update = () => {
    const visible = this.#onScreen && document.visibilityState === 'visible';
    if (visible === this.#visible) return;
    this.#visible = visible;
    this.#changed(visible);
  };
}
