// How does the picture follow the text? In wide windows it stands beside the story while that is read, and shows the event that
// the reader has reached, both ways. Whoever takes hold of the picture, or asks for something by a link or with Back, keeps it
// until the text is scrolled again.

import type { TurningPointElement } from '../element.ts';

/** An event counts as reached in this band of the window. */
const kReading = '-28% 0px -62% 0px';
/** Events that are scrolled past faster than this are not shown one by one. */
const kSettleMs = 120;

export function followText(element: TurningPointElement, story: Element, wide: MediaQueryList): void {
  const slot = element.parentElement;
  const wish = document.querySelector<HTMLInputElement>('.follow input');
  if (!slot || !wish) return;
  const seen = new Set<Element>();
  const reached = new Set<Element>();
  let isHeld = false;
  let shown = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isBeside = () => element.classList.contains('beside');
  const stand = () => {
    const beside = wish.checked && wide.matches && seen.has(story) && !seen.has(slot) && element.state.mode !== 'present';
    if (beside === isBeside()) return;
    // Its place is kept, so that no line of the text moves.
    slot.style.height = beside ? `${slot.offsetHeight}px` : '';
    element.classList.toggle('beside', beside);
    if (beside) follow();
  };
  const follow = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const event = [...reached].at(-1);
      const { tour, mode, compare, trace } = element.state;
      const isBusy = tour || mode || compare || trace;
      if (!event || event.id === shown || isHeld || isBusy || !isBeside()) return;
      shown = event.id;
      element.goTo(event.id);
    }, kSettleMs);
  };

  const places = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) seen[isIntersecting ? 'add' : 'delete'](target);
    stand();
  });
  places.observe(slot);
  places.observe(story);
  const reading = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) reached[isIntersecting ? 'add' : 'delete'](target);
    follow();
  }, { rootMargin: kReading });
  for (const event of story.querySelectorAll('.event')) reading.observe(event);

  const hold = () => {
    clearTimeout(timer);
    isHeld = true;
  };
  for (const name of ['pointerdown', 'keydown'] as const) element.addEventListener(name, hold, { passive: true });
  // The page moves to where a link leads, and so past other events.
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[data-turning-point]')) hold();
  });
  window.addEventListener('popstate', hold);
  const release = (event: Event) => {
    if (!isHeld || event.composedPath().includes(element)) return;
    isHeld = false;
    shown = '';
    follow();
  };
  for (const name of ['wheel', 'touchmove', 'keydown'] as const) document.addEventListener(name, release, { passive: true });
  // The bar at the window's edge belongs to no element of the text.
  document.addEventListener('pointerdown', (event) => event.target === document.documentElement && release(event), { passive: true });
  element.addEventListener('tp-error', () => {
    wish.checked = false;
    apply();
  });
  const apply = () => {
    document.documentElement.classList.toggle('apart', !wish.checked);
    stand();
  };
  wish.addEventListener('change', apply);
  wide.addEventListener('change', stand);
}
