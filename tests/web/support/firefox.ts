// How do tests get a Firefox? Debian's own, through Playwright's WebDriver BiDi, with what that cannot ask for given as
// preferences.
import { firefox, type Browser, type BrowserContextOptions } from 'playwright-core';

type Preferences = Record<string, string | number | boolean>;

const kPreferences: Preferences = {
  // Software GL counts as no graphics.
  'webgl.force-enabled': true,
  // Widths that do not depend on a scroll bar.
  'ui.useOverlayScrollbars': 1,
  'general.smoothScroll': false,
  // A test reads what a button has copied, and nobody is there to allow it.
  'dom.events.testing.asyncClipboard': true,
  // No processes and no empty tab kept ready for what is opened next: each page here is the last of its window.
  'dom.ipc.processPrelaunch.enabled': false,
  'browser.newtab.preload': false,
  // As in Chromium's runs: colours as they are written, nothing asked of anybody.
  'gfx.color_management.mode': 0,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** What a Firefox is started with. */
interface Start {
  preferences: Preferences;
  screen: { width: number; height: number };
}

/** The driver passes on no media features, not whether scripts run, and no screen: a Firefox has them from its start. */
function startFor({ colorScheme, reducedMotion, forcedColors, hasTouch, javaScriptEnabled, screen }: BrowserContextOptions): Start {
  // 1: coarse; 6: fine, and hovers.
  const pointer = hasTouch ? 1 : 6;
  return {
    preferences: {
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
      'ui.prefersReducedMotion': reducedMotion === 'no-preference' ? 0 : 1,
      'browser.display.document_color_use': forcedColors === 'active' ? 2 : 0,
      'dom.w3c_touch_events.enabled': hasTouch ? 1 : 0,
      'ui.primaryPointerCapabilities': pointer,
      'ui.allPointerCapabilities': pointer,
      'javascript.enabled': javaScriptEnabled !== false,
    },
    screen: screen ?? { width: 1280, height: 800 },
  };
}

const others = new WeakMap<Browser, Map<string, Promise<Browser>>>();

export async function launchFirefox(executablePath: string, { preferences, screen } = startFor({})): Promise<Browser> {
  return firefox.launch({
    channel: 'moz-firefox', executablePath, headless: true,
    // Without a screen only EGL finds the software renderer, and full screen is as big as is said here.
    env: { ...(process.env as Record<string, string>), MOZ_WEBGL_FORCE_EGL: '1', MOZ_HEADLESS_WIDTH: String(screen.width), MOZ_HEADLESS_HEIGHT: String(screen.height) },
    firefoxUserPrefs: { ...kPreferences, ...preferences },
  });
}

/** The Firefox for a context with such options: `first`, or one that lives as long. */
export async function firefoxFor(first: Browser, executablePath: string, options: BrowserContextOptions): Promise<Browser> {
  const start = startFor(options);
  const key = JSON.stringify(start);
  if (key === JSON.stringify(startFor({}))) return first;
  let known = others.get(first);
  if (!known) {
    const made = (known = new Map<string, Promise<Browser>>());
    others.set(first, made);
    first.once('disconnected', () => made.forEach((other) => void other.then((browser) => browser.close())));
  }
  const other = known.get(key) ?? launchFirefox(executablePath, start);
  known.set(key, other);
  return other;
}
