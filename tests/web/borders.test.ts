// The coasts and borders that the build writes: neighbours share them, nothing far away is in them, and they are small.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { bordersAround, packedBorders, regionAround } from '../../web/build/borders.ts';

interface Line { border: boolean; points: [number, number][] }

/** Reads as src/app/borders.cpp does. */
function unpacked(bytes: Uint8Array): Line[] {
  assert.equal(String.fromCharCode(...bytes.subarray(0, 4)), 'TPB1');
  let at = 4;
  const number = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++]!;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  };
  const signed = () => {
    const value = number();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
  const lines = Array.from({ length: number() }, () => {
    const border = bytes[at++] === 1;
    let [x, y] = [0, 0];
    return { border, points: Array.from({ length: number() }, (): [number, number] => [(x += signed()) / 100, (y += signed()) / 100]) };
  });
  assert.equal(at, bytes.length);
  return lines;
}

test('an arc of two countries is a border, of one a coast, and a point on the way is left out', () => {
  const atlas = {
    transform: { scale: [0.01, 0.01] as [number, number], translate: [0, 0] as [number, number] },
    arcs: [[[0, 0], [500, 0], [500, 0]], [[1000, 0], [0, 900]], [[0, 0], [10, 0], [0, 10], [-10, -10]], [[9000, 0], [10, 10]]] as [number, number][][],
    objects: { countries: { geometries: [{ arcs: [[0, 1]] }, { arcs: [[[~0, 2, 3]]] }] } },
  };
  const lines = unpacked(packedBorders(atlas, { west: -20, east: 20, south: -20, north: 20 }));
  assert.deepEqual(lines, [
    { border: true, points: [[0, 0], [10, 0]] },
    { border: false, points: [[10, 0], [10, 9]] },
  ]); // neither the tiny island nor what lies far away
});

test('the real story gets the ground around its actors in a few kilobytes', async () => {
  const story = JSON.parse(await readFile('../assets/story/us-azerbaijan.json', 'utf8')) as { actors: { geo?: [number, number] }[] };
  const bytes = (await bordersAround(story))!;
  assert.ok(bytes.length < 32_000, `${bytes.length} bytes`);
  const lines = unpacked(bytes);
  assert.ok(lines.some(({ border }) => border) && lines.some(({ border }) => !border));
  const { west, east, south, north } = regionAround(story.actors.flatMap(({ geo }) => (geo ? [geo] : [])));
  const points = lines.flatMap((line) => line.points);
  const inside = points.filter(([x, y]) => x >= west && x <= east && y >= south && y <= north);
  assert.ok(inside.length > points.length * 0.9);
  // The coast of the Caspian Sea near Baku.
  assert.ok(lines.some(({ border, points }) => !border && points.some(([x, y]) => Math.hypot(x - 49.9, y - 40.4) < 1.2)));
});

test('a story without coordinates has no ground', async () => {
  assert.equal(await bordersAround({ actors: [{}] }), null);
});
