// How does a page show the posters? As one picture, narrow or wide, whose place is kept while it comes.
import { attribute, html, type Part } from './html.ts';
import type { Poster } from './posters.ts';

export function posterPicture([wide, narrow]: Poster[], alt: string, name: string | null = null): Part {
  if (!wide) return null;
  const size = ({ width, height }: Poster) => html` width="${width}" height="${height}"`;
  const other = narrow && html`<source media="(max-width: 599px)" srcset="${narrow.href}"${size(narrow)}>`;
  return html`<picture${attribute('class', name)}>${other}<img src="${wide.href}"${size(wide)} alt="${alt}"></picture>`;
}
