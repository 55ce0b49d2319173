// How does the picture become a file? Title, canvas and card on one sheet, with where and when it is from: as pixels, or as SVG.

import { script } from 'tp:picture';
import { h } from './dom.ts';
import type { Frame } from './frame.ts';
import type { Replay } from './picture.ts';
import { wrapped, xml } from './sheet_words.ts';
import type { Card } from './types.ts';

export interface SnapshotParts {
  frame: Frame;
  /** Draws the picture anew, so that its pixels can be read in the same turn. */
  draw: () => void;
  title: string;
  question: string;
  card: Card | null;
  foot: string;
  /** Opens the view. */
  link: string;
  /** What a second program needs for the same view. */
  replay: () => Promise<Replay>;
  /** Pixels across; the canvas's own without it. */
  width: number | undefined;
  type: string;
}

/** A file of this site has all that it needs for an SVG; whether it comes is another question. */
export const offersSvg = script !== null;

const kSvg = 'image/svg+xml';
const kHeadPx = 66;
const kFootPx = 34;
const kEdgePx = 24;
/** From line to line, in type sizes. */
const kLeading = 1.4;

interface Words {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  wide: number;
  weight: number;
  px: number;
  colour: string;
}
interface Area {
  box: [x: number, y: number, width: number, height: number];
  colour: string;
}
/** What stands around the canvas and beside the picture on it, in CSS px of a sheet. */
interface Sheet {
  width: number;
  height: number;
  paper: string;
  around: (Words | Area)[];
}

