// When is a frame drawn? Only when one was asked for, and only while somebody can see it.

export class FrameLoop {
  readonly #draw: (nowMs: number) => boolean;
  #animation = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wanted = false;
  #visible = true;
  #stopped = false;
  #lastMs = 0;
  #waiting: (() => void)[] = [];

  /** `draw` says whether it wants another frame at once. */
  constructor(draw: (nowMs: number) => boolean) {
    this.#draw = draw;
  }

  /** A frame at the next occasion, or in `delayMs` where nothing moves before. */
  request(delayMs = 0): void {
    if (this.#stopped) return;
    if (delayMs > 20) return this.#requestLater(delayMs);
    this.#wanted = true;
    if (this.#visible && !this.#animation) this.#animation = requestAnimationFrame((now) => this.#tick(now));
  }

  /** A frame in this very moment: a resized canvas is empty until one is drawn. */
  drawNow(evenUnseen = false): void {
    if (this.#stopped) return;
    if (!this.#visible && !evenUnseen) return this.request();
    cancelAnimationFrame(this.#animation);
    this.#animation = 0;
    this.#tick(performance.now());
  }

  set visible(visible: boolean) {
    if (visible === this.#visible) return;
    this.#visible = visible;
    if (visible && this.#wanted) this.request();
    if (!visible) {
      cancelAnimationFrame(this.#animation);
      this.#animation = 0;
      clearTimeout(this.#timer);
      if (this.#timer !== undefined) this.#wanted = true;
      this.#timer = undefined;
      this.#settle();
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#wanted = false;
    cancelAnimationFrame(this.#animation);
    clearTimeout(this.#timer);
    this.#animation = 0;
    this.#timer = undefined;
    this.#settle();
  }

  /** A frame was asked for that nobody would see. */
  get withheld(): boolean {
    return !this.#visible && this.#wanted;
  }

  get idle(): boolean {
    return !this.#animation && this.#timer === undefined;
  }

  whenIdle(): Promise<void> {
    return this.idle ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  #requestLater(delayMs: number): void {
    if (this.#animation) return;
    if (!this.#visible) {
      this.#wanted = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.request();
    }, delayMs);
  }

  #tick(nowMs: number): void {
    this.#animation = 0;
    this.#wanted = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // The time of an animation frame lies a little before the time of the clock: never let it run backwards.
    this.#lastMs = Math.max(this.#lastMs, nowMs);
    const again = this.#draw(this.#lastMs);
    if (again) this.request();
    this.#settle();
  }

  #settle(): void {
    if (!this.idle) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
