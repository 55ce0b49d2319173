// What does somebody write into a page to have this view there? As an iframe, or as the element.

export interface EmbedWish {
  form: 'iframe' | 'element';
  /** CSS px; 0 for as wide as its column and as high as it needs. */
  width: number;
  height: number;
  theme: 'auto' | 'light' | 'dark';
  lang: string;
  /** The view as a fragment, or '' for how the story opens. */
  view: string;
}

export interface EmbedPlace {
  /** Addresses of the site's files. */
  embed: string;
  host: string;
  element: string;
  /** The story, and whether it is the one that the site was built with. */
  story: string;
  isOwn: boolean;
  title: string;
}

export function embedSnippet(wish: EmbedWish, place: EmbedPlace): string {
  return wish.form === 'iframe' ? iframe(wish, place) : element(wish, place);
}

function iframe({ width, height, theme, lang, view }: EmbedWish, { embed, host, story, isOwn, title }: EmbedPlace): string {
  const query = new URLSearchParams();
  if (!isOwn) query.set('story', story);
  if (theme !== 'auto') query.set('theme', theme);
  if (lang) query.set('lang', lang);
  const fits = width === 0;
  const text = query.toString();
  const size = fits ? ' width="100%" height="640"' : ` width="${width}" height="${height}" data-fixed`;
  const frame = `<iframe src="${escaped(`${embed}${text && `?${text}`}${view}`)}" title="${escaped(title)}"${size} loading="lazy" allow="fullscreen; clipboard-write"></iframe>`;
  return fits ? `${frame}\n<script async src="${escaped(host)}"></script>` : frame;
}

function element({ width, height, theme, lang, view }: EmbedWish, place: EmbedPlace): string {
  const fields = new URLSearchParams(view.replace(/^#/, ''));
  const attributes = [
    ['story', place.story],
    ...['at', 'select', 'compare'].map((name) => [name, fields.get(name) ?? '']),
    ['theme', theme === 'auto' ? '' : theme], ['lang', lang],
    // Where a policy forbids style attributes this goes into the page's own style sheet.
    ['style', width ? `width: ${width}px; height: ${height}px` : ''],
  ].filter(([, value]) => value).map(([name, value]) => ` ${name}="${escaped(value ?? '')}"`);
  return `<script type="module" src="${escaped(place.element)}"></script>\n<turning-point${attributes.join('')}>\n  <p>${escaped(place.title)}</p>\n</turning-point>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}
