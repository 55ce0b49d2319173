// The parts that need no browser: story text, dates, addresses.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { html } from '../../web/build/html.ts';
import { omitsAll, omittedTools } from '../../web/src/controls.ts';
import { dateWords, daysAround, looksLikeDate } from '../../web/src/edtf.ts';
import { featuresOf } from '../../web/src/features.ts';
import { readFragment, writeFragment, type View } from '../../web/src/fragment.ts';
import { defaultHeight, layoutKind } from '../../web/src/layout_kind.ts';
import { lettersFor } from '../../web/src/letters.ts';
import { parseInlines, parseMarkdown, safeUrl, type Inline } from '../../web/src/markdown.ts';
import { wrapped, xml } from '../../web/src/sheet_words.ts';
import { factsOf, textIn } from '../../web/src/story_facts.ts';
import { datetimeOf } from '../../web/src/time_element.ts';
import type { TurningPointState } from '../../web/src/types.ts';
import { commandsFor, tourOf, viewOf } from '../../web/src/view.ts';
import { projectRoot } from './support/browser.ts';

const text = (words: string): Inline => ({ type: 'text', text: words });

test('Markdown: paragraphs, lists and emphasis are what they look like', () => {
  assert.deepEqual(parseMarkdown('One\ntwo\n\n- a\n- *b*\n  more\n\n1. x'), [
    { type: 'paragraph', children: [text('One two')] },
    { type: 'list', ordered: false, items: [[text('a')], [{ type: 'emphasis', children: [text('b')] }, text(' more')]] },
    { type: 'list', ordered: true, items: [[text('x')]] },
  ]);
  assert.deepEqual(parseInlines('**bold** and _soft_'), [
    { type: 'strong', children: [text('bold')] }, text(' and '), { type: 'emphasis', children: [text('soft')] },
  ]);
});

test('Markdown: points at things of the story with and without words', () => {
  assert.deepEqual(parseInlines('see [[waiver-2025]] and [[azerbaijan|the other side]].'), [
    text('see '), { type: 'ref', id: 'waiver-2025', words: null }, text(' and '),
    { type: 'ref', id: 'azerbaijan', words: 'the other side' }, text('.'),
  ]);
});

test('Markdown: leaves alone what only resembles it', () => {
  for (const plain of ['2 * 3 * 4', 'snake_case_name', '[[', '[[]]', 'a ] b [ c', '[x]', '**', '* *', '[a](', 'end *']) {
    const [only, ...rest] = parseInlines(plain);
    assert.deepEqual([only?.type, rest.length], ['text', 0], plain);
  }
});

test('Markdown: follows http and https only', () => {
  assert.deepEqual(parseInlines('[in](https://example.org/a)'), [{ type: 'link', url: 'https://example.org/a', children: [text('in')] }]);
  for (const url of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', '//example.org', 'file:///etc/passwd', 'x']) {
    assert.deepEqual(parseInlines(`[in](${url})`).map((part) => part.type).includes('link'), false, url);
    assert.equal(safeUrl(url), null, url);
  }
});

test('Markdown: hostile depth and length come back in time', () => {
  // Time of the processor, not of the clock: a busy machine is no fault of the parser's.
  const begin = process.cpuUsage();
  parseMarkdown('*'.repeat(200_000));
  parseMarkdown('['.repeat(200_000));
  parseMarkdown('**a '.repeat(50_000));
  parseMarkdown('[[a|'.repeat(50_000));
  const { user, system } = process.cpuUsage(begin);
  assert.ok(user + system < 5_000_000, `${user + system} µs`);
});

test('Time element: what HTML can say of an EDTF date', () => {
  const cases: [string, string | null][] = [
    ['1992', '1992'], ['1992-10', '1992-10'], ['1992-10-24', '1992-10-24'], ['1992-10-24T15:00:00Z', '1992-10-24T15:00:00Z'],
    ['1988/1994-05-12', '1988'], ['2025-08-08/..', '2025-08-08'], ['../1991', null], ['1992?', '1992'], ['1992-10~', '1992-10'],
    ['199X', null], ['1992-XX', '1992'], ['2020-23', '2020'], ['Y-50000', null], ['0000', null], ['', null],
  ];
  for (const [edtf, wanted] of cases) assert.equal(datetimeOf(edtf), wanted, edtf);
});

test('Fragment: a view survives the way through the address, an anchor is none', () => {
  const view = { at: '2025-08-08', select: 'waiver-2025' };
  assert.equal(writeFragment(view), '#at=2025-08-08&select=waiver-2025');
  assert.deepEqual(readFragment(writeFragment(view)), view);
  assert.deepEqual(readFragment('#select=a%20b'), { at: '', select: 'a b' });
  for (const hash of ['', '#', '#waiver-2025', '#_sources', '#format=1']) assert.equal(readFragment(hash), null, hash);
});

test('Html: values are escaped, HTML is not escaped twice', () => {
  const hostile = '<script>"&\'';
  assert.equal(html`<p title="${hostile}">${[hostile, html`<b>${1}</b>`, null, false]}</p>`.text,
    '<p title="&lt;script&gt;&quot;&amp;&#39;">&lt;script&gt;&quot;&amp;&#39;<b>1</b></p>');
});

