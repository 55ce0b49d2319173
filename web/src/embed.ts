// How does the picture live in somebody's iframe? Asked by the address, sized by its embedder, and open to nobody else.

import type { TurningPointElement, TurningPointEventMap } from './element.ts';
import { answers, hears, kHello, kReady, type FromFrame } from './embed_protocol.ts';
import { readFragment } from './fragment.ts';

/** Browsers refuse an address that changes with every frame of a drag. */
const kSettleMs = 250;
const kPlain = ['theme', 'layout', 'controls', 'gestures'] as const;

const element = document.querySelector<TurningPointElement>('turning-point');
if (element) begin(element, new URLSearchParams(location.search));

function begin(element: TurningPointElement, asked: URLSearchParams): void {
  const story = storyOf(asked.get('story'), element.dataset['story'] ?? '');
  const own = !asked.get('story');
  for (const name of kPlain) if (asked.get(name)) element.setAttribute(name, asked.get(name) ?? '');
  const lang = asked.get('lang') ?? '';
  if (/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(lang)) document.documentElement.lang = lang;
  // What a poster shows is the story that the site was built with.
  if (!own) element.querySelector('picture')?.remove();
  element.setAttribute('share', own ? new URL('./', location.href).href : location.href);
  const first = readFragment(location.hash);
  if (first?.select) element.setAttribute('select', first.select);
  if (first?.at) element.setAttribute('at', first.at);

  let tell: (message: FromFrame) => void = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReady = false;
  const height = new ResizeObserver(() => tell({ type: 'height', height: Math.ceil(element.getBoundingClientRect().height) }));
  const listen = <K extends keyof TurningPointEventMap>(name: K, heard: (event: TurningPointEventMap[K]) => void) =>
    element.addEventListener(name, (event) => heard(event as TurningPointEventMap[K]));
  const state = (): FromFrame => ({ type: 'change', view: element.view, at: element.state.at, select: element.state.select });

  listen('tp-ready', ({ detail: { title } }) => {
    isReady = true;
    document.title = title;
    document.querySelector('h1')?.replaceChildren(title);
    if (first) element.view = location.hash;
    tell({ type: 'ready', title });
  });
  // The attribute names who is told, and stands there only while somebody is: without it nothing is made that could be sent.
  listen('tp-statement', ({ detail: statement }) => tell({ type: 'statement', statement }));
  listen('tp-error', ({ detail: { code, message } }) => tell({ type: 'error', code, message }));
  listen('tp-change', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      tell(state());
      // In an iframe the reader's Back belongs to the page around it.
      history.replaceState(null, '', element.view || location.pathname + location.search);
    }, kSettleMs);
  });
  window.addEventListener('popstate', () => isReady && readFragment(location.hash) && (element.view = location.hash));

  // Everything goes through the port that the embedder hands in, so that nobody else can listen: not even one who has the same
  // origin, and also where an origin has no name.
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.data?.type !== kHello || !event.ports[0]) return;
    if (!answers(event.origin, asked.get('origin'))) return;
    const port = event.ports[0];
    tell = (message) => port.postMessage(message);
    const listener = hears(event.origin, event.data.statements);
    if (listener) element.setAttribute('statements', listener);
    else element.removeAttribute('statements');
    port.onmessage = ({ data }) => {
      if (data?.type === 'view' && typeof data.view === 'string' && isReady) element.view = data.view;
      if (data?.type === 'theme' && ['auto', 'light', 'dark'].includes(data.theme)) element.theme = data.theme;
    };
    document.documentElement.dataset['fits'] = '';
    height.disconnect();
    height.observe(element);
    if (isReady) {
      tell({ type: 'ready', title: document.title });
      tell(state());
    }
  });
  if (window.parent !== window) window.parent.postMessage({ type: kReady }, '*'); // says nothing but that it listens

  // Only now may it begin: everything that the address asks for is said.
  element.setAttribute('story', story);
  import(new URL(element.dataset['script'] ?? '', document.baseURI).href).catch((error: unknown) => console.error('turning-point:', error));
}

/** The story that an address asks for: of the web, and nothing that runs. Without one the site's own. */
function storyOf(asked: string | null, own: string): string {
  if (!asked) return own;
  const url = parsed(asked);
  return url && /^https?:$/.test(url.protocol) ? url.href : '';
}

function parsed(address: string): URL | null {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return null;
  }
}
