// Who keeps the site for reading without a network? A worker beside the page, which `?offline=off` takes away again.

interface Policies {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

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
  // A worker's address is a script's: where a policy wants such to be vouched for, this is.
  const { trustedTypes } = globalThis as unknown as { trustedTypes?: Policies };
  const url = trustedTypes?.createPolicy('turning-point-worker', { createScriptURL: (asked) => asked }).createScriptURL(file) ?? file;
  await navigator.serviceWorker.register(url, { scope });
}
