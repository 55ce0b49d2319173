// Stands in for the WebAssembly program where only the page is tested: the bridge's contract in a few hundred lines.
// Its "story" is a reading outline; marks are plain rectangles.

const kHeapBytes = 32 << 20;
const kMark = 14;

export default async function createTurningPoint(args) {
  const wasm = await new Promise((resolve) => args.instantiateWasm({}, resolve));
  if (!wasm) throw new Error('no instance');
  return new MockProgram(args);
}

class MockProgram {
  HEAPU8 = new Uint8Array(kHeapBytes);
  #args;
  #top = 16;
  #gl = null;
  #panes = null;
  #events = [];
  #cards = new Map();
  #story = null;
  #marks = [];
  #state = { at: '', atWords: '', range: '', select: null, hover: null, playing: false, layout: 'wide', lang: 'en', frames: 0, cpuMs: 0, counts: { events: 0, actors: 0, relations: 0 },
    compare: null, trace: null, focus: null, toldBy: null, ghosts: false, places: false, brush: null, folded: [], filter: null, hiddenRelations: [], canUndo: false, canRedo: false, tour: null, step: null, focusSteps: 0 };
  #isPlain = false;
  #kinds = ['hostile', 'neutral', 'close'];
  #undo = [];
  #redo = [];
  #dark = false;
  #changed = false;
  #selection = false;
  #scrubbing = false;
  #playAt = 0;

  constructor(args) {
    this.#args = args;
    // An older program, which knows nothing but the picture.
    if (globalThis.tpPlainProgram) {
      this.#isPlain = true;
      for (const key of ['compare', 'trace', 'focus', 'toldBy', 'ghosts', 'places', 'brush', 'folded', 'filter', 'hiddenRelations', 'canUndo', 'canRedo', 'tour', 'step', 'focusSteps']) delete this.#state[key];
    }
  }

  _malloc(bytes) {
    // Nothing is freed; a large request starts from the bottom again.
    if (this.#top + bytes + 16 > kHeapBytes) this.#top = 16;
    const address = this.#top;
    this.#top += (bytes + 15) & ~15;
    return address;
  }

  _free() {}

  _tp_font() {}

  _tp_open() {
    this.#gl = this.#args.canvas.getContext('webgl2', { preserveDrawingBuffer: true });
    if (!this.#gl) this.#post({ type: 'error', code: 'no-webgl2', text: 'no WebGL 2' });
    return this.#gl ? 1 : 0;
  }

  _tp_load(address, length) {
    let story;
    try {
      story = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(this.HEAPU8.slice(address, address + length)));
      if (!story.story || !Array.isArray(story.events)) throw new Error('story.json:1:1: error: not a story');
    } catch (error) {
      this.#post({ type: 'diagnostics', refused: true, lines: [String(error)] });
      return 0;
    }
    this.#story = story;
    this.#events = story.events;
    for (const card of [...story.events, ...story.actors, ...story.relations]) this.#cards.set(card.id, card);
    this.#state.counts = { events: story.events.length, actors: story.actors.length, relations: story.relations.length };
    this.#post({ type: 'ready', title: story.story.title, question: story.story.question, answer: story.story.answer });
    this.#select(story.start?.select ?? story.events.at(-1)?.id ?? '');
    this.#undo = [];
    this.#facets();
    return 1;
  }

  _tp_command(address) {
    if (!this.#story) return;
    const command = JSON.parse(this.#text(address));
    switch (command.type) {
      case 'resize': this.#panes = command; this.#state.layout = command.kind; break;
      case 'appearance': this.#dark = command.dark; break;
      case 'language': this.#state.lang = command.language; break;
      case 'select': this.#select(command.id); break;
      case 'setTime': this.#setTime(command.edtf); break;
      case 'next': this.#step(1); break;
      case 'previous': this.#step(-1); break;
      case 'play': this.#state.playing = true; break;
      case 'pause': this.#state.playing = false; break;
      case 'locate': this.#locate(command.id); return;
      case 'search': this.#search(command); return;
      case 'filter': this.#filter(command); break;
      case 'hideRelations': this.#state.hiddenRelations = command.keys; this.#facets(); break;
      case 'compare': this.#compare(command.a, command.b); break;
      case 'swap': this.#compare(...(this.#state.compare ?? '/').split('/').reverse()); break;
      case 'trace': this.#trace(command.from, command.to); break;
      case 'focus': Object.assign(this.#state, { focus: command.id || null, focusSteps: command.id ? command.steps : 0 }); break;
      case 'tour': this.#tour(command.id, command.step); break;
      case 'toldBy': this.#state.toldBy = command.id || null; break;
      case 'ghosts': this.#state.ghosts = command.on; break;
      case 'places': this.#state.places = command.on; break;
      case 'brush': this.#state.brush = command.range || null; break;
      case 'showRange': this.#state.range = command.range; break;
      case 'fold': this.#state.folded = [...this.#state.folded.filter((id) => id !== command.id), ...(command.folded ? [command.id] : [])]; break;
      case 'fit': case 'fitTo': case 'zoom': case 'visible': break;
      case 'undo': this.#goBack(this.#undo, this.#redo); break;
      case 'redo': this.#goBack(this.#redo, this.#undo); break;
      default: this.#post({ type: 'error', code: 'bad-command', text: `no command is called "${command.type}"` });
    }
    this.#changed = true;
    this.#args.tpRequestFrame(0);
  }

  _tp_input(type, pointer, x, y, wheelX, wheelY, pinch, clicks, key, shift, zoomModifier) {
    this.#args.tpRequestFrame(0);
    const mark = this.#marks.find((m) => x >= m.x && x < m.x + m.w && y >= m.y && y < m.y + m.h);
    if (type === 0) {
      if (mark) this.#select(mark.id);
      else this.#scrubbing = this.#inTimeline(y);
      if (this.#scrubbing) this.#scrub(x);
      return 1;
    }
    if (type === 1) {
      if (this.#scrubbing) this.#scrub(x);
      const cursor = mark ? 'pointer' : this.#inTimeline(y) ? 'col-resize' : 'grab';
      this.#post({ type: 'cursor', cursor });
      return 1;
    }
    if (type === 2 || type === 3) return (this.#scrubbing = false), 1;
    if (type === 5) return 1;
    if (type === 6) return 1;
    if (type === 7) {
      if (key === 1 || key === 2) return this.#step(key === 1 ? -1 : 1), 1;
      if (key === 9) return (this.#state.playing = !this.#state.playing), (this.#changed = true), 1;
    }
    return 0;
  }

  _tp_frame(nowMs) {
    if (this.#state.playing && nowMs - this.#playAt > 300) {
      this.#playAt = nowMs;
      const index = this.#events.findIndex((event) => event.id === this.#state.select);
      if (index + 1 >= this.#events.length) this.#state.playing = false;
      else this.#step(1);
      this.#changed = true;
    }
    const selected = this.#events.find(({ id }) => id === this.#state.select);
    const { filter } = this.#state;
    if (filter) filter.selectionHidden = !!selected && !this.#passes(selected, filter);
    this.#draw();
    this.#state.frames += 1;
    this.#post({ type: 'change', state: this.#state });
    if (this.#selection) {
      this.#post({ type: 'select', id: this.#state.select });
      this.#post({ type: 'card', card: this.#cards.get(this.#state.select) ?? this.#storyCard() });
      this.#post({ type: 'announce', text: `${this.#cards.get(this.#state.select)?.title ?? 'Nothing'} selected` });
    }
    this.#changed = this.#selection = false;
    return this.#state.playing ? 1 : 0;
  }

  _tp_context_lost() {}
  _tp_context_restored() {}
  _tp_close() {}

  _tp_card(address) {
    const id = this.#text(address);
    const bytes = new TextEncoder().encode(`${JSON.stringify(id ? (this.#cards.get(id) ?? null) : this.#storyCard())}\0`);
    const at = this._malloc(bytes.length);
    this.HEAPU8.set(bytes, at);
    return at;
  }

  #storyCard() {
    return { id: '', title: this.#story.story.question, summary: this.#story.story.answer };
  }

  #text(address) {
    return new TextDecoder().decode(this.HEAPU8.slice(address, this.HEAPU8.indexOf(0, address)));
  }

  #post(message) {
    this.#args.tpOnMessage(JSON.stringify(message));
  }

  #inTimeline(y) {
    return this.#panes && y >= this.#panes.timeline[1];
  }

  // ---- What the tools ask for, as plain as a test needs it ----

  #search({ text, limit }) {
    const plain = (words) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const wanted = plain(text.trim());
    const hits = [];
    const add = (kind, id, title, more) => {
      const at = plain(title ?? '').indexOf(wanted);
      // Where accents change the length the place of the match is another one; good enough for a stand-in.
      if (at >= 0) hits.push({ id, kind, kindWords: '', title, detail: '', date: '', at: [[at, text.trim().length]], ...more });
    };
    for (const { id, title, date, kindWords } of this.#events) add('event', id, title, { date, kindWords });
    for (const { id, title, kindWords } of this.#story.actors) add('actor', id, title, { kindWords });
    for (const { id, title } of this.#story.relations) add('relation', id, title);
    for (const { id, title, date, url } of this.#story.sources) add('source', id, title, { date, url });
    for (const { id, term } of this.#story.glossary) add('term', id, term);
    this.#post({ type: 'found', text, total: hits.length, complete: true, hits: hits.slice(0, limit) });
  }

  #passes(event, { hideTracks, hideStatuses, actors, text }) {
    return !hideTracks.includes(event.kindWords) && !hideStatuses.includes(event.status) &&
      (actors.length === 0 || event.actors.some(({ id }) => actors.includes(id))) && event.title.toLowerCase().includes(text.toLowerCase());
  }

  #filter({ hideTracks, hideStatuses, actors, text, mode }) {
    const filter = { hideTracks, hideStatuses, actors, text, mode };
    const isOff = hideTracks.length + hideStatuses.length + actors.length === 0 && !text;
    const shown = this.#events.filter((event) => this.#passes(event, filter)).length;
    this.#state.filter = isOff ? null : { ...filter, shown, of: this.#events.length };
    this.#facets();
  }

  #facets() {
    if (this.#isPlain) return;
    const { filter, hiddenRelations } = this.#state;
    const passing = filter ? this.#events.filter((event) => this.#passes(event, filter)) : this.#events;
    const count = (of, in_) => ({ count: passing.filter(in_).length, of: of.filter(in_).length });
    const tracks = [...new Set(this.#events.map(({ kindWords }) => kindWords))];
    this.#post({
      type: 'facets',
      tracks: tracks.map((title) => ({ id: title, title, ...count(this.#events, (event) => event.kindWords === title) })),
      statuses: ['fact', 'claim', 'disputed'].map((status) => ({ status, words: { fact: 'Fact', claim: 'Claim', disputed: 'Disputed' }[status], ...count(this.#events, (event) => event.status === status) })),
      actors: this.#story.actors.map(({ id, title }) => ({ id, title, ...count(this.#events, (event) => event.actors.some((actor) => actor.id === id)) })),
    });
    // In two parts, as the program says it.
    this.#post({
      type: 'facets',
      relations: this.#kinds.map((key, i) => ({ key, words: key[0].toUpperCase() + key.slice(1), count: i + 1, hidden: hiddenRelations.includes(key) })),
      tellers: this.#story.actors.slice(1, 3).map(({ id, title }) => ({ id, title, count: 1 })),
      hasPlaces: true,
    });
  }

  #compare(a, b) {
    this.#state.compare = a && b ? `${a}/${b}` : null;
    const on = this.#state.compare !== null;
    const phrase = (phase) => ({ label: phase.label, valence: phase.valence ?? 0, status: phase.status, statusWords: phase.statusWords });
    const [one, two, three] = this.#story.relations;
    this.#post({
      type: 'comparison', on, a, b, aWords: a, bWords: b,
      gained: on ? [{ id: one.id, title: one.title, ...phrase(one.phases[0]) }] : [],
      lost: on ? [{ id: two.id, title: two.title, ...phrase(two.phases[0]) }] : [],
      flipped: on ? [{ id: three.id, title: three.title, before: phrase(three.phases[0]), after: phrase(three.phases.at(-1)) }] : [],
    });
  }

  #tour(id, number) {
    const step = this.#story.tours.find((tour) => tour.id === id)?.steps[number];
    Object.assign(this.#state, { tour: step ? id : null, step: step ? number : null });
    if (!step) return;
    this.#select(step.select);
    this.#setTime(step.at);
    this.#state.range = step.range;
  }

  #trace(from, to) {
    this.#state.trace = from && to ? `${from}/${to}` : null;
    const name = (id) => ({ id, title: this.#cards.get(id)?.title ?? id, kind: 'actor' });
    const joins = this.#story.relations.filter((relation) => [from, to].includes(relation.from) && [from, to].includes(relation.to));
    this.#post({
      type: 'chains', on: this.#state.trace !== null, from, to, fromWords: name(from).title, toWords: name(to).title,
      chains: joins.map((relation) => [name(from), { id: relation.id, title: relation.title, kind: 'relation' }, name(to)]),
      first: joins.length > 0 ? '1991-12-25' : null, firstWords: joins.length > 0 ? '25 December 1991' : '',
    });
  }

  #goBack(from, to) {
    const id = from.pop();
    if (id === undefined) return;
    to.push(this.#state.select);
    this.#state.select = null;
    this.#show(id);
  }

  #select(id) {
    if (this.#state.select && this.#state.select !== id) this.#undo.push(this.#state.select);
    this.#redo = [];
    this.#show(id);
  }

  #show(id) {
    if (!this.#isPlain) Object.assign(this.#state, { canUndo: this.#undo.length > 0, canRedo: this.#redo.length > 0 });
    const card = this.#cards.get(id);
    this.#state.select = card ? id : null;
    if (card?.dateEdtf) this.#setTime(card.dateEdtf.split('/')[0]);
    this.#changed = this.#selection = true;
  }

  #setTime(edtf) {
    this.#state.at = edtf;
    this.#state.atWords = edtf;
    this.#changed = true;
  }

  #step(by) {
    const index = this.#events.findIndex((event) => event.id === this.#state.select);
    const event = this.#events[Math.max(0, Math.min(this.#events.length - 1, index + by))];
    if (event) this.#select(event.id);
  }

  #year(edtf) {
    return Number(/^\d{4}/.exec(edtf ?? '')?.[0] ?? 2000) + Number(/^\d{4}-(\d\d)/.exec(edtf ?? '')?.[1] ?? 1) / 12;
  }

  #scrub(x) {
    const [left, , width] = this.#panes.timeline;
    const year = 1988 + ((x - left) / width) * 39;
    this.#setTime(String(Math.floor(year)));
  }

  #locate(id) {
    this.#layOut();
    const mark = this.#marks.find((m) => m.id === id);
    this.#post({ type: 'located', id, rect: mark ? [mark.x, mark.y, mark.w, mark.h] : null });
  }

  #layOut() {
    this.#marks = [];
    if (!this.#panes) return;
    const [left, top, width, height] = this.#panes.timeline;
    for (const [i, event] of this.#events.entries()) {
      const x = left + ((this.#year(event.dateEdtf) - 1988) / 39) * width;
      const y = top + 20 + (i % 5) * Math.max(16, (height - 60) / 5);
      this.#marks.push({ id: event.id, x, y, w: kMark, h: kMark });
    }
    const [mx, my, mw, mh] = this.#panes.map;
    for (const [i, actor] of this.#story.actors.entries()) {
      if (mw < 1) break;
      const turn = (i / this.#story.actors.length) * 2 * Math.PI;
      this.#marks.push({ id: actor.id, x: mx + mw / 2 + Math.cos(turn) * mw * 0.38 - 14, y: my + mh / 2 + Math.sin(turn) * mh * 0.36 - 14, w: 28, h: 28 });
    }
  }

  #draw() {
    const gl = this.#gl;
    if (!gl || !this.#panes || !this.#story) return;
    this.#layOut();
    const { dpr, height, timeline } = this.#panes;
    const fill = (x, y, w, h, rgb) => {
      gl.scissor(Math.round(x * dpr), Math.round((height - y - h) * dpr), Math.max(0, Math.round(w * dpr)), Math.max(0, Math.round(h * dpr)));
      gl.clearColor(...rgb.map((v) => v / 255), 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
    };
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.enable(gl.SCISSOR_TEST);
    fill(0, 0, this.#panes.width, height, this.#dark ? [0x16, 0x17, 0x19] : [0xfb, 0xfa, 0xf7]);
    for (const mark of this.#marks) fill(mark.x, mark.y, mark.w, mark.h, mark.id === this.#state.select ? [11, 110, 110] : [123, 63, 160]);
    const x = timeline[0] + ((this.#year(this.#state.at) - 1988) / 39) * timeline[2];
    fill(x, timeline[1], 2, timeline[3], [11, 110, 110]);
  }
}
