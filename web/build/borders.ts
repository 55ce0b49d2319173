// Where do coasts and borders run around a story's actors? Natural Earth's lines, clipped, simplified and packed small.
//
// The countries of Natural Earth (1:50 million) come as TopoJSON, in which neighbours share their arcs: an arc of one
// country is a coast, an arc of two a border between them. What is left after clipping is simplified arc by arc, so
// that neighbours still fit, and written as src/app/borders.hpp reads it.
import { readFile } from 'node:fs/promises';

type Point = [longitude: number, latitude: number];
type Arcs = number | Arcs[];

interface Topology {
  transform: { scale: Point; translate: Point };
  arcs: Point[][];
  objects: Record<string, { geometries: { arcs?: Arcs[] }[] }>;
}

export interface Region { west: number; east: number; south: number; north: number }

/** Degrees beyond the outermost actors: as far as a pane of any shape shows when all of them fit. */
const kMargin = { longitude: 14, latitude: 20 };
/** Degrees that a line may leave its true course: less than a pixel when the whole region is shown. */
const kTolerance = 0.04;
/** Islands smaller than this across are left out. */
const kLeastIsland = 0.3;
/** Of the written numbers. */
const kStep = 0.01;

/** The bytes of the lines around a story's actors; none where no actor has coordinates. */
export async function bordersAround(story: { actors?: { geo?: Point }[] }): Promise<Uint8Array | null> {
  const points = (story.actors ?? []).flatMap(({ geo }) => (geo ? [geo] : []));
  if (points.length === 0) return null;
  const atlas = JSON.parse(await readFile('node_modules/world-atlas/countries-50m.json', 'utf8')) as Topology;
  return packedBorders(atlas, regionAround(points));
}

export function regionAround(points: readonly Point[]): Region {
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  return {
    west: Math.min(...longitudes) - kMargin.longitude, east: Math.max(...longitudes) + kMargin.longitude,
    south: Math.min(...latitudes) - kMargin.latitude, north: Math.max(...latitudes) + kMargin.latitude,
  };
}

export function packedBorders(atlas: Topology, region: Region): Uint8Array {
  const lines: { border: boolean; points: Point[] }[] = [];
  const users = countUsers(atlas);
  atlas.arcs.forEach((steps, index) => {
    const border = (users[index] ?? 0) > 1;
    const arc = degrees(steps, atlas.transform);
    if (!border && isTiny(arc)) return;
    for (const run of clipped(arc, region)) lines.push({ border, points: simplified(run) });
  });
  return packed(lines);
}

/** How many countries use each arc; a negative number is an arc run backwards. */
function countUsers({ objects, arcs }: Topology): number[] {
  const users = new Array<number>(arcs.length).fill(0);
  for (const { arcs: own = [] } of objects['countries']?.geometries ?? []) {
    const seen = new Set(flat(own).map((arc) => (arc < 0 ? ~arc : arc)));
    for (const arc of seen) users[arc] = (users[arc] ?? 0) + 1;
  }
  return users;
}

function flat(arcs: Arcs[]): number[] {
  return arcs.flatMap((arc) => (typeof arc === 'number' ? [arc] : flat(arc)));
}

function degrees(steps: readonly Point[], { scale, translate }: Topology['transform']): Point[] {
  let x = 0;
  let y = 0;
  return steps.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

function isTiny(arc: readonly Point[]): boolean {
  const first = arc[0];
  const last = arc.at(-1);
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) return false;
  const extent = (axis: 0 | 1) => Math.max(...arc.map((p) => p[axis])) - Math.min(...arc.map((p) => p[axis]));
  return extent(0) < kLeastIsland && extent(1) < kLeastIsland;
}

/** The runs of points inside, each with the one point beyond where it leaves. */
function clipped(arc: readonly Point[], { west, east, south, north }: Region): Point[][] {
  const inside = ([x, y]: Point) => x >= west && x <= east && y >= south && y <= north;
  const runs: Point[][] = [];
  let run: Point[] = [];
  arc.forEach((point, i) => {
    const near = inside(point) || (i > 0 && inside(arc[i - 1]!)) || (i + 1 < arc.length && inside(arc[i + 1]!));
    if (near) run.push(point);
    if (!near || i + 1 === arc.length) {
      if (run.length > 1) runs.push(run);
      run = [];
    }
  });
  return runs;
}

/** Ramer 1972, Douglas & Peucker 1973: keeps the points that a straight line would miss by more than the tolerance. */
function simplified(points: readonly Point[]): Point[] {
  const kept = new Uint8Array(points.length);
  kept[0] = kept[points.length - 1] = 1;
  const open: [number, number][] = [[0, points.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [first, last] = part;
    let farthest = first;
    let most = kTolerance;
    for (let i = first + 1; i < last; ++i) {
      const away = distance(points[i]!, points[first]!, points[last]!);
      if (away > most) [farthest, most] = [i, away];
    }
    if (farthest === first) continue;
    kept[farthest] = 1;
    open.push([first, farthest], [farthest, last]);
  }
  return points.filter((_, i) => kept[i]);
}

function distance(p: Point, a: Point, b: Point): number {
  const [x, y] = [b[0] - a[0], b[1] - a[1]];
  const squared = x * x + y * y;
  const t = squared > 0 ? Math.min(1, Math.max(0, ((p[0] - a[0]) * x + (p[1] - a[1]) * y) / squared)) : 0;
  return Math.hypot(p[0] - a[0] - t * x, p[1] - a[1] - t * y);
}

function packed(lines: { border: boolean; points: Point[] }[]): Uint8Array {
  const bytes: number[] = [...'TPB1'].map((letter) => letter.charCodeAt(0));
  const number = (value: number) => {
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  };
  const signed = (value: number) => number(value < 0 ? -2 * value - 1 : 2 * value);
  const whole = lines.map(({ border, points }) => ({ border, steps: wholeSteps(points) })).filter(({ steps }) => steps.length > 1);
  number(whole.length);
  for (const { border, steps } of whole) {
    bytes.push(border ? 1 : 0);
    number(steps.length);
    for (const [x, y] of steps) { signed(x); signed(y); }
  }
  return Uint8Array.from(bytes);
}

/** In hundredths of a degree from point to point; what falls together is one point. */
function wholeSteps(points: readonly Point[]): Point[] {
  let [x, y] = [0, 0];
  const steps: Point[] = [];
  for (const [longitude, latitude] of points) {
    const next: Point = [Math.round(longitude / kStep), Math.round(latitude / kStep)];
    if (steps.length > 0 && next[0] === x && next[1] === y) continue;
    steps.push([next[0] - x, next[1] - y]);
    [x, y] = next;
  }
  return steps;
}
