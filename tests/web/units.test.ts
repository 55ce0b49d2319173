// The parts that need no browser: story text, dates, addresses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '../../web/build/html.ts';
import { readFragment, writeFragment } from '../../web/src/fragment.ts';
import { defaultHeight, layoutKind } from '../../web/src/layout_kind.ts';
import { lettersFor } from '../../web/src/letters.ts';
import { parseInlines, parseMarkdown, safeUrl, type Inline } from '../../web/src/markdown.ts';
import { datetimeOf } from '../../web/src/time_element.ts';

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
  const begin = performance.now();
  parseMarkdown('*'.repeat(200_000));
  parseMarkdown('['.repeat(200_000));
  parseMarkdown('**a '.repeat(50_000));
  parseMarkdown('[[a|'.repeat(50_000));
  assert.ok(performance.now() - begin < 5000);
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
