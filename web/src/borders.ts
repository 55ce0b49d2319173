// When do the coasts and borders of the geographic map come down? Once per page, when a picture first shows that map.

import { borders } from 'tp:assets';
import { fetchCounted, Shared } from './downloads.ts';

const shared = new Shared<Uint8Array | null>(async (tell) => {
  if (!borders) return null;
  const response = await fetchCounted(new URL(borders.url, import.meta.url).href, borders.bytes, tell);
  return new Uint8Array(await response.arrayBuffer());
});

/** The lines for one picture; without them its map is one of marks only. */
export class Borders {
  #isAsked = false;
  /** What the picture has got of them. */
  bytes: Uint8Array | null = null;

  /** The first time that actors stand on the geographic map. Nothing comes where the site's story has no coordinates. */
  need(use: (bytes: Uint8Array) => void): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    shared.get(() => {}).then((bytes) => bytes && use((this.bytes = bytes)), () => {});
  }
}
