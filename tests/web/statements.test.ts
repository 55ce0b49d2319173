// What is told of answers and progress: nothing to anybody who has not asked, and to who has, statements of xAPI that name nobody.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { hears } from '../../web/src/embed_protocol.ts';
import type { Statement } from '../../web/src/statements.ts';
import { distFolder, storyUrl } from './support/browser.ts';
import { hostPage, stage, untilState } from './support/stage.ts';

const { visit } = stage({ strict: true });
const url = await storyUrl();
const story = JSON.parse(await readFile(join(distFolder, url), 'utf8')) as {
  tours: { id: string; steps: { id: string; predict?: string }[] }[];
  quiz: { id?: string; question: string; choices: string[]; answer: number }[];
};
const tour = story.tours.find(({ steps }) => steps.some(({ predict }) => predict))!;
const index = tour.steps.findIndex(({ predict }) => predict);
const asked = story.quiz.find(({ id }) => id === tour.steps[index]!.predict)!;
const wrong = asked.choices.findIndex((_, i) => i !== asked.answer);
const unsettled = { settled: false };

/** Everything that an iframe says through the port, after a greeting with `more`. */
async function greet(page: Page, more: object): Promise<void> {
  await page.evaluate((more) => {
    const { port1, port2 } = new MessageChannel();
    const heard: unknown[] = ((window as unknown as { heard: unknown[] }).heard = []);
    port1.onmessage = ({ data }) => heard.push(data);
    document.querySelector('iframe')!.contentWindow!.postMessage({ type: 'turning-point:hello', ...more }, '*', [port2]);
  }, more);
}
const heard = async (page: Page) => (await page.evaluate('window.heard')) as { type: string; statement?: Statement }[];

