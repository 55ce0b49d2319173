// How is DOM built here? From nodes and text, never from markup in a string, so that story text stays text.

export type Child = Node | string | null | undefined | false;
export type Attributes = Record<string, string | number | boolean | null | undefined>;

/** An HTML element; attributes that are null, undefined or false are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

const kSvg = 'http://www.w3.org/2000/svg';

/** A picture of one path or more, drawn in a box of 16 × 16, decoration only. */
export function icon(className: string, ...paths: (string | { d: string; fill?: boolean })[]): SVGSVGElement {
  const svg = document.createElementNS(kSvg, 'svg');
  setAttributes(svg, { class: `icon ${className}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' });
  for (const path of paths) {
    const node = document.createElementNS(kSvg, 'path');
    const { d, fill } = typeof path === 'string' ? { d: path, fill: false } : path;
    setAttributes(node, { d, class: fill ? 'fill' : 'line' });
    svg.append(node);
  }
  return svg;
}

export function append(parent: Node & ParentNode, children: Child[]): void {
  for (const child of children) {
    if (child) parent.append(child);
  }
}

function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
}
