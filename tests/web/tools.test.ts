// The tools around the picture, operated as a reader does: toolbar, menu, search, filter, comparison, trace, tour, sharing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { violations } from './support/access.ts';
import { isFirefox, notInFirefox, settle, state, storyUrl } from './support/browser.ts';
import { hostPage, isMock, stage, untilState } from './support/stage.ts';

const { visit } = stage();
const story = await storyUrl();
const kEvent = 'waiver-2025';
const kEarly = 'fsa-907-1992';
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

const widget = (page: Page) => page.locator('turning-point');
const tool = (page: Page, name: string) => widget(page).locator(`.tool.${name}`);
const panel = (page: Page, name: string) => widget(page).locator(`.panel-${name}`);
const modes = (page: Page) => widget(page).locator('.mode-words');

/** What has the focus: its class, else its tag. */
const focused = (page: Page) => page.evaluate(() => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.id || active?.getAttribute('class') || active?.tagName.toLowerCase() || '';
});

async function open(page: Page, name: string): Promise<Locator> {
  const button = tool(page, name);
  if ((await button.count()) > 0 && (await button.isVisible())) {
    await button.click();
  } else {
    const words: Record<string, string> = { search: 'Search', compare: 'Compare', tour: 'Tour', share: 'Share', filter: 'Filter', trace: 'Trace a connection', keys: 'Keyboard' };
    await tool(page, 'more').click();
    await widget(page).getByRole('menuitem', { name: words[name]!, exact: name !== 'keys' }).click();
  }
  const opened = panel(page, name);
  await opened.waitFor();
  await settle(page);
  return opened;
}

test('Toolbar: is one stop of the Tab key, and the arrows walk it', () => visit('', {}, async ({ page }) => {
  await tool(page, 'previous').focus();
  const met = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
    await page.keyboard.press(key);
    met.push((await focused(page)).replace('tool ', ''));
  }
  assert.deepEqual(met, ['play', 'next', 'search', 'more', 'previous', 'more', 'previous']);
  await page.keyboard.press('Tab');
  assert.doesNotMatch(await focused(page), /^tool/);
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(page), 'tool previous');
}));

test('Toolbar: offers nothing that the program does not know', () => visit('', {
  before: async (page) => void await page.addInitScript('window.tpPlainProgram = true'),
}, async ({ page }) => {
  if (!isMock) return;
  for (const name of ['search', 'compare']) assert.equal(await tool(page, name).isVisible(), false, name);
  await tool(page, 'more').click();
  assert.deepEqual(await widget(page).locator('.menu-label').allTextContents(), ['Show everything', 'Keyboard']);
}));

test('Toolbar: what has no room is in the menu, at every width', () => visit('', {}, async ({ page }) => {
  for (const width of [320, 390, 600, 760, 900, 1040, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await settle(page);
    const box = (await widget(page).boundingBox())!;
    for (const each of await widget(page).locator('.tool').all()) {
      const place = await each.boundingBox();
      if (place) assert.ok(place.x >= box.x && place.x + place.width <= box.x + box.width, `${width}: a button sticks out`);
    }
    const shown = new Set<string>();
    for (const name of ['search', 'compare', 'tour', 'share']) if (await tool(page, name).isVisible()) shown.add(name);
    await tool(page, 'more').click();
    const inMenu = (await widget(page).locator('.menu-label').allTextContents()).map((label) => label.toLowerCase());
    for (const name of ['search', 'compare', 'tour', 'share']) assert.notEqual(shown.has(name), inMenu.includes(name), `${width}: ${name}`);
    const menu = (await widget(page).locator('.menu').boundingBox())!;
    // Again: the press may have scrolled the page.
    const around = (await widget(page).boundingBox())!;
    assert.ok(menu.x >= around.x && menu.y >= around.y && menu.y + menu.height <= around.y + around.height + 1, `${width}: the menu sticks out`);
    await page.keyboard.press('Escape');
  }
}));

test('Menu: opens with the keyboard, walks, and gives the focus back', () => visit('', {}, async ({ page }) => {
  const more = tool(page, 'more');
  await more.focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await more.getAttribute('aria-expanded'), 'true');
  const items = widget(page).locator('[role^="menuitem"]');
  const words = (await items.allTextContents()).map((text) => text.replace('?', ''));
  const active = () => items.evaluateAll((all) => all.findIndex((item) => item === (item.getRootNode() as ShadowRoot).activeElement));
  assert.equal(await active(), 0);
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(), words.length - 1);
  await page.keyboard.press('s');
  assert.ok(words[await active()]!.toLowerCase().startsWith('s'));
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'tool more');
  assert.equal(await more.getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await widget(page).locator('.menu').isVisible(), false);
}));

