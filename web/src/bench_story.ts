// How does a large story look? The JSON text of a story of any size from a seed, made in pieces so that no string holds it all.

export interface StorySize {
  events: number;
  actors: number;
  relations: number;
  seed: number;
}

const kWords = ['treaty', 'assembly', 'signs', 'a', 'waiver', 'after', 'talks', 'on', 'transit', 'aid'];
const kTypes = ['restricts', 'waives', 'mediates', 'supplies', 'supports', 'opposes'];
const kKinds = ['state', 'person', 'company', 'law', 'place'];
const kTracks = 6;
const kSources = 50;
const kPieceLength = 1 << 20;
/** A million events fit into the largest file with short summaries. */
const kManyEvents = 1_000_000;

/** Mulberry32: the same numbers for the same seed in every browser. */
function random(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return Math.floor((((z ^ (z >>> 14)) >>> 0) / 0x1_0000_0000) * bound);
  };
}

/** The story as UTF-8, in pieces of about a megabyte. Well formed, without errors or warnings. */
export function* generateStory({ events, actors, relations, seed }: StorySize): Generator<Uint8Array> {
  const below = random(seed);
  const encoder = new TextEncoder();
  const summaryWords = events < kManyEvents ? 14 : 4;
  let text = '{"format":"turning-point/1","id":"generated","languages":["en"],"title":"Generated"';

  const words = (count: number) => {
    let out = kWords[below(10)]!;
    for (let i = 1; i < count; i += 1) out += ` ${kWords[below(10)]!}`;
    return out;
  };
  const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
  const day = (year: number) => `${year}-${two(1 + below(12))}-${two(1 + below(28))}`;
  const event = (i: number) => {
    const year = 1900 + below(126);
    const when = below(8) === 0 ? `${day(year)}/${day(year + 1)}` : day(year);
    const first = below(Math.max(1, actors));
    const second = below(Math.max(1, actors));
    const who = actors === 0 ? '' : `,"actors":["actor-${first}"${first === second ? '' : `,"actor-${second}"`}]`;
    return `{"id":"event-${i}","when":"${when}","track":"track-${below(kTracks)}","title":"${words(4)}","summary":"${words(summaryWords)}",` +
      `"importance":${1 + below(5)}${who},"sources":["source-${below(kSources)}"]}`;
  };
  const relation = (i: number) => {
    const phases: string[] = [];
    let year = 1900 + below(60);
    for (let left = 1 + below(3); left > 0; left -= 1) {
      // The last one holds to the end, so that a map of today has every relation in it.
      const end = left === 1 ? 2030 : year + 1 + below(20);
      const told = events > 0 ? `,"events":["event-${below(events)}"]` : '';
      phases.push(`{"when":"${year}/${end}","type":"${kTypes[below(6)]!}","label":"${words(2)}","valence":${below(5) - 2}${told}}`);
      year = end + below(3);
    }
    return `{"id":"relation-${i}","from":"actor-${below(actors)}","to":"actor-${below(actors)}","phases":[${phases.join(',')}]}`;
  };
  const lists: [string, number, (i: number) => string][] = [
    ['tracks', kTracks, (i) => `{"id":"track-${i}","title":"${words(1)}"}`],
    ['sources', kSources, (i) => `{"id":"source-${i}","type":"webpage","title":"${words(5)}","URL":"https://example.org/${i}","issued":{"date-parts":[[2020,5]]}}`],
    ['actors', actors, (i) => `{"id":"actor-${i}","kind":"${kKinds[below(5)]!}","name":"${words(2)}"}`],
    ['events', events, event],
    ['relations', actors > 0 ? relations : 0, relation],
  ];
  for (const [name, count, one] of lists) {
    text += `,\n"${name}":[`;
    for (let i = 0; i < count; i += 1) {
      text += i > 0 ? `,\n${one(i)}` : `\n${one(i)}`;
      if (text.length < kPieceLength) continue;
      yield encoder.encode(text);
      text = '';
    }
    text += '\n]';
  }
  yield encoder.encode(`${text}\n}\n`);
}
