// Steps that ask before they are told: nothing of the answer shows before the guess, and what came of it is said in words, in the
// panel, on the wall and in the presenter's window.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsAndSizes } from './support/access.ts';
import { distFolder, notInFirefox, settle, state, storyUrl } from './support/browser.ts';
import { hostPage, stage, untilState } from './support/stage.ts';

interface Step { id: string; title: string; text: string; select: string; at: string; predict?: string }
interface Question { id?: string; question: string; choices: string[]; answer: number }

const { visit } = stage();
const url = await storyUrl();
const story = JSON.parse(await readFile(join(distFolder, url), 'utf8')) as { tours: { id: string; steps: Step[] }[]; quiz: Question[] };
const [tour] = story.tours.filter(({ steps }) => steps.some(({ predict }) => predict));
assert.ok(tour, 'no tour of the story asks first');
const index = tour.steps.findIndex(({ predict }) => predict);
const step = tour.steps[index]!;
const before = tour.steps[index - 1]!;
const { question, choices, answer } = story.quiz.find(({ id }) => id === step.predict)!;
const right = choices[answer]!;
const wrong = choices.find((_, i) => i !== answer)!;
const at = (i: number, mode = '') => `#tour=${tour.id}.${i + 1}${mode}`;

const widget = (page: Page) => page.locator('turning-point');
const panel = (page: Page) => widget(page).locator('.panel-tour');
const slide = (page: Page) => widget(page).locator('.present-text');
const next = (page: Page) => panel(page).getByRole('button', { name: /^(Next|End tour)$/ }).last();
const shown = async (page: Page) => {
  await settle(page);
  const { at, select, compare } = await state(page);
  return { at, select, compare };
};

async function expectUntold(page: Page, where: 'panel' | 'slide'): Promise<void> {
  const place = where === 'panel' ? panel(page) : slide(page);
  await place.getByRole('group', { name: question }).waitFor();
  const text = (await place.textContent())!;
  assert.ok(!text.includes(step.title), 'the title is told');
  assert.ok(!text.includes('[[') && (await place.locator('.tour-told, .present-prose').count()) === 0, 'the text is told');
  assert.deepEqual(await place.locator('.guess-choice').allTextContents(), choices);
  assert.equal((await state(page)).step, step.id, 'the reader is elsewhere');
}

test('Predict: the picture keeps to the step before until somebody has guessed', () => visit(at(index - 1), {}, async ({ page }) => {
  await next(page).waitFor();
  const kept = await shown(page);
  assert.equal(kept.select, before.select);
  await next(page).click();
  await expectUntold(page, 'panel');
  assert.deepEqual(await shown(page), kept, 'the picture has moved');
  await panel(page).getByRole('button', { name: wrong, exact: true }).click();
  await untilState(page, `state.select === ${JSON.stringify(step.select)}`);
  assert.equal(await panel(page).locator('.tour-title').textContent(), step.title);
  assert.equal(await panel(page).locator('.guess-said').textContent(), `You chose: ${wrong}. Not quite. The answer is: ${right}`);
  assert.equal(await panel(page).locator('.guess-outcome p').first().textContent(), question);
}));

