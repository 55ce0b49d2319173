// The interface in five languages: every file holds every word with the same places, and the reader can change the language
// without losing the place. Layout from right to left.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { directionOf, interfaceLanguage, nameOf } from '../../web/src/languages.ts';
import { wordsOf } from '../../web/src/wording.ts';
import { violations } from './support/access.ts';
import { notInFirefox, projectRoot, settle, state, storyUrl } from './support/browser.ts';
import { hostPage, isMock, stage, untilState } from './support/stage.ts';

const { visit } = stage();
const story = await storyUrl();
const folder = join(projectRoot, 'web/src/languages');
const file = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Record<string, unknown>;
/** The program has its own English. */
const inProgram = Object.fromEntries([...(await readFile(join(projectRoot, 'src/app/words.cpp'), 'utf8')).matchAll(/^ {4}\.(\w+) = "(.*)",$/gm)].map(([, name, text]) => [name, text]));
const english = { ...(await file('en.json')), later: await file('en_later.json'), canvas: inProgram };
const languages = (await readdir(folder)).filter((name) => !name.startsWith('en')).map((name) => name.replace('.json', '')).sort();
const widget = (page: Page) => page.locator('turning-point');

/** Every text by its path; the forms of a plural are one text. */
function texts(data: unknown, path = ''): Map<string, string[]> {
  if (typeof data === 'string') return new Map([[path, [data]]]);
  const fields = data as Record<string, unknown>;
  if (typeof fields['other'] === 'string') return new Map([[path, Object.entries(fields).filter(([key]) => key !== 'by').map(([, text]) => String(text))]]);
  return new Map(Object.entries(fields).flatMap(([key, value]) => [...texts(value, path ? `${path}.${key}` : key)]));
}

const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort().join();

test('Languages: English, and four besides', () => assert.deepEqual(languages, ['az', 'hy', 'ru', 'tr']));

for (const language of languages) {
  test(`Languages: ${language} has every word of English, none besides, and the same places in each`, async () => {
    const own = texts(await file(`${language}.json`));
    const all = texts(english);
    assert.deepEqual([...own.keys()].sort(), [...all.keys()].sort());
    for (const [path, [first = '']] of all) {
      const most = all.get(path)!.map(places).sort().at(-1);
      for (const text of own.get(path)!) {
        assert.ok(text.trim(), `${path} is empty`);
        // A form for none or for one may leave the number out, as in English.
        if (all.get(path)!.length === 1) assert.equal(places(text), places(first), `${path}: ${text}`);
        else assert.ok([most, '', ...all.get(path)!.map(places)].includes(places(text)), `${path}: ${text}`);
      }
    }
  });

  test(`Languages: ${language} has a form for every number that it counts with`, async () => {
    const data = await file(`${language}.json`);
    const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const check = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const forms = value as Record<string, unknown>;
      if (typeof forms['other'] !== 'string') return Object.entries(forms).forEach(([key, inner]) => check(inner, `${path}.${key}`));
      const wanted = '=1' in forms ? [] : rules.filter((rule) => rule !== 'other');
      for (const rule of wanted) assert.ok(typeof forms[rule] === 'string' || language !== 'ru', `${path} lacks "${rule}"`);
    };
    check(data, language);
  });
}

