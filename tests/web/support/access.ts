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
export async function violations(page: Page, ...within: string[]): Promise<string[]> {
  await page.evaluate(axeScript);
  const where = within.length > 0 ? JSON.stringify({ include: within }) : 'document';
  const { violations } = (await page.evaluate(`axe.run(${where}, { resultTypes: ['violations'] })`)) as AxeResult;
  return violations.map(({ id, impact, help, nodes }) => `${impact} ${id}: ${help} (${nodes.length}): ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${JSON.stringify(target)} ${failureSummary.replace(/\s+/g, ' ')}`).join(' | ')}`);
}
