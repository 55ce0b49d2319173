// How does the presentation reach the presenter's window? It opens the window and tells it where the presentation is.

import { channelName, type Asked, type DeckSaid, type PlaceSaid, type Told } from './presenter_messages.ts';

export interface LineContext {
  go: (by: number) => void;
  black: () => void;
  play: () => void;
  end: () => void;
  /** The window asks where the presentation is. */
  state: () => void;
}

export class PresenterLine {
  readonly #id = crypto.getRandomValues(new Uint32Array(2)).join('');
  readonly #channel = new BroadcastChannel(channelName(this.#id));
  #window: Window | null = null;

  constructor(context: LineContext) {
    this.#channel.onmessage = ({ data }: MessageEvent<Asked>) => {
      switch (data?.type) {
        case 'hello': return context.state();
        case 'go': return context.go(data.by < 0 ? -1 : 1);
        case 'black': return context.black();
        case 'play': return context.play();
        case 'end': return context.end();
      }
    };
  }

  /** Null where it went well. The window is a page of the same site beside the element's own script. */
  open(language: string): 'blocked' | 'nowhere' | null {
    const page = new URL('../presenter.html', import.meta.url);
    if (page.origin !== location.origin || !/^https?:$/.test(page.protocol)) return 'nowhere';
    if (this.#window && !this.#window.closed) {
      this.#window.focus();
      return null;
    }
    page.hash = new URLSearchParams({ id: this.#id, lang: language }).toString();
    this.#window = window.open(page, `turning-point-presenter-${this.#id}`, 'popup,width=900,height=640');
    return this.#window ? null : 'blocked';
  }

  tell(deck: DeckSaid, place: PlaceSaid): void {
    this.#post({ type: 'deck', deck, place });
  }

  close(): void {
    this.#post({ type: 'ended' });
    this.#channel.close();
  }

  #post(told: Told): void {
    this.#channel.postMessage(told);
  }
}