test('Menu: switches ghosts and the teller on and off', () => visit('', {}, async ({ page }) => {
  await tool(page, 'more').click();
  await widget(page).getByRole('menuitemcheckbox', { name: /what was/ }).click();
  await untilState(page, 'state.ghosts === true');
  await tool(page, 'more').click();
  assert.equal(await widget(page).getByRole('menuitemcheckbox', { name: /what was/ }).getAttribute('aria-checked'), 'true');
  const tellers = widget(page).getByRole('menuitemradio');
  assert.ok((await tellers.count()) > 1);
  const name = (await tellers.nth(1).textContent())!;
  await tellers.nth(1).click();
  await untilState(page, 'state.toldBy !== null');
  await settle(page);
  assert.deepEqual(await modes(page).allTextContents(), [`As told by ${name}`]);
  await widget(page).locator('.mode-toldBy .mode-end').click();
  await untilState(page, 'state.toldBy === null');
}));

test('Search: opens with a slash where the picture has the focus, and only there', () => visit('host.html', {
  before: (page) => hostPage(page, `<input id="own" aria-label="own"><turning-point story="${story}" loading="eager"></turning-point>`),
}, async ({ page }) => {
  await page.locator('#own').focus();
  await page.keyboard.type('a/c');
  assert.equal(await page.locator('#own').inputValue(), 'a/c');
  assert.equal(await widget(page).locator('.panel').count(), 0);
  await widget(page).locator('.pane.timeline').focus();
  await page.keyboard.press('/');
  await panel(page, 'search').waitFor();
  assert.equal(await focused(page), 'search');
  assert.equal(await widget(page).locator('#search').inputValue(), '');
}));

test('Search: lists what it finds by kind, marks the match, and Enter shows it in the picture', () => visit('', {}, async ({ page }) => {
  await open(page, 'search');
  await page.keyboard.type('azer');
  const options = panel(page, 'search').getByRole('option');
  // Each letter has an answer of its own, and the last one may be still to come.
  await panel(page, 'search').locator('mark', { hasText: /^azer$/i }).first().waitFor();
  const input = widget(page).locator('#search');
  assert.equal(await input.getAttribute('aria-expanded'), 'true');
  assert.equal(await input.getAttribute('aria-activedescendant'), await options.first().getAttribute('id'));
  assert.ok((await panel(page, 'search').locator('[role="group"] .option-title').allTextContents()).includes('Actors'));
  assert.match((await panel(page, 'search').locator('.search-total').textContent())!, /result/);
  const actor = panel(page, 'search').locator('[data-key="actor:azerbaijan"]');
  for (let i = 0; (await actor.getAttribute('aria-selected')) !== 'true'; i += 1) {
    assert.ok(i < 40, 'the arrows never reach it');
    await page.keyboard.press('ArrowDown');
  }
  assert.equal(await input.getAttribute('aria-activedescendant'), await actor.getAttribute('id'));
  await page.keyboard.press('Enter');
  await untilState(page, 'state.select === "azerbaijan"');
  assert.equal(await panel(page, 'search').count(), 0);
  assert.equal(await focused(page), 'card');
}));

test('Search: says politely how much it found', () => visit('', {}, async ({ page }) => {
  await open(page, 'search');
  await page.keyboard.type('azer');
  await page.waitForFunction(() => /\d+ (of \d+ )?results?/.test(document.querySelector('turning-point')!.shadowRoot!.querySelector('[aria-live="polite"]:not(.tour-body)')!.textContent!));
  await widget(page).locator('#search').fill('qqqqqq');
  await page.waitForFunction(() => /Nothing found/.test(document.querySelector('turning-point')!.shadowRoot!.querySelector('[aria-live="polite"]:not(.tour-body)')!.textContent!));
  assert.equal(await panel(page, 'search').getByRole('option').count(), 0);
}));

