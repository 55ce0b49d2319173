// Stories that want to be more than text: whatever an author writes is shown as words or not at all, in page and iframe.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Card } from '../../web/src/types.ts';
import type { Outline } from '../../web/build/outline.ts';
import { pageHtml } from '../../web/build/page_html.ts';
import { settle } from './support/browser.ts';
import { hostPage, isMock, stage } from './support/stage.ts';

const { visit } = stage();

/** Each would call `hurt()`, leave the page, or show something that is not there. */
const payloads: Record<string, string> = {
  script: '<script>hurt()</script>',
  handler: '<img src=x onerror=hurt()>',
  svg: '<svg onload=hurt()><animate onbegin=hurt() attributeName=x dur=1s></svg>',
  frame: '<iframe srcdoc="<script>parent.hurt()</script>"></iframe>',
  closing: '</script></style></textarea></title></template><script>hurt()</script>',
  comment: '<!--<script>--><script>hurt()</script>',
  attribute: '" onmouseover="hurt()" autofocus onfocus="hurt()" x="',
  quote: '\' onmouseover=\'hurt()\' x=\'',
  template: '${hurt()} {{hurt()}} `hurt()`',
  link: '[press](javascript:hurt())',
  coded: '[press](JaVaScRiPt&#58;hurt()) [press](java\tscript:hurt()) [press](\u0001javascript:hurt())',
  data: '[press](data:text/html,<script>hurt()</script>) [press](vbscript:hurt())',
  reference: '[[javascript:hurt()|press]] [[__proto__]] [[constructor|press]]',
  bidi: '\u202e\u2066hurt()\u2069 \u200f\u061c backwards',
  control: 'a\u0000b\u0007c\ufeffd\u2028e\ufffff',
  entity: '&lt;script&gt;hurt()&lt;/script&gt; &#x3c;script>',
  long: 'long '.repeat(210_000),
};
const kKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

const watch = async (page: Page) => void await page.addInitScript(() => {
  const watched = window as unknown as { hurts: number; hurt: () => void };
  watched.hurts = 0;
  watched.hurt = () => (watched.hurts += 1);
});

async function expectUnhurt(page: Page): Promise<void> {
  for (const frame of page.frames()) assert.equal(await frame.evaluate('window.hurts'), 0, `something ran in ${frame.url()}`);
  assert.equal(await page.evaluate(() => Object.keys(Object.prototype).length + ('polluted' in {} ? 1 : 0)), 0, 'every object has been changed');
  const found = await page.frames().at(-1)!.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document, ...[...document.querySelectorAll('turning-point')].flatMap((each) => each.shadowRoot ?? [])];
    const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
    return all.flatMap((each) => [
      ...(each.matches('turning-point script, iframe[srcdoc], object, embed') || each.getRootNode() instanceof ShadowRoot && each.matches('script, iframe, img') ? [each.tagName] : []),
      ...[...each.attributes].filter(({ name, value }) => name.startsWith('on') || (/^(href|src|action)$/.test(name) && /^\W*(javascript|data|vbscript)/i.test(value) && each.localName === 'a')).map(({ name, value }) => `${name}=${value}`),
    ]);
  });
  assert.deepEqual(found, []);
}