test('Layout: changes at 600 and 900 px and below 420 px of height, whatever the window', () => {
  for (let width = 0; width <= 2000; width += 1) {
    const wanted = width >= 900 ? 'wide' : width >= 600 ? 'medium' : 'narrow';
    assert.equal(layoutKind(width, 700, 'auto'), wanted);
    assert.equal(layoutKind(width, 419, 'auto'), 'short');
  }
  assert.equal(layoutKind(1200, 700, 'narrow'), 'narrow');
  assert.equal(defaultHeight('narrow', 380), 'auto');
});

test('letters: files of their own come down for languages and letters that need them, and for no others', () => {
  const story = (languages: string[], title = 'x') => new TextEncoder().encode(JSON.stringify({ format: 'turning-point/1', languages, title }));
  assert.deepEqual(lettersFor('en', story(['en'], 'Əliyev, Çağlayan, Işık – Müller, “naïve”, →')), []);
  assert.deepEqual(lettersFor('', story(['az', 'tr'])), []);
  for (const name of ['Wałęsa', 'Dvořák', 'Ţara', 'Țara', 'Ő', 'Ǧ', 'Ÿ', 'Ā', 'ſ']) assert.deepEqual(lettersFor('', story(['en'], name)), ['european'], name);
  assert.deepEqual(lettersFor('', story(['en'], 'Ильхам Ալիև')), []);
  for (const tag of ['ru', 'uk-UA', 'az-Cyrl', 'kk']) assert.deepEqual(lettersFor('', story(['en', tag])), ['cyrillic'], tag);
  for (const tag of ['hy', 'ka', 'ka-GE']) assert.deepEqual(lettersFor('', story([tag])), ['caucasian'], tag);
  assert.deepEqual(lettersFor('ru', story(['en'])), ['cyrillic']);
  assert.deepEqual(lettersFor('', story(['rue', 'kab'])), []);
  assert.deepEqual(lettersFor('', new Uint8Array()), []);
});

test('Fragment: every address that was ever given out means what it meant', async () => {
  const links = JSON.parse(await readFile(join(projectRoot, 'tests/web/fragments.json'), 'utf8')) as { link: string; view: View }[];
  for (const { link, view } of links) {
    assert.deepEqual(readFragment(link), view, link);
    assert.deepEqual(readFragment(writeFragment(view)), view, `${link} does not survive`);
  }
});

test('Fragment: what is hostile or unknown in it does no harm', () => {
  for (const hash of ['#at=%', '#select=<script>', '#__proto__=1&at=1', '#at=1&hide-status=nonsense,__proto__', '#at=1&ghosts=yes', '#constructor=x&select=a']) {
    const view = readFragment(hash);
    assert.ok(view, hash);
    assert.deepEqual(Object.keys(view).filter((key) => key !== 'at' && key !== 'select'), [], hash);
  }
});

const kState: TurningPointState = {
  at: '2025-08-08', atWords: '', range: '', select: 'a', hover: null, playing: false, layout: 'wide', lang: 'en', frames: 1, cpuMs: 0,
  counts: { events: 0, actors: 0, relations: 0 }, compare: null, trace: null, focus: null, toldBy: null, ghosts: false, places: false,
  brush: null, folded: [], filter: null, hiddenRelations: [], canUndo: false, canRedo: false,
};
const kFeatures = featuresOf(kState, { statuses: [], actors: [{ id: 'a', title: '', count: 0, of: 0 }, { id: 'b', title: '', count: 0, of: 0 }] });

test('View: only what differs from the opening is said, and only what differs from now is done', () => {
  assert.deepEqual(viewOf(kState, [], ''), { at: '2025-08-08', select: 'a' });
  const view: View = { at: '1999', select: 'b', compare: '1991/1992', hideTracks: ['law'], ghosts: true, folded: ['x'] };
  assert.deepEqual(commandsFor(view, kState, kFeatures), [
    { type: 'select', id: 'b' }, { type: 'setTime', edtf: '1999' }, { type: 'compare', a: '1991', b: '1992' },
    { type: 'filter', hideTracks: ['law'], hideStatuses: [], actors: [], text: '', mode: 'dim' },
    { type: 'ghosts', on: true }, { type: 'fold', id: 'x', folded: true },
  ]);
  const there = { ...kState, at: '1999', select: 'b', compare: '1991/1992', ghosts: true, folded: ['x'], filter: { hideTracks: ['law'], hideStatuses: [], actors: [], text: '', mode: 'dim' as const, shown: 1, of: 2 } };
  assert.deepEqual(viewOf(there, [], ''), view);
  assert.equal(viewOf(there, [], 'az').lang, 'az');
  assert.deepEqual(commandsFor({ at: '', select: 'b' }, there, kFeatures).map(({ type }) => type), ['compare', 'filter', 'ghosts', 'fold']);
});