test('Search: a source opens in a tab of its own that knows nothing of this one', () => visit('', {
  before: async (page) => void await page.context().route(/^https?:\/\/(?!127)/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Source</title>' })),
}, async ({ page, context }) => {
  await open(page, 'search');
  await page.keyboard.type(isMock ? 'history' : 'history');
  const source = panel(page, 'search').locator('[data-key^="source:"]:has(.out)').first();
  await source.waitFor();
  const opened = context.waitForEvent('page');
  await source.click();
  const other = await opened;
  await other.waitForURL(/^https?:\/\/(?!127)/);
  assert.equal(await other.evaluate(() => window.opener), null);
  assert.equal(await panel(page, 'search').count(), 1, 'the search is gone');
}));

test('Search: Escape empties, then closes, and the focus is where it was', () => visit('', {}, async ({ page }) => {
  await tool(page, 'search').focus();
  await page.keyboard.press('Enter');
  await panel(page, 'search').waitFor();
  await page.keyboard.type('azer');
  await panel(page, 'search').getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await widget(page).locator('#search').inputValue(), '');
  await page.keyboard.press('Escape');
  await panel(page, 'search').waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'tool search');
}));

test('Filter: a track that is switched off is counted off, said in a line, and comes back', () => visit('', {}, async ({ page }) => {
  const filter = await open(page, 'filter');
  const box = filter.locator('input[data-name="track conflict"]');
  await box.uncheck();
  await untilState(page, 'state.filter !== null && state.filter.hideTracks.length === 1 && state.filter.shown < state.filter.of');
  await settle(page);
  assert.equal(await box.evaluate((node) => node === (node.getRootNode() as ShadowRoot).activeElement), true, 'the focus was lost');
  const { filter: now } = await state(page);
  assert.equal(await filter.locator('.filter-total').textContent(), `${now!.shown} of ${now!.of} events`);
  await page.keyboard.press('Escape');
  assert.deepEqual(await modes(page).allTextContents(), [`${now!.shown} of ${now!.of} events`]);
  await widget(page).locator('.mode-filter .mode-end').click();
  await untilState(page, 'state.filter === null');
  await settle(page);
  assert.equal(await modes(page).count(), 0);
}));

test('Filter: by status, actor and words together, dimmed or gone', () => visit('', {}, async ({ page }) => {
  const filter = await open(page, 'filter');
  await filter.getByRole('checkbox', { name: /Disputed/ }).uncheck();
  await filter.locator('#filter-actor').fill('azerb');
  await page.keyboard.press('Enter');
  await filter.locator('#filter-text').fill('907');
  await filter.getByRole('radio', { name: 'hidden' }).check();
  await untilState(page, 'state.filter && state.filter.mode === "hide"');
  const { hideStatuses, actors, text } = (await state(page)).filter!;
  assert.deepEqual([hideStatuses, actors, text], [['disputed'], ['azerbaijan'], '907']);
  await filter.getByRole('button', { name: 'Remove Azerbaijan' }).click();
  await untilState(page, 'state.filter.actors.length === 0');
  await filter.getByRole('button', { name: 'Clear' }).click();
  await untilState(page, 'state.filter === null');
}));

test('Filter: what is selected stays, and says that the filter leaves it out', () => visit('', {}, async ({ page }) => {
  await page.evaluate((id) => document.querySelector('turning-point')!.goTo(id), kEvent);
  await settle(page);
  const note = widget(page).locator('.left-out');
  assert.equal(await note.isVisible(), false);
  const filter = await open(page, 'filter');
  await filter.locator('#filter-text').fill('no event has these words');
  await untilState(page, 'state.filter && state.filter.shown === 0');
  await page.keyboard.press('Escape');
  await settle(page);
  assert.equal((await state(page)).select, kEvent);
  await note.waitFor();
}));

test('Compare: opens with before and after, lists what changed, and a link shows it', () => visit('', {}, async ({ page }) => {
  const compare = await open(page, 'compare');
  await untilState(page, 'state.compare === "2025-08-07/2025-08-09"');
  await compare.locator('.changes-list li').first().waitFor();
  assert.match((await compare.locator('.result-total').textContent())!, /^\d+ gained · \d+ lost · \d+ changed$/);
  assert.equal(await compare.locator('.changes-list li:not(:has(.chip.status))').count(), 0, 'an entry has no status');
  const link = compare.locator('.changes-list a').first();
  const id = decodeURIComponent((await link.getAttribute('href'))!.replace('#select=', ''));
  await link.click();
  await untilState(page, `state.select === ${JSON.stringify(id)}`);
  await settle(page);
  assert.equal(await compare.count(), 0, 'the card is not shown');
  assert.equal((await state(page)).compare, '2025-08-07/2025-08-09', 'the comparison is over');
  await widget(page).locator('.mode-compare .mode-open').click();
  await panel(page, 'compare').waitFor();
  await panel(page, 'compare').getByRole('button', { name: 'End comparison' }).click();
  await untilState(page, 'state.compare === null');
}));

