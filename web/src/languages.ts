// Which languages does the interface speak, and which way are they written?

const kFiles = {
  az: () => import('./languages/az.json'),
  hy: () => import('./languages/hy.json'),
  ru: () => import('./languages/ru.json'),
  tr: () => import('./languages/tr.json'),
} as const;

type Fetched = keyof typeof kFiles;

export const kInterfaceLanguages: readonly string[] = ['en', ...Object.keys(kFiles)];

/** The one of them that `tag` asks for, else English. */
export function interfaceLanguage(tag: string): string {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  return kInterfaceLanguages.includes(language) ? language : 'en';
}

/** The file of a language that is not English. */
export async function importLanguage(language: string): Promise<{ later: unknown }> {
  return (await kFiles[language as Fetched]()).default;
}

/** Scripts, and languages written in them, that run from right to left. */
const kRightToLeft = /^(ar|ckb|dv|fa|he|iw|ku-arab|ps|sd|ug|ur|yi)\b|-(arab|hebr|thaa|xb)\b/i;

export function directionOf(tag: string): 'ltr' | 'rtl' {
  return kRightToLeft.test(tag) ? 'rtl' : 'ltr';
}

/** A language's own name for itself: "azərbaycan". */
export function nameOf(tag: string): string {
  try {
    const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}
