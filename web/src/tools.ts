// Which tools stand around the picture, and who hears what? Toolbar, menu, keys, panels and the line of modes; the panels'
// own script comes when the first of them is wanted.

import { featuresOf, kNoFeatures, type Features } from './features.ts';
import { writeFragment, type View } from './fragment.ts';
import type { Frame } from './frame.ts';
import type { MenuEntry } from './menu.ts';
import { menuEntries } from './menu_entries.ts';
import type { Messages } from './messages.ts';
import { ModeLine, modesOf, type PanelName } from './modes.ts';
import type { News, Panel, PanelContext } from './panels/panel.ts';
import { kNoFacts, type StoryFacts } from './story_facts.ts';
import type { Stage } from './present/index.ts';
import type { Tool } from './toolbar.ts';
import { TourWalk, type TourPlace } from './tour_walk.ts';
import type { Card, Chains, Command, Comparison, Facets, Found, Hit, Message, ProgramState, TurningPointState } from './types.ts';
import { commandsFor, tourOf, viewOf } from './view.ts';

export interface ToolsOptions {
  host: HTMLElement;
  frame: Frame;
  words: Messages;
  send: (command: Command) => void;
  state: () => TurningPointState;
  card: (id: string) => Card | null;
  snapshot: (type?: string) => Promise<Blob>;
  /** Something of the state has changed that the program knows nothing of. */
  changed: () => void;
  announce: (text: string) => void;
  /** The language that the page asks for. */
  language: () => string;
  /** Story and interface in that language. */
  speak: (language: string) => void;
  /** The address that a link to a view begins with. */
  address: () => string;
  /** How many times larger the picture is drawn than on a page. */
  zoom: (factor: number) => void;
  /** The address of the story's file; '' where it lies in the page. */
  source: () => string;
}

type Panels = typeof import('./panels/index.ts');

const kToolKeys: Record<string, PanelName> = { '/': 'search', c: 'compare', t: 'tour', '?': 'keys' };

export class Tools {
  readonly #options: ToolsOptions;
  readonly #modes: ModeLine;
  readonly #width: ResizeObserver;
  readonly #panels = new Map<PanelName, Panel>();
  readonly #tour: TourWalk;
  readonly #titles = new Map<string, string>();
  #facts: StoryFacts = kNoFacts;
  #facets: Facets | null = null;
  #features: Features = kNoFeatures;
  #state: ProgramState | null = null;
  #modesOfState = '';
  #comparison: Comparison | null = null;
  #chains: Chains | null = null;
  #selected: string | null = null;
  /** The language that an address asked for; '' for the page's own. */
  #language = '';
  #open: PanelName | null = null;
  /** What had the focus before the panel. */
  #opener: HTMLElement | null = null;
  #script: Promise<Panels> | null = null;
  #waiting: ((found: Found) => void)[] = [];
  #stage: Stage | null = null;
  /** True while the script of the presentation is on its way. */
  #isStaging = false;