test('Compare: takes dates that are typed, swaps them, and names what is no date', () => visit('', {}, async ({ page }) => {
  const compare = await open(page, 'compare');
  await compare.locator('#compare-a').fill('1992-10-23');
  await compare.locator('#compare-b').fill('1994');
  await page.keyboard.press('Enter');
  await untilState(page, 'state.compare === "1992-10-23/1994"');
  await compare.getByRole('button', { name: 'Swap' }).click();
  await untilState(page, 'state.compare === "1994/1992-10-23"');
  await compare.locator('#compare-a').fill('yesterday');
  await page.keyboard.press('Enter');
  assert.match((await compare.locator('.problem').textContent())!, /yesterday/);
  assert.equal(await compare.locator('#compare-a').getAttribute('aria-invalid'), 'true');
  assert.equal((await state(page)).compare, '1994/1992-10-23');
}));

test('Trace: chains of two actors as links, alternatives, and the first date', () => visit('', {}, async ({ page }) => {
  const trace = await open(page, 'trace');
  await trace.locator('#trace-from').fill('united st');
  await page.keyboard.press('Enter');
  await trace.locator('#trace-to').fill('azerb');
  await page.keyboard.press('Enter');
  await untilState(page, 'state.trace === "united-states/azerbaijan"');
  await trace.locator('.chain').first().waitFor();
  const titles = await trace.locator('.chain').first().locator('a').allTextContents();
  assert.deepEqual([titles[0], titles.at(-1)], ['United States', 'Azerbaijan']);
  assert.match((await trace.locator('.first-date').textContent())!, /\d{4}/);
  await trace.locator('.link-relation a').first().click();
  await settle(page);
  assert.match((await state(page)).select!, /^rel-/);
  assert.deepEqual(await modes(page).allTextContents(), ['United States – Azerbaijan']);
}));

test('Tour: steps forward and back, off into the story and back again', () => visit('', {}, async ({ page }) => {
  const tour = await open(page, 'tour');
  const first = await state(page);
  assert.ok(first.tour && first.step);
  const title = await tour.locator('.tour-title').textContent();
  assert.match((await tour.locator('.tour-count').textContent())!, /^Step 1 of \d+$/);
  await tour.getByRole('button', { name: 'Next' }).click();
  await untilState(page, `state.step !== ${JSON.stringify(first.step)}`);
  await settle(page);
  const second = await state(page);
  assert.notEqual(second.select, first.select);
  assert.notEqual(await tour.locator('.tour-title').textContent(), title);
  if (second.compare !== undefined) assert.ok(second.compare, 'the step compares nothing');
  // Off: somebody presses something else. (Before this step lies nothing of what it brings forward.)
  await tool(page, 'next').click();
  await tour.waitFor({ state: 'detached' });
  assert.match((await modes(page).first().textContent())!, /^Tour, step 2 of/);
  await widget(page).locator('.mode-tour .mode-open').click();
  await panel(page, 'tour').waitFor();
  assert.equal((await state(page)).step, second.step);
  await panel(page, 'tour').getByRole('button', { name: 'Previous' }).click();
  await untilState(page, `state.step === ${JSON.stringify(first.step)}`);
  await panel(page, 'tour').getByRole('button', { name: 'End tour' }).click();
  await untilState(page, 'state.tour === null && !state.compare');
}));

test('Tour: T begins it, Escape leaves the panel and not the tour', () => visit('', {}, async ({ page }) => {
  await tool(page, 'tour').focus();
  await page.keyboard.press('t');
  await panel(page, 'tour').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await panel(page, 'tour').count(), 0);
  assert.ok((await state(page)).tour);
  assert.equal(await focused(page), 'tool tour');
}));

