// How is each part of the story written down: chapters with events, actors, relations, numbers, glossary, sources?
import { anchorOf } from '../src/statements.ts';
import type { Card, CardChange, CardLink, CardPhase, CardView } from '../src/types.ts';
import { attribute, html, type Part } from './html.ts';
import type { Outline } from './outline.ts';
import {
  dateLink, phrase, prose, reference, safeUrl, sourceMarks, statusChip, time, trackChip, type Names,
} from './story_html.ts';

export function chapterSections({ chapters, events }: Outline, names: Names): Part {
  const byId = new Map(events.map((event) => [event.id, event]));
  if (chapters.length === 0) return events.map((event) => eventArticle(event, names, 2));
  return chapters.map((chapter, i) => html`<section class="chapter" id="${chapter.id}" aria-labelledby="${chapter.id}-heading">
<div class="chapter-head">
<p class="chapter-number">Chapter ${i + 1}</p>
<h2 id="${chapter.id}-heading">${chapter.title}</h2>
${prose(chapter.text, names)}</div>
${chapter.events.map((id) => byId.get(id)).map((event) => event && eventArticle(event, names, 3))}</section>
`);
}

function eventArticle(event: Card, names: Names, level: 2 | 3): Part {
  const heading = level === 2 ? html`<h2>${event.title}</h2>` : html`<h3>${event.title}</h3>`;
  return html`<article class="event" id="${event.id}"${attribute('data-track', (event.track ?? -1) >= 0 ? event.track : null)}>
<p class="event-date">${dateLink(event)}</p>
<div class="event-body">
<p class="chips">${trackChip(event)} ${statusChip(event.status, event.statusWords)}</p>
${heading}
${event.summary ? html`<p class="summary">${phrase(event.summary, names)}${sourceMarks(event.sources)}</p>` : null}
${prose(event.body, names)}${changes(event.changes)}${views(event.views, names)}${involved(event.actors, names)}</div>
</article>
`;
}

function changes(items: CardChange[] | undefined): Part {
  if (!items?.length) return null;
  return html`<table class="changes"><caption>What changed</caption>
<thead><tr><td></td><th scope="col">Before</th><th scope="col">After</th></tr></thead>
<tbody>${items.map(({ what, before, after }) => html`<tr><th scope="row">${what}</th><td class="before">${before}</td><td class="after">${after}</td></tr>`)}</tbody></table>
`;
}

function views(items: CardView[] | undefined, names: Names): Part {
  if (!items?.length) return null;
  return html`<section class="views"><h4>Who says what</h4><dl>${items.map(({ who, text, sources }) =>
    html`<div><dt>${who}</dt><dd>${phrase(text, names)}${sourceMarks(sources)}</dd></div>`)}</dl></section>
`;
}

function involved(items: CardLink[] | undefined, names: Names): Part {
  if (!items?.length) return null;
  return html`<p class="involved"><span class="label">Involved</span> ${items.map((item, i) => [i > 0 ? ', ' : null, reference(item.id, item.words, names)])}</p>
`;
}

export function actorList({ actors }: Outline, names: Names): Part {
  return html`<div class="actors">${actors.map((actor) => html`<article class="actor" id="${actor.id}">
<h3>${actor.title}</h3>
<p class="kind">${actor.kindWords}${actor.date ? html`, ${time(actor.date, actor.dateEdtf)}` : null}</p>
${actor.also ? html`<p class="also">${actor.also}</p>` : null}
<p>${phrase(actor.summary, names)}${sourceMarks(actor.sources)}</p>
</article>
`)}</div>
`;
}

