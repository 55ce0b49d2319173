// Is that a date that the program will understand, and which day is the day before? Only what fields and presets need: the
// program itself knows EDTF whole.

const kDate = /^(?:Y-?\d{5,}|-?\d{4}|\d{3}X|\d{2}XX)(?:-(?:\d{2}|XX))?(?:-(?:\d{2}|XX))?(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::\d{2})?)?)?[?~%]?$/;

/** True for one date of EDTF level 0 or 1, as far as its form goes. */
export function looksLikeDate(text: string): boolean {
  const [, month, day] = /^-?\d{4}-(\d{2})(?:-(\d{2}))?/.exec(text) ?? [];
  // 21 … 41 are seasons and quarters.
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  if (month && !isMonth && !(!day && Number(month) >= 21 && Number(month) <= 41)) return false;
  if (day && !(Number(day) >= 1 && Number(day) <= 31)) return false;
  return kDate.test(text);
}

/** The days before and after a whole day; null for anything less exact. */
export function daysAround(edtf: string): [string, string] | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(edtf);
  if (!match) return null;
  const [, year, month, day] = match.map(Number);
  const shifted = (by: number) => {
    const date = new Date(0);
    date.setUTCFullYear(year ?? 0, (month ?? 1) - 1, (day ?? 1) + by);
    return date.toISOString().slice(0, 10);
  };
  return [shifted(-1), shifted(1)];
}

/** A whole date in the reader's words; what is no whole date stays as it is. */
export function dateWords(edtf: string, language: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(edtf);
  if (!match) return edtf;
  const [, year = '', month, day] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const form: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month) form.month = 'long';
  if (day) form.day = 'numeric';
  try {
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language || 'en-GB', form).format(date);
  } catch {
    return edtf;
  }
}
