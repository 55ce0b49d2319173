// Which view does an address mean? `#at=2025-08-08&select=waiver-2025&compare=2023-07-01/2025-08-09&tour=4`, in words that
// stay the same across versions. Addresses that were once given out are read for ever: tests/web/fragments.json.

import type { Status } from './types.ts';

/** What is not named is as the story opens. */
export interface View {
  at: string;
  select: string;
  /** `A/B`, two dates. */
  compare?: string;
  /** `from/to`, two actors. */
  trace?: string;
  /** A step of the first tour, counted from 1; of another `its-id.4`. */
  tour?: string;
  lang?: string;
  toldBy?: string;
  /** An actor; with its steps `its-id.2`. */
  focus?: string;
  brush?: string;
  ghosts?: boolean;
  places?: boolean;
  folded?: string[];
  hideTracks?: string[];
  hideStatuses?: Status[];
  hideRelations?: string[];
  actors?: string[];
  text?: string;
  /** What the filter does not want is gone, not dimmed. */
  gone?: boolean;
  /** The tour fills the screen. */
  mode?: 'present';
}

/** Names in the address, in the order in which they stand there. */
const kTexts = [
  ['at', 'at'], ['select', 'select'], ['compare', 'compare'], ['trace', 'trace'], ['tour', 'tour'], ['told-by', 'toldBy'],
  ['focus', 'focus'], ['brush', 'brush'], ['text', 'text'], ['lang', 'lang'],
] as const;
const kLists = [
  ['hide', 'hideTracks'], ['hide-status', 'hideStatuses'], ['hide-relations', 'hideRelations'], ['only', 'actors'], ['fold', 'folded'],
] as const;
const kFlags = [['ghosts', 'ghosts'], ['places', 'places'], ['gone', 'gone']] as const;
const kNames = [...kTexts, ...kLists, ...kFlags].map(([name]) => name);
const kAnyName = new RegExp(`(^|&)(${kNames.join('|')})=`);
const kStatuses = ['fact', 'claim', 'disputed'];

/** The view that a fragment names, or null where it names none: an anchor in the text, or nothing. */
export function readFragment(hash: string): View | null {
  const text = hash.replace(/^#/, '');
  if (!kAnyName.test(text)) return null;
  const fields = new URLSearchParams(text);
  const view: View = { at: '', select: '' };
  for (const [name, key] of kTexts) {
    const value = fields.get(name);
    if (value) view[key] = value;
  }
  for (const [name, key] of kLists) {
    const items = (fields.get(name) ?? '').split(',').filter((item) => item && (key !== 'hideStatuses' || kStatuses.includes(item)));
    if (items.length > 0) (view as unknown as Record<string, string[]>)[key] = items;
  }
  for (const [name, key] of kFlags) if (fields.get(name) === '1') view[key] = true;
  if (fields.get('mode') === 'present') view.mode = 'present';
  return view;
}

export function writeFragment(view: View): string {
  const fields = [
    ...kTexts.map(([name, key]) => [name, encode(view[key] ?? '')]),
    ...kLists.map(([name, key]) => [name, (view[key] ?? []).map(encode).join(',')]),
    ...kFlags.map(([name, key]) => [name, view[key] ? '1' : '']),
    ['mode', view.mode ?? ''],
  ].filter(([, value]) => value);
  return fields.length > 0 ? `#${fields.map((pair) => pair.join('=')).join('&')}` : '';
}

/** Dates and ids need no escaping that would make them unreadable; anything else gets it. */
function encode(value: string): string {
  return encodeURIComponent(value).replace(/%(2F|3A)/g, decodeURIComponent);
}