test('Share: the link opens the same view, and the citation says what, when and which version', () => visit('', {}, async ({ page, context }) => {
  await page.evaluate((id) => document.querySelector('turning-point')!.goTo(id), kEarly);
  await open(page, 'compare');
  await untilState(page, 'state.compare !== null');
  const share = await open(page, 'share');
  const link = await share.locator('#share-link').inputValue();
  const before = await state(page);
  assert.match(link, /#at=[^&]+&select=fsa-907-1992&compare=2025-08-07\/2025-08-09$/);
  const cite = await share.locator('#share-cite').inputValue();
  for (const part of [link, before.atWords, 'Version of ']) assert.ok(cite.includes(part), `${part} is not in: ${cite}`);
  const other = await context.newPage();
  await other.goto(link);
  await settle(other);
  await untilState(other, 'state.compare !== null');
  const after = await state(other);
  assert.deepEqual([after.at, after.select, after.compare], [before.at, before.select, before.compare]);
}));

test('Share: copies, also where the clipboard is closed', () => visit('', {}, async ({ page, context }) => {
  if (!isFirefox) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const share = await open(page, 'share');
  await share.getByRole('button', { name: 'Copy' }).first().click();
  await share.getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await share.locator('#share-link').inputValue());
}));

test('Share: the picture is a PNG of what is shown', () => visit('', {}, async ({ page }) => {
  const share = await open(page, 'share');
  // Firefox's driver tells of no download that a page makes itself.
  const download = isFirefox ? null : page.waitForEvent('download');
  await share.getByRole('button', { name: 'Save as PNG' }).click();
  if (download) assert.match((await download).suggestedFilename(), /\.png$/);
  const { type, size, width, colours } = await page.evaluate(async () => {
    const blob = await document.querySelector('turning-point')!.snapshot({ width: 800 });
    const image = await createImageBitmap(blob);
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const seen = new Set<number>();
    for (let i = 0; i < data.length; i += 4) seen.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
    return { type: blob.type, size: blob.size, width: image.width, colours: seen.size };
  });
  assert.deepEqual([type, width], ['image/png', 800]);
  assert.ok(size > 5000 && colours > 24, `${size} bytes, ${colours} colours`);
}));

const kPanels = ['search', 'filter', 'compare', 'trace', 'tour', 'share', 'keys'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Tools: axe finds nothing wrong in any panel, ${colorScheme}`, notInFirefox('axe reads the same page in any browser, and takes minutes here'), () => visit('', { colorScheme }, async ({ page }) => {
    for (const name of kPanels) {
      const opened = await open(page, name);
      if (name === 'search') {
        await page.keyboard.type('az');
        await opened.getByRole('option').first().waitFor();
      }
      if (name === 'filter') await opened.locator('input[data-name^="track"]').first().uncheck();
      if (name === 'trace') {
        await opened.locator('#trace-from').fill('united st');
        await page.keyboard.press('Enter');
        await opened.locator('#trace-to').fill('azerb');
      }
      await settle(page);
      assert.deepEqual(await violations(page, 'turning-point'), [], name);
    }
    await tool(page, 'more').click();
    assert.deepEqual(await violations(page, 'turning-point'), [], 'menu');
  }));
}

test('Tools: everything in the panels is at least 44 px for fingers, and nothing sticks out', () => visit('', phone, async ({ page }) => {
  for (const name of kPanels) {
    await open(page, name);
    const small = await widget(page).evaluate((element) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.panel :is(button, input:not([type="checkbox"], [type="radio"]), select, textarea, label.check, label.choice), .modes button, .tool')]
      .map((node) => ({ node, box: node.getBoundingClientRect() })).filter(({ box }) => box.width > 1)
      .filter(({ box }) => box.width < 44 || box.height < 44 || box.left < 0 || box.right > innerWidth).map(({ node, box }) => `${node.className || node.id} ${Math.round(box.width)}×${Math.round(box.height)}`));
    assert.deepEqual(small, [], name);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} makes the page wider`);
  }
}));

test('Tools: what cannot be downloaded is said, and the picture stays', () => visit('', {
  before: async (page) => void await page.route(/panels-[^/]*\.js$/, (route) => route.abort()),
}, async ({ page, troubles }) => {
  await tool(page, 'share').click();
  await page.waitForFunction(() => /could not be downloaded/.test(document.querySelector('turning-point')!.shadowRoot!.querySelector('[aria-live="polite"]')!.textContent!));
  await tool(page, 'previous').click();
  await settle(page);
  assert.ok((await state(page)).frames > 0);
  assert.ok(troubles.length > 0);
  troubles.length = 0;
}));