/** Rejects where the browser has no memory for it. */
export async function takeSnapshot(parts: SnapshotParts): Promise<Blob> {
  const { type, frame: { canvas, widget } } = parts;
  const { width, height } = canvas.getBoundingClientRect();
  const family = getComputedStyle(widget).fontFamily;
  const fontOf = ({ weight, px }: { weight: number; px: number }) => `${weight} ${px}px ${family}`;
  if (type === kSvg) {
    if (!script) throw new Error('there is no program for SVG here');
    const { drawSvg } = (await import(new URL(script, import.meta.url).href)) as typeof import('./picture.ts');
    const context = h('canvas').getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas to measure words and colours with');
    const sheet = sheetOf(parts, (text, weight, px) => {
      context.font = fontOf({ weight, px });
      return context.measureText(text).width;
    });
    parts.draw(); // so that the program has heard of everything
    return new Blob([svgOf(parts, sheet, await drawSvg(await parts.replay(), width), (colour) => hexOf(colour, context))], { type });
  }
  const scale = parts.width ? parts.width / width : canvas.width / width;
  const target = h('canvas', { width: Math.round(width * scale), height: Math.round((height + kHeadPx + kFootPx) * scale) });
  const context = target.getContext('2d');
  if (!context) throw new Error('no canvas for a picture of the picture');
  context.scale(scale, scale);
  const sheet = sheetOf(parts, (text, weight, px) => {
    context.font = fontOf({ weight, px });
    return context.measureText(text).width;
  });
  context.fillStyle = sheet.paper;
  context.fillRect(0, 0, sheet.width, sheet.height);
  parts.draw();
  context.drawImage(canvas, 0, kHeadPx, width, height);
  for (const piece of sheet.around) {
    context.fillStyle = piece.colour;
    if ('box' in piece) {
      context.fillRect(...piece.box);
    } else {
      context.font = fontOf(piece);
      context.fillText(piece.text, piece.x, piece.y);
    }
  }
  return new Promise((resolve, reject) => target.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture came out'))), type));
}

function sheetOf({ frame: { canvas, widget, side }, title, question, foot, card }: SnapshotParts, measure: (text: string, weight: number, px: number) => number): Sheet {
  const { x: left, y: top, width, height } = canvas.getBoundingClientRect();
  const [ink = '#000', paper = '#fff', accent = '#000', muted = '#000', line = '#ccc'] = ['--ink', '--paper', '--accent', '--muted', '--line'].map((name) => resolved(widget, name));
  const around: (Words | Area)[] = [];
  const write = (text: string, x: number, y: number, most: number, weight: number, px: number, colour: string, lines = 1) => {
    const rows = wrapped(text, most, lines, (words) => measure(words, weight, px));
    rows.forEach((row, i) => around.push({ text: row, x, y: y + px + i * px * kLeading, wide: measure(row, weight, px), weight, px, colour }));
    return y + rows.length * px * kLeading;
  };
  const fill = (colour: string, ...box: Area['box']) => around.push({ box, colour });
  write(title.toUpperCase(), kEdgePx, 14, width - 2 * kEdgePx, 600, 11, accent);
  write(question, kEdgePx, 30, width - 2 * kEdgePx, 600, 20, ink);
  write(foot, kEdgePx, kHeadPx + height + 9, width - 2 * kEdgePx, 400, 12, muted);
  fill(line, 0, kHeadPx - 1, width, 1);
  fill(line, 0, kHeadPx + height, width, 1);
  const place = side.getBoundingClientRect();
  // Where the page has its card over the canvas; elsewhere the picture is of the canvas alone.
  const [x, y, wide, high] = [place.x - left, place.y - top + kHeadPx, place.width, place.height];
  if (card && x > 1 && place.y < top + height) {
    fill(paper, x, y, wide, high);
    fill(line, x, y, 1, high);
    const inner = wide - 2 * kEdgePx;
    let at = y + 18;
    at = write([card.date, card.kindWords, card.statusWords].filter(Boolean).join(' · '), x + kEdgePx, at, inner, 600, 12, muted, 2) + 6;
    at = write(card.title, x + kEdgePx, at, inner, 600, 20, ink, 3) + 6;
    // A relation has no summary of its own: what it is at that date.
    const now = card.phases?.find(({ holdsNow }) => holdsNow);
    const said = card.summary || (now ? [now.label || now.type, now.date, now.statusWords].filter(Boolean).join(' · ') : '');
    write(plain(said), x + kEdgePx, at, inner, 400, 14, ink, Math.max(1, Math.floor((y + high - at - 12) / (14 * kLeading))));
  }
  return { width, height: height + kHeadPx + kFootPx, paper, around };
}

/** One file that needs nothing besides: no script, no style sheet, no typeface, no address that is loaded. */
function svgOf({ question, title, foot, link, width: wanted }: SnapshotParts, { width, height, paper, around }: Sheet, picture: string, hex: (colour: string) => string): string {
  const n = (value: number) => String(Math.round(value * 10) / 10);
  const fill = (colour: string) => ` fill="${hex(colour)}"`;
  const rect = (colour: string, ...[x, y, wide, high]: Area['box']) => `<rect x="${n(x)}" y="${n(y)}" width="${n(wide)}" height="${n(high)}"${fill(colour)}/>`;
  const scale = wanted ? wanted / width : 1;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width * scale)}" height="${n(height * scale)}" viewBox="0 0 ${n(width)} ${n(height)}">`,
    `<title>${xml(title)}</title>`,
    `<desc>${xml([question, foot, link].filter(Boolean).join(' · '))}</desc>`,
    rect(paper, 0, 0, width, height),
    `<g transform="translate(0 ${kHeadPx})">${picture}</g>`,
    `<g font-family="'Turning Point Sans',Inter,system-ui,sans-serif">`,
    ...around.map((piece) => ('box' in piece ? rect(piece.colour, ...piece.box)
      : `<text x="${n(piece.x)}" y="${n(piece.y)}" font-size="${piece.px}" font-weight="${piece.weight}" textLength="${n(piece.wide)}" lengthAdjust="spacingAndGlyphs"${fill(piece.colour)}>${xml(piece.text)}</text>`)),
    '</g></svg>\n',
  ].join('\n');
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

/** `color(srgb …)` and its like are understood by few programs that draw SVG. */
function hexOf(colour: string, context: CanvasRenderingContext2D): string {
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return `#${[...context.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Markdown without its signs. */
function plain(text: string): string {
  return text.replace(/\[\[[^\]|]*\|([^\]]*)\]\]/g, '$1').replace(/\[\[([^\]]*)\]\]/g, '$1').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_]{1,2}(\S)/g, '$1').replace(/(\S)[*_]{1,2}/g, '$1');
}
