// Which letters does a story need that the first font files lack? Each group has files of its own, fetched only then.

export type Letters = 'latin' | 'european' | 'cyrillic' | 'caucasian';

interface Group {
  letters: Letters;
  /** Language tags (BCP 47) that are written with them; the European letters are looked for one by one. */
  languages: RegExp | null;
  /** For CSS. */
  range: string;
}

const kGroups: readonly Group[] = [
  { letters: 'european', languages: null, range: 'U+100-17F, U+1E6-1E7, U+218-21B' },
  { letters: 'cyrillic', languages: /^(ab|av|ba|be|bg|ce|cv|kk|kv|ky|mk|mn|os|ru|sr|tg|tt|uk|ady|kbd|lez)\b|-cyrl\b/i, range: 'U+400-52F' },
  { letters: 'caucasian', languages: /^(hy|ka)\b/i, range: 'U+530-58F, U+10A0-10FF, U+1C90-1CBF' },
];

/** A story names its languages near its beginning. */
const kHeadBytes = 4096;

/** Turkish and Azerbaijani letters of that range, which the first files have: U+11E, 11F, 130, 131, 15E, 15F. */
const kKnownC4: readonly number[] = [0x9e, 0x9f, 0xb0, 0xb1];
const kKnownC5: readonly number[] = [0x9e, 0x9f];

/**
 * The groups of every language that the story is told in, and of `language`; the European letters where one stands anywhere.
 * Names in passing in another script (an Armenian one in an English story) stand in the card only, whose letters every system has.
 */
export function lettersFor(language: string, story: Uint8Array): Letters[] {
  const head = new TextDecoder().decode(story.subarray(0, kHeadBytes));
  const listed = /"languages"\s*:\s*\[([^\]]*)/.exec(head)?.[1] ?? '';
  const tags = [language, ...listed.split(',').map((tag) => tag.replace(/[\s"]/g, ''))];
  const wanted = kGroups.filter(({ languages }) => languages ? tags.some((tag) => languages.test(tag)) : hasEuropeanLetter(story));
  return wanted.map(({ letters }) => letters);
}

/** Any of U+100 to 17F that is not known, or of U+1E6 and 1E7, U+218 to 21B, in UTF-8. */
function hasEuropeanLetter(text: Uint8Array): boolean {
  for (let i = 0; i + 1 < text.length; i += 1) {
    const lead = text[i]!;
    if (lead < 0xc4 || lead > 0xc8) continue;
    const next = text[i + 1]!;
    if (lead === 0xc4 && !kKnownC4.includes(next)) return true;
    if (lead === 0xc5 && !kKnownC5.includes(next)) return true;
    if (lead === 0xc7 && (next === 0xa6 || next === 0xa7)) return true;
    if (lead === 0xc8 && next >= 0x98 && next <= 0x9b) return true;
  }
  return false;
}

/** The CSS `unicode-range` of a group. */
export function rangeOf(letters: Letters): string {
  return kGroups.find((group) => group.letters === letters)?.range ?? 'U+0-10FFFF';
}
