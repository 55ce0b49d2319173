// How do words get onto a sheet that is drawn or written? In rows, and as XML.

/** Rows that are at most `wide`; what does not fit into `lines` ends in an ellipsis. */
export function wrapped(text: string, wide: number, lines: number, widthOf: (text: string) => number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = row ? `${row} ${word}` : word;
    if (!row || widthOf(longer) <= wide) {
      row = longer;
    } else {
      rows.push(row);
      row = word;
    }
  }
  if (row) rows.push(row);
  if (rows.length <= lines) return rows;
  let last = rows[lines - 1] ?? '';
  while (last && widthOf(`${last}…`) > wide) last = last.slice(0, -1);
  return [...rows.slice(0, lines - 1), `${last.trimEnd()}…`];
}

/** Words as XML, which knows neither control characters, however they are written, nor halves of a letter. */
export function xml(text: string): string {
  const kSigns: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[\u0000-\u001f]+/g, ' ').replace(/[\ufffe\uffff]|\p{Cs}/gu, '').replace(/[&<>"]/g, (sign) => kSigns[sign] ?? '');
}
