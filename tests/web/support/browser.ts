// How do tests get a page? One Chromium (or Firefox, with TP_BROWSER=firefox) with software GL, one server of the built
// site, everything that would make a run differ from the last one fixed.
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import type { TurningPointElement } from '../../../web/src/element.ts';
import type { TurningPointState } from '../../../web/src/types.ts';
import { firefoxFor, launchFirefox } from './firefox.ts';

/** npm runs everything in web/; the project is one above. */
export const projectRoot = resolve('..');
export const distFolder = resolve(process.env['TP_DIST'] ?? join(projectRoot, 'dist'));

export const kFlags = [
  '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
  // Debian's start script has the graphics paint text and boxes: in software that takes many times as long as the page's own painter.
  '--disable-gpu-rasterization',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  '--force-color-profile=srgb', '--font-render-hinting=none', '--disable-lcd-text', '--hide-scrollbars', '--disable-smooth-scrolling',
];

/**
 * Chromium heeds the last list only, so this one holds what Playwright switches off, then the address bar's own pages: hundreds
 * of scripts of the browser in each start, for a bar that nobody sees.
 */
const kWithout = [
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'BoundaryEventDispatchTracksNodeRemoval', 'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider', 'GlobalMediaControls', 'HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'PaintHolding',
  'ThirdPartyStoragePartitioning', 'Translate', 'RenderDocument', 'OptimizationHints',
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup',
];

/** A page that lives for seconds gains nothing from a program that is compiled a second time, better, while it runs. */
const kCompileOnce = process.env['TP_COMPILE_ONCE'] === '1' ? ['--js-flags=--liftoff-only'] : [];

export const isFirefox = process.env['TP_BROWSER'] === 'firefox';
export const chromiumPath = process.env['TP_CHROMIUM'] ?? '/usr/bin/chromium';
const executablePath = isFirefox ? process.env['TP_FIREFOX'] ?? '/usr/bin/firefox-esr' : chromiumPath;

/** For a test that cannot run in Firefox: `why` is printed beside its name. */
export const notInFirefox = (why: string): { skip: string | false } => ({ skip: isFirefox && why });

