// Written by the build: where the parts of the program lie, beside the script that loads them.
declare module 'tp:picture' {
  import type { Asset } from 'tp:assets';
  /** Where the script lies that draws SVG; null in a single file, and where its program has not been built. */
  export const script: string | null;
  /** The program, for that script. */
  export const glue: Asset;
  export const wasm: Asset;
}

declare module 'tp:assets' {
  /** Bytes before any compression, for progress. */
  export interface Asset {
    url: string;
    bytes: number;
  }
  export const glue: Asset;
  export const wasm: Asset;
  /** Where the worker that asks for graphics lies. */
  export const graphicsWorker: string;
  /** Coasts and borders around the story's actors, where they have coordinates. */
  export const borders: Asset | null;
  /** What the site offers to other pages; null where there is no site, only one file. */
  export const site: { embed: string; host: string; element: string; story: string } | null;
  /** Weight 400 and 600; 0 serves both. */
  export const fonts: (Asset & { weight: number; letters: 'latin' | 'european' | 'cyrillic' | 'caucasian' })[];
}
