// How is the story walked step by step? One step's words at a time, forward, back, off into the story and back again. A step that
// asks first says nothing of itself before that.

import { h, icon } from '../dom.ts';
import { kIcons } from '../icons.ts';
import { laterWords, type LaterWords } from '../later_words.ts';
import { prose } from '../prose.ts';
import { outcome, predictionForm, questionOf } from '../quiz/prediction.ts';
import { listenerOf, Teller } from '../statements.ts';
import { toldIn, type Question, type Tour, type TourStep } from '../story_facts.ts';
import type { TourWalk } from '../tour_walk.ts';
import { button, panelFrame, type Panel, type PanelContext } from './panel.ts';

export function tourPanel(context: PanelContext, walk: TourWalk): Panel & { show: () => void } {
  const { words, facts, host } = context;
  const body = h('div', { class: 'tour-body', 'aria-live': 'polite' });
  const foot = h('div', { class: 'tour-foot' });
  const element = panelFrame('tour', words.tour, context, body, foot);
  const title = element.querySelector('.panel-title');
  const back = button('tour-way', words.previous, () => step(-1), icon('way', ...kIcons.previous));
  const next = button('tour-way next', words.next, () => step(1));
  next.append(icon('way', ...kIcons.next));
  const count = h('span', { class: 'tour-step' });
  const end = button('text-button', words.endTour, () => walk.end());
  foot.append(back, count, next);
  const present = button('text-button present-tour', `${words.present} (F)`, context.present);
  present.setAttribute('aria-keyshortcuts', 'F');

  /** What only some steps need; null where it could not be fetched. */
  let later: LaterWords | null | undefined;
  /** Of the story's own words. */
  const lang = toldIn(context.language, facts.languages);
  const teller = new Teller({ host, facts, language: context.language, address: context.address() });

  function step(by: number): void {
    const now = walk.place;
    if (!now) return;
    if (by > 0 && walk.asks(walk.step)) return walk.tell(-1);
    if (now.step + by >= now.tour.steps.length) return walk.end();
    walk.go(now.tour, Math.max(0, now.step + by));
  }

  function show(): void {
    const now = walk.place;
    const shown = now?.tour.steps[now.step];
    if (!now || !shown) return;
    if (title) title.textContent = now.tour.title || words.tour;
    const question = questionOf(shown, facts);
    const isAsking = walk.asks(shown);
    const told = listenerOf(host);
    if ((question || told !== null) && later === undefined) return fetchWords();
    // Without words, or without the question, there is nothing to wait for.
    if (isAsking && !(question && later)) return walk.tell(-1);
    const about = !isAsking && shown.select ? context.card(shown.select)?.title : '';
    const choice = walk.tours.length > 1 ? tourChoice(now.tour) : null;
    body.replaceChildren(...[
      h('div', { class: 'tour-line', 'aria-hidden': 'true' }, ...now.tour.steps.map((_, i) => h('span', { 'data-done': i <= now.step }))),
      h('p', { class: 'tour-count' }, words.stepOf(now.step + 1, now.tour.steps.length)),
      ...question && later && isAsking ? [ask(question, later)] : [question && later && guessOf(shown, question, later), tell(shown)],
      about ? button('text-button about', words.stepAbout(about), () => context.select(shown.select)) : null,
      told !== null && later ? h('p', { class: 'tour-listener', lang: later.lang }, later.told(told)) : null,
      h('div', { class: 'tour-more' }, choice, present, end),
    ].filter((each) => !!each));
    if (!isAsking && later) teller.reached(now.tour, now.step);
    back.disabled = now.step === 0;
    count.textContent = words.stepShort(now.step + 1, now.tour.steps.length);
    const last = now.step + 1 >= now.tour.steps.length;
    next.replaceChildren(last ? words.endTour : words.next, ...(last ? [] : [icon('way', ...kIcons.next)]));
    element.scrollTop = 0;
  }

  function tell({ title, text }: TourStep): HTMLElement {
    return h('div', { class: 'tour-told', lang }, h('h3', { class: 'tour-title' }, title),
      ...prose(text, 'tour-text', { nameOf: (id) => context.card(id)?.title ?? null, select: context.select }));
  }

  function ask(question: Question, later: LaterWords): HTMLElement {
    return predictionForm(question, later, lang, (guess) => {
      if (guess >= 0) teller.answered(question, guess);
      walk.tell(guess);
      // What was pressed is gone; from here the reader goes on.
      next.focus({ preventScroll: true });
    });
  }

  function guessOf(step: TourStep, question: Question, later: LaterWords): HTMLElement | null {
    const guess = walk.guesses.get(step.id);
    return guess === undefined ? null : outcome(question, guess, later, lang);
  }

  /** Nothing of the step stands there meanwhile: it might tell what is to be asked. */
  function fetchWords(): void {
    body.replaceChildren();
    laterWords(context.language).then((words) => (later = words), (error: unknown) => {
      console.error('turning-point:', error);
      later = null;
    }).then(show);
  }

  function tourChoice(now: Tour): HTMLElement {
    const select = h('select', { class: 'field', 'aria-label': words.otherTours },
      ...walk.tours.map(({ id, title }) => h('option', { value: id, selected: id === now.id }, title)));
    select.addEventListener('change', () => {
      const tour = walk.tours.find(({ id }) => id === select.value);
      if (tour) walk.go(tour, 0);
    });
    return select;
  }

  return { element, show, opened: show };
}
