// How does the picture become a file? Title, canvas and card on one sheet, with where and when it is from.

import { h } from './dom.ts';
import type { Frame } from './frame.ts';
import type { Card } from './types.ts';

export interface SnapshotParts {
  frame: Frame;
  /** Draws the picture anew, so that its pixels can be read in the same turn. */
  draw: () => void;
  title: string;
  question: string;
  card: Card | null;
  foot: string;
  /** Pixels across; the canvas's own without it. */
  width: number | undefined;
  type: string;
}

const kHeadPx = 66;
const kFootPx = 34;
const kEdgePx = 24;
/** From line to line, in type sizes. */
const kLeading = 1.4;

/** Rejects where the browser has no memory for it. */
export async function takeSnapshot(parts: SnapshotParts): Promise<Blob> {
  const { type, frame: { canvas, widget, side } } = parts;
  const { x: left, y: top, width, height } = canvas.getBoundingClientRect();
  const scale = parts.width ? parts.width / width : canvas.width / width;
  const sheet = h('canvas', { width: Math.round(width * scale), height: Math.round((height + kHeadPx + kFootPx) * scale) });
  const context = sheet.getContext('2d');
  if (!context) throw new Error('no canvas for a picture of the picture');
  const style = getComputedStyle(widget);
  const [ink, paper, accent, muted, line] = ['--ink', '--paper', '--accent', '--muted', '--line'].map((name) => resolved(widget, name));
  const font = (weight: number, px: number) => `${weight} ${px}px ${style.fontFamily}`;
  context.scale(scale, scale);
  context.fillStyle = paper ?? '#fff';
  context.fillRect(0, 0, width, height + kHeadPx + kFootPx);
  parts.draw();
  context.drawImage(canvas, 0, kHeadPx, width, height);
  const write = (text: string, x: number, y: number, wide: number, weight: number, px: number, colour: string | undefined, lines = 1) => {
    context.font = font(weight, px);
    context.fillStyle = colour ?? '#000';
    const rows = wrapped(text, wide, lines, (words) => context.measureText(words).width);
    rows.forEach((row, i) => context.fillText(row, x, y + px + i * px * kLeading));
    return y + rows.length * px * kLeading;
  };
  write(parts.title.toUpperCase(), kEdgePx, 14, width - 2 * kEdgePx, 600, 11, accent);
  write(parts.question, kEdgePx, 30, width - 2 * kEdgePx, 600, 20, ink);
  write(parts.foot, kEdgePx, kHeadPx + height + 9, width - 2 * kEdgePx, 400, 12, muted);
  context.fillStyle = line ?? '#ccc';
  context.fillRect(0, kHeadPx - 1, width, 1);
  context.fillRect(0, kHeadPx + height, width, 1);
  const { card } = parts;
  const place = side.getBoundingClientRect();
  // Where the page has its card over the canvas; elsewhere the picture is of the canvas alone.
  const [x, y, wide, high] = [place.x - left, place.y - top + kHeadPx, place.width, place.height];
  if (card && x > 1 && place.y < top + height) {
    context.fillStyle = paper ?? '#fff';
    context.fillRect(x, y, wide, high);
    context.fillStyle = line ?? '#ccc';
    context.fillRect(x, y, 1, high);
    const inner = wide - 2 * kEdgePx;
    let at = y + 18;
    at = write([card.date, card.kindWords, card.statusWords].filter(Boolean).join(' · '), x + kEdgePx, at, inner, 600, 12, muted, 2) + 6;
    at = write(card.title, x + kEdgePx, at, inner, 600, 20, ink, 3) + 6;
    // A relation has no summary of its own: what it is at that date.
    const now = card.phases?.find(({ holdsNow }) => holdsNow);
    const said = card.summary || (now ? [now.label || now.type, now.date, now.statusWords].filter(Boolean).join(' · ') : '');
    write(plain(said), x + kEdgePx, at, inner, 400, 14, ink, Math.max(1, Math.floor((y + high - at - 12) / (14 * kLeading))));
  }
  return new Promise((resolve, reject) => sheet.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture came out'))), type));
}

/** A custom property as a colour that a canvas understands. */
function resolved(widget: HTMLElement, name: string): string {
  const probe = h('span', { class: 'unseen' });
  probe.style.color = `var(${name})`;
  widget.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Markdown without its signs. */
function plain(text: string): string {
  return text.replace(/\[\[[^\]|]*\|([^\]]*)\]\]/g, '$1').replace(/\[\[([^\]]*)\]\]/g, '$1').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_]{1,2}(\S)/g, '$1').replace(/(\S)[*_]{1,2}/g, '$1');
}

/** Rows that are at most `wide`; what does not fit into `lines` ends in an ellipsis. */
export function wrapped(text: string, wide: number, lines: number, widthOf: (text: string) => number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = row ? `${row} ${word}` : word;
    if (!row || widthOf(longer) <= wide) {
      row = longer;
    } else {
      rows.push(row);
      row = word;
    }
  }
  if (row) rows.push(row);
  if (rows.length <= lines) return rows;
  let last = rows[lines - 1] ?? '';
  while (last && widthOf(`${last}…`) > wide) last = last.slice(0, -1);
  return [...rows.slice(0, lines - 1), `${last.trimEnd()}…`];
}
