// Pictures of the page for whoever looks at what a change did: kept in build/screenshots, compared by eye.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isFirefox, projectRoot, settle } from './support/browser.ts';
import { stage } from './support/stage.ts';

const { visit } = stage();
const folder = join(projectRoot, 'build/screenshots', isFirefox ? 'firefox' : '');
mkdirSync(folder, { recursive: true });

for (const [width, height, ratio] of [[1280, 800, 1], [820, 1100, 1], [390, 844, 2]] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`Looks: ${width} × ${height}, ${colorScheme}`, () => visit('', {
      viewport: { width, height }, deviceScaleFactor: ratio, colorScheme, hasTouch: width < 600,
    }, async ({ page }) => {
      await settle(page);
      const picture = await page.screenshot({ path: join(folder, `page-${width}-${colorScheme}.png`) });
      assert.ok(picture.length > 10_000);
      const widget = await page.locator('turning-point').screenshot({ path: join(folder, `widget-${width}-${colorScheme}.png`) });
      assert.ok(widget.length > 10_000);
    }));
  }
}
