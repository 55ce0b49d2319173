// How does a test put fingers on the page? Playwright knows a tap only, and in Firefox none: each browser is asked in its
// own protocol.
import type { Page } from 'playwright-core';
import { isFirefox } from './browser.ts';
import { nextFrames } from './stage.ts';

export type Point = { x: number; y: number };

interface Hand {
  down(points: Point[]): Promise<unknown>;
  move(points: Point[]): Promise<unknown>;
  up(count: number): Promise<unknown>;
}

async function handOn(page: Page): Promise<Hand> {
  if (isFirefox) return handInFirefox(page);
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  return { down: (points) => send('touchStart', points), move: (points) => send('touchMove', points), up: () => send('touchEnd', []) };
}

/** What Playwright keeps to itself: its page's connection to the browser. */
interface Inside {
  _connection: { toImpl(page: Page): { delegate: { _session: { sessionId: string; send(method: string, params: object): Promise<unknown> } } } };
}

function handInFirefox(page: Page): Hand {
  const session = (page as unknown as Inside)._connection.toImpl(page).delegate._session;
  const send = (fingers: object[][]) => session.send('input.performActions', {
    context: session.sessionId,
    actions: fingers.map((actions, i) => ({ type: 'pointer', id: `finger${i}`, parameters: { pointerType: 'touch' }, actions })),
  });
  const to = ({ x, y }: Point) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) });
  return {
    down: (points) => send(points.map((point) => [to(point), { type: 'pointerDown', button: 0 }])),
    move: (points) => send(points.map((point) => [to(point)])),
    up: (count) => send(Array.from({ length: count }, () => [{ type: 'pointerUp', button: 0 }])),
  };
}

/** Fingers that move from one list of points to another, in steps, as a hand does. */
export async function drag(page: Page, from: Point[], to: Point[], steps = 10): Promise<void> {
  const hand = await handOn(page);
  const at = (t: number) => from.map((point, i) => ({ x: point.x + (to[i]!.x - point.x) * t, y: point.y + (to[i]!.y - point.y) * t }));
  await hand.down(from);
  for (let step = 1; step <= steps; step += 1) {
    await hand.move(at(step / steps));
    await nextFrames(page, 1);
  }
  await hand.up(from.length);
  await nextFrames(page, 2);
}

export async function tap(page: Page, { x, y }: Point): Promise<void> {
  if (!isFirefox) return page.touchscreen.tap(x, y);
  const hand = handInFirefox(page);
  await hand.down([{ x, y }]);
  await hand.up(1);
}
