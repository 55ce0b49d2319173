// How does the element look before its picture is there? A block that shows its children.

let sheet: CSSStyleSheet | undefined;

export function hostSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(':host{display:block;position:relative;contain:content}:host([hidden]){display:none}');
  }
  return sheet;
}
