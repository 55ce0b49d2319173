// Does axe-core object to a page? Asked through the protocol, which the page's policy does not bind.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

const axeScript = await readFile(createRequire(join(resolve('.'), 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; impact: string; help: string; nodes: { target: unknown[]; failureSummary: string }[] }[];
}

/** One line for each violation, of whatever impact; of `within` only where that is named. */
export function violations(page: Page, ...within: string[]): Promise<string[]> {
  return ask(page, within.length > 0 ? { include: within } : null, {});
}

/** Of the whole page, and of how large its targets are too, which axe leaves out of WCAG 2.2 AA unless it is asked. */
export function violationsAndSizes(page: Page): Promise<string[]> {
  return ask(page, null, { 'target-size': { enabled: true } });
}

async function ask(page: Page, where: object | null, rules: object): Promise<string[]> {
  await page.evaluate(axeScript);
  const { violations } = (await page.evaluate(`axe.run(${where ? JSON.stringify(where) : 'document'}, ${JSON.stringify({ resultTypes: ['violations'], rules })})`)) as AxeResult;
  // What is half scrolled away is small only until it is scrolled to.
  const isMeant = (id: string, summary: string) => id !== 'target-size' || !summary.includes('partially obscured');
  return violations
    .map((each) => ({ ...each, nodes: each.nodes.filter(({ failureSummary }) => isMeant(each.id, failureSummary)) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, impact, help, nodes }) => `${impact} ${id}: ${help} (${nodes.length}): ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${JSON.stringify(target)} ${failureSummary.replace(/\s+/g, ' ')}`).join(' | ')}`);
}
