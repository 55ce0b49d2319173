// What does a reader with a slow telephone on a slow line wait for? The text, the picture, and whether anything jumps.
import type { Browser } from 'playwright-core';
import { open } from './browser.ts';

export const kSlowness = { cpu: 4, bitsPerSecond: 1_600_000 };
const kPhone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

export interface Waited {
  /** Milliseconds from navigation until the heading is painted. */
  text: number;
  /** Until the picture can be operated. */
  picture: number;
  /** How much of the window has jumped, as Cumulative Layout Shift counts it. */
  shift: number;
}

export async function wait(browser: Browser, url: string): Promise<Waited> {
  const { context, page } = await open(browser, 'about:blank', kPhone);
  try {
    // On a telephone the browser's graphics run long before a page is asked for.
    await page.evaluate(() => void document.createElement('canvas').getContext('webgl2'));
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const throughput = kSlowness.bitsPerSecond / 8;
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: throughput, uploadThroughput: throughput });
    await session.send('Emulation.setCPUThrottlingRate', { rate: kSlowness.cpu });
    await page.addInitScript(() => {
      const waited: Partial<Waited> & { shift: number } = { shift: 0 };
      Object.assign(window, { waited });
      document.addEventListener('tp-ready', () => (waited.picture = performance.now()));
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) waited.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
      // The first paint can be of what stands above the heading.
      let seen = 0;
      const look = () => {
        if (!seen && document.querySelector('h1')?.getClientRects().length) seen = performance.now();
        const [painted] = performance.getEntriesByName('first-contentful-paint');
        if (painted && seen) waited.text = Math.max(painted.startTime, seen);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(url);
    await page.waitForFunction('waited.text && waited.picture', undefined, { timeout: 120_000 });
    // What jumps does so when the picture takes the poster's place.
    await page.evaluate(() => document.querySelector('turning-point')!.whenIdle());
    return await page.evaluate('waited') as Waited;
  } finally {
    await context.close();
  }
}
