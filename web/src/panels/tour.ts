// How is the story walked step by step? One step's words at a time, forward, back, off into the story and back again.

import { h, icon } from '../dom.ts';
import { kIcons } from '../icons.ts';
import { prose } from '../prose.ts';
import { toldIn, type Tour } from '../story_facts.ts';
import type { TourWalk } from '../tour_walk.ts';
import { button, panelFrame, type Panel, type PanelContext } from './panel.ts';

export function tourPanel(context: PanelContext, walk: TourWalk): Panel & { show: () => void } {
  const { words } = context;
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

  function step(by: number): void {
    const now = walk.place;
    if (!now) return;
    if (now.step + by >= now.tour.steps.length) return walk.end();
    walk.go(now.tour, Math.max(0, now.step + by));
  }

  function show(): void {
    const now = walk.place;
    const shown = now?.tour.steps[now.step];
    if (!now || !shown) return;
    if (title) title.textContent = now.tour.title || words.tour;
    const about = shown.select ? context.card(shown.select)?.title : '';
    const choice = walk.tours.length > 1 ? tourChoice(now.tour) : null;
    const lang = toldIn(context.state().lang, context.facts.languages);
    const text = h('div', { class: 'tour-told', lang }, h('h3', { class: 'tour-title' }, shown.title),
      ...prose(shown.text, 'tour-text', { nameOf: (id) => context.card(id)?.title ?? null, select: context.select }));
    body.replaceChildren(...[
      h('div', { class: 'tour-line', 'aria-hidden': 'true' }, ...now.tour.steps.map((_, i) => h('span', { 'data-done': i <= now.step }))),
      h('p', { class: 'tour-count' }, words.stepOf(now.step + 1, now.tour.steps.length)),
      text,
      about ? button('text-button about', words.stepAbout(about), () => context.select(shown.select)) : null,
      h('div', { class: 'tour-more' }, choice, present, end),
    ].filter((each) => each !== null));
    back.disabled = now.step === 0;
    count.textContent = words.stepShort(now.step + 1, now.tour.steps.length);
    const last = now.step + 1 >= now.tour.steps.length;
    next.replaceChildren(last ? words.endTour : words.next, ...(last ? [] : [icon('way', ...kIcons.next)]));
    element.scrollTop = 0;
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
