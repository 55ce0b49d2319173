// The page around the picture: the whole story as text, with and without scripts, and both driving each other.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { distFolder, notInFirefox, settle, state, storyUrl } from './support/browser.ts';
import { stage } from './support/stage.ts';

const { visit } = stage();
const kEvent = 'fsa-907-1992';
const withoutScripts = { javaScriptEnabled: false, settled: false };
const html = await readFile(join(distFolder, 'index.html'), 'utf8');

for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
  test(`Article: a link to what is far down shows it, though nothing on the way has been laid out, ${viewport.width} px wide`, () => visit('', { viewport }, async ({ page }) => {
    const sources = page.locator('.sources > li');
    const last = sources.nth((await sources.count()) - 1);
    await page.locator(`a[href="#${await last.getAttribute('id')}"]`).first().click();
    await page.waitForFunction((id) => {
      const { top, bottom } = document.getElementById(id)!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, (await last.getAttribute('id'))!);
    // Back up past what has its height only now: what is read moves by what was scrolled, and by nothing else.
    const kStep = 300;
    await page.mouse.move(viewport.width / 2, viewport.height / 2);
    for (let i = 0; i < 12; i += 1) {
      const from = await page.evaluate(() => scrollY);
      const read = await page.evaluateHandle(() => document.elementFromPoint(innerWidth / 2, innerHeight / 3)!);
      const before = await read.evaluate((element) => element.getBoundingClientRect().y);
      await page.mouse.wheel(0, -kStep);
      await page.waitForFunction((from) => scrollY !== from, from);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.ok(Math.abs((await read.evaluate((element) => element.getBoundingClientRect().y)) - before - kStep) < 3);
    }
  }));
}

test('Article: is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    elements: ['html5', { 'turning-point': { flow: true, phrasing: false, permittedContent: ['@flow'] } }],
    rules: {
      'long-title': 'off', // the question and the title of a story
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      // Not errors of HTML: an id is the story's, and SVG writes its own way.
      'valid-id': 'off',
      'no-inline-style': 'error',
    },
  });
  const report = await validator.validateString(html);
  const lines = report.results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`));
  assert.deepEqual(lines.slice(0, 20), []);
});

test('Article: has no script and no style of its own, for strict policies', () => {
  // A block of data is no script: nothing runs it, and no policy forbids it.
  assert.doesNotMatch(html, /<script(?![^>]*\s(?:src=|type="application\/json"))/);
  assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=/);
});

test('Article: holds the story as data too, behind the text and exactly as its file', async () => {
  const block = /<turning-point story="#([^"]+)"[^]*<\/article>[^]*<script type="application\/json" id="([^"]+)">([^<]*)<\/script>\s*<\/body>/.exec(html);
  assert.ok(block);
  assert.equal(block[1], block[2]);
  assert.deepEqual(JSON.parse(block[3]!), JSON.parse(await readFile(join(distFolder, await storyUrl()), 'utf8')));
});

test('Article: tells the whole story with scripts off', () => visit('', withoutScripts, async ({ page }) => {
  assert.equal(await page.locator('h1').textContent(), 'What did 8 August 2025 change?');
  const events = page.locator('article.event');
  assert.ok((await events.count()) > 0);
  for (const part of ['time[datetime]', 'h3', '.summary', '.chip[data-status]']) {
    assert.equal(await page.locator(`article.event:not(:has(${part}))`).count(), 0, `an event has no ${part}`);
  }
  assert.ok((await page.locator('article.event .cite a').count()) > 0);
  for (const part of ['table.relations', '.series table', 'dl.glossary dfn', 'ol.sources > li']) {
    assert.ok((await page.locator(part).count()) > 0, `no ${part}`);
  }
  assert.ok(await page.locator('h1').isVisible());
  assert.ok(await events.first().locator('.summary').isVisible());
}));

test('Article: every link within the page leads somewhere, every source back to where it is used', () => visit('', withoutScripts, async ({ page }) => {
  const dead = await page.locator('a[href^="#"]').evaluateAll((links) => links
    .map((link) => decodeURIComponent(link.getAttribute('href')!.slice(1)))
    .filter((id) => !/^(at|select)=/.test(id) && !document.getElementById(id)));
  assert.deepEqual(dead, []);
  const doubled = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id).filter((id, i, ids) => ids.indexOf(id) !== i));
  assert.deepEqual(doubled, []);
  const unused = await page.locator('ol.sources > li:not(:has(.cited a))').evaluateAll((items) => items.map(({ id }) => id));
  const cited = await page.locator('.event .cite a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!.slice(1)));
  assert.deepEqual(unused.filter((id) => cited.includes(id)), []);
}));

test('Article: datetime holds what HTML knows as a date', () => visit('', withoutScripts, async ({ page }) => {
  const values = await page.locator('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
  assert.ok(values.length > 0);
  assert.deepEqual(values.filter((value) => !/^\d{4}(-\d\d(-\d\d(T.*)?)?)?$/.test(value ?? '')), []);
}));

test('Article: a link in the text moves the picture too', () => visit('', {}, async ({ page }) => {
  const link = page.locator('.chapter a[data-turning-point][href^="#"]:not(.show)').first();
  const id = (await link.getAttribute('href'))!.slice(1);
  await link.click();
  await settle(page);
  assert.equal((await state(page)).select, id);
  assert.equal(await page.evaluate(() => location.hash), `#${id}`);
}));

