// How does one piece of story text become HTML: Markdown, dates, statuses, sources?
import { datetimeOf } from '../src/time_element.ts';
import { kStatusWords, kTrackColours, shapePaths, statusPaths, type MarkPath } from '../src/marks.ts';
import { parseMarkdown, safeUrl, type Inline } from '../src/markdown.ts';
import { writeFragment } from '../src/fragment.ts';
import type { Card, CardSource, Status } from '../src/types.ts';
import { html, type Html, type Part } from './html.ts';

/** Names of everything in the story that has an anchor on the page. */
export type Names = ReadonlyMap<string, string>;

export function prose(text: string | undefined, names: Names): Part {
  if (!text) return null;
  return parseMarkdown(text).map((block) => {
    if (block.type === 'paragraph') return html`<p>${inline(block.children, names)}</p>\n`;
    const items = block.items.map((item) => html`<li>${inline(item, names)}</li>`);
    return block.ordered ? html`<ol>${items}</ol>\n` : html`<ul>${items}</ul>\n`;
  });
}

/** One paragraph or less, for cells and terms. */
export function phrase(text: string | undefined, names: Names): Part {
  return parseMarkdown(text ?? '').map((block, i) => [
    i > 0 ? ' ' : null,
    block.type === 'paragraph' ? inline(block.children, names) : block.items.map((item) => [inline(item, names), ' ']),
  ]);
}

function inline(parts: Inline[], names: Names): Part {
  return parts.map((part): Part => {
    switch (part.type) {
      case 'text': return part.text;
      case 'strong': return html`<strong>${inline(part.children, names)}</strong>`;
      case 'emphasis': return html`<em>${inline(part.children, names)}</em>`;
      case 'link': return html`<a href="${part.url}" rel="noopener">${inline(part.children, names)}</a>`;
      case 'ref': return reference(part.id, part.words ?? names.get(part.id) ?? part.id, names);
    }
  });
}

/** A link to the place in the text; with scripts on it moves the picture too. */
export function reference(id: string, words: string, names: Names): Part {
  return names.has(id) ? html`<a href="#${id}" data-turning-point>${words}</a>` : words;
}

export function time(words: string | undefined, edtf: string | undefined): Part {
  if (!words) return null;
  const datetime = datetimeOf(edtf);
  return datetime ? html`<time datetime="${datetime}">${words}</time>` : words;
}

/** The date of an event, as a link that shows it in the picture. */
export function dateLink(card: Card): Part {
  if (!card.date) return null;
  const view = writeFragment({ at: '', select: card.id });
  return html`<a class="show" href="${view}" data-turning-point title="Show in the picture">${time(card.date, card.dateEdtf)}</a>`;
}

export function statusChip(status: Status | undefined, words?: string): Part {
  if (!status) return null;
  return html`<span class="chip" data-status="${status}">${mark(statusPaths(status))}${words || kStatusWords[status]}</span>`;
}

export function trackChip(card: Card): Part {
  if (!card.kindWords) return null;
  const track = card.track ?? -1;
  if (track < 0) return html`<span class="chip">${card.kindWords}</span>`;
  return html`<span class="chip" data-track="${track % kTrackColours}">${mark(shapePaths(card.shape))}${card.kindWords}</span>`;
}

function mark(paths: MarkPath[]): Html {
  const drawn = paths.map(({ d, fill }) => html`<path class="${fill ? 'fill' : 'line'}" d="${d}"/>`);
  return html`<svg class="mark" viewBox="0 0 16 16" width="11" height="11" aria-hidden="true">${drawn}</svg>`;
}

/** Raised numbers that lead to the list of sources. */
export function sourceMarks(sources: CardSource[] | undefined): Part {
  if (!sources?.length) return null;
  const unique = [...new Map(sources.map((source) => [source.id, source])).values()].sort((a, b) => Number(a.n) - Number(b.n));
  return html`<sup class="cite">${unique.map((source, i) => [
    i > 0 ? ' ' : null,
    html`<a href="#${source.id}" aria-label="Source ${source.n}">${source.n}</a>`,
  ])}</sup>`;
}

export { safeUrl };
