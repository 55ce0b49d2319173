// How does the element look before its picture is there? A block that shows its children.

let sheet: CSSStyleSheet | undefined;

export function hostSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(':host{display:block;position:relative;contain:content}:host([hidden]){display:none}img[part~=poster]{display:block;width:100%;height:auto}button[part~=reveal]{font:inherit;min-height:44px;padding:8px 18px;margin:12px;cursor:pointer}');
  }
  return sheet;
}

/** Keeps the height of a picture that rests, weaker than anything the page says. */
export function heightSheet(px: number): CSSStyleSheet {
  const own = new CSSStyleSheet();
  own.replaceSync(`:host{min-height:${px}px;overflow:hidden}`);
  return own;
}
