// Is that finger turning the card over? A swipe to the side on the card is previous or next; the buttons do the same.

const kLeastPx = 56;
/** How much more sideways than down it must go, so that scrolling is never taken for it. */
const kSideways = 2;

export function watchSwipe(card: HTMLElement, turn: (way: 'previous' | 'next') => void, signal: AbortSignal): void {
  let start: { id: number; x: number; y: number } | null = null;
  card.addEventListener('pointerdown', (event) => {
    start = event.pointerType === 'touch' && event.isPrimary ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null;
  }, { signal, passive: true });
  card.addEventListener('pointercancel', () => (start = null), { signal, passive: true });
  card.addEventListener('pointerup', (event) => {
    if (!start || event.pointerId !== start.id) return;
    const dx = event.clientX - start.x;
    const dy = event.clientY - start.y;
    start = null;
    if (Math.abs(dx) < kLeastPx || Math.abs(dx) < kSideways * Math.abs(dy)) return;
    turn(dx < 0 ? 'next' : 'previous');
  }, { signal, passive: true });
}
