// When do the coasts and borders of the geographic map come down? Once per page, when a picture first shows that map.

import { borders } from 'tp:assets';
import { fetchCounted, Shared } from './downloads.ts';

const shared = new Shared<Uint8Array | null>(async (tell) => {
  if (!borders) return null;
  const response = await fetchCounted(new URL(borders.url, import.meta.url).href, borders.bytes, tell);
  return new Uint8Array(await response.arrayBuffer());
});

/** Null where the story that this site was built for has no coordinates. Without them the map is one of marks only. */
export function loadBorders(): Promise<Uint8Array | null> {
  return shared.get(() => {});
}
