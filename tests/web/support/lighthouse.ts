// What does Lighthouse think of a page, as a telephone shows it?
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromiumPath, kFlags } from './browser.ts';

export interface Judged {
  /** Per cent, by category; null where a machine was too busy to be measured. */
  scores: Record<string, number | null>;
  /** What cost points, the words of Lighthouse; nothing of performance, whose audits are times. */
  complaints: string[];
}

const kGraphicsAwake = 'data:text/html,<canvas></canvas><script>document.querySelector("canvas").getContext("webgl2")</script>';

/** `hidden`: the page asks search engines to leave it out, which is no fault of it. */
export async function judge(url: string, { hidden = false } = {}): Promise<Judged> {
  // A browser of its own: the one of the tests has what Lighthouse looks at switched off, such as the cache for Back.
  // And its graphics run, as a telephone's do.
  const chromium = await launch({ startingUrl: kGraphicsAwake, chromePath: chromiumPath, chromeFlags: ['--headless=new', ...kFlags] });
  try {
    const result = await lighthouse(url, { port: chromium.port, logLevel: 'error', output: 'json', skipAudits: hidden ? ['is-crawlable'] : [] });
    if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse could not read ${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
    const { categories, audits } = result.lhr;
    const scores = Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, score === null ? null : Math.round(score * 100)]));
    const refs = Object.entries(categories).filter(([name]) => name !== 'performance').flatMap(([, { auditRefs }]) => auditRefs);
    const complaints = refs.filter(({ weight }) => weight > 0).map(({ id }) => audits[id]!)
      .filter(({ score }) => score !== null && score < 1).map(({ title, displayValue }) => [title, displayValue].filter(Boolean).join(': '));
    return { scores, complaints };
  } finally {
    chromium.kill();
  }
}
