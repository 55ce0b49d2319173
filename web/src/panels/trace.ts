// What joins two actors? The shortest chain of relations as of the playhead, others, and the first date on which there is one.

import { h, icon } from '../dom.ts';
import { looksLikeDate } from '../edtf.ts';
import { kIcons } from '../icons.ts';
import type { Chains } from '../types.ts';
import { actorPicker } from './actor_picker.ts';
import { button, panelFrame, selecting, type Panel, type PanelContext } from './panel.ts';

export function tracePanel(context: PanelContext): Panel {
  const { words } = context;
  const ends = { from: '', to: '' };
  const actors = () => context.facets().actors ?? [];
  const pick = (end: 'from' | 'to') => (id: string) => {
    ends[end] = id;
    ask();
  };
  const from = actorPicker('trace-from', words.traceFrom, actors, pick('from'), true);
  const to = actorPicker('trace-to', words.traceTo, actors, pick('to'), true);
  const swap = button('round-button', '', () => {
    set(ends.to, ends.from);
    ask();
  }, icon('way', ...kIcons.swap));
  swap.setAttribute('aria-label', words.swap);
  swap.title = words.swap;
  const total = h('p', { class: 'result-total', role: 'status' });
  const end = button('text-button', words.endTrace, () => {
    context.send({ type: 'trace', from: '', to: '' });
    context.close();
  });
  end.hidden = true;
  const result = h('div', { class: 'result' });
  const field = (id: string, label: string, picker: HTMLElement) => h('div', { class: 'date-field' }, h('label', { for: id }, label), picker);
  const element = panelFrame('trace', words.traceTitle, context,
    h('div', { class: 'compare-dates' }, field('trace-from', words.traceFrom, from.element), swap, field('trace-to', words.traceTo, to.element)),
    h('div', { class: 'panel-line' }, total, end), result);

  function set(a: string, b: string): void {
    ends.from = a;
    ends.to = b;
    from.set(a);
    to.set(b);
  }

  function ask(): void {
    if (ends.from && ends.to && ends.from === ends.to) total.textContent = words.traceSame;
    else if (ends.from && ends.to) context.send({ type: 'trace', ...ends });
  }

  function show(chains: Chains): void {
    end.hidden = !chains.on;
    result.replaceChildren();
    if (!chains.on) return void (total.textContent = words.traceOff);
    if (ends.from !== chains.from || ends.to !== chains.to) set(chains.from, chains.to);
    const { atWords } = context.state();
    total.textContent = chains.chains.length > 0 ? words.traceTotal(chains.chains.length, atWords) : words.traceNone(atWords);
    result.append(...chains.chains.map((chain, i) => h('section', { class: 'chain' },
      h('h3', { class: 'section-title' }, i === 0 ? words.traceShortest : words.traceOther(i + 1)),
      h('ol', { class: 'chain-list' }, ...chain.map(({ id, title, kind }) => h('li', { class: `link-${kind}` }, selecting(id, title, context.select)))))));
    if (chains.firstWords) result.append(h('p', { class: 'first-date' }, `${words.traceFirst} `, whenLink(chains)));
  }

  /** The first date as a press that goes there: a trace is always as of the playhead. */
  function whenLink({ first, firstWords }: Chains): HTMLElement | string {
    if (!first || !looksLikeDate(first)) return firstWords;
    return button('text-button', firstWords, () => context.send({ type: 'setTime', edtf: first }));
  }

  return {
    element,
    opened() {
      const [a = '', b = ''] = (context.state().trace ?? '').split('/');
      const selected = context.state().select ?? '';
      if (a && b) return set(a, b);
      if (!ends.from && actors().some(({ id }) => id === selected)) set(selected, ends.to);
      if (!ends.from || !ends.to) total.textContent = words.traceOff;
    },
    heard: ({ chains }) => chains && show(chains),
  };
}
