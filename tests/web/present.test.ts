// The tour on the whole screen: opened by button, key and address, walked with a clicker's keys, left and come back to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsAndSizes } from './support/access.ts';
import { notInFirefox, settle, state } from './support/browser.ts';
import { isMock, stage, untilState } from './support/stage.ts';

const { visit } = stage();
const widget = (page: Page) => page.locator('turning-point');
const slide = (page: Page) => widget(page).locator('.present-text');
const foot = (page: Page, name: string) => widget(page).locator(`.present-button.${name}`);
const kicker = async (page: Page) => (await slide(page).locator('.present-kicker').textContent()) ?? '';
const wall = { viewport: { width: 1920, height: 1080 }, screen: { width: 1920, height: 1080 } };

const focused = (page: Page) => page.evaluate(() => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.getAttribute('class') ?? active?.tagName.toLowerCase() ?? '';
});
const said = (page: Page) => widget(page).locator('.present [role="status"].unseen').textContent();

async function present(page: Page): Promise<void> {
  await widget(page).locator('.tool.tour').focus();
  await page.keyboard.press('t');
  await widget(page).locator('.panel-tour').waitFor();
  await page.keyboard.press('f');
  await slide(page).waitFor();
  await settle(page);
}

test('Present: fills the window over whatever stands on the page, and gives it back as it was', () => visit('', {}, async ({ page }) => {
  await page.evaluate(() => window.scrollTo(0, 40));
  await widget(page).locator('.tool.tour').click();
  // From here on with keys: a press of the mouse scrolls the page in Firefox's driver.
  const before = (await widget(page).boundingBox())!;
  await widget(page).getByRole('button', { name: /^Present/ }).press('Enter');
  await slide(page).waitFor();
  await settle(page);
  assert.deepEqual(await widget(page).boundingBox(), { x: 0, y: 0, width: 1280, height: 800 });
  assert.equal(await page.evaluate(() => document.elementFromPoint(640, 4)?.tagName), 'TURNING-POINT');
  assert.equal(await page.evaluate(() => document.fullscreenElement?.tagName), 'TURNING-POINT');
  assert.equal((await state(page)).mode, 'present');
  assert.equal(await page.locator('.text').evaluate((text: HTMLElement) => text.inert), true);
  await foot(page, 'end').click();
  await untilState(page, 'state.mode === null');
  await page.waitForFunction(() => document.fullscreenElement === null);
  await settle(page);
  assert.deepEqual(await widget(page).boundingBox(), before);
  assert.equal(await page.locator('[inert]').count(), 0);
  assert.equal(await widget(page).getAttribute('popover'), null);
  assert.ok((await state(page)).tour, 'the tour ended with its presentation');
  assert.match(await focused(page), /panel-tour/);
}));

test('Present: without full screen it fills the window all the same', () => visit('', {
  before: async (page) => void await page.addInitScript(() => (Element.prototype.requestFullscreen = () => Promise.reject(new Error('no')))),
}, async ({ page }) => {
  // What holds fixed boxes, as many a site has it around its articles.
  await page.evaluate(() => (document.querySelector('main')!.style.transform = 'translateX(9px)'));
  await present(page);
  await page.waitForFunction(() => document.querySelector('turning-point')!.matches(':popover-open'));
  assert.deepEqual(await widget(page).boundingBox(), { x: 0, y: 0, width: 1280, height: 800 });
  await page.keyboard.press('Escape');
  await untilState(page, 'state.mode === null');
  assert.equal(await page.locator('[popover], [inert]').count(), 0);
}));

test('Present: a clicker walks it, and its ends are ends', () => visit('', {}, async ({ page }) => {
  await present(page);
  const met = [await kicker(page)];
  const walk: [string, number][] = [['PageUp', 1], ['PageDown', 2], ['ArrowRight', 3], ['ArrowLeft', 2], [' ', 3], ['PageUp', 2], ['ArrowUp', 1], ['ArrowDown', 2], ['Home', 1]];
  for (const [key, n] of walk) {
    await page.keyboard.press(key);
    await page.waitForFunction((n) => document.querySelector('turning-point')!.shadowRoot!.querySelector('.present-kicker')!.textContent!.startsWith(`Step ${n} of`), n);
    met.push(await kicker(page));
  }
  // The slide is there at once, the picture a frame later.
  await settle(page);
  const first = await state(page);
  await page.keyboard.press('PageDown');
  await untilState(page, `state.step !== ${JSON.stringify(first.step)}`);
  await settle(page);
  const second = await state(page);
  assert.notEqual(second.select, first.select, 'the picture stays behind');
  // Short: the number and the title, not the text.
  assert.match((await said(page))!, /^Step 2 of \d+: /);
  assert.ok((await said(page))!.length < 120);
  assert.equal(await widget(page).locator('.present-progress [data-done]').count(), 2);
}));

