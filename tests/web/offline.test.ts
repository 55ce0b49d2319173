// Without a network: the site once it has been read, and the one file that holds everything.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { assertDrawn, copyOfSite, distFolder, open, settle, Site, storyUrl } from './support/browser.ts';
import { hostPage, stage } from './support/stage.ts';

const made = stage({ strict: true });
const single = basename(await storyUrl()).replace(/\.json$/, '.html');
const kActive = () => navigator.serviceWorker.ready.then(() => caches.keys());
const registrations = (page: Page) => page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.map(({ scope }) => scope)));

test('Offline: one file opens from a disk, with everything inside', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'turning-point-single-'));
  try {
    await copyFile(join(distFolder, single), join(folder, single));
    const { page, context, troubles, requests } = await open(made.browser, pathToFileURL(join(folder, single)).href, { offline: true });
    await settle(page);
    await assertDrawn(page, 'map');
    await assertDrawn(page, 'timeline');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.locator('turning-point .panel-search').waitFor();
    await settle(page);
    assert.deepEqual(requests.filter((url) => !/^(data|blob):/.test(url) && !url.endsWith(single)), []);
    assert.deepEqual(troubles, []);
    await context.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('Offline: the site opens again without a network', () => made.visit('', { serviceWorkers: 'allow' }, async ({ page, context }) => {
  await page.evaluate(kActive);
  await context.setOffline(true);
  for (const path of ['', 'index.html#select=fsa-907-1992']) {
    await page.goto(made.site.url + path);
    await settle(page);
    await assertDrawn(page, 'map');
  }
}));

test('Offline: a new version takes the place of the old one, wholly', async () => {
  const copy = await copyOfSite();
  const site = await Site.open(copy.folder);
  const { page, context } = await open(made.browser, site.url, { serviceWorkers: 'allow' });
  try {
    await settle(page);
    const before = await page.evaluate(kActive);
    assert.equal(before.length, 1);
    const worker = join(copy.folder, 'sw.js');
    const [version] = /[0-9a-f]{16}/.exec(before[0]!)!;
    await writeFile(worker, (await readFile(worker, 'utf8')).replaceAll(version, '0123456789abcdef'));
    await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()));
    await page.waitForFunction(async () => (await caches.keys()).join().endsWith('0123456789abcdef') && (await caches.keys()).length === 1);
  } finally {
    await context.close();
    await site.close();
    await copy.remove();
  }
});

test('Offline: the reader takes it away with an address', () => made.visit('', { serviceWorkers: 'allow' }, async ({ page }) => {
  await page.evaluate(kActive);
  await page.goto(`${made.site.url}?offline=off`);
  await settle(page);
  await page.waitForFunction(async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0);
}));

test('Offline: nothing is registered by an element on somebody’s page, nor by the page for iframes', async () => {
  const story = await storyUrl();
  await made.visit('host.html', { serviceWorkers: 'allow', before: (page) => hostPage(page, `<turning-point story="${story}" loading="eager"></turning-point>`) }, async ({ page }) => {
    assert.deepEqual(await registrations(page), []);
  });
  await made.visit('embed.html', { serviceWorkers: 'allow' }, async ({ page }) => assert.deepEqual(await registrations(page), []));
});