/** A story in which everything that holds words holds these: what the program reads, or what stands in for it. */
function story(long: string): string {
  // A title of a megabyte is enough of them.
  const text = long.slice(0, 2000);
  const extra = `"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}`;
  if (isMock) {
    const card = { id: 'e', title: long, date: text, dateEdtf: '2000', kindWords: text, summary: text, body: text, status: 'claim', statusWords: text,
      actors: [{ id: 'a', words: text }], views: [{ who: text, text }], changes: [{ what: text, before: text, after: text }],
      sources: [{ n: '1', id: 's', title: text, publisher: text, url: 'javascript:hurt()' }] };
    const outline = { story: { id: 'x', title: text, question: text, answer: text, lang: 'en', languages: ['en'] }, title: text, events: [card],
      actors: [{ ...card, id: 'a' }], relations: [1, 2, 3].map((n) => ({ ...card, title: text, id: `r${n}`, phases: [{ label: text, type: text, date: text, status: 'claim', statusWords: text }] })),
      sources: [], glossary: [], tours: [{ id: 't', title: text, steps: [{ id: 'one', title: text, text, select: 'e', at: '2000' }] }] };
    return JSON.stringify(outline).replace(/^\{/, `{${extra},`);
  }
  const plain = { format: 'turning-point/1', id: 'x', languages: ['en'], title: long, question: text, answer: text,
    tracks: [{ id: 'k', title: text }],
    actors: [{ id: 'a', name: text, kind: 'state', summary: text }, { id: 'b', name: text, kind: 'person' }],
    events: [{ id: 'e', when: '2000', title: long, track: 'k', summary: text, body: text, actors: ['a', 'b'] }],
    relations: [{ id: 'r', from: 'a', to: 'b', phases: [{ when: '2000/', type: 'alliance', label: text }] }] };
  return JSON.stringify(plain);
}

/** Shown, or refused in one line: both are fine, and nothing else is. */
async function shown(page: Page): Promise<boolean> {
  const frame = page.frames().at(-1)!;
  const widget = frame.locator('turning-point .widget:is([data-phase="ready"], [data-phase="failed"])');
  await widget.waitFor();
  return (await widget.getAttribute('data-phase')) === 'ready';
}

for (const [name, text] of Object.entries(payloads)) {
  test(`Hostile: ${name} stays text in a page`, () => visit('host.html', {
    settled: false,
    before: async (page) => {
      await watch(page);
      await hostPage(page, '<turning-point story="hostile.json" loading="eager"><p>Text</p></turning-point>');
      await page.route('**/hostile.json', (route) => route.fulfill({ contentType: 'application/json', body: story(text) }));
    },
  }, async ({ page, troubles }) => {
    if (await shown(page)) {
      await settle(page);
      for (const id of ['e', 'a', isMock ? 'r1' : 'r', '']) {
        await page.evaluate((id) => document.querySelector('turning-point')!.goTo(id), id);
        await settle(page);
        await expectUnhurt(page);
      }
      for (const key of ['t', 'c', '/']) await page.locator('turning-point .card').press(key);
      await expectUnhurt(page);
    }
    await expectUnhurt(page);
    assert.deepEqual(troubles.filter((line) => line.startsWith('exception')), []);
    troubles.length = 0;
  }));
}

test('Hostile: a story does no more in an iframe, and its address neither', () => visit('embed.html?story=hostile.json&theme=%22%3E%3Cscript%3Ehurt()%3C/script%3E&lang=%22onload=hurt()&controls=__proto__#select=%3Cimg%20src=x%20onerror=hurt()%3E&at=%22%3E&text=%3Cscript%3E&__proto__=1', {
  settled: false,
  before: async (page) => {
    await watch(page);
    await page.route('**/hostile.json', (route) => route.fulfill({ contentType: 'application/json', body: story(Object.values(payloads).filter((text) => text.length < 999).join(' ')) }));
  },
}, async ({ page, troubles }) => {
  await shown(page);
  await expectUnhurt(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  troubles.length = 0;
}));

test('Hostile: ids that every object has are ids and nothing else', () => visit('', { before: watch }, async ({ page, troubles }) => {
  for (const id of [...kKeys, ...Object.values(payloads).filter((text) => text.length < 999)]) {
    await page.evaluate((id) => document.querySelector('turning-point')!.goTo(id), id);
    await settle(page);
    await page.evaluate((id) => void (document.querySelector('turning-point')!.view = `#select=${encodeURIComponent(id)}&focus=${encodeURIComponent(id)}&tour=${encodeURIComponent(id)}.1&hide=${encodeURIComponent(id)}`), id);
    await settle(page);
  }
  await expectUnhurt(page);
  assert.deepEqual(troubles.filter((line) => line.startsWith('exception')), []);
  troubles.length = 0;
}));

test('Hostile: the page that is built of such a story holds its words as words', () => {
  const all = Object.values(payloads).filter((text) => text.length < 999).join(' ');
  const card = JSON.parse(story(all).replace(/^\{"__proto__[^]*?\}\},/, '{')) as unknown;
  const event: Card = { ...(isMock ? (card as { events: Card[] }).events[0]! : {} as Card), id: 'e', title: all, summary: all, body: all, status: 'claim' };
  const outline: Outline = {
    story: { id: 'x', title: all, question: all, answer: all, subtitle: all, credits: all, license: all, languages: ['en'], lang: 'en' },
    chapters: [{ id: 'c', title: all, text: all, events: ['e'] }], events: [event], actors: [{ ...event, id: 'a' }], relations: [{ ...event, id: 'r' }],
    series: [{ id: 'n', title: all, unit: all, points: [{ edtf: '2000', words: all, value: 1 }] }], glossary: [{ id: 'g', term: all, definition: all }],
    quiz: [{ question: all, choices: [all], answer: 0, explanation: all }],
    sources: [{ n: '1', id: 's', title: all, authors: all, publisher: all, date: all, url: 'javascript:hurt()', note: all }],
  };
  const html = pageHtml(outline, { element: 'e.js', script: 's.js', style: 's.css', icon: 'i.svg', posters: [], modules: [], preload: [], story: JSON.stringify({ title: all }) });
  const tags = [...html.matchAll(/<(script|iframe|img|svg|animate)\b[^>]*>/gi)].map(([tag]) => tag);
  assert.deepEqual(tags.filter((tag) => !/^<svg class="mark"|^<script (type="module" src="[es]\.js"|type="application\/json" id="[^"]+")>$/.test(tag)), []);
  assert.doesNotMatch(html, /<[^>]*\shref="(?!#|https?:|[a-z.]+(?:js|css|svg|json)")/i);
  assert.doesNotMatch(html.replace(/"[^"]*"/g, '""'), /<[a-z][^>]*\son[a-z]+=/i);
});

test('Hostile: the program for the page’s text takes no harm either', { skip: isMock && 'there is no such program' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'turning-point-hostile-'));
  try {
    const file = join(folder, 'story.json');
    for (const [name, text] of Object.entries(payloads)) {
      writeFileSync(file, story(text));
      let said: string;
      try {
        said = execFileSync(process.execPath, [join('../build/web-release', 'outline.cjs'), file], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
      } catch (error) {
        // Refused, with a line for its author.
        assert.match(String((error as { stderr: string }).stderr), /error: /, name);
        continue;
      }
      assert.ok(Array.isArray((JSON.parse(said) as Outline).events), name);
    }
    assert.ok(readFileSync(file).length > 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