test('Languages: words are filled in, counted and numbered as the language does', () => {
  const words = wordsOf<{ found: (n: number) => string; of: (a: number, b: string) => string; plain: string }>(
    { found: { by: '0', '=0': 'ничего', one: '{0} результат', few: '{0} результата', many: '{0} результатов', other: '{0} результата' }, of: '{1}: {0}', plain: 'слово' }, 'ru');
  assert.deepEqual([0, 1, 2, 5, 21].map((n) => words.found(n)), ['ничего', '1 результат', '2 результата', '5 результатов', '21 результат']);
  assert.equal(words.of(12345, '$&'), `$&: ${(12345).toLocaleString('ru')}`);
  assert.equal(words.plain, 'слово');
  assert.deepEqual(['AZ-Latn', 'de', '', 'ru-RU'].map(interfaceLanguage), ['az', 'en', 'en', 'ru']);
  assert.deepEqual(['ar', 'ar-XB', 'en-XB', 'az-Arab', 'az', 'hy'].map(directionOf), ['rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
  assert.equal(nameOf('tr'), 'Türkçe');
});

test('Languages: a reader of English loads no other one', () => visit('', {}, async ({ requests }) => {
  assert.deepEqual(requests.filter((url) => /\/(az|hy|ru|tr)-\w+\.js/.test(url)), []);
}));

const kTold = { en: 'One clause, told in English', az: 'Azərbaycanca başlıq' };
/** The site's story with one step in two languages. */
const bilingual = (page: Page) => page.route(`**/${story}`, async (route) => {
  const data = await (await route.fetch()).json() as { languages: string[]; tours: { title: unknown; steps: { title: unknown }[] }[] };
  data.languages = ['en', 'az'];
  data.tours[0]!.steps[0]!.title = kTold;
  await route.fulfill({ json: data });
});
const host = (lang: string, more = '') => ({
  before: async (page: Page) => {
    await bilingual(page);
    await hostPage(page, `<div lang="${lang}"${more}><turning-point story="${story}" loading="eager"></turning-point></div>`);
  },
});

async function choose(page: Page, name: RegExp): Promise<void> {
  await widget(page).locator('.tool.more').click();
  await widget(page).getByRole('menuitemradio', { name }).click();
  await settle(page);
}

test('Languages: the menu changes story and buttons, and the tour’s step is told anew', () => visit('host.html', host('en'), async ({ page, requests }) => {
  await widget(page).locator('.tool.tour').click();
  await widget(page).locator('.tour-title', { hasText: kTold.en }).waitFor();
  await choose(page, /^Azərbaycan\p{L}*$/iu);
  await widget(page).locator('.tour-title', { hasText: kTold.az }).waitFor();
  assert.match((await widget(page).locator('.tour-count').textContent())!, /^Addım 1 \/ /);
  assert.equal(await widget(page).locator('.tool.search').getAttribute('title'), 'Axtar (/)');
  assert.equal(await widget(page).locator('.widget').getAttribute('lang'), 'az');
  assert.equal((await state(page)).lang, 'az');
  assert.equal(requests.filter((url) => /\/az-\w+\.js/.test(url)).length, 1);
  assert.match(await page.evaluate(() => document.querySelector('turning-point')!.view), /lang=az/);
  // One that the story is not told in changes the buttons only, and the text says what it is.
  await choose(page, /^Русский/);
  assert.equal((await state(page)).lang, 'en', 'a story that is not told in Russian is told in its own language');
  await widget(page).locator('.tour-title', { hasText: kTold.en }).waitFor();
  assert.equal(await widget(page).locator('.tour-told').getAttribute('lang'), 'en');
  assert.match((await widget(page).locator('.tour-count').textContent())!, /^Шаг 1 из /);
  assert.equal(await widget(page).locator('.card').getAttribute('lang'), 'en');
  assert.equal(await widget(page).locator('.card .section-title').first().getAttribute('lang'), 'ru');
  await choose(page, /^English/);
  assert.match((await widget(page).locator('.tour-count').textContent())!, /^Step 1 of /);
  assert.doesNotMatch(await page.evaluate(() => document.querySelector('turning-point')!.view), /lang=/);
}));

for (const language of languages) {
  test(`Languages: ${language} from the page, with every panel, and axe finds nothing wrong`, notInFirefox('axe reads the same page in any browser, and takes minutes here'), () => visit('host.html', host(language), async ({ page }) => {
    const words = await file(`${language}.json`);
    assert.equal(await widget(page).locator('.widget').getAttribute('lang'), language);
    assert.equal(await widget(page).locator('.tool.next').getAttribute('title'), words['next']);
    for (const key of ['/', 'c', 't', '?']) {
      await widget(page).locator('.card, .panel').first().focus();
      await page.keyboard.press(key);
      await settle(page);
    }
    const kept = await page.evaluate(() => document.querySelector('turning-point')!.shadowRoot!.querySelector('.panel')!.textContent!.includes('{0}'));
    assert.equal(kept, false);
    assert.deepEqual(await violations(page, 'turning-point'), []);
  }));
}

test('Languages: a presentation is told anew where it stands', () => visit('host.html', host('en'), async ({ page }) => {
  await page.evaluate(() => (document.querySelector('turning-point')!.view = '#tour=1&mode=present'));
  await widget(page).locator('.present-title', { hasText: kTold.en }).waitFor();
  await page.evaluate(() => document.querySelector('turning-point')!.setAttribute('lang', 'az'));
  await widget(page).locator('.present-title', { hasText: kTold.az }).waitFor();
  assert.match((await widget(page).locator('.present-kicker').textContent())!, /^Addım 1/);
  assert.equal((await state(page)).mode, 'present');
}));

test('Languages: from right to left the widget is mirrored, whole and inside its page', () => visit('host.html', host('ar-XB', ' dir="rtl"'), async ({ page }) => {
  const box = async (part: string) => (await widget(page).locator(part).boundingBox())!;
  assert.equal(await widget(page).locator('.widget').getAttribute('dir'), 'rtl');
  assert.ok((await box('.side')).x < (await box('.pane.map')).x, 'the card stands on the wrong side');
  assert.ok((await box('.tool.previous')).x > (await box('.tool.next')).x);
  await widget(page).locator('.tool.previous').focus();
  await page.keyboard.press('ArrowLeft');
  assert.match(await page.evaluate(() => document.activeElement!.shadowRoot!.activeElement!.className), /play/);
  for (const width of [1280, 820, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await settle(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}: wider than the window`);
    await widget(page).locator('.tool.more').click();
    const menu = await box('.menu');
    assert.ok(menu.x >= 0 && menu.x + menu.width <= width, `${width}: the menu sticks out`);
    await page.keyboard.press('Escape');
  }
  // Pointers meet what they point at.
  const at = await page.evaluate(() => document.querySelector('turning-point')!.locate('azerbaijan'));
  if (at) {
    await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    await untilState(page, 'state.select === "azerbaijan"');
  }
  assert.ok(at || isMock);
}));

test('Languages: from right to left the page’s text is mirrored and nothing sticks out', () => visit('', {
  before: async (page) => void await page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => (document.documentElement.dir = 'rtl'))),
}, async ({ page }) => {
  for (const width of [1280, 820, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await settle(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}: wider than the window`);
  }
  // Wider, the picture takes the room beside the text, and dates stand above.
  await page.setViewportSize({ width: 1100, height: 800 });
  const event = page.locator('.event').first();
  const date = (await event.locator('.event-date').boundingBox())!;
  const body = (await event.locator('.event-body').boundingBox())!;
  assert.ok(date.x > body.x, 'the date stands on the wrong side');
}));
