// Which layout fits an element of this size, and how high is it where its page does not say?

import type { LayoutKind } from './types.ts';

export const kWideFrom = 900;
export const kMediumFrom = 600;
export const kShortBelow = 420;

/** By the container, not the window: an embed in a column of 380 px on a large screen is narrow. */
export function layoutKind(width: number, height: number, wish: 'auto' | 'wide' | 'narrow'): LayoutKind {
  if (height > 0 && height < kShortBelow) return 'short';
  if (wish !== 'auto') return wish;
  if (width >= kWideFrom) return 'wide';
  return width >= kMediumFrom ? 'medium' : 'narrow';
}

/** The height an element gets that its page gives none. Flat windows (phones on their side) get what fits. */
export function defaultHeight(kind: LayoutKind, width: number): string {
  if (kind === 'narrow') return 'auto';
  const share = kind === 'medium' ? 0.9 : 0.62;
  const least = 'min(560px, max(320px, 100svh - 16px))';
  return `clamp(${least}, min(100svh - 48px, ${Math.round(width * share)}px), 860px)`;
}
