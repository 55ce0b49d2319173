// Who keeps the site for reading without a network? A worker beside the page, which `?offline=off` takes away again.

import { vouchedFor } from './vouched.ts';

/** After the picture is there, so that nothing is loaded before it. */
export async function keepOffline(file: string): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext || !/^https?:$/.test(location.protocol)) return;
  const scope = new URL('./', location.href).href;
  if (new URLSearchParams(location.search).get('offline') === 'off') {
    await (await navigator.serviceWorker.getRegistration(scope))?.unregister();
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(`turning-point ${scope} `)).map((name) => caches.delete(name)));
    return;
  }
  await navigator.serviceWorker.register(vouchedFor(file, 'turning-point-worker'), { scope });
}