export async function launch(moreFlags: string[] = []): Promise<Browser> {
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing: install it or set ${isFirefox ? 'TP_FIREFOX' : 'TP_CHROMIUM'}`);
  if (isFirefox) return launchFirefox(executablePath);
  return chromium.launch({ executablePath, headless: true, args: [...kFlags, ...kCompileOnce, `--disable-features=${kWithout.join(',')}`, ...moreFlags] });
}

interface StaticServers {
  createStaticServer(root: string, options?: { policy?: string }): http.Server;
  STRICT_POLICY: string;
}

/** The project's own server, on a free port. */
export class Site {
  readonly url: string;
  readonly #server: http.Server;

  private constructor(server: http.Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  static async open(root = distFolder, { strict = false } = {}): Promise<Site> {
    if (!existsSync(join(root, 'turning-point.js'))) throw new Error(`no site in ${root}: run ./scripts/build web, or set TP_DIST`);
    const servers = (await import(pathToFileURL(join(projectRoot, 'scripts/serve.mjs')).href)) as StaticServers;
    const server = servers.createStaticServer(root, strict ? { policy: servers.STRICT_POLICY } : {});
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('the server has no port');
    return new Site(server, `http://127.0.0.1:${address.port}/`);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

/** A copy of the site that a test may damage. */
export async function copyOfSite(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'turning-point-site-'));
  await cp(distFolder, folder, { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The stable name of the story that the site was built with. */
export async function storyUrl(): Promise<string> {
  const [name] = (await readdir(join(distFolder, 'story'))).filter((each) => each.endsWith('.json'));
  if (!name) throw new Error('the site has no story');
  return `story/${name}`;
}

/** Writes a page of a host's into the site. */
export async function addPage(folder: string, name: string, body: string, head = ''): Promise<void> {
  await writeFile(join(folder, name), `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${head}
<script type="module" src="turning-point.js"></script></head><body>${body}</body></html>`);
}

export interface Opened {
  context: BrowserContext;
  page: Page;
  /** Everything that went wrong where nobody asked: exceptions, console errors, policy reports, failed requests. */
  troubles: string[];
  requests: string[];
}

export async function open(browser: Browser, url: string, options: BrowserContextOptions & { before?: (page: Page) => Promise<void> } = {}): Promise<Opened> {
  const { before, ...contextOptions } = options;
  const wanted: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, locale: 'en-GB', reducedMotion: 'reduce', serviceWorkers: 'block', ...contextOptions };
  const context = await (isFirefox ? await firefoxFor(browser, executablePath, wanted) : browser).newContext(wanted);
  // Generous: a machine that is busy with something else is no failure.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => {
    // The program that drives the browser asks each frame for its worker, which a sandbox has none of.
    if (/'serviceWorker' property from 'Navigator'/.test(error.message) && !error.stack?.includes(url)) return;
    // It also puts a style of its own into the page, `body {}`, while it takes a picture in Firefox.
    if (isFirefox && error.message.includes("'sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA='")) return;
    troubles.push(`exception: ${error.message}`);
  });
  page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`));
  page.on('requestfailed', (request) => {
    // With scripts off Chromium asks for none, and calls that a failure.
    if (options.javaScriptEnabled === false && request.failure()?.errorText === 'csp') return;
    troubles.push(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('request', (request) => requests.push(request.url()));
  await before?.(page);
  await page.goto(url);
  return { context, page, troubles, requests };
}

/** Waits for the picture (or its failure), then until nothing moves; leaves the mouse where it touches nothing. */
export async function settle(page: Page, selector = 'turning-point'): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(async (selector) => {
    const element = document.querySelector(selector) as TurningPointElement;
    await customElements.whenDefined('turning-point');
    await element.whenIdle();
    await document.fonts.ready;
    await element.whenIdle();
  }, selector);
}

export function state(page: Page, selector = 'turning-point'): Promise<TurningPointState> {
  return page.evaluate((selector) => (document.querySelector(selector) as TurningPointElement).state, selector);
}

/** Back, as the button of the browser goes. Firefox's driver waits for ever where the address that is reached has no fragment. */
export async function goBack(page: Page): Promise<void> {
  if (isFirefox) await page.evaluate(() => history.back());
  else await page.goBack();
}

/** The middle of what is drawn of `id`, in the window. */
export async function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await page.evaluate((id) => (document.querySelector('turning-point') as TurningPointElement).locate(id), id);
  if (!box) throw new Error(`${id} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Throws where a part of the picture is blank. Text alone gives dozens of shades; the stand-in draws two. */
export async function assertDrawn(page: Page, pane: 'map' | 'timeline'): Promise<void> {
  const colours = await coloursOf(page, pane);
  const least = process.env['TP_MOCK'] === '1' ? 2 : 24;
  if (colours < least) throw new Error(`the ${pane} has ${colours} colours only`);
}

/** How many different colours a part of the picture has. */
export async function coloursOf(page: Page, pane: 'map' | 'timeline'): Promise<number> {
  const box = await page.evaluate((pane) => {
    const part = document.querySelector('turning-point')?.shadowRoot?.querySelector(`.pane.${pane}`)?.getBoundingClientRect();
    return part && { x: part.x, y: part.y, width: part.width, height: part.height };
  }, pane);
  if (!box) throw new Error(`no ${pane}`);
  const picture = await page.screenshot({ clip: box });
  return (await pixelsOf(page, picture)).size;
}

/** How often each colour, as 0xrrggbb, stands in a PNG. */
export async function pixelsOf(page: Page, picture: Buffer): Promise<Map<number, number>> {
  // Read in a page of its own, which no policy of the tested one binds.
  const reader = await page.context().newPage();
  try {
    return new Map(await reader.evaluate(async (data) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
      const colours = new Map<number, number>();
      for (let i = 0; i < pixels.length; i += 4) {
        const colour = (pixels[i]! << 16) | (pixels[i + 1]! << 8) | pixels[i + 2]!;
        colours.set(colour, (colours.get(colour) ?? 0) + 1);
      }
      return [...colours];
    }, picture.toString('base64')));
  } finally {
    await reader.close();
  }
}
