// How does a test file share one browser and one server among its tests? Opened before the first, closed after the last.
import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launch, open, settle, Site, type Opened } from './browser.ts';

export const isMock = process.env['TP_MOCK'] === '1';

export interface Stage {
  readonly browser: Browser;
  readonly site: Site;
  /** Opens a page of the site, runs `test`, closes it, and fails if anything went wrong that `test` did not take out. */
  visit: (path: string, options: VisitOptions, test: (opened: Opened) => Promise<void>) => Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
  before?: (page: Page) => Promise<void>;
  /** Wait for the picture; true by default. */
  settled?: boolean;
}

export function stage(options: { strict?: boolean; flags?: string[] } = {}): Stage {
  let browser: Browser | undefined;
  let site: Site | undefined;
  before(async () => {
    browser = await launch(options.flags);
    site = await Site.open(undefined, { strict: options.strict ?? false });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
  const self: Stage = {
    get browser() { return browser!; },
    get site() { return site!; },
    async visit(path, { settled = true, ...rest }, test) {
      const opened = await open(self.browser, self.site.url + path, rest);
      try {
        if (settled) await settle(opened.page);
        await test(opened);
        if (opened.troubles.length > 0) throw new Error(`the page complained:\n${opened.troubles.join('\n')}`);
      } finally {
        await opened.context.close();
      }
    },
  };
  return self;
}

/** A page of a host's at an address that exists only in this test, with files of the site beside it. */
export async function hostPage(page: Page, body: string, head = ''): Promise<void> {
  await page.route('**/host.html', (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8',
    body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">${head}
<script type="module" src="turning-point.js"></script></head><body>${body}</body></html>`,
  }));
}

/** Frames of the browser, so that what was asked for has happened. */
export function nextFrames(page: Page, count = 2): Promise<void> {
  return page.evaluate(async (count) => {
    for (let i = 0; i < count; i += 1) await new Promise((done) => requestAnimationFrame(done));
  }, count);
}

/** Waits until `check` holds of the element's state, as long as it takes within the test's time. */
export async function untilState(page: Page, check: string): Promise<void> {
  await page.waitForFunction((check) => new Function('state', `return ${check}`)((document.querySelector('turning-point') as unknown as { state: unknown }).state), check);
}