  constructor(options: ToolsOptions) {
    this.#options = options;
    const { frame, words, send, state } = options;
    this.#tour = new TourWalk({
      send, state, tours: () => this.#facts.tours, features: () => this.#features, moved: (now) => this.#tourMoved(now),
    });
    this.#modes = new ModeLine(frame.modes, words, (panel) => void this.open(panel));
    frame.toolbar.addMenu(frame.widget, () => this.#menu());
    frame.widget.addEventListener('keydown', (event) => this.#key(event));
    this.#width = new ResizeObserver(() => {
      // What stands beside the buttons must know how much room they leave.
      frame.widget.style.setProperty('--tools-width', `${frame.toolbar.element.offsetWidth}px`);
      frame.toolbar.keepStop();
    });
    this.#width.observe(frame.toolbar.element);
  }

  disconnect(): void {
    this.#stage?.end();
    this.#width.disconnect();
  }

  get features(): Features {
    return this.#features;
  }

  get facts(): StoryFacts {
    return this.#facts;
  }

  /** What the page adds to the program's state. */
  get own(): Pick<TurningPointState, 'tour' | 'step' | 'mode'> {
    if (this.#facts.tours.length === 0) return {};
    return { tour: this.#tour.place?.tour.id ?? null, step: this.#tour.step?.id ?? null, mode: this.#stage ? 'present' : null };
  }

  /** A slide is shown, which says itself what is to be heard. */
  get isShowingSlide(): boolean {
    return this.#stage?.isExploring === false;
  }

  /** Another story, or the same one in another language. */
  storyLoaded(facts: StoryFacts): void {
    this.#stage?.end();
    this.#close('none');
    this.#panels.clear();
    this.#titles.clear();
    this.#facts = facts;
    this.#tour.forget();
    this.#tour.guesses.clear();
    this.#comparison = this.#chains = null;
    this.#showTools();
  }

  /** The same story, and the same tools, in other words: where the reader is stays. */
  retold(facts: StoryFacts): void {
    const { frame } = this.#options;
    const open = this.#open;
    const root = frame.widget.getRootNode() as ShadowRoot;
    const hadFocus = frame.panels.contains(root.activeElement);
    this.#facts = facts;
    this.#titles.clear();
    this.#panels.clear();
    this.#tour.retell();
    this.#modes.forget();
    void this.#stage?.retell(facts, this.language);
    this.#showTools();
    if (open) void this.open(open, hadFocus);
  }

  /** The language that story and interface are asked for in. */
  get language(): string {
    return this.#language || this.#options.language();
  }

  /** In another language; the page's own needs no word in an address. */
  speak(language: string): void {
    this.#language = language === this.#options.language() ? '' : language;
    this.#options.speak(this.language);
  }

  changed(state: ProgramState): void {
    this.#state = state;
    this.#tour.follow(state);
    // Every frame of a pan comes here, and no tool shows where the window and the playhead are.
    const modes = JSON.stringify({ ...state, range: '', at: '', atWords: '', hover: null, counts: null, frames: 0, cpuMs: 0 });
    if (modes !== this.#modesOfState) {
      this.#modesOfState = modes;
      this.#options.frame.leftOut.hidden = !state.filter?.selectionHidden;
      this.#showTools();
    }
    this.#hear({ state });
  }

  /** True for a message that is the tools'. */
  heard(message: Message): boolean {
    switch (message.type) {
      case 'facets':
        // The program tells the parts that have changed.
        this.#facets = { ...this.#facets, ...message };
        this.#showTools();
        this.#hear({ facets: this.#facets });
        return true;
      case 'found':
        for (const resolve of this.#waiting.splice(0)) resolve(message);
        this.#hear({ found: message });
        return true;
      case 'comparison':
        this.#comparison = message;
        this.#showTools();
        this.#hear({ comparison: message });
        return true;
      case 'chains':
        this.#chains = message;
        this.#showTools();
        this.#hear({ chains: message });
        return true;
      default:
        return false;
    }
  }

  /** Whoever selects something wants to read about it. */
  selected(id: string | null): void {
    const isNews = id !== this.#selected;
    this.#selected = id;
    if (isNews && this.#open && this.#open !== 'search' && id !== this.#tour.expected) this.#close('none');
  }

  press(tool: Tool): void {
    switch (tool) {
      case 'previous':
      case 'next':
        return this.#options.send({ type: tool });
      case 'play':
        return this.#options.send({ type: this.#options.state().playing ? 'pause' : 'play' });
      case 'more':
        return;
      default:
        return void (this.#open === tool ? this.#close('opener') : this.open(tool));
    }
  }

  view(): View {
    return viewOf(this.#options.state(), this.#facts.tours, this.#language);
  }

  /** An address that opens what is shown now. */
  get link(): string {
    return this.#options.address() + writeFragment(this.view());
  }

  show(view: View): void {
    const to = view.tour ? tourOf(view.tour, this.#facts.tours) : null;
    if (!to) this.#tour.end();
    if (view.mode !== 'present') this.#stage?.end();
    if ((view.lang ?? '') !== this.#language) {
      this.speak(view.lang ?? '');
    }
    let from = this.#options.state();
    if (to) {
      // Nor does an address tell what its step asks first.
      const isWhole = this.#tour.asks(to.tour.steps[to.step]) || (!view.at && !view.select);
      this.#tour.go(to.tour, to.step, isWhole ? undefined : view.select);
      if (view.mode === 'present') void this.present(false);
      else if (this.#open !== 'tour') void this.open('tour', false);
      // An address that names the step only means all of it.
      if (isWhole) return;
      // Where the step leads is not known before the next frame: whatever the view says of it is said.
      from = { ...from, select: null, ...('compare' in from ? { compare: to.tour.steps[to.step]?.compare?.join('/') ?? null } : {}) };
    }
    for (const command of commandsFor(view, from, this.#features)) this.#options.send(command);
  }

  /** Begins a tour, or goes to one of its steps (an id, or a number from 1). */
  goTour(id: string, step: string): void {
    const tour = this.#facts.tours.find((each) => each.id === id) ?? (id ? undefined : this.#facts.tours[0]);
    if (!tour) return this.#tour.end();
    const index = tour.steps.findIndex((each, i) => each.id === step || String(i + 1) === step);
    this.#tour.go(tour, Math.max(0, index));
    void this.open('tour', false);
  }

  /** The tour on the whole screen, from its present step; without `full` in the whole window. */
  async present(full = true): Promise<void> {
    const tour = this.#facts.tours[0];
    if (!this.#tour.place && tour) this.#tour.go(tour, 0);
    if (!this.#tour.place || this.#stage || this.#isStaging) return;
    const { host, frame, words, card, address, send, zoom, changed, announce } = this.#options;
    this.#isStaging = true;
    try {
      const { openStage } = await import('./present/index.ts');
      const { place } = this.#tour;
      if (!place || !host.isConnected) return;
      this.#stage = await openStage({
        host, frame, words, card, address, zoom, changed, facts: this.#facts, walk: this.#tour,
        language: this.language,
        select: (id) => send({ type: 'select', id }),
        showCard: () => this.#close('none'),
        ended: () => this.#staged(),
      }, place.tour, place.step, full);
    } catch (error) {
      console.error('turning-point:', error);
      return announce(words.toolFailed);
    } finally {
      this.#isStaging = false;
    }
    announce(''); // the slide says itself where it is
    changed();
  }

  /** Back on the page, at the step that was presented last. */
  #staged(): void {
    this.#stage = null;
    if (!this.#options.host.isConnected) return;
    this.#options.changed();
    if (this.#tour.place) void this.open('tour');
    else this.#options.frame.card.focus({ preventScroll: true });
  }

  async search(text: string): Promise<Hit[]> {
    if (!this.#features.search) return [];
    return new Promise((resolve) => {
      // While the program still looks it answers again by itself.
      const wait = (found: Found) => (found.text === text && found.complete !== false ? resolve(found.hits) : void this.#waiting.push(wait));
      this.#waiting.push(wait);
      this.#options.send({ type: 'search', text, limit: 100 });
    });
  }

  async open(name: PanelName, takeFocus = true): Promise<void> {
    if (!this.#isOffered(name)) return;
    const { frame, words } = this.#options;
    const root = frame.widget.getRootNode() as ShadowRoot;
    const opener = root.activeElement instanceof HTMLElement ? root.activeElement : null;
    let panel: Panel | null;
    try {
      panel = await this.#panel(name);
    } catch (error) {
      console.error('turning-point:', error);
      return this.#options.announce(words.toolFailed);
    }
    if (!panel) return;
    if (!frame.panels.contains(opener)) this.#opener = opener;
    this.#open = name;
    frame.panels.replaceChildren(panel.element);
    frame.panels.hidden = false;
    frame.card.hidden = true;
    if (name === 'tour' && !this.#tour.place && this.#facts.tours[0]) this.#tour.go(this.#facts.tours[0], 0);
    panel.opened?.();
    this.#showOpen();
    if (!takeFocus) return;
    (panel.first ?? panel.element).focus({ preventScroll: true });
    frame.side.scrollIntoView({ block: 'nearest' });
  }

  /** Null where the picture has left the page while the script was on its way. */
  #panel(name: PanelName): Promise<Panel | null> {
    this.#script ??= import('./panels/index.ts').catch((error: unknown) => {
      this.#script = null;
      throw error;
    });
    return this.#script.then((panels) => {
      const { widget } = this.#options.frame;
      if (!widget.isConnected) return null;
      const known = this.#panels.get(name);
      if (known) return known;
      panels.adoptPanelStyle(widget.getRootNode() as ShadowRoot);
      const panel = panels.makePanel(name, this.#context(), this.#tour);
      this.#panels.set(name, panel);
      for (const news of [this.#comparison && { comparison: this.#comparison }, this.#chains && { chains: this.#chains }]) if (news) panel.heard?.(news);
      return panel;
    });
  }

  #context(): PanelContext {
    const { host, words, send, state, card, announce, snapshot, address, source } = this.#options;
    return {
      host, language: this.language, address, words, send, state, card, announce, snapshot, source, facts: this.#facts,
      facets: () => this.#facets ?? {},
      select: (id) => {
        send({ type: 'select', id });
        this.#close('card');
      },
      close: () => this.#close('opener'),
      link: () => this.link,
      present: () => void this.present(),
    };
  }

  #close(to: 'opener' | 'card' | 'none'): void {
    if (!this.#open) return;
    const { frame } = this.#options;
    const root = frame.widget.getRootNode() as ShadowRoot;
    const hadFocus = frame.panels.contains(root.activeElement);
    this.#open = null;
    frame.panels.hidden = true;
    frame.card.hidden = false;
    frame.panels.replaceChildren();
    this.#showOpen();
    if (to === 'card' || (to === 'none' && hadFocus)) frame.card.focus({ preventScroll: true });
    if (to === 'opener') (this.#opener?.isConnected && this.#opener.getClientRects().length > 0 ? this.#opener : frame.card).focus({ preventScroll: true });
    this.#opener = null;
  }

  #hear(news: News): void {
    if (!this.#open) {
      // A comparison that is shown later must be the present one.
      for (const [name, panel] of this.#panels) if ((name === 'compare' && news.comparison) || (name === 'trace' && news.chains)) panel.heard?.(news);
      return;
    }
    for (const [name, panel] of this.#panels) if (name === this.#open || news.comparison || news.chains) panel.heard?.(news);
  }

  #isOffered(name: PanelName): boolean {
    if (name === 'share' || name === 'keys') return true;
    if (name === 'tour') return this.#facts.tours.length > 0;
    return this.#features[name];
  }

  /** Kept, because the line of modes is looked at with every frame. */
  #titleOf(id: string): string {
    const known = this.#titles.get(id) ?? this.#options.card(id)?.title ?? id;
    this.#titles.set(id, known);
    return known;
  }

  #showTools(): void {
    const { frame, words, send } = this.#options;
    this.#features = featuresOf(this.#state, this.#facets);
    const hasTour = this.#facts.tours.length > 0;
    frame.toolbar.showFeatures(this.#features, hasTour);
    if (!this.#state) return;
    const { place } = this.#tour;
    const tour = place && { step: place.step, of: place.tour.steps.length, end: () => this.#tour.end() };
    const first = this.#facts.tours[0];
    // Before it is begun it says where it would begin: the button keeps its width.
    frame.toolbar.showStep(words.stepShort((tour?.step ?? 0) + 1, tour?.of ?? first?.steps.length ?? 0));
    const modes = modesOf(this.#options.state(), { words, send, titleOf: (id) => this.#titleOf(id), comparison: this.#comparison, chains: this.#chains, tour });
    const isLost = this.#modes.show(modes.filter(({ panel }) => panel === null || panel !== this.#open));
    if (isLost) (this.#open ? frame.panels.querySelector<HTMLElement>('.panel') : frame.card)?.focus({ preventScroll: true });
    this.#showPressed();
  }

  #showOpen(): void {
    this.#options.frame.widget.dataset['panel'] = this.#open ?? '';
    this.#showTools();
    this.#showPressed();
  }

  #showPressed(): void {
    const { toolbar } = this.#options.frame;
    toolbar.showOn('search', this.#open === 'search');
    toolbar.showOn('share', this.#open === 'share');
    toolbar.showOn('compare', this.#open === 'compare' || !!this.#state?.compare);
    toolbar.showOn('tour', this.#open === 'tour' || !!this.#tour.place);
  }

  #tourMoved(now: TourPlace | null): void {
    this.#showTools();
    this.#stage?.moved(now);
    if (this.#open === 'tour' && now) this.#panels.get('tour')?.opened?.();
    if (this.#open === 'tour' && !now) this.#close('opener');
    this.#options.changed();
  }

  // ---- Menu and keys ----

  #menu(): MenuEntry[] {
    const { words, send, card, frame, state } = this.#options;
    return menuEntries({
      words, send, card, state: state(), features: this.#features, facets: this.#facets ?? {},
      withoutRoom: (['search', 'compare', 'tour', 'share'] as const).filter((tool) => this.#isOffered(tool) && !frame.toolbar.isShown(tool)),
      open: (panel) => void this.open(panel),
      languages: this.#facts.languages, language: this.language, speak: (language) => this.speak(language),
    });
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const from = event.composedPath()[0] as HTMLElement;
    const { frame } = this.#options;
    if (this.isShowingSlide) return; // its keys are the presentation's
    if (event.key === 'Escape' && this.#open && from !== frame.map && from !== frame.timeline) {
      event.preventDefault();
      return this.#close('opener');
    }
    if (from.matches('input:not([type="checkbox"], [type="radio"]), textarea, select')) return;
    if (event.key.toLowerCase() === 'f' && !this.#stage && (this.#open === 'tour' || this.#tour.place)) {
      event.preventDefault();
      return void this.present();
    }
    const name = kToolKeys[event.key.toLowerCase()];
    if (!name || !this.#isOffered(name) || frame.widget.dataset['phase'] !== 'ready') return;
    event.preventDefault();
    void (this.#open === name ? this.#close('opener') : this.open(name));
  }
}