test('Article: the date of an event shows it in the picture', () => visit('', {}, async ({ page }) => {
  await page.locator(`#${kEvent} a.show`).click();
  await settle(page);
  assert.equal((await state(page)).select, kEvent);
  const box = await page.locator('turning-point').boundingBox();
  assert.ok(box && box.y > -box.height && box.y < 800, 'the picture is not in view');
}));

test('Article: what is selected in the picture is marked in the text, and the page stays where it is', () => visit('', {}, async ({ page }) => {
  await page.evaluate((id) => document.querySelector('turning-point')!.goTo(id), kEvent);
  await settle(page);
  assert.equal(await page.locator(`#${kEvent}`).getAttribute('aria-current'), 'true');
  assert.equal(await page.locator('.event[aria-current]').count(), 1);
  assert.equal(await page.evaluate(() => window.scrollY), 0);
}));

test('Article: an address opens the view that it names', () => visit(`#at=1995-05-05&select=${kEvent}`, {}, async ({ page }) => {
  const now = await state(page);
  assert.deepEqual([now.select, now.at], [kEvent, '1995-05-05']);
}));

test('Article: an address that names nothing in the story opens the story', () => visit('#at=never&select=nobody', {}, async ({ page, troubles }) => {
  assert.ok((await state(page)).frames > 0);
  troubles.length = 0; // the program may say that it does not know it
}));

test('Article: the address follows the picture without new steps; Back and Forward walk the links that were followed', () => visit('', {}, async ({ page }) => {
  const steps = await page.evaluate(() => history.length);
  await page.getByRole('button', { name: 'Previous', exact: true }).click();
  await page.waitForFunction(() => location.hash.includes('select='));
  const first = await page.evaluate(() => location.hash);
  const before = await state(page);
  assert.equal(await page.evaluate(() => history.length), steps);
  await page.locator(`#${kEvent} a.show`).click();
  await settle(page);
  assert.equal((await state(page)).select, kEvent);
  await page.waitForFunction((id) => location.hash.includes(`select=${id}`) && location.hash.includes('at='), kEvent);
  await page.goBack();
  await page.waitForFunction((hash) => location.hash === hash, first);
  await settle(page);
  assert.equal((await state(page)).select, before.select);
  await page.goForward();
  await page.waitForFunction((id) => location.hash.includes(`select=${id}`), kEvent);
  await settle(page);
  assert.equal((await state(page)).select, kEvent);
}));

test('Article: Back shows the step that it reaches, even if the browser is slow and the picture has just been moved', () => visit('', {}, async ({ page }) => {
  const events = page.locator('article.event');
  const [first, second, third] = await Promise.all([0, 1, 2].map(async (i) => (await events.nth(i).getAttribute('id'))!));
  for (const id of [first, second]) {
    await page.locator(`[id="${id}"] a.show`).click();
    await page.waitForFunction((id) => location.hash.includes(`select=${id}`) && location.hash.includes('at='), id);
  }
  // The address is to follow in a moment; before that the reader goes back, and the browser takes its time for it.
  const askedFor = await page.evaluate(async (id) => {
    const element = document.querySelector('turning-point')!;
    const changed = new Promise((done) => element.addEventListener('tp-change', done, { once: true }));
    element.goTo(id!);
    await changed;
    const asked: string[] = [];
    const view = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'view')!;
    Object.defineProperty(element, 'view', { ...view, set: (hash: string) => (asked.push(hash), view.set!.call(element, hash)) });
    return new Promise<string[]>((done) => {
      window.addEventListener('popstate', () => {
        done([...asked]);
        const end = performance.now() + 600;
        while (performance.now() < end);
      }, { once: true });
      history.back();
    });
  }, third);
  assert.deepEqual(askedFor.map((hash) => /select=([^&]*)/.exec(hash)?.[1]), [first], 'the address names a view that the picture has not been asked for');
  await page.waitForFunction((id) => document.querySelector('turning-point')!.state.select === id, first);
  await page.waitForFunction((id) => location.hash.includes(`select=${id}`), first);
  await page.goForward();
  await settle(page);
  assert.equal((await state(page)).select, second, 'the step that was left has been overwritten');
}));

test('Article: an untouched page has an untouched address', () => visit('', {}, async ({ page }) => {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
  assert.equal(await page.evaluate(() => location.hash), '');
}));

test('Article: prints as text, without what only works on a screen', notInFirefox('its driver cannot show a page as printed'), () => visit('', {}, async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.masthead nav').isVisible(), false);
  assert.ok(await page.locator('article.event').first().isVisible());
}));
