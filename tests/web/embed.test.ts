// The picture in somebody's iframe: same view in its address, sized by its embedder, open to nobody else.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { embedSnippet } from '../../web/src/panels/embed_snippet.ts';
import { violations } from './support/access.ts';
import { distFolder, settle } from './support/browser.ts';
import { hostPage, stage } from './support/stage.ts';

const { visit } = stage({ strict: true });
const kEvent = 'fsa-907-1992';
const unsettled = { settled: false };

/** A host's page without our element: only the frame, and our script for hosts where it is wanted. */
async function holder(page: Page, body: string): Promise<void> {
  await page.route('**/holder.html', (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8',
    body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Holder</title><link rel="icon" href="data:,"><meta name="color-scheme" content="light dark"></head><body>${body}</body></html>`,
  }));
}

async function frameOf(page: Page): Promise<Frame> {
  const handle = await page.waitForSelector('iframe');
  const frame = (await handle.contentFrame())!;
  await frame.waitForFunction(() => !!document.querySelector('turning-point')?.shadowRoot?.querySelector('.widget[data-phase="ready"]'));
  return frame;
}

test('Embed: shows the view that its address names, and keeps it there', () => visit(`embed.html#select=${kEvent}`, {}, async ({ page }) => {
  assert.equal(await page.evaluate(() => document.querySelector('turning-point')!.state.select), kEvent);
  await page.evaluate(() => document.querySelector('turning-point')!.next());
  await settle(page);
  await page.waitForFunction((id) => location.hash.includes('select=') && !location.hash.includes(`select=${id}`), kEvent);
  assert.notEqual(await page.title(), '');
  assert.deepEqual(await violations(page), []);
}));

test('Embed: takes theme, controls and language from its address', () => visit('embed.html?theme=dark&controls=none&lang=az', {}, async ({ page }) => {
  const widget = page.locator('turning-point .widget');
  assert.equal(await widget.getAttribute('data-theme'), 'dark');
  assert.ok((await widget.getAttribute('data-no-tools')) !== null);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'az');
}));

for (const story of ['javascript:alert(1)', 'data:application/json,{}', 'blob:x', 'file:///etc/passwd', '#_data']) {
  test(`Embed: asks for no story at ${story}`, () => visit(`embed.html?story=${encodeURIComponent(story)}`, unsettled, async ({ page, troubles, requests }) => {
    await page.locator('turning-point .widget[data-phase="failed"]').waitFor();
    assert.deepEqual(requests.filter((url) => !url.startsWith('http')), []);
    troubles.length = 0;
  }));
}

test('Embed: gets the height that it needs, and its host hears what happens', () => visit('holder.html', {
  ...unsettled, before: (page) => holder(page, '<div style="width:380px"><iframe src="embed.html" title="Story" width="100%" height="300"></iframe></div><script src="embed-host.js"></script>'),
  bypassCSP: true,
}, async ({ page }) => {
  await page.evaluate(() => addEventListener('tp-change', ({ detail }: CustomEventInit) => ((window as unknown as { heard: unknown }).heard = detail)));
  const frame = await frameOf(page);
  await page.waitForFunction(() => Number(document.querySelector('iframe')!.getAttribute('height')) > 700);
  // Nothing of it is cut off or scrolled inside, once the frame has the height that it asked for.
  await frame.waitForFunction(() => document.documentElement.scrollHeight <= innerHeight + 1);
  await frame.evaluate((id) => document.querySelector('turning-point')!.goTo(id), kEvent);
  await page.waitForFunction((id) => (window as unknown as { heard?: { select: string } }).heard?.select === id, kEvent);
}));

test('Embed: works in a sandbox that allows scripts and nothing else', () => visit('holder.html', {
  ...unsettled, before: (page) => holder(page, '<iframe sandbox="allow-scripts" src="embed.html" title="Story" width="800" height="600"></iframe><script src="embed-host.js"></script>'),
}, async ({ page }) => {
  const frame = await frameOf(page);
  assert.equal(await frame.evaluate('origin'), 'null');
  await page.waitForFunction(() => Number(document.querySelector('iframe')!.getAttribute('height')) !== 600);
}));

test('Embed: says nothing of what is shown to anybody without the embedder’s port', () => visit('holder.html', {
  ...unsettled, before: (page) => holder(page, '<iframe src="embed.html" title="Story" width="800" height="600"></iframe>'),
}, async ({ page }) => {
  await page.evaluate(() => addEventListener('message', ({ data }) => ((window as unknown as { heard: unknown[] }).heard ??= []).push(data)));
  const frame = await frameOf(page);
  await frame.evaluate((id) => document.querySelector('turning-point')!.goTo(id), kEvent);
  await frame.waitForFunction((id) => location.hash.includes(id), kEvent);
  const heard = ((await page.evaluate('window.heard')) ?? []) as { type: string }[];
  assert.deepEqual(heard.filter((data) => Object.keys(data).join() !== 'type' || data.type !== 'turning-point:ready'), []);
}));