export function relationTable({ relations }: Outline, names: Names): Part {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table of relations"><table class="relations">
<thead><tr><th scope="col">Between</th><th scope="col">When</th><th scope="col">What</th><th scope="col">Shown by</th></tr></thead>
${relations.map((relation) => relationRows(relation, names))}</table></div>
`;
}

function relationRows(relation: Card, names: Names): Part {
  const phases = relation.phases ?? [];
  const head = html`<th scope="rowgroup" rowspan="${Math.max(1, phases.length)}">${relation.title}</th>`;
  const rows = phases.length > 0
    ? phases.map((phase, i) => html`<tr>${i === 0 ? head : null}${phaseCells(phase, names)}</tr>`)
    : html`<tr>${head}<td></td><td>${relation.summary}</td><td></td></tr>`;
  return html`<tbody id="${relation.id}">${rows}</tbody>
`;
}

function phaseCells(phase: CardPhase, names: Names): Part {
  const doubtful = phase.status && phase.status !== 'fact';
  const saidBy = phase.saidBy?.length ? html` <span class="said-by">according to ${phase.saidBy.join(', ')}</span>` : null;
  return html`<td class="when">${time(phase.date, phase.dateEdtf)}</td>
<td>${phase.label || phase.type}${sourceMarks(phase.sources)}${doubtful ? html` ${statusChip(phase.status, phase.statusWords)}${saidBy}` : null}</td>
<td>${(phase.events ?? []).map((event, i) => [i > 0 ? html`<br>` : null, reference(event.id, event.words, names)])}</td>`;
}

export function seriesTables({ series }: Outline): Part {
  const format = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
  return html`<div class="series">${series.map(({ id, title, unit, points, sources }) => html`<div class="scroll" id="${id}" tabindex="0" role="region"${attribute('aria-label', title)}><table>
<caption>${title}${sourceMarks(sources)}</caption>
<thead><tr><th scope="col">When</th><th scope="col">${unit || 'Value'}</th></tr></thead>
<tbody>${points.map(({ words, edtf, value }) => html`<tr><th scope="row">${time(words, edtf)}</th><td>${value === null ? 'no figure' : format.format(value)}</td></tr>`)}</tbody></table></div>
`)}</div>
`;
}

export function glossaryList({ glossary }: Outline, names: Names): Part {
  return html`<dl class="glossary">${glossary.map(({ id, term, definition, sources }) => html`<div id="${id}">
<dt><dfn>${term}</dfn></dt><dd>${phrase(definition, names)}${sourceMarks(sources)}</dd></div>
`)}</dl>
`;
}

/** Without scripts the answer is behind a line that opens; with them src/page/quiz.ts asks. */
export function quizList({ quiz = [], events: all }: Outline, names: Names): Part {
  const sourcesOf = new Map(all.map(({ id, sources }) => [id, sources]));
  return html`<ol class="quiz">${quiz.map(({ id, question, choices, answer, explanation, events }, n) => html`<li id="${anchorOf(id, n)}" data-answer="${answer}">
<p class="question">${question}</p>
${choices.length > 0 ? html`<ul class="choices">${choices.map((choice) => html`<li>${choice}</li>`)}</ul>` : null}
<details><summary>Answer</summary>
${choices[answer] ? html`<p class="answer-words"><strong>${choices[answer]}</strong></p>` : null}
${prose(explanation, names)}
${events?.length ? html`<p class="involved"><span class="label">See</span> ${events.map((event, i) => [i > 0 ? ', ' : null, reference(event.id, event.words, names), sourceMarks(sourcesOf.get(event.id))])}</p>` : null}
</details></li>
`)}</ol>
`;
}

export function sourceList({ sources }: Outline, names: Names): Part {
  return html`<ol class="sources">${sources.map((source) => {
    const url = safeUrl(source.url);
    const details = [source.authors, source.publisher, source.date].filter(Boolean).join(', ');
    const cited = source.citedBy ?? [];
    return html`<li id="${source.id}" value="${source.n}">${url ? html`<a class="title" href="${url}" rel="noopener">${source.title}</a>` : html`<span class="title">${source.title}</span>`}
${details ? html`<span class="details">${details}.</span>` : null}
${source.seen === false ? html`<span class="not-opened">not opened</span>` : null}
${source.note ? html`<span class="note">${source.note}</span>` : null}
${cited.length > 0 ? html`<span class="cited">Used in ${cited.map((item, i) => [i > 0 ? ', ' : null, reference(item.id, item.words, names)])}</span>` : null}</li>
`;
  })}</ol>
`;
}
