// How does a language file become words? Texts stay texts; a text with places, `{0}`, is a function of what stands there;
// forms, `{"by": "0", "one": "…", "other": "…"}`, are chosen by a number the way the language counts.

type Forms = Record<string, string>;
export type Value = string | number | boolean | null | undefined;

/** `T` is what the file promises to hold: tests/web/languages.test.ts holds every file against English. */
export function wordsOf<T>(data: unknown, locale: string): T {
  const each = (value: unknown): unknown => {
    if (typeof value === 'string') return value.includes('{0}') || value.includes('{1}') ? (...args: Value[]) => filled(value, args, locale) : value;
    if (Array.isArray(value)) return value.map(each);
    const fields = value as Record<string, unknown>;
    if (typeof fields['other'] === 'string') {
      const forms = fields as Forms;
      return (...args: Value[]) => filled(formOf(forms, Number(args[Number(forms['by'] ?? 0)]), locale), args, locale);
    }
    return Object.fromEntries(Object.entries(fields).map(([key, inner]) => [key, each(inner)]));
  };
  return each(data) as T;
}

/** `=0` and its like go first, then what the language calls that number. */
function formOf(forms: Forms, n: number, locale: string): string {
  return forms[`=${n}`] ?? forms[new Intl.PluralRules(locale).select(n)] ?? forms['other'] ?? '';
}

function filled(text: string, args: Value[], locale: string): string {
  return text.replace(/\{(\d)\}/g, (_, i: string) => {
    const value = args[Number(i)] ?? '';
    return typeof value === 'number' ? value.toLocaleString(locale) : String(value);
  });
}
