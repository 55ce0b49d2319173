// How does the picture fill the screen, and how does the page get its place back? Full screen where the browser gives it,
// else the whole window; whatever stands beside the element waits meanwhile.

/** Stronger than anything that a page says of the element: it is the whole window now. */
const kWholeWindow = `:host{position:fixed!important;inset:0!important;width:100vw!important;height:100vh!important;height:100dvh!important;
max-width:none!important;max-height:none!important;min-height:0!important;margin:0!important;padding:0!important;border:0!important;z-index:2147483647!important;transform:none!important}`;

interface KeyboardLock {
  lock?: (keys: string[]) => Promise<void>;
  unlock?: () => void;
}

export class Room {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #sheet = new CSSStyleSheet();
  readonly #waiting: HTMLElement[] = [];
  readonly #listening = new AbortController();
  #isPopover = false;
  #scrollY = 0;

  /** `changed`: into full screen or out of it. */
  constructor(host: HTMLElement, root: ShadowRoot, changed: (full: boolean) => void) {
    this.#host = host;
    this.#root = root;
    this.#sheet.replaceSync(kWholeWindow);
    document.addEventListener('fullscreenchange', () => changed(this.isFull), { signal: this.#listening.signal });
  }

  get canBeFull(): boolean {
    return document.fullscreenEnabled === true && typeof this.#host.requestFullscreen === 'function';
  }

  get isFull(): boolean {
    return document.fullscreenElement === this.#host || this.#root.fullscreenElement !== null;
  }

  /** The whole window at once; `full` asks for the screen too, which a browser grants after a key or a click only. */
  enter(full: boolean): void {
    this.#scrollY = window.scrollY;
    this.#root.adoptedStyleSheets.push(this.#sheet);
    this.#makeOthersWait();
    if (full && this.canBeFull) void this.toggleFull().then(() => this.isFull || this.#rise());
    else this.#rise();
  }

  async toggleFull(): Promise<void> {
    if (this.isFull) return document.exitFullscreen();
    this.#sink(); // what floats above the page may not become the whole screen
    try {
      // Where it is known, Escape comes to us first: it leads back from exploring before it ends anything. Firefox is asked
      // for it with the screen, Chromium by itself; either passes over the other's way.
      await this.#host.requestFullscreen({ navigationUI: 'hide', keyboardLock: 'browser' } as FullscreenOptions);
      await keyboard().lock?.(['Escape']).catch(() => {});
    } catch {
      this.#rise(); // not granted: the window must do
    }
  }

  async leave(): Promise<void> {
    this.#listening.abort();
    keyboard().unlock?.();
    // First out of full screen: only then does the element stand in the page again, and the page where it was scrolled to.
    if (this.isFull) await document.exitFullscreen().catch(() => {});
    this.#sink();
    this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    for (const element of this.#waiting.splice(0)) element.inert = false;
    window.scrollTo({ top: this.#scrollY, behavior: 'instant' });
  }

  /** Above everything, whatever the page's own boxes do with fixed places inside them. */
  #rise(): void {
    if (this.#isPopover || this.isFull || typeof this.#host.showPopover !== 'function' || this.#host.hasAttribute('popover')) return;
    this.#host.setAttribute('popover', 'manual');
    try {
      this.#host.showPopover();
      this.#isPopover = true;
    } catch {
      this.#host.removeAttribute('popover');
    }
  }

  #sink(): void {
    if (!this.#isPopover) return;
    this.#isPopover = false;
    this.#host.removeAttribute('popover');
  }

  /** Neither Tab nor a screen reader leads behind what fills the window. */
  #makeOthersWait(): void {
    let inside: Element = this.#host;
    for (;;) {
      const parent: ParentNode | null = inside.parentNode instanceof ShadowRoot ? inside.parentNode : inside.parentElement;
      if (!parent) return;
      for (const sibling of parent.children) {
        if (sibling === inside || !(sibling instanceof HTMLElement) || sibling.inert) continue;
        sibling.inert = true;
        this.#waiting.push(sibling);
      }
      if (parent === document.body) return;
      inside = parent instanceof ShadowRoot ? parent.host : parent as Element;
    }
  }
}

function keyboard(): KeyboardLock {
  return (navigator as { keyboard?: KeyboardLock }).keyboard ?? {};
}
