// The embedder's side, for pages that hold <iframe src="…/embed.html">: each gets the height that it needs and passes on
// what happens in it as the events of the element. Loaded from the same folder as embed.html.

import { kHello, kReady, type FromFrame } from './embed_protocol.ts';

const kEvents: Record<Exclude<FromFrame['type'], 'height'>, string> = { ready: 'tp-ready', change: 'tp-change', error: 'tp-error', statement: 'tp-statement' };

function listenTo(frame: HTMLIFrameElement): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<FromFrame>) => {
    if (data.type === 'height') {
      if (data.height > 0 && !frame.hasAttribute('data-fixed')) frame.height = String(Math.min(4000, Math.ceil(data.height)));
    } else if (data.type in kEvents) {
      const detail = data.type === 'statement' ? data.statement : data;
      frame.dispatchEvent(new CustomEvent(kEvents[data.type], { bubbles: true, composed: true, detail }));
    }
  };
  // A sandboxed frame has no origin that could be named; what is said is no secret.
  frame.contentWindow?.postMessage({ type: kHello, statements: frame.hasAttribute('data-statements') }, '*', [port2]);
}

window.addEventListener('message', ({ source, data }) => {
  if (data?.type !== kReady) return;
  for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) listenTo(frame);
});
// Frames that were ready before this script was.
for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[src*="embed.html"]')) listenTo(frame);