test('View: an older program is sent nothing that it does not know', () => {
  const { at, atWords, range, select, hover, playing, layout, lang, frames, cpuMs, counts } = kState;
  const plain = { at, atWords, range, select, hover, playing, layout, lang, frames, cpuMs, counts };
  const all: View = { at: '1', select: 'b', compare: '1/2', trace: 'a/b', toldBy: 'a', focus: 'a', brush: '1/2', ghosts: true, places: true, folded: ['a'], hideTracks: ['a'], hideRelations: ['x'] };
  assert.deepEqual(commandsFor(all, plain, featuresOf(plain, null)).map(({ type }) => type), ['select', 'setTime']);
});

test('View: a tour is named by the number of its step', () => {
  const step = (id: string) => ({ id, title: '', text: '', at: '', range: '', select: '', compare: null, lens: '', notes: '', predict: '' });
  const tours = [{ id: 'one', title: '', steps: [step('x'), step('y')] }, { id: 'two.b', title: '', steps: [step('z')] }];
  assert.deepEqual(tourOf('2', tours), { tour: tours[0], step: 1 });
  assert.deepEqual(tourOf('two.b.1', tours), { tour: tours[1], step: 0 });
  for (const word of ['', '0', '3', 'two.b.2', 'nobody.1', 'x']) assert.equal(tourOf(word, tours), null, word);
  assert.equal(viewOf({ ...kState, tour: 'one', step: 'y' }, tours, '').tour, '2');
  assert.equal(viewOf({ ...kState, tour: 'two.b', step: 'z' }, tours, '').tour, 'two.b.1');
});

test('Dates: what a field takes, the days around, and words', () => {
  for (const good of ['1992', '1992-10', '1992-10-24', '1992?', '1992-10-24T15:00:00Z', '199X', '1992-XX', '2020-23', 'Y-50000', '-0044', '1992~']) assert.ok(looksLikeDate(good), good);
  for (const bad of ['', 'yesterday', '24.10.1992', '1992-13', '1992-10-32', '92', '1992/1993', '1992-10-24T25']) assert.ok(!looksLikeDate(bad), bad);
  assert.deepEqual(daysAround('2025-08-08'), ['2025-08-07', '2025-08-09']);
  assert.deepEqual(daysAround('2024-03-01'), ['2024-02-29', '2024-03-02']);
  assert.deepEqual(daysAround('0001-01-01'), ['0000-12-31', '0001-01-02']);
  assert.equal(daysAround('2025-08'), null);
  assert.deepEqual([dateWords('2025-08-08', 'en'), dateWords('2025-08', 'en'), dateWords('0044', 'en'), dateWords('199X', 'en'), dateWords('2025', 'no such language')],
    ['8 August 2025', 'August 2025', '44', '199X', '2025']);
});

test('Story facts: tours and titles in the asked language, nothing from what is no story', () => {
  const story = { id: 's', title: { en: 'E', 'az-Latn': 'A' }, languages: ['en', 'az'], start: { at: '2025' }, tours: [
    { id: 't', title: 'T', steps: [{ id: 'a', title: { az: 'x' }, compare: ['1', '2'], select: 'e' }] }, { id: 'empty', steps: [] }, 7] };
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const facts = factsOf(bytes(story), 'az-Latn-AZ');
  assert.deepEqual([facts.id, facts.title, facts.at, facts.tours.length], ['s', 'A', '2025', 1]);
  assert.deepEqual(facts.tours[0]?.steps[0], { id: 'a', title: 'x', text: '', at: '', range: '', select: 'e', compare: ['1', '2'], lens: '', notes: '', predict: '' });
  for (const odd of [null, 1, [], { tours: { steps: 1 } }, { tours: [{ steps: 'x' }] }, { title: null, start: [] }]) assert.deepEqual(factsOf(bytes(odd), 'en').tours, []);
  assert.deepEqual(factsOf(new TextEncoder().encode('{'), 'en').tours, []);
  assert.equal(textIn({ en: 'E' }, 'hy', 'en'), 'E');
});

test('Controls: which buttons a page leaves out', () => {
  assert.deepEqual(omittedTools(null), []);
  assert.deepEqual(omittedTools('auto'), []);
  assert.ok(omitsAll(omittedTools('none')));
  assert.deepEqual(omittedTools('walk share'), ['search', 'compare', 'tour', 'more']);
});

test('Snapshot: words are well-formed XML, whatever they are', () => {
  assert.equal(xml('a<b>&"c\''), 'a&lt;b&gt;&amp;&quot;c\'');
  assert.equal(xml('a\u0000\u0007b\n\tc'), 'a b c');
  assert.equal(xml('a\ufffe\uffffb\ud800c\udc00d\u{1f600}'), 'abcd\u{1f600}');
});

test('Snapshot: words break into rows, the last one says that there is more', () => {
  const widthOf = (text: string) => text.length;
  assert.deepEqual(wrapped('one two three', 7, 3, widthOf), ['one two', 'three']);
  assert.deepEqual(wrapped('one two three four', 8, 1, widthOf), ['one two…']);
  assert.deepEqual(wrapped('', 8, 1, widthOf), []);
});