const holder = (query = '', attributes = '', script = '') => async (page: Page) => {
  await page.route('**/holder.html', (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8',
    body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Holder</title><link rel="icon" href="data:,"></head><body><iframe ${attributes} src="embed.html${query}" title="Story" width="1000" height="760"></iframe>${script}</body></html>`,
  }));
};

async function frameOf(page: Page): Promise<Frame> {
  const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
  await frame.waitForFunction(() => !!document.querySelector('turning-point')?.shadowRoot?.querySelector('.widget[data-phase="ready"]'));
  return frame;
}

/** Walks the tour to what it asks, guesses, and ends at the last step. */
async function walk(frame: Frame, guess: number): Promise<void> {
  await frame.evaluate(([view]) => (document.querySelector('turning-point')!.view = view!), [`#tour=${tour.id}.${index}`]);
  const panel = frame.locator('turning-point .panel-tour');
  await panel.getByRole('button', { name: 'Next' }).click();
  await panel.locator('.guess-choice').nth(guess).click();
  await panel.locator('.guess-said').waitFor();
}

const listener = (frame: Frame) => frame.locator('turning-point .tour-listener');
const origin = (page: Page) => page.evaluate('origin') as Promise<string>;

test('Statements: an iframe tells nothing that was not asked for', async () => {
  for (const more of [{}, { statements: false }, { statements: 'true' }, { statements: 1 }]) {
    await visit('holder.html', { ...unsettled, before: holder() }, async ({ page, requests }) => {
      const frame = await frameOf(page);
      await greet(page, more);
      await frame.waitForFunction(() => document.documentElement.hasAttribute('data-fits'));
      await frame.evaluate(() => addEventListener('tp-statement', () => document.documentElement.toggleAttribute('data-told', true)));
      const before = requests.length;
      await walk(frame, wrong);
      assert.equal(await frame.locator('html[data-told]').count(), 0, 'a statement was made');
      assert.equal(await listener(frame).count(), 0);
      await page.waitForFunction(() => (window as unknown as { heard: { type: string }[] }).heard.some(({ type }) => type === 'change'));
      assert.deepEqual([...new Set((await heard(page)).map(({ type }) => type))].filter((type) => !['ready', 'height', 'change'].includes(type)), []);
      assert.deepEqual(requests.slice(before).filter((each) => !/\.js$/.test(each)), []);
    });
  }
});

test('Statements: an iframe tells the origin that asks, and the reader whom', () => visit('holder.html', { ...unsettled, before: holder() }, async ({ page }) => {
  const frame = await frameOf(page);
  await greet(page, { statements: true });
  await frame.locator('turning-point[statements]').waitFor();
  await walk(frame, wrong);
  assert.equal(await listener(frame).textContent(), `Your answers and your progress are told to ${await origin(page)}.`);
  await page.waitForFunction(() => (window as unknown as { heard: { type: string }[] }).heard.filter(({ type }) => type === 'statement').length >= 2);
  const told = (await heard(page)).flatMap(({ statement }) => statement ?? []);
  const answered = told.find(({ verb }) => verb.id === 'http://adlnet.gov/expapi/verbs/answered')!;
  const base = new URL('./', page.url()).href;
  assert.equal(answered.object.id, `${base}#${asked.id}`);
  assert.deepEqual(answered.result, { success: false, response: String(wrong) });
  assert.equal(answered.object.definition.interactionType, 'choice');
  assert.deepEqual(answered.object.definition.correctResponsesPattern, [String(asked.answer)]);
  assert.deepEqual(answered.object.definition.choices!.map(({ description }) => description['en']), asked.choices);
  for (const { version, actor, verb, object, timestamp, result } of told) {
    assert.equal(version, '1.0.3');
    assert.deepEqual(actor, { objectType: 'Agent', account: { homePage: new URL('/', base).href, name: 'anonymous' } });
    assert.match(verb.id, /^http:\/\/adlnet\.gov\/expapi\/verbs\/(answered|progressed|completed)$/);
    assert.ok(object.id.startsWith(`${base}#`), object.id);
    assert.equal(new Date(timestamp).toISOString(), timestamp);
    assert.ok(Object.keys(result).length > 0);
  }
  // The last step, once.
  await frame.evaluate(([view]) => (document.querySelector('turning-point')!.view = view!), [`#tour=${tour.id}.${tour.steps.length}`]);
  await page.waitForFunction(() => (window as unknown as { heard: { statement?: { verb: { id: string } } }[] }).heard.some(({ statement }) => statement?.verb.id.endsWith('completed')));
  const completed = (await heard(page)).flatMap(({ statement }) => (statement?.verb.id.endsWith('completed') ? statement : []));
  assert.deepEqual(completed.map(({ object, result }) => [object.id, result]), [[`${base}#${tour.id}`, { completion: true }]]);
  // A greeting without the wish takes it back.
  await greet(page, {});
  await frame.locator('turning-point:not([statements])').waitFor();
}));

test('Statements: an origin without a name, and one that the address does not name, get none', async () => {
  assert.equal(hears('https://school.example', true), 'https://school.example');
  for (const [from, asks] of [['null', true], ['file://', true], ['https://school.example', undefined], ['https://school.example', 'true']] as const) assert.equal(hears(from, asks), null, from);
  await visit('holder.html', { ...unsettled, before: holder('?origin=https://example.org') }, async ({ page }) => {
    const frame = await frameOf(page);
    await greet(page, { statements: true });
    await walk(frame, wrong);
    assert.deepEqual(await heard(page), []);
    assert.equal(await frame.locator('turning-point[statements]').count(), 0);
  });
});

test('Statements: the script for hosts passes them on, for frames that say so', async () => {
  for (const attributes of ['', 'data-statements']) {
    await visit('holder.html', { ...unsettled, bypassCSP: true, before: holder('', attributes, '<script src="embed-host.js"></script>') }, async ({ page }) => {
      await page.evaluate(() => {
        const heard: unknown[] = ((window as unknown as { heard: unknown[] }).heard = []);
        addEventListener('tp-statement', (event) => heard.push([(event.target as Element).localName, (event as CustomEvent).detail.version]));
        addEventListener('tp-change', () => document.body.toggleAttribute('data-changed', true));
      });
      const frame = await frameOf(page);
      await frame.waitForFunction(() => document.documentElement.hasAttribute('data-fits'));
      await walk(frame, wrong);
      await page.locator('body[data-changed]').waitFor();
      const told = (await page.evaluate('window.heard')) as unknown[];
      if (attributes) assert.deepEqual(told[0], ['iframe', '1.0.3']);
      else assert.deepEqual(told, []);
    });
  }
});

for (const asks of [false, true]) {
  test(`Statements: an element in a host’s page ${asks ? 'tells the page that asks' : 'tells nobody'}`, () => visit('host.html', {
    before: (page) => hostPage(page, `<turning-point story="${url}" loading="eager" ${asks ? 'statements' : ''}></turning-point>`),
  }, async ({ page }) => {
    await page.evaluate(() => {
      const heard: unknown[] = ((window as unknown as { heard: unknown[] }).heard = []);
      addEventListener('tp-statement', (event) => heard.push((event as CustomEvent).detail));
    });
    assert.equal(await page.evaluate(() => document.querySelector('turning-point')!.statements), asks);
    const told = async () => ((await page.evaluate('window.heard')) as Statement[]).map(({ verb, object, result }) => [verb.display['en-US'], new URL(object.id).hash, result.success ?? null]);
    // On the wall: the guess, then the story's questions.
    await page.evaluate(([view]) => (document.querySelector('turning-point')!.view = view!), [`#tour=${tour.id}.${index + 1}&mode=present`]);
    const slide = page.locator('turning-point .present-text');
    await slide.locator('.guess').waitFor();
    await page.keyboard.press(String(asked.answer + 1));
    await slide.locator('.guess-said').waitFor();
    const line = page.locator('turning-point .present-listener');
    assert.equal(await line.textContent(), asks ? `Your answers and your progress are told to ${new URL(page.url()).host}.` : '');
    await page.keyboard.press('End');
    const form = slide.locator('form');
    for (let n = story.quiz.length - 1; n >= 0; n -= 1) {
      await form.waitFor();
      await page.keyboard.press(String(story.quiz[n]!.answer + 1));
      await page.keyboard.press('PageDown');
      await form.locator('.question-why').waitFor();
      await page.keyboard.press('PageUp');
    }
    await untilState(page, 'state.mode === "present"');
    const all = await told();
    if (!asks) return assert.deepEqual(all, []);
    assert.deepEqual(all[0], ['answered', `#${asked.id}`, true]);
    assert.equal(all.filter(([verb]) => verb === 'answered').length, 1 + story.quiz.length);
    const completed = ((await page.evaluate('window.heard')) as Statement[]).filter(({ verb, object }) => verb.display['en-US'] === 'completed' && object.id.endsWith('#_quiz'));
    const max = story.quiz.length;
    assert.deepEqual(completed.map(({ result }) => result), [{ completion: true, score: { scaled: 1, raw: max, min: 0, max } }]);
    // Taken back, nothing more is told.
    await page.evaluate(() => (document.querySelector('turning-point')!.statements = false));
    await page.keyboard.press('Home');
    await page.keyboard.press('PageDown');
    assert.equal((await told()).length, all.length);
  }));
}
