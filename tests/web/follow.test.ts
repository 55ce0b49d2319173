// The picture beside the text: it follows what is read, both ways, and leaves whoever operates it alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { violations } from './support/access.ts';
import { settle, state } from './support/browser.ts';
import { nextFrames, stage, untilState } from './support/stage.ts';

const { visit } = stage();
const wide = { viewport: { width: 1440, height: 900 } };
const events = (page: Page) => page.locator('#_story .event');
const element = (page: Page) => page.locator('turning-point');

/** Brings an event to where it is read, as the wheel does: what it passes gets its true height on the way. */
async function read(page: Page, n: number): Promise<string> {
  const event = events(page).nth(n);
  await event.evaluate(async (node) => {
    const far = () => node.getBoundingClientRect().top - innerHeight * 0.3;
    for (let calm = 0; calm < 2; calm = Math.abs(far()) < 2 ? calm + 1 : 0) {
      window.scrollTo({ top: far() + scrollY, behavior: 'instant' });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
  });
  return (await event.getAttribute('id'))!;
}

test('Follow: the picture stands beside the story and shows what is read, forward and back', () => visit('', wide, async ({ page }) => {
  const beginOfText = () => page.evaluate(() => Math.round(document.querySelector('#_story')!.getBoundingClientRect().top + scrollY));
  const before = await beginOfText();
  for (const n of [1, 3, 2]) {
    const id = await read(page, n);
    await untilState(page, `state.select === ${JSON.stringify(id)}`);
    assert.equal(await page.locator(`[id="${id}"]`).getAttribute('aria-current'), 'true');
  }
  const box = (await element(page).boundingBox())!;
  const text = (await events(page).nth(2).boundingBox())!;
  assert.deepEqual([box.y, box.height], [0, 900]);
  assert.ok(text.x + text.width <= box.x, 'the picture covers the text');
  assert.equal(await beginOfText(), before, 'the place of the picture was not kept');
  assert.deepEqual(await violations(page), []);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForFunction(() => !document.querySelector('turning-point')!.classList.contains('beside'));
  await settle(page);
  assert.ok((await element(page).boundingBox())!.width > 1000);
}));

test('Follow: whoever operates the picture keeps it until the text is scrolled again', () => visit('', wide, async ({ page }) => {
  const first = await read(page, 1);
  await untilState(page, `state.select === ${JSON.stringify(first)}`);
  await settle(page);
  const at = await page.evaluate(() => document.querySelector('turning-point')!.locate('azerbaijan'));
  assert.ok(at);
  await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
  await untilState(page, 'state.select === "azerbaijan"');
  await read(page, 3);
  await nextFrames(page, 30);
  assert.equal((await state(page)).select, 'azerbaijan', 'the text took the picture away');
  await page.mouse.move(200, 400);
  await page.mouse.wheel(0, 4);
  await page.waitForFunction(() => document.querySelector('turning-point')!.state.select !== 'azerbaijan');
}));

test('Follow: what a link asks for stays, though the page has just been scrolled, and so does what Back brings', () => visit('', wide, async ({ page }) => {
  const first = await read(page, 1);
  await untilState(page, `state.select === ${JSON.stringify(first)}`);
  const other = (await events(page).nth(6).getAttribute('id'))!;
  // In one turn, as fast as a reader never is: the picture is about to follow the text when the link is pressed.
  await events(page).nth(3).evaluate((node, id) => new Promise<void>((done) => {
    window.scrollTo({ top: node.getBoundingClientRect().top + scrollY - innerHeight * 0.3, behavior: 'instant' });
    requestAnimationFrame(() => setTimeout(() => {
      document.querySelector<HTMLElement>(`[id="${id}"] a.show`)!.click();
      done();
    }));
  }), other);
  await untilState(page, `state.select === ${JSON.stringify(other)}`);
  await nextFrames(page, 30);
  assert.equal((await state(page)).select, other, 'the text took the picture away');
  await page.waitForFunction((id) => location.hash.includes(`select=${id}`) && location.hash.includes('at='), other);
  await page.goBack();
  await untilState(page, `state.select === ${JSON.stringify(first)}`);
  await nextFrames(page, 30);
  assert.equal((await state(page)).select, first, 'the text took away what Back had brought');
}));

test('Follow: can be switched off, and then the text has its width again', () => visit('', wide, async ({ page }) => {
  await read(page, 1);
  await page.waitForFunction(() => document.querySelector('turning-point')!.classList.contains('beside'));
  const narrow = (await page.locator('#_story').boundingBox())!.width;
  await page.getByLabel('The picture follows the text').uncheck();
  assert.ok((await page.locator('#_story').boundingBox())!.width > narrow);
  const before = (await state(page)).select;
  await read(page, 3);
  await nextFrames(page, 30);
  assert.equal((await state(page)).select, before);
  assert.equal(await element(page).evaluate((node) => node.classList.contains('beside')), false);
}));

test('Follow: a tour is not disturbed', () => visit('#tour=1', wide, async ({ page }) => {
  await element(page).locator('.panel-tour').waitFor();
  const { select } = await state(page);
  await read(page, 3);
  await page.waitForFunction(() => document.querySelector('turning-point')!.classList.contains('beside'));
  await nextFrames(page, 30);
  assert.equal((await state(page)).select, select);
}));

test('Follow: in narrower windows, and where there is no picture, the text stands alone', async () => {
  await visit('', { viewport: { width: 1024, height: 800 } }, async ({ page, requests }) => {
    await read(page, 2);
    await nextFrames(page, 10);
    assert.equal(await element(page).evaluate((node) => node.classList.contains('beside')), false);
    assert.ok(!requests.some((url) => /follow/.test(url)));
  });
  await visit('', { ...wide, before: async (page) => void await page.addInitScript(() => void delete (window as { WebAssembly?: unknown }).WebAssembly) }, async ({ page, troubles }) => {
    troubles.length = 0;
    const story = (await page.locator('#_story').boundingBox())!;
    assert.ok(story.width > 800, 'room is kept for a picture that does not come');
  });
});