test('Present: B makes the screen black, and any key brings it back without a step', () => visit('', {}, async ({ page }) => {
  await present(page);
  const before = await kicker(page);
  await page.keyboard.press('b');
  const black = widget(page).locator('.present-black');
  await black.waitFor();
  assert.deepEqual(await black.boundingBox(), { x: 0, y: 0, width: 1280, height: 800 });
  assert.equal(await black.evaluate((node) => getComputedStyle(node).backgroundColor), 'rgb(0, 0, 0)');
  assert.match((await said(page))!, /black/);
  await page.keyboard.press('PageDown');
  await black.waitFor({ state: 'hidden' });
  assert.equal(await kicker(page), before);
}));

test('Present: off into the story with the pointer, and back to the step with Escape', () => visit('', {}, async ({ page }) => {
  await present(page);
  const step = await state(page);
  const map = (await widget(page).locator('.pane.map').boundingBox())!;
  const actor = await page.evaluate(() => document.querySelector('turning-point')!.locate('azerbaijan'));
  assert.ok(actor, 'the map shows nothing');
  await page.mouse.click(actor.x + actor.width / 2, actor.y + actor.height / 2);
  await untilState(page, 'state.select === "azerbaijan"');
  assert.deepEqual(await widget(page).locator('.pane.map').boundingBox(), map, 'the picture jumped below the pointer');
  assert.equal(await slide(page).isVisible(), false);
  await widget(page).locator('.card').waitFor();
  assert.match((await widget(page).locator('.present-back').textContent())!, /Back to step 1/);
  // The tools are there, with their keys.
  await widget(page).locator('.card').focus();
  await page.keyboard.press('/');
  await widget(page).locator('.panel-search').waitFor();
  await page.keyboard.press('Escape');
  await widget(page).locator('.panel-search').waitFor({ state: 'detached' });
  assert.equal((await state(page)).mode, 'present', 'Escape in a panel ended the presentation');
  await page.keyboard.press('Escape');
  await slide(page).waitFor();
  await settle(page);
  const back = await state(page);
  assert.deepEqual([back.step, back.select, back.at], [step.step, step.select, step.at]);
  assert.equal(await focused(page), 'present-text');
  await page.keyboard.press('Escape');
  await untilState(page, 'state.mode === null');
}));

test('Present: inside the picture the first Escape leaves it, the second leads back', () => visit('', {}, async ({ page }) => {
  await present(page);
  await page.keyboard.press('e');
  await widget(page).locator('.card').waitFor();
  assert.match(await focused(page), /card/);
  await widget(page).locator('.pane.timeline').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  assert.equal(await slide(page).isVisible(), false, 'one Escape was two');
  await page.keyboard.press('Escape');
  await slide(page).waitFor();
}));

test('Present: Tab goes round in it and reaches nothing behind', () => visit('', {}, async ({ page }) => {
  await present(page);
  const met = new Set<string>();
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(() => document.activeElement?.tagName ?? '');
    assert.ok(['TURNING-POINT', 'BODY', 'HTML'].includes(where), `Tab reached ${where}`);
    met.add(await focused(page));
  }
  for (const name of ['next', 'play', 'explore', 'black', 'presenter', 'end']) assert.ok([...met].some((each) => each === `present-button ${name}`), `${name}: ${[...met].join()}`);
}));

test('Present: goes on by itself, is paused, and pauses where somebody explores', () => visit('', {
  before: (page) => page.clock.install().then(() => undefined),
}, async ({ page }) => {
  await present(page);
  await page.keyboard.press('a');
  assert.match((await foot(page, 'play').textContent())!, /Pause/);
  await page.clock.runFor(60_000);
  const on = await kicker(page);
  assert.doesNotMatch(on, /^Step 1 of/);
  await foot(page, 'play').click();
  await page.clock.runFor(120_000);
  assert.equal(await kicker(page), on, 'paused, it went on');
  await page.keyboard.press('a');
  await page.keyboard.press('e');
  await page.clock.runFor(120_000);
  await page.keyboard.press('Escape');
  assert.equal(await kicker(page), on, 'explored, it went on');
}));

