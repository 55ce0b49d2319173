// How large is everything? Chooses the layout by the element's own size, keeps the canvas sharp, measures the panes.

import { defaultHeight, layoutKind } from './layout_kind.ts';
import type { Box, Command, LayoutKind } from './types.ts';

const kProbePx = 4000;

export interface Places {
  host: HTMLElement;
  /** The rule `:host` of this element alone: weaker than anything the page says. */
  hostRule: CSSStyleRule;
  widget: HTMLElement;
  canvas: HTMLCanvasElement;
  map: HTMLElement;
  timeline: HTMLElement;
}

type Resize = Extract<Command, { type: 'resize' }>;

export class LayoutWatcher {
  readonly #places: Places;
  readonly #wish: () => 'auto' | 'wide' | 'narrow';
  readonly #changed: (resize: Resize, kindChanged: boolean) => void;
  readonly #hostObserver: ResizeObserver;
  readonly #canvasObserver: ResizeObserver;
  readonly #coarse = matchMedia('(any-pointer: coarse)');
  readonly #measureAgain = () => this.measure();
  #ratio: MediaQueryList | null = null;
  #device: { width: number; height: number } | null = null;
  #last = '';
  #kind: LayoutKind = 'wide';
  #zoom = 1;

  /** `changed` is called in the same turn as the resize, before the browser paints. */
  constructor(places: Places, wish: () => 'auto' | 'wide' | 'narrow', changed: (resize: Resize, kindChanged: boolean) => void) {
    this.#places = places;
    this.#wish = wish;
    this.#changed = changed;
    this.#hostObserver = new ResizeObserver(() => this.measure());
    this.#canvasObserver = new ResizeObserver((entries) => this.#canvasResized(entries));
  }

  connect(): void {
    this.chooseKind();
    this.#hostObserver.observe(this.#places.host);
    this.#hostObserver.observe(this.#places.map);
    this.#hostObserver.observe(this.#places.timeline);
    try {
      this.#canvasObserver.observe(this.#places.canvas, { box: 'device-pixel-content-box' });
    } catch {
      this.#canvasObserver.observe(this.#places.canvas); // WebKit knows no device pixels here
    }
    this.#coarse.addEventListener('change', this.#measureAgain);
    this.#watchRatio();
  }

  disconnect(): void {
    this.#hostObserver.disconnect();
    this.#canvasObserver.disconnect();
    this.#coarse.removeEventListener('change', this.#measureAgain);
    this.#ratio?.removeEventListener('change', this.#ratioChanged);
  }

  /** How many times larger than on a page the picture is drawn: what it is told is smaller, and its pixels are finer. */
  get zoom(): number {
    return this.#zoom;
  }

  set zoom(factor: number) {
    this.#zoom = factor;
    this.measure();
  }

  get kind(): LayoutKind {
    return this.#kind;
  }

  /** Says what changed, if anything did. */
  measure(): void {
    const kindChanged = this.chooseKind();
    const { canvas, map, timeline } = this.#places;
    const frame = canvas.getBoundingClientRect();
    if (frame.width < 1 || frame.height < 1) return;
    const dpr = window.devicePixelRatio || 1;
    const device = this.#deviceSize(frame, dpr);
    const resize: Resize = {
      type: 'resize', width: frame.width / this.#zoom, height: frame.height / this.#zoom, dpr: dpr * this.#zoom,
      touch: this.#coarse.matches, kind: this.#kind, map: boxIn(frame, map, this.#zoom), timeline: boxIn(frame, timeline, this.#zoom),
    };
    const key = JSON.stringify([resize, device]);
    if (key === this.#last) return;
    this.#last = key;
    // Setting the size empties a canvas, even if it is the same size.
    if (canvas.width !== device.width) canvas.width = device.width;
    if (canvas.height !== device.height) canvas.height = device.height;
    this.#changed(resize, kindChanged);
  }

  /** The next measure reports even if nothing changed. */
  forget(): void {
    this.#last = '';
  }

  chooseKind(): boolean {
    const { host, hostRule, widget } = this.#places;
    const width = host.clientWidth;
    const byWidth = layoutKind(width, 0, this.#wish());
    // A narrow element is as high as its content, which says nothing; only a height that the page gave can be short.
    hostRule.style.height = byWidth === 'narrow' ? `${kProbePx}px` : defaultHeight(byWidth, width);
    const kind = layoutKind(width, host.clientHeight, this.#wish());
    if (byWidth === 'narrow') hostRule.style.height = 'auto';
    const changed = widget.dataset['layout'] !== kind;
    this.#kind = kind;
    widget.dataset['layout'] = kind;
    return changed;
  }

  #canvasResized(entries: ResizeObserverEntry[]): void {
    const exact = entries.at(-1)?.devicePixelContentBoxSize?.[0];
    this.#device = exact ? { width: exact.inlineSize, height: exact.blockSize } : null;
    this.measure();
  }

  /** The observer knows to the pixel, but only after layout; until then it is computed. */
  #deviceSize(frame: DOMRect, dpr: number): { width: number; height: number } {
    const width = Math.max(1, Math.round(frame.width * dpr));
    const height = Math.max(1, Math.round(frame.height * dpr));
    const exact = this.#device;
    const fits = exact && Math.abs(exact.width - width) <= 1 && Math.abs(exact.height - height) <= 1;
    return fits ? exact : { width, height };
  }

  /** There is no event for the pixel ratio: a query for the present one says when it no longer holds. */
  #watchRatio(): void {
    this.#ratio?.removeEventListener('change', this.#ratioChanged);
    this.#ratio = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    this.#ratio.addEventListener('change', this.#ratioChanged);
  }

  readonly #ratioChanged = () => {
    this.#watchRatio();
    this.measure();
  };
}

function boxIn(frame: DOMRect, pane: HTMLElement, zoom: number): Box {
  const box = pane.getBoundingClientRect();
  if (box.width < 1 || box.height < 1) return [0, 0, 0, 0];
  return [(box.x - frame.x) / zoom, (box.y - frame.y) / zoom, box.width / zoom, box.height / zoom];
}
