// How do the style sheets get into an element? One constructed sheet for all, and a rule `:host` for each of its own.

import widgetCss from './styles/widget.css';

let widgetSheet: CSSStyleSheet | undefined;

/** Gives back the element's own rule, which is weaker than anything that the page says. */
export function adoptStyles(root: ShadowRoot): CSSStyleRule {
  if (!widgetSheet) {
    widgetSheet = new CSSStyleSheet();
    widgetSheet.replaceSync(widgetCss);
  }
  const own = new CSSStyleSheet();
  own.replaceSync(':host{height:auto}');
  root.adoptedStyleSheets.push(widgetSheet, own);
  return own.cssRules[0] as CSSStyleRule;
}
