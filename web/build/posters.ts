// Which static pictures of the opening view are there? Drawn by the program's own core, for the time before it runs.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashedWrite } from './hashed_files.ts';

export interface Poster {
  /** Seen from index.html. */
  href: string;
  /** The plain name that other pages can rely on. */
  name: string;
  width: number;
  height: number;
  svg: Uint8Array;
}

/**
 * Size and panes in CSS px as styles/widget.css lays them out at 1280 × 800 and 390 × 844, the heading taken off: there the
 * program takes over at the same view. Elsewhere the picture is scaled.
 */
const kViews = [
  { name: 'poster', kind: 'wide', canvas: [1280, 633.2], map: [0, 0, 883.2, 339.95], timeline: [0, 339.95, 1280, 293.27] },
  { name: 'poster-narrow', kind: 'narrow', canvas: [390, 544.2], map: [0, 0, 390, 388.2], timeline: [0, 388.2, 390, 156] },
] as const;

/** The widest first. `tool` is the program for Node that draws them. */
export async function makePosters(tool: string, story: string, fonts: string, assets: string): Promise<Poster[]> {
  const folder = await mkdtemp(join(tmpdir(), 'turning-point-posters-'));
  try {
    const wanted = kViews.map(({ name, kind, canvas, map, timeline }) => [name, kind, canvas, map, timeline].join(':'));
    execFileSync(process.execPath, [tool, story, fonts, folder, ...wanted], { stdio: ['ignore', 'ignore', 'inherit'] });
    return await Promise.all(kViews.map(async ({ name, canvas: [width, height] }) => {
      const svg = await readFile(join(folder, `${name}.svg`));
      const hashed = await hashedWrite(assets, `${name}.svg`, svg);
      return { href: `assets/${hashed.name}`, name: `${name}.svg`, width, height: Math.round(height), svg };
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
