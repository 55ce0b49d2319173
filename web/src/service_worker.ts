// Does the site open without a network once it has been read? Keeps its files under one version; a new version replaces them all.
//
// Registered by the site's own page only (page.ts), never by the element on the pages of others. It is gone for good with
// `?offline=off` behind the page's address.

declare const VERSION: string;
declare const KEEP: string[];
/** Too large for readers who may never want it: kept from its first use on. */
declare const USED: string[];

interface Extendable extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
const worker = self as unknown as {
  registration: { scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', heard: (event: Extendable) => void): void;
  addEventListener(name: 'fetch', heard: (event: Fetching) => void): void;
};

const scope = worker.registration.scope;
/** Of this site only: others may lie on the same host. */
const kPrefix = `turning-point ${scope} `;
const kCache = kPrefix + VERSION;
const hrefs = (names: string[]) => new Set(names.map((name) => new URL(name, scope).href));
const kept = hrefs(KEEP);
const used = hrefs(USED);

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kCache).then((cache) => cache.addAll([...kept])).then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith(kPrefix) && name !== kCache).map((name) => caches.delete(name)))));
});

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  url.search = url.hash = '';
  if (event.request.method !== 'GET' || !(kept.has(url.href) || used.has(url.href))) return;
  const isHashed = url.href.startsWith(`${scope}assets/`);
  event.respondWith(isHashed ? fromCache(url.href, event.request) : fromNetwork(url.href, event.request));
});

/** What carries a hash never changes. */
async function fromCache(url: string, request: Request): Promise<Response> {
  const cache = await caches.open(kCache);
  const known = await cache.match(url);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok && used.has(url)) await cache.put(url, response.clone()).catch(() => {}); // full: the next time asks again
  return response;
}

/** What keeps its name is the newest that there is. */
async function fromNetwork(url: string, request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const known = await (await caches.open(kCache)).match(url);
    if (known) return known;
    throw error;
  }
}
