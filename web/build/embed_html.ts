// What stands in embed.html, the page for iframes? The element, its poster, and the way to the text. And oembed.json.
import { attribute, html } from './html.ts';
import type { Outline } from './outline.ts';
import { posterPicture } from './poster_html.ts';
import type { Poster } from './posters.ts';

export interface EmbedFiles {
  element: string;
  script: string;
  style: string;
  icon: string;
  story: string;
  posters: Poster[];
}

export const kEmbedSize = { width: 960, height: 640 };

export function embedHtml({ story }: Outline, files: EmbedFiles): string {
  return html`<!DOCTYPE html>
<html lang="${story.lang}">
<head>
<meta charset="utf-8">
<title>${story.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description"${attribute('content', story.answer || story.subtitle || story.title)}>
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="${files.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${files.style}">
<link rel="modulepreload" href="${files.element}">
<script type="module" src="${files.script}"></script>
</head>
<body>
<main>
<h1>${story.title}</h1>
<turning-point data-script="${files.element}" data-story="${files.story}">
${posterPicture(files.posters, `${story.title}: the relationship map and the timeline as they open`)}
<p class="whole"><a href="./" target="_blank" rel="noopener">${story.question || story.title}: read the story as text</a></p>
</turning-point>
</main>
</body>
</html>
`.text;
}

/** The page's answer to whoever asks how to show it. `address`: where the site will lie, ending in a slash; '' where nobody knows. */
export function oEmbed({ story }: Outline, address: string, poster: Poster | undefined): string {
  const title = [story.question, story.title].filter(Boolean).join(' · ');
  const frame = html`<iframe src="${address}embed.html" title="${title}" width="${kEmbedSize.width}" height="${kEmbedSize.height}" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`;
  return `${JSON.stringify({
    version: '1.0', type: 'rich', provider_name: 'Turning Point', title, ...kEmbedSize, html: frame.text,
    ...(poster && address ? { thumbnail_url: address + poster.name, thumbnail_width: poster.width, thumbnail_height: poster.height } : {}),
  }, null, 1)}\n`;
}
