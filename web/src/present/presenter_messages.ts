// What do the presentation and the presenter's window say to each other? Over a channel that only pages of the same origin in the
// same browser hear, and only those that know its name.

export interface DeckSaid {
  title: string;
  slides: { kicker: string; title: string; notes: string }[];
}

export interface PlaceSaid {
  index: number;
  isAnswered: boolean;
  /** The audience sees a question, and not yet the step that asks it. */
  isAsking: boolean;
  isBlack: boolean;
  isExploring: boolean;
  isPlaying: boolean;
}

/** From the presentation. */
export type Told = { type: 'deck'; deck: DeckSaid; place: PlaceSaid } | { type: 'ended' };
/** From the presenter's window; `hello` asks for everything. */
export type Asked = { type: 'hello' } | { type: 'go'; by: 1 | -1 } | { type: 'black' | 'play' | 'end' };

export const channelName = (id: string) => `turning-point-presenter-${id}`;
