// What stands in dev.html? Every way to put a picture into a page, for people who look and for those who embed.
import { html, type Html } from './html.ts';

export interface GalleryFiles {
  element: string;
  host: string;
  style: string;
  icon: string;
  story: string;
  /** Stories of other shapes: small, deep in time, with every field. */
  others: { title: string; href: string }[];
}

export function devHtml(files: GalleryFiles): string {
  const { story, others } = files;
  const one = (attributes: Html, words: string) => html`<turning-point story="${story}" ${attributes}><p>${words}</p></turning-point>`;
  const part = (id: string, title: string, said: string, body: Html | Html[]) => html`<section id="${id}"><h2>${title}</h2><p>${said}</p>${body}</section>
`;
  const ten = Array.from({ length: 10 }, (_, i) => one(html`loading="lazy" controls="none" at="${1992 + 3 * i}"`, `As of ${1992 + 3 * i}`));
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Turning Point: gallery</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="${files.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${files.style}">
<script type="module" src="${files.element}"></script>
<script src="${files.host}" defer></script>
</head>
<body>
<header><h1>Gallery</h1><p>The element and the iframe in other people’s pages. <a href="./">The page itself</a></p></header>
<main>
${part('wide', 'As wide as its column', 'Nothing but story and date.', one(html`at="2025-08-08"`, 'The story as text'))}
${part('poster', 'Loaded on a press', 'poster and reveal="manual": until then a picture of 8 KB.', one(html`poster="poster.svg" reveal="manual"`, 'The story as text'))}
${part('medium', 'In a column of 720 px', 'A comparison to begin with.', html`<div class="column medium">${one(html`loading="lazy" compare="2023-07-01/2025-08-09"`, 'The story as text')}</div>`)}
${part('two', 'Two beside each other', 'Each on its own: narrow, light and dark.', html`<div class="pair">${one(html`loading="lazy" theme="light" select="azerbaijan"`, 'Light')}${one(html`loading="lazy" theme="dark" select="armenia"`, 'Dark')}</div>`)}
${part('colours', 'In the colours of its page', 'Custom properties and parts.', html`<div class="branded">${one(html`loading="lazy" controls="walk tour"`, 'The story as text')}</div>`)}
${part('short', 'In a flat place', 'Lower than 420 px: timeline and card.', html`<div class="flat">${one(html`loading="lazy" controls="none"`, 'The story as text')}</div>`)}
${part('iframe', 'As an iframe', 'embed.html, its height given by embed-host.js; then one in a sandbox.', html`<iframe src="embed.html#at=1992-10-24" title="The story on 24 October 1992" width="100%" height="640" loading="lazy"></iframe>
<iframe src="embed.html?theme=dark&amp;controls=none" sandbox="allow-scripts allow-popups" title="The story in a sandbox" width="390" height="700" loading="lazy"></iframe>`)}
${others.map(({ title, href }) => part(`story-${title.toLowerCase().replace(/\W+/g, '-')}`, title, 'Another story.', html`<turning-point story="${href}" loading="lazy"><p>${title}</p></turning-point>`))}
${part('ten', 'Ten on one page', 'Those off screen give their graphics back.', html`<div class="ten">${ten}</div>`)}
</main>
</body>
</html>
`.text;
}
