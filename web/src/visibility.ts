// Can anybody see the picture? False off screen and in a hidden tab.

export class VisibilityWatcher {
  readonly #changed: (visible: boolean) => void;
  readonly #observer: IntersectionObserver;
  #onScreen = true;
  #visible = true;

  constructor(element: Element, changed: (visible: boolean) => void) {
    this.#changed = changed;
    this.#observer = new IntersectionObserver((entries) => {
      this.#onScreen = entries.at(-1)?.isIntersecting ?? this.#onScreen;
      this.#update();
    });
    this.#observer.observe(element);
    document.addEventListener('visibilitychange', this.#update);
  }

  disconnect(): void {
    this.#observer.disconnect();
    document.removeEventListener('visibilitychange', this.#update);
  }

  readonly #update = () => {
    const visible = this.#onScreen && document.visibilityState === 'visible';
    if (visible === this.#visible) return;
    this.#visible = visible;
    this.#changed(visible);
  };
}
