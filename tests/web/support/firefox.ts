// How do tests get a Firefox? Debian's own, through Playwright's WebDriver BiDi, with what that cannot ask for given as
// preferences.
import { firefox, type Browser, type BrowserContextOptions } from 'playwright-core';

type Preferences = Record<string, string | number | boolean>;

const kPreferences: Preferences = {
  // Software GL counts as no graphics.
  'webgl.force-enabled': true,
  // Widths that do not depend on a scroll bar.
  'widget.gtk.overlay-scrollbars.enabled': true,
  'general.smoothScroll': false,
  // A test reads what a button has copied, and nobody is there to allow it.
  'dom.events.testing.asyncClipboard': true,
  // As in Chromium's runs: colours as they are written, nothing asked of anybody.
  'gfx.color_management.mode': 0,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** The driver passes on neither media features nor whether scripts run: a Firefox of its own has them from the start. */
export function preferencesFor({ colorScheme, reducedMotion, forcedColors, hasTouch, javaScriptEnabled }: BrowserContextOptions): Preferences {
  return {
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    'ui.prefersReducedMotion': reducedMotion === 'no-preference' ? 0 : 1,
    ...(forcedColors === 'active' ? { 'browser.display.document_color_use': 2 } : {}),
    // 1: coarse; 6: fine, and hovers.
    ...(hasTouch ? { 'dom.w3c_touch_events.enabled': 1, 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 } : { 'ui.primaryPointerCapabilities': 6, 'ui.allPointerCapabilities': 6 }),
    ...(javaScriptEnabled === false ? { 'javascript.enabled': false } : {}),
  };
}

const others = new WeakMap<Browser, Map<string, Promise<Browser>>>();

export async function launchFirefox(executablePath: string, preferences = preferencesFor({})): Promise<Browser> {
  return firefox.launch({
    channel: 'moz-firefox', executablePath, headless: true,
    // Without a screen only EGL finds the software renderer.
    env: { ...(process.env as Record<string, string>), MOZ_WEBGL_FORCE_EGL: '1' },
    firefoxUserPrefs: { ...kPreferences, ...preferences },
  });
}

/** The Firefox for a context with such options: `first`, or one that lives as long. */
export async function firefoxFor(first: Browser, executablePath: string, options: BrowserContextOptions): Promise<Browser> {
  const preferences = preferencesFor(options);
  const key = JSON.stringify(preferences);
  if (key === JSON.stringify(preferencesFor({}))) return first;
  if (!others.has(first)) {
    others.set(first, new Map());
    first.once('disconnected', () => others.get(first)!.forEach((other) => void other.then((browser) => browser.close())));
  }
  const known = others.get(first)!;
  if (!known.has(key)) known.set(key, launchFirefox(executablePath, preferences));
  return known.get(key)!;
}
