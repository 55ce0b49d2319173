// Is the map's layout faster than d3-force's, and its stress no worse? Both lay out the same graphs on the same machine, in
// turn, three times; CPU time of each. d3-force runs as its documentation says: links, charges and centring, 300 ticks.
import { forceCenter, forceLink, forceManyBody, forceSimulation } from 'd3-force';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

interface Place {
  x: number;
  y: number;
}

function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A connected graph like a story's: most relations are those of a few. */
function storyGraph(nodes: number, edges: number): [number, number][] {
  const next = random(7);
  const list: [number, number][] = [];
  for (let i = 1; i < nodes; i += 1) list.push([i, Math.floor(next() * next() * i)]);
  while (list.length < edges) {
    const a = Math.floor(next() * nodes);
    const b = Math.floor(next() * next() * nodes);
    if (a !== b) list.push([a, b]);
  }
  return list;
}

/** Path lengths in edges from one node. */
function lengthsFrom(source: number, neighbours: number[][]): Int32Array {
  const lengths = new Int32Array(neighbours.length).fill(-1);
  lengths[source] = 0;
  const queue = [source];
  for (let i = 0; i < queue.length; i += 1)
    for (const next of neighbours[queue[i]!]!) if (lengths[next]! < 0) queue.push((lengths[next] = lengths[queue[i]!]! + 1, next));
  return lengths;
}

/** Normalised stress at the best scale, over all pairs with some nodes (all of a small graph). */
function stress(places: Place[], edges: [number, number][]): number {
  const neighbours: number[][] = places.map(() => []);
  for (const [a, b] of edges) neighbours[a]!.push(b), neighbours[b]!.push(a);
  const step = Math.max(1, Math.floor(places.length / 250));
  let cross = 0, square = 0, weight = 0;
  for (let s = 0; s < places.length; s += step) {
    const lengths = lengthsFrom(s, neighbours);
    for (let i = 0; i < places.length; i += 1) {
      const ideal = lengths[i]!;
      if (ideal <= 0) continue;
      const real = Math.hypot(places[i]!.x - places[s]!.x, places[i]!.y - places[s]!.y);
      cross += real / ideal;
      square += (real * real) / (ideal * ideal);
      weight += 1;
    }
  }
  // Σ w (k·real − ideal)² with w = ideal⁻², at the k that makes it least, over what it is with all nodes at one place.
  return square > 0 ? 1 - (cross * cross) / (square * weight) : 1;
}

const cpuMs = () => process.cpuUsage().user / 1000;

function d3(nodes: number, edges: [number, number][]): { ms: number; places: Place[] } {
  const places = Array.from({ length: nodes }, (_, index) => ({ index })) as unknown as Place[];
  const begin = cpuMs();
  const simulation = forceSimulation(places as never[])
    .force('link', forceLink(edges.map(([source, target]) => ({ source, target })) as never[]))
    .force('charge', forceManyBody())
    .force('center', forceCenter(0, 0))
    .stop();
  simulation.tick(300);
  return { ms: cpuMs() - begin, places };
}

function ours(nodes: number, edges: [number, number][]): { ms: number; places: Place[] } {
  const input = `${nodes} ${edges.length} 1600 1600\n${edges.map((edge) => edge.join(' ')).join('\n')}\n`;
  const output = execFileSync(resolve('../build/native-bench/map_layout'), { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  const [times, ...lines] = output.trim().split('\n');
  return {
    ms: Math.min(...times!.split(' ').map(Number)),
    places: lines.map((line) => ((([x, y]) => ({ x: x!, y: y! }))(line.split(' ').map(Number)))),
  };
}

console.log('  graph            d3-force          ours              faster by   stress d3   stress ours   ours is');
for (const [nodes, count] of [[1000, 3000], [5000, 20_000]] as const) {
  const edges = storyGraph(nodes, count);
  let theirs = d3(nodes, edges);
  const mine = ours(nodes, edges);
  for (let run = 1; run < (process.argv.includes('--quick') ? 1 : 3); run += 1) {
    const again = d3(nodes, edges);
    if (again.ms < theirs.ms) theirs = again;
  }
  const [a, b] = [stress(theirs.places, edges), stress(mine.places, edges)];
  const ratio = theirs.ms / mine.ms;
  console.log(`  ${`${nodes}/${count}`.padEnd(16)} ${`${theirs.ms.toFixed(0)} ms`.padEnd(17)} ${`${mine.ms.toFixed(0)} ms`.padEnd(17)} ${`${ratio.toFixed(1)}×`.padEnd(11)} ${a.toFixed(4).padEnd(11)} ${b.toFixed(4).padEnd(13)} ${ratio >= 5 && b <= a ? 'met: ≥ 5× faster, stress no worse' : 'NOT MET (≥ 5× faster, stress no worse)'}`);
}
