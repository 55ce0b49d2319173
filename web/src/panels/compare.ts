// What changed between two dates? Two fields, and what was gained, lost and turned round as lists that lead to the map.

import { h, icon, type Child } from '../dom.ts';
import { dateWords, daysAround, looksLikeDate } from '../edtf.ts';
import { kIcons } from '../icons.ts';
import type { Comparison, Phrase } from '../types.ts';
import { button, panelFrame, selecting, statusChip, valenceSign, type Panel, type PanelContext } from './panel.ts';

interface Preset {
  title: string;
  a: string;
  b: string;
}

export function comparePanel(context: PanelContext): Panel & { seed: (a: string, b: string) => void } {
  const { words } = context;
  const language = context.state().lang;
  const presets = presetsOf(context);
  let shown: Comparison | null = null;
  const fields = { a: field('compare-a', words.firstDate), b: field('compare-b', words.secondDate) };
  const swap = button('round-button', '', () => {
    [fields.a.input.value, fields.b.input.value] = [fields.b.input.value, fields.a.input.value];
    ask();
  }, icon('way', ...kIcons.swap));
  swap.setAttribute('aria-label', words.swap);
  swap.title = words.swap;
  const problem = h('p', { class: 'problem', role: 'alert', id: 'compare-problem' });
  const form = h('div', { class: 'compare-dates' }, fields.a.element, swap, fields.b.element);
  const result = h('div', { class: 'result' });
  const total = h('p', { class: 'result-total', role: 'status' });
  const end = button('text-button', words.endCompare, () => {
    context.send({ type: 'compare', a: '', b: '' });
    context.close();
  });
  const presetList = h('ul', { class: 'preset-list' }, ...presets.map(({ title, a, b }) => {
    const choose = button('preset', '', () => seed(a, b));
    choose.append(h('span', { class: 'preset-title' }, title), h('span', { class: 'preset-detail' }, words.between(dateWords(a, language), dateWords(b, language))));
    return h('li', {}, choose);
  }));
  const element = panelFrame('compare', words.compareTitle, context, form, problem, h('div', { class: 'panel-line' }, total, end), result,
    presets.length > 0 ? h('section', { class: 'presets' }, h('h3', { class: 'section-title' }, words.presets), presetList) : null);

  function field(id: string, label: string) {
    const input = h('input', { class: 'field', id, type: 'text', inputmode: 'text', autocomplete: 'off', spellcheck: 'false', placeholder: '2025-08-07' });
    const said = h('span', { class: 'date-words', id: `${id}-words` });
    input.setAttribute('aria-describedby', `${id}-words`);
    input.addEventListener('input', () => (said.textContent = looksLikeDate(input.value.trim()) ? dateWords(input.value.trim(), language) : ''));
    // Leaving the field, or Enter in it.
    input.addEventListener('change', () => ask());
    return { input, said, element: h('div', { class: 'date-field' }, h('label', { for: id }, label), input, said) };
  }

  function ask(): void {
    const pair = [fields.a, fields.b].map(({ input }) => {
      const value = input.value.trim();
      const good = looksLikeDate(value);
      input.toggleAttribute('data-wrong', !good && value !== '');
      input.setAttribute('aria-invalid', String(!good && value !== ''));
      return good ? value : null;
    });
    const [a, b] = pair;
    const wrong = [fields.a, fields.b].find(({ input }, i) => !pair[i] && input.value.trim());
    problem.textContent = wrong ? words.noDate(wrong.input.value.trim()) : '';
    if (a && b) context.send({ type: 'compare', a, b });
  }

  function seed(a: string, b: string): void {
    fields.a.input.value = a;
    fields.b.input.value = b;
    ask();
  }

  function show(comparison: Comparison): void {
    shown = comparison;
    if (!comparison.on) {
      total.textContent = words.compareOff;
      end.hidden = true;
      return result.replaceChildren();
    }
    end.hidden = false;
    for (const [key, edtf, said] of [['a', comparison.a, comparison.aWords], ['b', comparison.b, comparison.bWords]] as const) {
      const { input, said: place } = fields[key];
      if ((input.getRootNode() as ShadowRoot).activeElement !== input) input.value = edtf;
      place.textContent = said;
    }
    const { gained, lost, flipped } = comparison;
    total.textContent = words.compareTotal(gained.length, lost.length, flipped.length);
    result.replaceChildren(...[
      list('gained', words.gained, gained.map((item) => [selecting(item.id, item.title, context.select), phrase(item)])),
      list('lost', words.lost, lost.map((item) => [selecting(item.id, item.title, context.select), phrase(item)])),
      list('flipped', words.flipped, flipped.map((item) => [selecting(item.id, item.title, context.select),
        h('span', { class: 'turn' }, phrase(item.before, words.before), icon('turn-sign', ...kIcons.arrow), phrase(item.after, words.after))])),
    ].filter((each) => each !== null));
  }

  function list(name: string, title: string, items: Child[][]): HTMLElement | null {
    if (items.length === 0) return null;
    return h('section', { class: `changes-list ${name}` },
      h('h3', { class: 'section-title' }, title, h('span', { class: 'section-count' }, ` ${items.length}`)),
      h('ul', {}, ...items.map((item) => h('li', {}, ...item))));
  }

  function phrase(item: Phrase, when?: string): HTMLElement {
    return h('span', { class: 'phrase' }, when ? h('span', { class: 'unseen' }, `${when}: `) : null, valenceSign(item.valence), item.label, statusChip(item.status, item.statusWords));
  }

  return {
    element,
    seed,
    opened() {
      const pair = context.state().compare?.split('/');
      const [first] = presets;
      if (!pair && first) seed(first.a, first.b);
      if (!shown) total.textContent = pair || first ? '' : words.compareOff;
      end.hidden = !pair && !first;
    },
    heard: ({ comparison }) => comparison && show(comparison),
  };

  function presetsOf({ facts }: PanelContext): Preset[] {
    const around = daysAround(facts.at);
    const first = around ? [{ title: words.beforeAndAfter(dateWords(facts.at, context.state().lang)), a: around[0], b: around[1] }] : [];
    const steps = facts.tours[0]?.steps ?? [];
    const rest = steps.flatMap(({ title, compare }) => (compare ? [{ title, a: compare[0], b: compare[1] }] : []));
    const key = ({ a, b }: Preset) => `${a}/${b}`;
    return [...first, ...rest].filter((each, i, all) => all.findIndex((other) => key(other) === key(each)) === i);
  }
}
