// Which buttons does the page that holds the element want? The attribute `controls`.

import type { Tool } from './toolbar.ts';

const kAll: readonly Tool[] = ['previous', 'play', 'next', 'search', 'compare', 'tour', 'share', 'more'];
const kWalk: readonly Tool[] = ['previous', 'play', 'next'];

/** The buttons that `wish` leaves out: nothing or `auto` leaves out none, `none` all, else all that it does not name. */
export function omittedTools(wish: string | null): Tool[] {
  const names = (wish ?? '').split(/\s+/).filter(Boolean);
  if (names.length === 0 || names.includes('auto')) return [];
  return kAll.filter((tool) => !names.includes(tool) && !(names.includes('walk') && kWalk.includes(tool)));
}

export function omitsAll(omitted: readonly Tool[]): boolean {
  return omitted.length === kAll.length;
}
