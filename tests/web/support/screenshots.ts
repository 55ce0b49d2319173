// Makes the pictures of the documentation and of every size and theme:
//
//   ./scripts/screenshots         docs/images/ for the README, build/screenshots/ for looking
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch, open, projectRoot, settle, Site } from './browser.ts';

const forReaders = join(projectRoot, 'docs/images');
const forMakers = join(projectRoot, 'build/screenshots');
for (const folder of [forReaders, forMakers]) mkdirSync(folder, { recursive: true });

const site = await Site.open();
const browser = await launch();
try {
  for (const [width, height, ratio] of [[1280, 800, 1], [820, 1100, 1], [390, 844, 2]] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { context, page } = await open(browser, site.url, { viewport: { width, height }, deviceScaleFactor: ratio, colorScheme, hasTouch: width < 600 });
      await settle(page);
      await page.screenshot({ path: join(forMakers, `page-${width}-${colorScheme}.png`) });
      if (width === 1280) await page.locator('turning-point').screenshot({ path: join(forReaders, `turning-point-${colorScheme}.png`) });
      await context.close();
    }
  }
} finally {
  await browser.close();
  await site.close();
}
console.log(`docs/images/ and build/screenshots/ are new`);