test('Present: an address opens it, with a # and with a ?, and Back leaves it', () => visit('#tour=2&mode=present', {}, async ({ page }) => {
  await slide(page).waitFor();
  assert.match(await kicker(page), /^Step 2 of/);
  await page.goto(`${page.url().split('#')[0]}?tour=tour-class&mode=present`);
  await settle(page);
  await slide(page).waitFor();
  assert.equal((await state(page)).tour, 'tour-class');
  await page.keyboard.press('Escape');
  await untilState(page, 'state.mode === null');
  await page.waitForFunction(() => !location.hash.includes('mode='));
  await widget(page).locator('.panel-tour').waitFor();
  await page.keyboard.press('f');
  await slide(page).waitFor();
  await page.waitForFunction(() => location.hash.includes('mode=present'));
  await page.goBack();
  await untilState(page, 'state.mode === null');
}));

test('Present: type grows with the wall, long slides are set smaller, nothing is cut', async () => {
  for (const viewport of [{ width: 1920, height: 1080 }, { width: 1280, height: 720 }, { width: 1024, height: 768 }, { width: 390, height: 844 }]) {
    await visit('', { viewport, screen: viewport }, async ({ page }) => {
      await present(page);
      for (let n = 1; n <= 3; n += 1) {
        const { height, inner, px, foot } = await page.evaluate(() => {
          const root = document.querySelector('turning-point')!.shadowRoot!;
          const text = root.querySelector('.present-text')!;
          return { height: text.clientHeight, inner: text.scrollHeight, px: parseFloat(getComputedStyle(root.querySelector('.present-prose')!).fontSize), foot: root.querySelector('.present-foot')!.getBoundingClientRect().bottom };
        });
        if (viewport.width >= 1024) assert.ok(inner <= height + 1, `${viewport.width}: step ${n} is cut: ${inner} in ${height}`);
        assert.ok(foot <= viewport.height, `${viewport.width}: the buttons are below the screen`);
        assert.ok(px >= (viewport.width >= 1920 ? 22 : 12), `${viewport.width}: ${px} px`);
        await page.keyboard.press('PageDown');
        await settle(page);
      }
    });
  }
});

test('Present: the picture’s own words grow with the wall, and pointers still meet what they point at', () => visit('', wall, async ({ page }) => {
  await present(page);
  await page.keyboard.press('e');
  await settle(page);
  for (const id of ['azerbaijan', 'united-states']) {
    const box = await page.evaluate((id) => document.querySelector('turning-point')!.locate(id), id);
    assert.ok(box, id);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await untilState(page, `state.select === ${JSON.stringify(id)}`);
    await settle(page);
  }
}));

test('Present: asks the story’s questions last: first the question, then the answer', () => visit('', {}, async ({ page }) => {
  await present(page);
  await page.keyboard.press('End');
  const form = slide(page).locator('form');
  await form.waitFor();
  await page.keyboard.press('Home');
  for (let i = 0; i < 30 && (await form.count()) === 0; i += 1) await page.keyboard.press('PageDown');
  assert.match(await kicker(page), /^Question 1 of/);
  assert.equal(await form.locator('.question-why').isVisible(), false);
  await page.keyboard.press('3');
  assert.equal(await form.getByRole('radio').nth(2).isChecked(), true);
  await page.keyboard.press('PageDown');
  await form.locator('.question-why').waitFor();
  assert.equal(await form.locator('[role="status"]').textContent(), 'Right.');
  assert.match(await kicker(page), /^Question 1 of/);
  if (!isMock) {
    const links = form.locator('.question-why a.ref');
    assert.ok((await links.count()) > 0);
    await links.first().click();
    await widget(page).locator('.card').waitFor();
    await page.keyboard.press('Escape');
    assert.match(await kicker(page), /^Question 1 of/);
  }
}));

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Present: axe finds nothing wrong, ${colorScheme}`, notInFirefox('axe reads the same page in any browser, and takes minutes here'), () => visit('', { colorScheme }, async ({ page }) => {
    await present(page);
    assert.deepEqual(await violationsAndSizes(page), [], 'a step');
    await page.keyboard.press('End');
    await settle(page);
    assert.deepEqual(await violationsAndSizes(page), [], 'a question');
    await page.keyboard.press('PageDown');
    assert.deepEqual(await violationsAndSizes(page), [], 'an answer');
    await page.keyboard.press('e');
    await settle(page);
    assert.deepEqual(await violationsAndSizes(page), [], 'exploring');
  }));
}
