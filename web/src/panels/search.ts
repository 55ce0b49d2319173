// How does one find something in the story? Type, walk the hits with the arrows, Enter shows it in the picture.

import { Combobox, type Option, type OptionGroup } from '../combobox.ts';
import { h, icon, type Child } from '../dom.ts';
import { kIcons } from '../icons.ts';
import { safeUrl } from '../markdown.ts';
import type { Found, Hit } from '../types.ts';
import { panelFrame, type Panel, type PanelContext } from './panel.ts';

const kLimit = 30;
/** A count that changes with every letter is read out once the typing rests. */
const kAnnounceMs = 700;

export function searchPanel(context: PanelContext): Panel & { search: (text: string) => void } {
  const { words } = context;
  let hits = new Map<string, Hit>();
  let shown = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const box = new Combobox({
    id: 'search', label: words.searchLabel, placeholder: words.searchPlaceholder, always: true,
    typed: (text) => search(text),
    pick: (key) => take(hits.get(key)),
    left: context.close,
  });
  const hint = h('p', { class: 'panel-hint' }, words.searchHint);
  const total = h('p', { class: 'search-total' });
  const element = panelFrame('search', words.search, context,
    h('div', { class: 'search-field' }, icon('way', ...kIcons.search), box.input), hint, total, box.list);

  function search(text: string): void {
    clearTimeout(timer);
    if (text.trim()) return context.send({ type: 'search', text, limit: kLimit });
    hint.hidden = false;
    total.textContent = '';
    box.show([]);
  }

  function show(found: Found): void {
    // An answer to what has been typed over since.
    if (found.text !== box.input.value || !found.text.trim()) return;
    // More of the same answer: the row that was walked to stays the one.
    const kept = found.text === shown ? box.activeKey : '';
    shown = found.text;
    hits = new Map(found.hits.map((hit) => [`${hit.kind}:${hit.id}`, hit]));
    hint.hidden = true;
    box.show(grouped(found.hits, words.kinds), kept);
    total.textContent = words.searchTotal(found.hits.length, found.total);
    clearTimeout(timer);
    timer = setTimeout(() => context.announce(words.searchTotal(found.hits.length, found.total)), kAnnounceMs);
  }

  function take(hit: Hit | undefined): void {
    if (!hit) return;
    const url = hit.kind === 'source' ? safeUrl(hit.url) : null;
    if (url) return void h('a', { href: url, target: '_blank', rel: 'noopener' }).click();
    if (hit.kind !== 'source') context.select(hit.id);
  }

  function grouped(all: Hit[], kinds: Record<string, string>): OptionGroup[] {
    const groups = new Map<string, Option[]>();
    for (const hit of all) {
      const options = groups.get(hit.kind) ?? [];
      options.push({ key: `${hit.kind}:${hit.id}`, content: row(hit) });
      groups.set(hit.kind, options);
    }
    return [...groups].map(([kind, options]) => ({ title: kinds[kind] ?? kind, options }));
  }

  function row(hit: Hit): Child[] {
    const leavesPage = hit.kind === 'source' && safeUrl(hit.url);
    return [
      h('span', { class: 'hit-title' }, ...marked(hit.title, hit.at ?? []),
        leavesPage ? icon('out', ...kIcons.out) : null, leavesPage ? h('span', { class: 'unseen' }, `, ${words.opensElsewhere}`) : null),
      hit.date ? h('span', { class: 'hit-date' }, hit.date) : null,
      hit.detail || hit.kindWords ? h('span', { class: 'hit-detail' }, [hit.kindWords, hit.detail].filter(Boolean).join(' · ')) : null,
    ];
  }

  return {
    element,
    first: box.input,
    opened() {
      box.input.select();
      if (box.input.value) search(box.input.value);
    },
    heard: ({ found }) => found && show(found),
    search(text) {
      box.input.value = text;
      search(text);
    },
  };
}

/** The title with its matches marked. Stretches that overlap or stick out are left out. */
export function marked(title: string, at: [number, number][]): Child[] {
  const parts: Child[] = [];
  let done = 0;
  for (const [first, length] of [...at].sort((a, b) => a[0] - b[0])) {
    if (first < done || length <= 0 || first + length > title.length) continue;
    parts.push(title.slice(done, first), h('mark', {}, title.slice(first, first + length)));
    done = first + length;
  }
  parts.push(title.slice(done));
  return parts;
}
