// How do the article and its picture speak with each other? Links of the text drive the picture, the picture marks the
// text, the address keeps the view. Without scripts the same links lead to the same places in the text.

import type { TurningPointElement } from './element.ts';
import { readFragment, writeFragment, type View } from './fragment.ts';
import { keepOffline } from './offline.ts';

/** Browsers refuse an address that changes with every frame of a drag. */
const kSettleMs = 250;

class Page {
  readonly #element: TurningPointElement;
  /** The view that the story opens with: an address that nobody changed stays as it came. */
  #first = '';
  /** The anchor that the reader followed last: it stays in the address until the picture is used again. */
  #anchor = '';
  /** The view that the page was opened with, where it was asked for one. */
  #asked = '';
  /** What is on besides date and selection. */
  #modes = '';
  /** While the picture follows an address: what a step of a tour switches on belongs to the address that named it. */
  #isFollowing = false;
  #isReady = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: TurningPointElement) {
    this.#element = element;
    // `?tour=4&mode=present` means the same as behind a #: a link that was typed or printed.
    const named = readFragment(location.hash) ? location.hash : `#${location.search.slice(1)}`;
    const asked = readFragment(named);
    if (asked) this.#asked = named;
    if (asked?.select) element.setAttribute('select', asked.select);
    if (asked?.at) element.setAttribute('at', asked.at);
    element.addEventListener('tp-ready', () => this.#ready());
    element.addEventListener('tp-error', () => this.#failed());
    // The same file as the page's own script tag, which has nobody to tell that it never came.
    const script = element.dataset['script'];
    if (script) import(new URL(script, document.baseURI).href).catch(() => this.#neverCame());
    element.addEventListener('tp-select', () => this.#mark());
    element.addEventListener('tp-change', () => this.#changed());
    for (const name of ['pointerdown', 'keydown'] as const) element.addEventListener(name, () => (this.#anchor = ''), { passive: true });
    // Not hashchange, which comes later than the new address: in between the address would name one view and the picture
    // show another.
    window.addEventListener('popstate', () => this.#addressChanged());
    document.addEventListener('click', (event) => this.#clicked(event));
  }

  #failed(): void {
    this.#isReady = false;
    document.documentElement.classList.add('apart'); // nothing comes to stand beside the text
    this.#element.classList.add('settled');
  }

  /** Nobody else is there to say it. */
  #neverCame(): void {
    this.#failed();
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    line.textContent = 'The interactive picture could not be downloaded. All of it is in the text below; to try again, reload the page.';
    this.#element.querySelector('.opening')?.before(line);
  }

  #ready(): void {
    this.#isReady = true;
    // The picture has its own height now: the place that the style sheet kept for it is no longer needed.
    this.#element.classList.add('settled');
    this.#first = this.#element.view;
    this.#modes = modesIn(this.#first);
    if (this.#asked && modesIn(this.#asked)) this.#element.view = this.#asked;
    this.#mark();
    const worker = this.#element.dataset['worker'];
    if (worker) keepOffline(worker).catch((error: unknown) => console.warn('turning-point:', error));
  }

  #changed(): void {
    if (!this.#isReady) return;
    if (this.#isFollowing) this.#modes = modesIn(this.#element.view);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#remember(), kSettleMs);
  }

  /** What is still to be remembered belongs to this step of the history, not to the next one. */
  #rememberNow(): void {
    if (this.#timer !== undefined) this.#remember();
  }

  /**
   * Moving about is no new step in the history: Back leaves the picture, as on any page. Switching something on or off (a
   * comparison, a filter, a tour) is one, so that Back undoes it.
   */
  #remember(): void {
    this.#forget();
    const hash = this.#element.view;
    const untouched = hash === this.#first && !readFragment(location.hash);
    if (untouched || hash === location.hash || (this.#anchor && location.hash === this.#anchor)) return;
    const modes = modesIn(hash);
    const address = hash || location.pathname + location.search;
    if (modes === this.#modes) history.replaceState(history.state, '', address);
    else history.pushState(null, '', address);
    this.#modes = modes;
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #addressChanged(): void {
    // It was to be remembered in the step that has been left: written now, it would overwrite the one just reached.
    this.#forget();
    // An address that names nothing is the one that the story opens with.
    const view = readFragment(location.hash || this.#first);
    if (view && this.#isReady) this.#show(view);
  }

  #clicked(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-turning-point]') : null;
    const isPlain = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || !this.#isReady) return;
    this.#rememberNow();
    const view = readFragment(link.hash);
    if (!view) {
      // The text is where this link leads; the picture follows it.
      this.#anchor = link.hash;
      this.#element.goTo(decodeURIComponent(link.hash.slice(1)));
      return;
    }
    event.preventDefault();
    if (link.hash !== location.hash) history.pushState(null, '', link.hash);
    this.#show(view);
    this.#element.scrollIntoView({ block: 'nearest' });
  }

  #show(view: View): void {
    const hash = writeFragment(view);
    this.#modes = modesIn(hash);
    this.#isFollowing = true;
    this.#element.view = hash || '#select=';
    void this.#element.whenIdle().then(() => (this.#isFollowing = false));
  }

  #mark(): void {
    const id = this.#element.state.select;
    for (const marked of document.querySelectorAll('main [id][aria-current]')) marked.removeAttribute('aria-current');
    // What stands in the text has the story's ids; the page's own begin with what no id of a story can.
    const place = id ? document.getElementById(id) : null;
    if (place?.closest('main')) place.setAttribute('aria-current', 'true');
  }
}

/** Which parts of a view are on, whatever their values. */
function modesIn(hash: string): string {
  const view = readFragment(hash);
  return view ? Object.keys(view).filter((key) => key !== 'at' && key !== 'select').sort().join() : '';
}

/** What is far down the page asks for its script when the reader comes near. */
function whenNear(target: Element | null, load: () => Promise<unknown>): void {
  if (!target) return;
  const near = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    near.disconnect();
    load().catch((error: unknown) => console.error('turning-point:', error)); // the text there works without
  }, { rootMargin: '50% 0px' });
  near.observe(target);
}

const element = document.querySelector<TurningPointElement>('turning-point');
if (element) new Page(element);
const story = document.querySelector('#_story');
// As wide as the style sheet has it: beside the text there must be room for the picture.
const wide = matchMedia('(min-width: 1200px)');
const follow = async () => {
  if (!element || !story) return;
  // Where its script never comes there is nothing to follow.
  await customElements.whenDefined('turning-point');
  (await import('./page/follow.ts')).followText(element, story, wide);
};
if (wide.matches) whenNear(story, follow);
else wide.addEventListener('change', () => whenNear(story, follow), { once: true });
whenNear(document.querySelector('.quiz'), async () => (await import('./page/quiz.ts')).askQuestions(document));
