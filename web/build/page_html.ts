// What stands in index.html? The whole story as real HTML, readable before and without any script, and the element.
import { datetimeOf } from '../src/time_element.ts';
import type { Card } from '../src/types.ts';
import { attribute, html, Html, type Part } from './html.ts';
import type { Outline } from './outline.ts';
import { posterPicture } from './poster_html.ts';
import type { Poster } from './posters.ts';
import { actorList, chapterSections, glossaryList, quizList, relationTable, seriesTables, sourceList } from './page_sections.ts';
import { time, type Names } from './story_html.ts';

/** Addresses relative to the page. */
export interface PageFiles {
  /** Null for a file that holds everything: then script and style are texts, not addresses. */
  element: string | null;
  script: string;
  style: string;
  icon: string;
  /** Static pictures of the opening view; see build/posters.ts. */
  posters: Poster[];
  /** The story itself, JSON. */
  story: string;
  /** Scripts and other files that the picture will ask for: begun while the page is still being read. */
  modules: string[];
  preload: string[];
}

/** Where the story's data stand, for the element. */
const kData = '_data';

/** Anchors of the page's own sections: ids of a story never begin with an underscore. */
const kSections = { actors: '_actors', relations: '_relations', series: '_numbers', glossary: '_glossary', quiz: '_quiz', sources: '_sources' } as const;

export function pageHtml(outline: Outline, files: PageFiles): string {
  const { story } = outline;
  const names = namesOf(outline);
  const sections = sectionsOf(outline, names);
  const title = [story.question, story.title].filter(Boolean).join(' · ');
  return html`<!DOCTYPE html>
<html lang="${story.lang}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description"${attribute('content', story.answer || story.subtitle || story.title)}>
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#161719" media="(prefers-color-scheme: dark)">
<link rel="icon" href="${files.icon}" type="image/svg+xml">
${files.element ? html`<link rel="stylesheet" href="${files.style}">
<link rel="alternate" type="application/json+oembed" href="oembed.json" title="${story.title}">` : new Html(`<style>${files.style}</style>`)}
${files.preload.map((href) => html`<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="${href}">\n`)}${files.modules.map((href) => html`<link rel="modulepreload" fetchpriority="low" href="${href}">
`)}${files.element ? html`<script type="module" src="${files.element}"></script>
<script type="module" src="${files.script}"></script>` : null}
</head>
<body>
<header class="masthead">
<a class="skip" href="#_text">Skip to the text</a>
<p class="wordmark">Turning Point</p>
<nav aria-label="Sections"><ul>${sections.map(({ id, short }) => html`<li><a href="#${id}">${short}</a></li>`)}</ul></nav>
</header>
<main>
<div class="picture">
<turning-point story="#${kData}" loading="eager"${attribute('data-script', files.element)}${attribute('data-worker', files.element && 'sw.js')}>
<div slot="heading" class="heading">
<p class="kicker">${story.title}</p>
<h1>${story.question || story.title}</h1>
${story.answer ? html`<p class="answer">${story.answer}</p>` : null}
</div>
<div class="opening">
${posterPicture(files.posters, `${story.title}: the relationship map and the timeline as they open. Everything they show is in the text below.`, 'poster')}
${contents(outline)}
</div>
</turning-point>
</div>
<div class="text" id="_text">
<div class="standfirst">
${story.subtitle ? html`<p class="subtitle">${story.subtitle}</p>` : null}
<p class="byline">${story.updatedWords ? html`Updated ${time(story.updatedWords, story.updated)}. ` : null}Every statement leads to its sources and says whether it is a fact, somebody’s claim, or disputed.</p>
</div>
${outline.events.length > 0 ? html`<p class="follow"><label><input type="checkbox" checked> The picture follows the text</label></p>
` : null}${sections.map(({ id, heading, body }) => id === '_story' ? html`<div id="${id}">${body}</div>` : html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${heading}</h2>
${body}
</section>
`)}</div>
</main>
<footer class="colophon">
${story.credits ? html`<p>${story.credits}</p>` : null}
<p>${story.license ? html`Text: ${licenceWords(story.license)}. ` : null}Program: MIT licence.</p>
</footer>
${dataBlock(files.story)}${files.element ? null : new Html(`\n<script type="module">${files.script.replace(/<(?=\/script|!--)/gi, '\\x3c')}</script>`)}
</body>
</html>
`.text;
}

/**
 * The story once more, for the program. Here and not in a file of its own, because the two hold the same words: packed together
 * they are a quarter smaller. Last, so that the text is there first.
 */
function dataBlock(json: string): Html {
  return new Html(`<script type="application/json" id="${kData}">${json.replace(/</g, '\\u003c')}</script>`);
}

/** What the element shows while there is no picture: the way into the text. */
function contents({ chapters, events }: Outline): Part {
  if (chapters.length === 0) return null;
  const byId = new Map(events.map((event) => [event.id, event]));
  return html`<nav class="contents" aria-label="Chapters">
<h2>The story in ${chapters.length} chapters</h2>
<ol>${chapters.map((chapter) => html`<li><a href="#${chapter.id}">${chapter.title}</a> <span class="years">${yearsOf(chapter.events, byId)}</span></li>`)}</ol>
</nav>`;
}

/** "1991–2001": the years in which a chapter's events begin. */
function yearsOf(ids: string[], byId: ReadonlyMap<string, Card>): string {
  const years = ids.map((id) => datetimeOf(byId.get(id)?.dateEdtf)?.slice(0, 4)).filter((year) => year !== undefined).sort();
  const [first, last] = [years[0], years.at(-1)];
  return first === last ? (first ?? '') : `${first}–${last}`;
}

interface Section {
  id: string;
  short: string;
  heading: string;
  body: Part;
}

function sectionsOf(outline: Outline, names: Names): Section[] {
  const all: (Section & { size: number })[] = [
    { id: '_story', short: 'Story', heading: 'Story', size: outline.events.length, body: chapterSections(outline, names) },
    { id: kSections.actors, short: 'Actors', heading: 'Who is involved', size: outline.actors.length, body: actorList(outline, names) },
    { id: kSections.relations, short: 'Relations', heading: 'Relations and how they changed', size: outline.relations.length, body: relationTable(outline, names) },
    { id: kSections.series, short: 'Numbers', heading: 'Numbers', size: outline.series.length, body: seriesTables(outline) },
    { id: kSections.glossary, short: 'Glossary', heading: 'Glossary', size: outline.glossary.length, body: glossaryList(outline, names) },
    { id: kSections.quiz, short: 'Questions', heading: 'Questions to check yourself', size: outline.quiz?.length ?? 0, body: quizList(outline, names) },
    { id: kSections.sources, short: 'Sources', heading: 'Sources', size: outline.sources.length, body: sourceList(outline, names) },
  ];
  return all.filter(({ size }) => size > 0);
}

function namesOf(outline: Outline): Names {
  const names = new Map<string, string>();
  for (const { id, title } of [...outline.events, ...outline.actors, ...outline.relations, ...outline.series, ...outline.chapters]) names.set(id, title);
  for (const { id, term } of outline.glossary) names.set(id, term);
  for (const { id, title } of outline.sources) names.set(id, title);
  return names;
}

function licenceWords(licence: string): Part {
  return /^CC[ -]BY[ -]4\.0$/i.test(licence)
    ? html`<a rel="license noopener" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>` : licence;
}
