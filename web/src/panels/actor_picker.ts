// How is one of many actors chosen? By typing part of the name.

import { Combobox } from '../combobox.ts';
import { h } from '../dom.ts';
import type { Counted } from '../types.ts';

const kMostShown = 50;

export interface ActorPicker {
  element: HTMLElement;
  input: HTMLInputElement;
  /** Shows `id` as chosen; '' empties the field. */
  set: (id: string) => void;
}

export function actorPicker(id: string, label: string, actors: () => Counted[], pick: (id: string) => void, keep: boolean): ActorPicker {
  let chosen = '';
  const titleOf = (id: string) => actors().find((actor) => actor.id === id)?.title ?? '';
  const box = new Combobox({
    id, label,
    typed: (text) => {
      // A field that shows a choice offers everybody again.
      const wanted = text === titleOf(chosen) ? '' : folded(text);
      const found = actors().filter(({ title }) => folded(title).includes(wanted)).slice(0, kMostShown);
      box.show(found.length > 0 ? [{ title: '', options: found.map(({ id, title }) => ({ key: id, content: [title] })) }] : []);
    },
    pick: (key) => {
      set(keep ? key : '');
      box.show([]);
      pick(key);
    },
  });
  box.input.addEventListener('click', () => box.isOpen || box.input.dispatchEvent(new Event('input')));
  box.input.addEventListener('focus', () => box.input.select());
  box.input.addEventListener('blur', () => keep && set(chosen));

  function set(id: string): void {
    chosen = id;
    box.input.value = titleOf(id);
  }
  return { element: h('div', { class: 'picker' }, box.input, box.list), input: box.input, set };
}

/** Without case and accents, for comparing what people type. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ı/g, 'i').trim();
}
