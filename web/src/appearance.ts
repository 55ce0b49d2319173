// Light or dark, still or moving, in whose colours? Asked of the attribute, the reader's system and the host's CSS.

import type { Command } from './types.ts';

type Appearance = Extract<Command, { type: 'appearance' }>;

const kQueries = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(forced-colors: active)'] as const;

export class AppearanceWatcher {
  readonly #lists: MediaQueryList[];
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#lists = kQueries.map((query) => matchMedia(query));
    for (const list of this.#lists) list.addEventListener('change', changed);
  }

  disconnect(): void {
    for (const list of this.#lists) list.removeEventListener('change', this.#changed);
  }

  /** `host` carries the attribute and the custom properties; `probe` is an element inside, with the resolved theme. */
  read(host: HTMLElement, theme: 'auto' | 'light' | 'dark', probe: HTMLElement): Appearance {
    const [prefersDark, reducedMotion, forced] = this.#lists.map((list) => list.matches);
    const dark = theme === 'auto' ? prefersDark === true : theme === 'dark';
    probe.dataset['theme'] = dark ? 'dark' : 'light';
    const appearance: Appearance = { type: 'appearance', dark, reducedMotion: reducedMotion === true };
    if (forced) return withForcedColours(appearance, probe);
    const style = getComputedStyle(host);
    for (const name of ['accent', 'ink', 'paper'] as const) {
      const colour = toHex(style.getPropertyValue(`--tp-${name}`).trim());
      if (colour) appearance[name] = colour;
    }
    return appearance;
  }
}

/** The canvas cannot know system colours, so it is told their values; the style sheet hands the accent over as the caret's. */
function withForcedColours(appearance: Appearance, probe: HTMLElement): Appearance {
  const style = getComputedStyle(probe);
  const ink = toHex(style.color);
  const paper = toHex(style.backgroundColor);
  const accent = toHex(style.caretColor);
  if (ink) appearance.ink = ink;
  if (paper) appearance.paper = paper;
  if (accent) appearance.accent = accent;
  appearance.dark = !!paper && parseInt(paper.slice(1, 3), 16) < 128;
  return appearance;
}

/** `#rrggbb` of any CSS colour, null where it is none or is see-through. */
export function toHex(colour: string): string | null {
  if (!colour || !CSS.supports('color', colour)) return null;
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
  if (a < 255) return null;
  return `#${[r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
