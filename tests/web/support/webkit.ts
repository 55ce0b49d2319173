// How do tests get a WebKit? Debian's WebKitGTK with its small browser, on a screen that nobody sees, driven over WebDriver.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { Builder, By, Capabilities, Key, Origin, type WebDriver, type WebElement } from 'selenium-webdriver';
import { DriverService } from 'selenium-webdriver/remote/index.js';
import type { TurningPointState } from '../../../web/src/types.ts';
import { copyOfSite, Site } from './browser.ts';

/** Generous: a machine that is busy with something else is no failure. */
const kPatienceMs = 120_000;
const kDriver = process.env['TP_WEBKIT_DRIVER'] ?? '/usr/bin/WebKitWebDriver';

/** How the browser itself is made to lack something, so that no test has to pretend. */
const kLacks = {
  WebGL: { arguments: ['--features=!WebGL'], environment: {} },
  WebAssembly: { arguments: [], environment: { JSC_useWasm: 'false' } },
};
export type Lack = keyof typeof kLacks;

/**
 * WebDriver does not say what a page complains of, and runs no script before the page's own. So the copy of the site that is
 * tested begins with this one, from a file of its own for the sake of strict policies.
 */
const kWatcher = `window.watched = { heard: [], troubles: [] };
for (const name of ['tp-progress', 'tp-ready', 'tp-change', 'tp-select', 'tp-error'])
  document.addEventListener(name, (event) => watched.heard.push({ name, detail: event.detail }));
addEventListener('error', (event) => watched.troubles.push('error: ' + (event.message ?? event.target?.src ?? event.target?.href)), true);
addEventListener('unhandledrejection', (event) => watched.troubles.push('rejection: ' + event.reason));
document.addEventListener('securitypolicyviolation', (event) => watched.troubles.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
const { error } = console;
console.error = (...words) => { watched.troubles.push('console: ' + words.join(' ')); error.apply(console, words); };
`;

interface Watched {
  heard: { name: string; detail: Record<string, unknown> }[];
  troubles: string[];
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** One page in a browser of its own. */
export class WebKitPage {
  readonly driver: WebDriver;

  constructor(driver: WebDriver) {
    this.driver = driver;
  }

  /** What `ask` answers in the page. */
  evaluate<T, A extends unknown[]>(ask: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    return this.driver.executeScript(ask as () => void, ...args) as Promise<Awaited<T>>;
  }

  async until(what: string, check: () => Promise<unknown>): Promise<void> {
    await this.driver.wait(async () => Boolean(await check()), kPatienceMs, `waited in vain: ${what}`);
  }

  /** Waits for the picture (or its failure), then until nothing moves. */
  async settle(): Promise<void> {
    await this.evaluate(async () => {
      await customElements.whenDefined('turning-point');
      const element = document.querySelector('turning-point')!;
      await element.whenIdle();
      await document.fonts.ready;
      await element.whenIdle();
    });
  }

  state(): Promise<TurningPointState> {
    return this.evaluate(() => document.querySelector('turning-point')!.state);
  }

  async untilState(what: string, check: (state: TurningPointState) => boolean): Promise<void> {
    await this.until(what, async () => check(await this.state()));
  }

  watched(): Promise<Watched> {
    return this.evaluate(() => window.watched);
  }

  /** What `selector` finds in the picture's own tree; null where there is nothing. */
  part(selector: string): Promise<WebElement | null> {
    return this.evaluate((selector) => document.querySelector('turning-point')!.shadowRoot!.querySelector(selector), selector) as Promise<WebElement | null>;
  }

  async textOf(selector: string): Promise<string> {
    return await this.evaluate((selector) => document.querySelector('turning-point')!.shadowRoot!.querySelector(selector)?.textContent ?? '', selector);
  }

  async clickPart(selector: string): Promise<void> {
    await this.until(`${selector} to be there`, () => this.part(selector));
    await (await this.part(selector))!.click();
  }

  async click(selector: string): Promise<void> {
    await this.driver.findElement(By.css(selector)).click();
  }

  /** A click of the mouse on what is drawn of `id`. */
  async clickDrawn(id: string): Promise<void> {
    const box = await this.evaluate((id) => document.querySelector('turning-point')!.locate(id), id);
    if (!box) throw new Error(`${id} is not drawn`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2].map(Math.round) as [number, number];
    await this.driver.actions().move({ x, y, origin: Origin.VIEWPORT }).click().perform();
  }

  async press(...keys: string[]): Promise<void> {
    await this.driver.actions().sendKeys(...keys).perform();
  }

  /** How many colours a part of the picture has on the screen. Text alone gives dozens of shades, a blank canvas one. */
  async coloursOf(pane: 'map' | 'timeline'): Promise<number> {
    const picture = await this.driver.takeScreenshot();
    return this.evaluate(async (data, pane) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const part = document.querySelector('turning-point')!.shadowRoot!.querySelector(`.pane.${pane}`)!.getBoundingClientRect();
      const sheet = new OffscreenCanvas(part.width, part.height).getContext('2d')!;
      sheet.drawImage(image, -part.x, -part.y);
      const pixels = new Uint32Array(sheet.getImageData(0, 0, part.width, part.height).data.buffer);
      return new Set(pixels).size;
    }, picture, pane);
  }
}

