// Which view does an address mean? `#at=2025-08-08&select=waiver-2025`, in words that stay the same across versions.

export interface View {
  at: string;
  select: string;
}

/** The view that a fragment names, or null where it names none: an anchor in the text, or nothing. */
export function readFragment(hash: string): View | null {
  const text = hash.replace(/^#/, '');
  if (!/(^|&)(at|select)=/.test(text)) return null;
  const fields = new URLSearchParams(text);
  return { at: fields.get('at') ?? '', select: fields.get('select') ?? '' };
}

export function writeFragment({ at, select }: View): string {
  // Dates and ids need no escaping that would make them unreadable; anything else gets it.
  const fields = [at && `at=${encode(at)}`, select && `select=${encode(select)}`].filter(Boolean);
  return fields.length > 0 ? `#${fields.join('&')}` : '';
}

function encode(value: string): string {
  return encodeURIComponent(value).replace(/%(2F|3A)/g, decodeURIComponent);
}
