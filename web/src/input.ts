// Which gesture belongs to the picture and which to the page? Takes what is the picture's and leaves the rest alone:
// no listener stands outside the element, and nothing is prevented that the program did not use.

import type { ProgramInput } from './program.ts';

// The order of src/app/input_event.hpp.
const kType = { down: 0, move: 1, up: 2, cancel: 3, leave: 4, wheel: 5, pinch: 6, key: 7 } as const;
const kPane = { timeline: 1, map: 2 } as const;
const kPointer: Record<string, number> = { mouse: 0, touch: 1, pen: 2 };
const kKey: Record<string, number> = {
  ArrowLeft: 1, ArrowRight: 2, ArrowUp: 3, ArrowDown: 4, Home: 5, End: 6, Enter: 7, Escape: 8, ' ': 9,
  '+': 10, '=': 10, '-': 11, '0': 12, ',': 13, '.': 14, F3: 15,
};
const kDoubleClickMs = 400;
const kDoubleClickPx = 8;
/** A finger that moves less is a tap. */
const kTapPx = 10;
const kLinePx = 16;

export interface InputTarget {
  canvas: HTMLCanvasElement;
  /** The parts of the canvas that take the focus. */
  map: HTMLElement;
  timeline: HTMLElement;
  /** True where the program used it. */
  send: (event: ProgramInput) => boolean;
  entered: (entered: boolean, by: 'pointer' | 'key' | 'leave', pane: HTMLElement) => void;
  hint: (kind: 'zoom' | 'touch') => void;
  greedy: () => boolean;
  /** CSS pixels of the window in one of the program's. */
  zoom: () => number;
}

interface Finger {
  x: number;
  y: number;
  startX: number;
  startY: number;
}

export class Input {
  readonly #target: InputTarget;
  readonly #listening = new AbortController();
  readonly #fingers = new Map<number, Finger>();
  #entered = false;
  #dragging = -1;
  #lastDown = { at: -Infinity, x: 0, y: 0, clicks: 0 };
  #pinch: { x: number; y: number; distance: number } | null = null;