test('Predict: a right guess is said to be one, with keys alone, and is not asked again', () => visit(at(index), {}, async ({ page, context, requests }) => {
  await expectUntold(page, 'panel');
  const choice = panel(page).getByRole('button', { name: right, exact: true });
  await choice.focus();
  const sent = requests.length;
  await page.keyboard.press('Enter');
  const said = `You chose: ${right}. Right.`;
  await panel(page).locator('.guess-said', { hasText: said }).waitFor();
  // From here one goes on, and what has been said stands in one live region.
  assert.equal(await next(page).evaluate((node) => (node.getRootNode() as ShadowRoot).activeElement === node), true);
  assert.equal(await panel(page).locator('.guess-said').evaluate((node) => node.closest('[aria-live="polite"]') !== null && node.querySelector('[aria-live], [role="status"]') === null), true);
  await panel(page).getByRole('button', { name: 'Previous' }).click();
  await untilState(page, `state.step === ${JSON.stringify(before.id)}`);
  await next(page).click();
  await panel(page).locator('.guess-said', { hasText: said }).waitFor();
  await untilState(page, `state.select === ${JSON.stringify(step.select)}`);
  // Ended and begun again it is still known; nothing is kept or sent.
  await panel(page).getByRole('button', { name: 'End tour' }).first().click();
  await untilState(page, 'state.tour === null');
  await page.evaluate((view) => (document.querySelector('turning-point')!.view = view), at(index));
  await panel(page).locator('.guess-said', { hasText: said }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(requests.slice(sent).filter((each) => !/\.js$|icon.*svg$/.test(each)), []);
  // The address follows the picture in a moment, and is what comes again.
  await page.waitForFunction(() => location.hash.includes('tour='));
  await page.reload();
  await expectUntold(page, 'panel');
}));

test('Predict: whoever only wants to be shown is shown, by a button of its own and by Next', async () => {
  for (const name of ['Show me', 'Next']) {
    await visit(at(index), {}, async ({ page }) => {
      await expectUntold(page, 'panel');
      await (name === 'Next' ? next(page) : panel(page).getByRole('button', { name })).click();
      await untilState(page, `state.select === ${JSON.stringify(step.select)}`);
      assert.equal(await panel(page).locator('.guess-said').textContent(), `The answer is: ${right}`);
      assert.equal((await state(page)).step, step.id, 'it went on');
    });
  }
});

test('Predict: an address that says what the answer looks like does not tell it', () => visit(`${at(index)}&at=${step.at}&select=${step.select}`, {}, async ({ page }) => {
  await expectUntold(page, 'panel');
  assert.equal((await shown(page)).select, before.select);
}));

test('Predict: leaving the tour while it asks ends what is shown', () => visit(at(index - 1), {}, async ({ page }) => {
  await next(page).click();
  await expectUntold(page, 'panel');
  await panel(page).getByRole('button', { name: 'End tour' }).first().click();
  await untilState(page, 'state.tour === null && !state.compare');
}));

test('Predict: on the wall one key asks, tells and goes on', () => visit(at(index - 1, '&mode=present'), {}, async ({ page }) => {
  await slide(page).waitFor();
  const kept = await shown(page);
  await page.keyboard.press('PageDown');
  await expectUntold(page, 'slide');
  assert.deepEqual(await shown(page), kept, 'the picture has moved');
  const said = widget(page).locator('.present [role="status"].unseen');
  assert.match((await said.textContent())!, new RegExp(`^Step ${index + 1} of \\d+ asks first: `));
  // Off into the story and back: it still asks, and the picture is where it was.
  await page.keyboard.press('e');
  await page.evaluate((id) => document.querySelector('turning-point')!.goTo(id), step.select);
  await page.keyboard.press('Escape');
  await expectUntold(page, 'slide');
  assert.deepEqual(await shown(page), kept);
  await page.keyboard.press('PageDown');
  await slide(page).locator('.present-title').waitFor();
  await untilState(page, `state.select === ${JSON.stringify(step.select)}`);
  assert.equal(await slide(page).locator('.guess-said').textContent(), `The answer is: ${right}`);
  assert.match((await said.textContent())!, /^The answer is: .* – Step \d+ of \d+: /);
  await page.keyboard.press('PageDown');
  await slide(page).locator('.guess-said').waitFor({ state: 'detached' });
  await page.keyboard.press('PageUp');
  if (index + 1 < tour.steps.length) await slide(page).locator('.guess-said').waitFor();
}));

test('Predict: on the wall a number is the guess', () => visit(at(index, '&mode=present'), {}, async ({ page }) => {
  await expectUntold(page, 'slide');
  await page.keyboard.press('9');
  await expectUntold(page, 'slide');
  await page.keyboard.press(String(answer + 1));
  assert.equal(await slide(page).locator('.guess-said').textContent(), `You chose: ${right}. Right.`);
  await untilState(page, `state.select === ${JSON.stringify(step.select)}`);
}));

test('Predict: what goes on by itself waits for the room', () => visit(at(index - 1, '&mode=present'), {
  before: (page) => page.clock.install().then(() => undefined),
}, async ({ page }) => {
  await slide(page).waitFor();
  await page.keyboard.press('a');
  for (let i = 0; i < 10 && (await slide(page).locator('.guess').count()) === 0; i += 1) await page.clock.runFor(20_000);
  await expectUntold(page, 'slide');
  await page.clock.runFor(300_000);
  await expectUntold(page, 'slide');
  await page.keyboard.press('PageDown');
  assert.equal(await slide(page).locator('.guess-said').count(), 1);
  await page.clock.runFor(300_000);
  assert.equal(await slide(page).locator('.guess-said').count(), 0, 'answered, it does not go on');
}));

test('Predict: the presenter sees that the step asks, and the answer', () => visit(at(index - 1, '&mode=present'), {}, async ({ page }) => {
  await slide(page).waitFor();
  const popup = page.context().waitForEvent('page');
  await widget(page).locator('.present-button.presenter').click();
  const presenter = await popup;
  await presenter.locator('.now h2').waitFor();
  await presenter.keyboard.press('PageDown');
  await presenter.locator('.status', { hasText: 'The audience sees the question' }).waitFor();
  const notes = (await presenter.locator('.now').textContent())!;
  for (const each of [step.title, `Asks first: ${question}`, `The answer is: ${right}`]) assert.ok(notes.includes(each), `${each}: ${notes}`);
  await expectUntold(page, 'slide');
  await presenter.keyboard.press('PageDown');
  await slide(page).locator('.guess-said').waitFor();
  await presenter.waitForFunction(() => document.querySelector('.status')!.textContent === '');
}));

test('Predict: from right to left the choices begin at the right', () => visit('host.html', {
  before: (page) => hostPage(page, `<turning-point lang="ar" story="${url}" loading="eager" tour="${tour.id}" step="${step.id}"></turning-point>`),
}, async ({ page }) => {
  await panel(page).getByRole('group', { name: question }).waitFor();
  assert.equal(await panel(page).locator('.guess-choice').first().evaluate((node) => getComputedStyle(node).direction), 'rtl');
  await panel(page).getByRole('button', { name: wrong, exact: true }).click();
  const [outcome, words] = await panel(page).locator('.guess-outcome').evaluate((node) => [node, node.firstElementChild!].map((each) => each.getBoundingClientRect().right));
  assert.ok(words! < outcome!, 'the line beside the outcome is at its end');
}));

test('Predict: without scripts the step is told as any other, and the question has its place', () => visit('', { javaScriptEnabled: false, settled: false }, async ({ page }) => {
  assert.match((await page.locator(`[id="${step.predict}"] .question`).textContent())!, new RegExp(`^${question.replace(/[?.]/g, '\\$&')}$`));
  assert.equal(await page.locator(`[id="${step.predict}"] details`).count(), 1);
}));

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Predict: axe finds nothing wrong, asked and told, ${colorScheme}`, notInFirefox('axe reads the same page in any browser, and takes minutes here'), async () => {
    for (const mode of ['', '&mode=present']) {
      await visit(at(index, mode), { colorScheme }, async ({ page }) => {
        const place = mode ? slide(page) : panel(page);
        await place.getByRole('group', { name: question }).waitFor();
        assert.deepEqual(await violationsAndSizes(page), [], 'asked');
        await place.locator('.guess-choice').first().click();
        await place.locator('.guess-said').waitFor();
        assert.deepEqual(await violationsAndSizes(page), [], 'told');
      });
    }
  });
}

for (const [where, mode] of [['in the panel', ''], ['on the wall', '&mode=present']] as const) {
  test(`Predict: what a step asks ${where} and what it reveals are both on paper`, notInFirefox('its driver cannot show a page as printed'), () => visit(at(index, mode), {}, async ({ page }) => {
    await expectUntold(page, mode ? 'slide' : 'panel');
    await page.emulateMedia({ media: 'print' });
    const item = page.locator('.quiz > li', { hasText: question });
    assert.ok(await item.getByText(question).isVisible(), 'the question is not on paper');
    for (const choice of choices) assert.ok(await item.getByText(choice, { exact: true }).first().isVisible(), `${choice} is not on paper`);
    assert.equal((await item.locator('.answer-words').innerText()).trim(), right);
    assert.ok(await page.locator(`[id="${step.select}"] .summary`).isVisible(), 'what the step shows is not on paper');
    // Beside the text, and over none of it.
    assert.equal(await page.locator('turning-point').isVisible(), !mode, 'the slide lies over every sheet');
    assert.equal(await page.locator('turning-point picture').isVisible(), !mode);
  }));
}