test('Embed: answers its parent only, and only the origin that its address names', () => visit('holder.html', {
  ...unsettled, before: (page) => holder(page, '<iframe src="embed.html?origin=https://example.org" title="Story" width="800" height="600"></iframe>'),
}, async ({ page }) => {
  const frame = await frameOf(page);
  const heard = await page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    let heard = 0;
    port1.onmessage = () => (heard += 1);
    const target = document.querySelector('iframe')!.contentWindow!;
    target.postMessage({ type: 'turning-point:hello' }, '*', [port2]);
    return new Promise<number>((resolve) => {
      // A message of the frame's own queue, behind ours: by then ours has been heard.
      target.addEventListener('message', ({ data }) => data === 'behind' && requestAnimationFrame(() => resolve(heard)));
      target.postMessage('behind', '*');
    });
  });
  assert.equal(heard, 0);
  assert.equal(await frame.evaluate(() => document.documentElement.hasAttribute('data-fits')), false);
}));

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Embed: has the host’s ground behind it and its colours, ${colorScheme}`, () => visit('holder.html', {
    ...unsettled, colorScheme, before: (page) => holder(page, '<iframe src="embed.html" title="Story" width="800" height="600"></iframe>'),
  }, async ({ page }) => {
    const frame = await frameOf(page);
    assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgba(0, 0, 0, 0)');
    assert.equal(await frame.evaluate(() => document.querySelector('turning-point')!.shadowRoot!.querySelector<HTMLElement>('.widget')!.dataset['theme']), colorScheme);
  }));
}

test('Embed: the share panel writes the lines for a page', () => visit('', {}, async ({ page, requests }) => {
  assert.deepEqual(requests.filter((url) => /panels-/.test(url)), [], 'panels came before they were wanted');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const code = page.locator('turning-point #embed-code');
  assert.match(await code.inputValue(), /^<iframe src="http:[^"]*\/embed\.html#at=[^"]*" title="[^"]+" width="100%"[^]*embed-host\.js"><\/script>$/);
  await page.locator('turning-point #embed-theme').selectOption('dark');
  await page.locator('turning-point #embed-size').selectOption('1');
  await page.locator('turning-point #embed-view').selectOption('first');
  assert.match(await code.inputValue(), /^<iframe src="http:[^"]*\/embed\.html\?theme=dark" title="[^"]+" width="960" height="640" data-fixed [^>]*><\/iframe>$/);
  await page.locator('turning-point #embed-form').selectOption('element');
  assert.match(await code.inputValue(), /<turning-point story="http:[^"]*\/story\/[^"]+\.json" theme="dark"/);
  assert.deepEqual(await violations(page), []);
}));

test('Embed: what is written shows what was chosen', () => visit('holder.html', {
  ...unsettled,
  before: (page) => holder(page, embedSnippet({ form: 'iframe', width: 0, height: 0, theme: 'dark', lang: '', view: `#select=${kEvent}` },
    { embed: 'embed.html', host: 'embed-host.js', element: '', story: '', isOwn: true, title: '"<b>&' })),
}, async ({ page }) => {
  const frame = await frameOf(page);
  assert.equal(await frame.evaluate(() => document.querySelector('turning-point')!.state.select), kEvent);
  assert.equal(await page.locator('iframe').getAttribute('title'), '"<b>&');
}));

test('Embed: index.html names a static oEmbed answer', async () => {
  const page = await readFile(join(distFolder, 'index.html'), 'utf8');
  const [, href] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page)!;
  const answer = JSON.parse(await readFile(join(distFolder, href!), 'utf8')) as Record<string, unknown>;
  assert.equal(answer['type'], 'rich');
  assert.equal(answer['version'], '1.0');
  assert.match(String(answer['html']), /^<iframe src="[^"]*embed\.html" title="[^"]+" width="\d+" height="\d+"/);
});

test('Embed: an element in a host’s page offers the same lines', () => visit('host.html', {
  before: (page) => hostPage(page, '<turning-point story="story/other.json" loading="eager"></turning-point>').then(async () => {
    const [name] = (await import('node:fs')).readdirSync(join(distFolder, 'story'));
    await page.route('**/story/other.json', async (route) => route.fulfill({ contentType: 'application/json', body: await readFile(join(distFolder, 'story', name!)) }));
  }),
}, async ({ page }) => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  assert.match(await page.locator('turning-point #embed-code').inputValue(), /embed\.html\?story=http%3A[^"]*other\.json/);
}));
