// Can this browser draw? Its graphics may have to start first, which takes a second where the processor draws: a worker asks for
// them, so that the page is read and scrolled meanwhile.

import { graphicsWorker } from 'tp:assets';
import { givesContext } from './graphics_context.ts';
import { vouchedFor } from './vouched.ts';

/** Longer than graphics take to start; then the page itself asks. */
const kPatienceMs = 10_000;

let asked: Promise<boolean> | null = null;

/** Asked once per page. A worker that says no, or cannot be had, may only be a worker without graphics. */
export function canDraw(): Promise<boolean> {
  asked ??= askWorker().then((yes) => yes || givesContext(document.createElement('canvas')));
  return asked;
}

function askWorker(): Promise<boolean> {
  const url = new URL(graphicsWorker, import.meta.url);
  // Those of other hosts are refused, and asking would be reported where a policy wants reports.
  if (url.origin !== self.origin) return Promise.resolve(false);
  return new Promise((tell) => {
    let worker: Worker | null = null;
    const end = (yes: boolean) => {
      clearTimeout(patience);
      worker?.terminate();
      tell(yes);
    };
    const patience = setTimeout(() => end(false), kPatienceMs);
    try {
      worker = new Worker(vouchedFor(url.href, 'turning-point-graphics'));
      worker.onmessage = ({ data }) => end(data === true);
      worker.onerror = (event) => {
        event.preventDefault();
        end(false);
      };
    } catch {
      end(false);
    }
  });
}
