// The questions of the page: answered with keys alone, said politely, explained with events and sources, kept nowhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { violations } from './support/access.ts';
import { notInFirefox, state } from './support/browser.ts';
import { stage, untilState } from './support/stage.ts';

const { visit } = stage();
const first = (page: Page) => page.locator('.quiz > li').first();
const reach = async (page: Page) => {
  await page.locator('.quiz').scrollIntoViewIfNeeded();
  await first(page).getByRole('radio').first().waitFor();
};

test('Quiz: nothing of it is loaded before the reader comes near', () => visit('', {}, async ({ page, requests }) => {
  assert.equal(requests.filter((url) => /quiz|en_later/.test(url)).length, 0);
  await reach(page);
  assert.ok(requests.some((url) => /quiz/.test(url)));
}));

test('Quiz: is a group of choices with a name, picked and answered with keys alone', () => visit('', {}, async ({ page }) => {
  await reach(page);
  const group = first(page).getByRole('group', { name: 'Was Section 907 repealed in August 2025?' });
  assert.equal(await group.count(), 1);
  await first(page).getByRole('button', { name: 'Check the answer' }).press('Enter');
  assert.equal(await first(page).getByRole('status').textContent(), 'Choose an answer first.');
  await group.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await first(page).getByRole('status').textContent(), 'Not quite. The answer is: No, it was waived');
  assert.match((await first(page).locator('.question-why').textContent())!, /Repeal needs an act of Congress/);
  assert.match((await page.locator('.quiz-score').textContent())!, /^0 of 1 /);
}));

test('Quiz: the explanation leads to its events and their sources', () => visit('', {}, async ({ page }) => {
  await reach(page);
  await first(page).getByRole('radio').nth(2).check();
  await first(page).getByRole('button', { name: 'Check the answer' }).click();
  assert.equal(await first(page).getByRole('status').textContent(), 'Right.');
  assert.match((await page.locator('.quiz-score').textContent())!, /^1 of 1 /);
  const source = first(page).locator('.cite a').first();
  assert.match((await source.getAttribute('href'))!, /^#/);
  await first(page).getByRole('link', { name: 'Section 907 waived again' }).click();
  await untilState(page, 'state.select === "waiver-2025"');
}));

test('Quiz: asks again from the beginning, and the first answer is the one that counts', () => visit('', {}, async ({ page }) => {
  await reach(page);
  await first(page).getByRole('radio').first().check();
  await first(page).getByRole('button', { name: 'Check the answer' }).click();
  await first(page).getByRole('button', { name: 'Ask again' }).click();
  assert.equal(await first(page).locator('input:checked').count(), 0);
  assert.equal(await first(page).locator('.question-why').isVisible(), false);
  await first(page).getByRole('radio').nth(2).check();
  await first(page).getByRole('button', { name: 'Check the answer' }).click();
  assert.match((await page.locator('.quiz-score').textContent())!, /^0 of 1 /);
}));

test('Quiz: answers are kept nowhere and sent nowhere', () => visit('', {}, async ({ page, context, requests }) => {
  await reach(page);
  const before = requests.length;
  await first(page).getByRole('radio').first().check();
  await first(page).getByRole('button', { name: 'Check the answer' }).click();
  assert.equal(requests.length, before);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  assert.deepEqual(await context.cookies(), []);
  assert.equal(await page.evaluate(() => location.search), '');
  await page.reload();
  await reach(page);
  assert.equal(await page.locator('.quiz input:checked').count(), 0);
}));

test('Quiz: without scripts the questions stand there with their answers', () => visit('', { javaScriptEnabled: false, settled: false }, async ({ page }) => {
  assert.equal(await first(page).locator('details').count(), 1);
  assert.match((await first(page).locator('details').textContent())!, /No, it was waived/);
}));

for (const scripts of [true, false]) {
  test(`Quiz: on paper all questions come first, with nothing picked, then all answers with their sources, ${scripts ? 'answered or not' : 'without scripts'}`, notInFirefox('its driver cannot show a page as printed'), () => visit('', { javaScriptEnabled: scripts, settled: scripts }, async ({ page }) => {
    if (scripts) {
      await reach(page);
      await first(page).getByRole('radio').first().check();
      await first(page).getByRole('button', { name: 'Check the answer' }).click();
      await first(page).locator('.question-why').waitFor();
    }
    await page.emulateMedia({ media: 'print' });
    const items = await page.locator('.quiz > li').all();
    assert.ok(items.length > 1);
    const tops = { questions: [] as number[], answers: [] as number[] };
    for (const item of items) {
      const choices = item.locator(scripts ? '.question-words' : '.choices > li');
      const answer = item.locator('.answer-words');
      assert.ok(await choices.first().isVisible() && await answer.isVisible(), 'a question or its answer is not printed');
      assert.ok((await choices.allTextContents()).includes((await answer.innerText()).trim()));
      assert.equal(await item.locator('details .involved').isVisible(), true, 'no way to the sources');
      assert.ok((await item.locator('details > p').nth(1).innerText()).length > 20, 'no explanation');
      assert.equal(await item.locator('.question-said, .question-why, .question-ways').filter({ visible: true }).count(), 0);
      tops.questions.push((await choices.last().boundingBox())!.y);
      tops.answers.push((await answer.boundingBox())!.y);
    }
    assert.ok(Math.max(...tops.questions) < Math.min(...tops.answers), 'an answer stands among the questions');
    assert.deepEqual(tops.answers, [...tops.answers].sort((a, b) => a - b));
    // Right, wrong and picked look like the rest.
    const looks = await first(page).locator('.question-choice').evaluateAll((all) => all.map((each) => {
      const { border, boxShadow, background } = getComputedStyle(each);
      const words = getComputedStyle(each.querySelector('.question-words')!);
      return [border, boxShadow, background, words.textDecorationLine, getComputedStyle(each.querySelector('input')!).appearance].join();
    }));
    assert.ok(new Set(looks).size <= 1, looks.join('\n'));
  }));
}

test('Quiz: what is printed is there once more after each answer', () => visit('', {}, async ({ page }) => {
  await reach(page);
  for (let i = 0; i < 2; i += 1) {
    await first(page).getByRole('radio').first().check();
    await first(page).getByRole('button', { name: 'Check the answer' }).click();
    assert.match((await first(page).locator('.question-why').innerText())!, /Repeal needs an act of Congress/);
    await first(page).getByRole('button', { name: 'Ask again' }).click();
  }
  assert.match((await first(page).locator('details').textContent())!, /No, it was waived[^]*Repeal needs an act of Congress/);
  assert.equal(await first(page).locator('details').isVisible(), false);
}));

test('Quiz: axe finds nothing wrong, asked and answered', notInFirefox('axe reads the same page in any browser, and takes minutes here'), () => visit('', {}, async ({ page }) => {
  await reach(page);
  assert.deepEqual(await violations(page, '#_quiz'), []);
  await first(page).getByRole('radio').first().check();
  await first(page).getByRole('button', { name: 'Check the answer' }).click();
  assert.deepEqual(await violations(page, '#_quiz'), []);
  assert.ok((await state(page)).frames > 0);
}));