  constructor(target: InputTarget) {
    this.#target = target;
    const { canvas } = target;
    const { signal } = this.#listening;
    const on = <K extends keyof HTMLElementEventMap>(name: K, listener: (event: HTMLElementEventMap[K]) => void, passive = true) =>
      canvas.addEventListener(name, listener, { signal, passive });
    on('pointerdown', (event) => this.#down(event));
    on('pointermove', (event) => this.#move(event));
    on('pointerup', (event) => this.#up(event));
    on('pointercancel', (event) => this.#cancel(event));
    on('pointerleave', (event) => event.pointerType === 'mouse' && this.#send(kType.leave, event));
    // Else the browser would take the focus away again, to whatever around the canvas can have it.
    on('mousedown', (event) => event.preventDefault(), false);
    on('wheel', (event) => this.#wheel(event), false);
    on('touchstart', (event) => this.#touch(event), false);
    on('touchmove', (event) => this.#touch(event), false);
    for (const pane of [target.timeline, target.map]) {
      pane.addEventListener('keydown', (event) => this.#key(event, pane), { signal });
      pane.addEventListener('blur', () => this.#setEntered(false, 'leave', pane), { signal });
    }
  }

  disconnect(): void {
    this.#listening.abort();
  }

  /** Whether arrows and the wheel are the picture's now. */
  get isEntered(): boolean {
    return this.#entered;
  }

  #setEntered(entered: boolean, by: 'pointer' | 'key' | 'leave', pane: HTMLElement): void {
    if (entered === this.#entered) return;
    this.#entered = entered;
    this.#target.entered(entered, by, pane);
  }

  #point(event: MouseEvent): { x: number; y: number } {
    const frame = this.#target.canvas.getBoundingClientRect();
    const zoom = this.#target.zoom();
    return { x: (event.clientX - frame.x) / zoom, y: (event.clientY - frame.y) / zoom };
  }

  #send(type: number, event: PointerEvent, more: Partial<ProgramInput> = {}): boolean {
    return this.#target.send({
      type, pointer: kPointer[event.pointerType] ?? 0, ...this.#point(event),
      shift: event.shiftKey, zoomModifier: event.ctrlKey || event.metaKey, ...more,
    });
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const pane = this.#isOnMap(event.clientX, event.clientY) ? this.#target.map : this.#target.timeline;
    pane.focus({ preventScroll: true });
    this.#setEntered(true, 'pointer', pane);
    const point = this.#point(event);
    if (event.pointerType === 'touch') {
      this.#fingers.set(event.pointerId, { ...point, startX: point.x, startY: point.y });
      if (this.#fingers.size === 2) return this.#beginPinch(event);
      if (this.#fingers.size > 2) return;
    }
    const clicks = this.#countClicks(event, point);
    if (!this.#send(kType.down, event, { clicks })) return;
    this.#dragging = event.pointerId;
    try {
      this.#target.canvas.setPointerCapture(event.pointerId);
    } catch {
      // A pointer that a script made up, or one that is gone already: the drag then ends at the edge.
    }
  }

  #move(event: PointerEvent): void {
    const finger = this.#fingers.get(event.pointerId);
    if (finger) {
      Object.assign(finger, this.#point(event));
      if (this.#pinch) return this.#continuePinch(event);
      if (this.#leavesMapToPage(finger)) return this.#giveUp(event);
      if (event.pointerId !== this.#dragging) return;
    }
    this.#send(kType.move, event);
  }

  #up(event: PointerEvent): void {
    const wasFinger = this.#fingers.delete(event.pointerId);
    if (this.#pinch) {
      if (this.#fingers.size < 2) this.#pinch = null;
      return;
    }
    if (wasFinger && event.pointerId !== this.#dragging) return;
    this.#dragging = -1;
    this.#send(kType.up, event);
  }

  #cancel(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
    if (this.#fingers.size < 2) this.#pinch = null;
    if (event.pointerId !== this.#dragging) return;
    this.#dragging = -1;
    this.#send(kType.cancel, event);
  }

  #countClicks(event: PointerEvent, { x, y }: { x: number; y: number }): number {
    const last = this.#lastDown;
    const near = Math.hypot(x - last.x, y - last.y) < kDoubleClickPx;
    const clicks = near && event.timeStamp - last.at < kDoubleClickMs ? last.clicks + 1 : 1;
    this.#lastDown = { at: event.timeStamp, x, y, clicks };
    return clicks;
  }

  /** One finger on the map moves the page, not the map: whoever meant the map is told how. */
  #leavesMapToPage(finger: Finger): boolean {
    if (this.#target.greedy() || this.#dragging < 0) return false;
    const frame = this.#target.canvas.getBoundingClientRect();
    const zoom = this.#target.zoom();
    const onMap = this.#isOnMap(finger.startX * zoom + frame.x, finger.startY * zoom + frame.y);
    return onMap && Math.hypot(finger.x - finger.startX, finger.y - finger.startY) > kTapPx;
  }

  #isOnMap(x: number, y: number): boolean {
    const map = this.#target.map.getBoundingClientRect();
    return x >= map.left && x < map.right && y >= map.top && y < map.bottom;
  }

  #giveUp(event: PointerEvent): void {
    this.#dragging = -1;
    this.#send(kType.cancel, event);
    this.#target.hint('touch');
  }

  #beginPinch(event: PointerEvent): void {
    if (this.#dragging >= 0) this.#send(kType.cancel, event);
    this.#dragging = -1;
    this.#pinch = this.#spread();
  }

  #continuePinch(event: PointerEvent): void {
    const before = this.#pinch;
    const now = this.#spread();
    if (!before || !now) return;
    this.#pinch = now;
    this.#send(kType.pinch, event, {
      x: now.x, y: now.y,
      pinch: before.distance > 0 ? now.distance / before.distance : 1,
      wheelX: now.x - before.x, wheelY: now.y - before.y,
    });
  }

  /** The middle of two fingers and how far they are apart. */
  #spread(): { x: number; y: number; distance: number } | null {
    const [a, b] = [...this.#fingers.values()];
    if (!a || !b) return null;
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, distance: Math.hypot(a.x - b.x, a.y - b.y) };
  }

  /** Two fingers are the picture's; one is the page's as far as `touch-action` lets it be. */
  #touch(event: TouchEvent): void {
    if (event.cancelable && event.targetTouches.length >= 2) event.preventDefault();
  }

  #wheel(event: WheelEvent): void {
    const isOurs = this.#entered || this.#target.greedy();
    const isUpright = Math.abs(event.deltaY) >= Math.abs(event.deltaX) && !event.shiftKey;
    const zoomModifier = event.ctrlKey || event.metaKey || (isOurs && isUpright);
    if (!zoomModifier && !isOurs) {
      this.#target.hint('zoom');
      return;
    }
    const scale = event.deltaMode === 1 ? kLinePx : event.deltaMode === 2 ? this.#target.canvas.clientHeight : 1;
    const used = this.#target.send({
      type: kType.wheel, ...this.#point(event), wheelX: event.deltaX * scale, wheelY: event.deltaY * scale,
      shift: event.shiftKey, zoomModifier,
    });
    if (used) event.preventDefault();
  }

  #key(event: KeyboardEvent, pane: HTMLElement): void {
    // The host's and the browser's shortcuts, and letters that are still being composed.
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const key = kKey[event.key];
    if (key === undefined) return;
    if (!this.#entered) {
      if (event.key !== 'Enter') return;
      this.#setEntered(true, 'key', pane);
      event.preventDefault();
      return;
    }
    // The way out is one press and costs nothing: what is selected stays so.
    if (event.key === 'Escape') return this.#setEntered(false, 'leave', pane);
    const used = this.#target.send({ type: kType.key, key, shift: event.shiftKey, pane: pane === this.#target.map ? kPane.map : kPane.timeline });
    if (used) event.preventDefault();
  }
}
