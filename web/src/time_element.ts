// Which value may stand in <time datetime>? HTML knows whole dates only, so of an EDTF expression its certain beginning.

/** A valid datetime value for `edtf`, or null where HTML has none (years before 1, seasons, open beginnings). */
export function datetimeOf(edtf: string | undefined): string | null {
  if (!edtf) return null;
  const begin = edtf.split('/')[0]?.replace(/[?~%]/g, '') ?? '';
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(T.*)?$/.exec(begin.replace(/-X.*$/, ''));
  if (!match) return null;
  const [, year = '', month, day, time] = match;
  if (Number(year) < 1) return null;
  // 21 … 41 are seasons and quarters, which HTML does not know.
  if (!month || Number(month) < 1 || Number(month) > 12) return year;
  if (!day) return `${year}-${month}`;
  return time && /^T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/.test(time)
    ? `${year}-${month}-${day}${time}`
    : `${year}-${month}-${day}`;
}
