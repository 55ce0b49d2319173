// How does this view get into somebody's page? What to choose, and the lines to copy.

import { site } from 'tp:assets';
import { h } from '../dom.ts';
import { embedSnippet, type EmbedWish } from './embed_snippet.ts';
import type { PanelContext } from './panel.ts';

const kSizes = [[0, 0], [960, 640], [720, 640], [390, 844]] as const;

/** Null where the program lies in no site that another page could load it from. */
export function embedPart(
  { words, facts, link, source, state }: PanelContext,
  copyButton: (field: HTMLTextAreaElement) => HTMLButtonElement,
): { element: HTMLElement; show: () => void } | null {
  const here = import.meta.url;
  if (!site || !/^https?:/.test(here)) return null;
  const [embed, host, element, own] = [site.embed, site.host, site.element, site.story].map((file) => new URL(file, here).href) as [string, string, string, string];
  const lines = h('textarea', { class: 'field cite-text', id: 'embed-code', readonly: true, rows: 5, 'aria-label': words.embedCode, spellcheck: 'false' });
  lines.addEventListener('focus', () => lines.select());
  const choice = (label: string, id: string, options: [value: string, words: string][]) => {
    const select = h('select', { class: 'field', id }, ...options.map(([value, said]) => h('option', { value }, said)));
    select.addEventListener('change', show);
    return { select, row: h('div', { class: 'embed-choice' }, h('label', { for: id }, label), select) };
  };
  const form = choice(words.embedForm, 'embed-form', [['iframe', words.embedIframe], ['element', words.embedElement]]);
  const size = choice(words.embedSize, 'embed-size', kSizes.map(([width, height], i) => [String(i), width ? `${width} × ${height}` : words.embedFits]));
  const view = choice(words.embedView, 'embed-view', [['now', words.embedNow], ['first', words.embedFirst]]);
  const theme = choice(words.embedTheme, 'embed-theme', [['auto', words.embedAuto], ['light', words.embedLight], ['dark', words.embedDark]]);
  const lang = choice(words.embedLanguage, 'embed-language', [['', words.embedAuto], ...facts.languages.map((tag): [string, string] => [tag, nameOf(tag, state().lang)])]);

  function show(): void {
    const [width, height] = kSizes[Number(size.select.value)] ?? kSizes[0];
    const story = source();
    const isOwn = story === '' || story === own;
    lines.value = embedSnippet({
      form: form.select.value as EmbedWish['form'], width, height, theme: theme.select.value as EmbedWish['theme'], lang: lang.select.value,
      view: view.select.value === 'now' ? new URL(link()).hash : '',
    }, { embed, host, element, story: isOwn ? own : story, isOwn, title: facts.title });
  }

  return {
    show,
    element: h('section', { class: 'share-part' }, h('h3', { class: 'section-title' }, words.embed),
      h('div', { class: 'embed-choices' }, form.row, size.row, view.row, theme.row, facts.languages.length > 1 && lang.row),
      lines, h('div', { class: 'copy-line end' }, copyButton(lines))),
  };
}

function nameOf(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language || 'en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