export { Key };

export interface WebKitOptions {
  lacks?: Lack;
  /** These files of the site are not there. */
  missing?: RegExp;
  /** What the browser's own content blocker refuses, by address. */
  blocked?: string;
  expected?: RegExp;
  settled?: boolean;
}

export interface WebKitStage {
  /** Opens an address of the site in a fresh browser, runs `test`, and fails if the page complains of anything but `expected`. */
  visit: (path: string, options: WebKitOptions, test: (page: WebKitPage) => Promise<void>) => Promise<void>;
}

export function webkitStage(): WebKitStage {
  const closing: (() => unknown)[] = [];
  let display = '';
  let url = '';
  let folder = '';
  before(async () => {
    if (!existsSync(kDriver)) throw new Error(`${kDriver} is missing: install webkit2gtk-driver or set TP_WEBKIT_DRIVER`);
    const copy = await copyOfSite();
    closing.push(copy.remove);
    folder = copy.folder;
    await watch(folder);
    const site = await Site.open(copy.folder, { strict: true });
    closing.push(() => site.close());
    url = site.url;
    const screen = await openScreen();
    closing.push(() => screen.server.kill());
    display = screen.display;
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });
  return {
    async visit(path, { lacks, missing, blocked, expected, settled = true }, test) {
      const service = serviceFor(display, lacks);
      const restore = missing && (await takeAway(folder, missing));
      try {
        const driver = await browserOf(await service.start(), [...(lacks ? kLacks[lacks].arguments : []), ...(blocked ? [await filterOf(folder, blocked)] : [])]);
        try {
          await driver.get(url + path);
          const page = new WebKitPage(driver);
          if (settled) await page.settle();
          await test(page);
          const { troubles } = await page.watched();
          const unexpected = troubles.filter((trouble) => !expected?.test(trouble));
          if (unexpected.length > 0) throw new Error(`the page complained:\n${unexpected.join('\n')}`);
        } finally {
          await driver.quit();
        }
      } finally {
        await service.kill();
        await restore?.();
      }
    },
  };
}

async function watch(folder: string): Promise<void> {
  await writeFile(join(folder, 'watch.js'), kWatcher);
  const page = join(folder, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('<head>', '<head><script src="watch.js"></script>'));
  // What was packed is the page without it.
  for (const ending of ['.br', '.gz']) await rm(page + ending, { force: true });
}

/** Until they are put back. */
async function takeAway(folder: string, names: RegExp): Promise<() => Promise<void>> {
  const taken = (await readdir(folder, { recursive: true })).filter((name) => names.test(name)).map((name) => join(folder, name));
  if (taken.length === 0) throw new Error(`the site has no ${names}`);
  for (const path of taken) await rename(path, `${path}.away`);
  return async () => {
    for (const path of taken) await rename(`${path}.away`, path);
  };
}

/** The argument that gives the browser a content blocker, in the format of Safari's. */
async function filterOf(folder: string, address: string): Promise<string> {
  const file = join(folder, 'filter.json');
  await writeFile(file, JSON.stringify([{ trigger: { 'url-filter': address }, action: { type: 'block' } }]));
  return `--content-filter=${file}`;
}

/** An X server that has chosen a free number itself, and answers. */
async function openScreen(): Promise<{ display: string; server: ChildProcess }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  process.once('exit', () => server.kill());
  const [number] = await Promise.race([
    once(server.stdio[3] as NodeJS.ReadableStream, 'data'),
    once(server, 'exit').then(([status]) => { throw new Error(`Xvfb ended with status ${status}`); }),
  ]) as [Buffer];
  return { display: `:${String(number).trim()}`, server };
}

function serviceFor(display: string, lacks: Lack | undefined): DriverService {
  const environment = { ...(process.env as Record<string, string>), ...(lacks && kLacks[lacks].environment), DISPLAY: display, GDK_BACKEND: 'x11', LC_ALL: 'C.UTF-8' };
  return new DriverService.Builder(kDriver).setLoopback(true).setPort(0).setEnvironment(environment).setStdio('inherit').build();
}

/** A browser that reads a filter first is sometimes asked for its window before there is one: then it is asked once more. */
async function browserOf(address: string, moreArguments: string[], tries = 3): Promise<WebDriver> {
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { args: ['--automation', ...moreArguments] },
  });
  let driver: WebDriver;
  try {
    driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
  } catch (error) {
    if (tries === 1 || !(error instanceof Error) || error.name !== 'SessionNotCreatedError') throw error;
    return browserOf(address, moreArguments, tries - 1);
  }
  await driver.manage().setTimeouts({ script: kPatienceMs, pageLoad: kPatienceMs });
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 860 });
  return driver;
}
