// How does this view get to somebody else? As a link, as a citation, as a picture.

import { h, icon } from '../dom.ts';
import { dateWords } from '../edtf.ts';
import { kIcons } from '../icons.ts';
import { laterWords, type LaterWords } from '../later_words.ts';
import { offersSvg } from '../snapshot.ts';
import { embedPart } from './embed_part.ts';
import { button, panelFrame, type Panel, type PanelContext } from './panel.ts';

export function sharePanel(context: PanelContext): Panel {
  const { words, facts } = context;
  const link = h('input', { class: 'field', id: 'share-link', type: 'text', readonly: true, 'aria-label': words.shareLink });
  link.addEventListener('focus', () => link.select());
  const cite = h('textarea', { class: 'field cite-text', id: 'share-cite', readonly: true, rows: 5, 'aria-label': words.cite });
  cite.addEventListener('focus', () => cite.select());
  const share = button('wide-button', words.shareWith, () => void shareIt(), icon('way', ...kIcons.share));
  share.hidden = typeof navigator.share !== 'function';
  const picture = button('wide-button', words.savePicture, () => void save(), icon('way', ...kIcons.compare));
  picture.replaceChildren(words.savePicture);
  const pictures = h('div', { class: 'copy-line many' }, picture);
  if (offersSvg) void laterWords(words.lang).then(offerSvg, () => {});
  const embed = embedPart(context, copyButton);
  const element = panelFrame('share', words.shareTitle, context,
    h('section', { class: 'share-part' }, h('h3', { class: 'section-title' }, words.shareLink),
      h('div', { class: 'copy-line' }, link, copyButton(link)), h('p', { class: 'panel-hint' }, words.shareHint), share),
    h('section', { class: 'share-part' }, h('h3', { class: 'section-title' }, words.cite),
      cite, h('div', { class: 'copy-line end' }, copyButton(cite))),
    h('section', { class: 'share-part' }, h('h3', { class: 'section-title' }, words.picturePart), pictures),
    embed?.element);

  function copyButton(field: HTMLInputElement | HTMLTextAreaElement): HTMLButtonElement {
    const copy = button('wide-button', words.copy, () => void copyIt(field, copy));
    return copy;
  }

  async function copyIt(field: HTMLInputElement | HTMLTextAreaElement, pressed: HTMLButtonElement): Promise<void> {
    const copied = await copyText(field);
    if (copied) context.announce(words.copied);
    pressed.textContent = copied ? words.copied : words.copyByHand;
    pressed.addEventListener('blur', () => (pressed.textContent = words.copy), { once: true });
  }

  async function shareIt(): Promise<void> {
    try {
      await navigator.share({ title: facts.title, url: link.value });
    } catch (error) {
      // Changed their mind: no failure. Not allowed here: the link is beside it.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await copyIt(link, share);
    }
  }

  async function save(type = 'image/png', ending = 'png'): Promise<void> {
    const url = URL.createObjectURL(await context.snapshot(type));
    h('a', { href: url, download: `${facts.id || 'turning-point'}-${context.state().at || 'view'}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    context.announce(words.saved);
  }

  /** Its program comes down when it is wanted first, which may fail. */
  function offerSvg(later: LaterWords): void {
    const problem = h('p', { class: 'problem' });
    const vector = button('wide-button', later.saveSvg, () => void saveSvg());
    pictures.append(vector);
    pictures.after(problem);

    async function saveSvg(): Promise<void> {
      if (vector.ariaBusy === 'true') return;
      vector.ariaBusy = vector.ariaDisabled = 'true';
      vector.textContent = later.svgComing;
      problem.textContent = '';
      context.announce(later.svgComing);
      try {
        await save('image/svg+xml', 'svg');
      } catch (error) {
        console.error('turning-point:', error);
        problem.textContent = later.svgFailed;
        context.announce(later.svgFailed);
      }
      vector.ariaBusy = vector.ariaDisabled = null;
      vector.textContent = later.saveSvg;
    }
  }

  function show(): void {
    const state = context.state();
    link.value = context.link();
    embed?.show();
    cite.value = words.citation({
      title: facts.title, selected: state.select ? context.card(state.select)?.title ?? '' : '', asOf: state.atWords,
      version: facts.updated ? dateWords(facts.updated, state.lang) : '', link: link.value,
      today: dateWords(new Date().toISOString().slice(0, 10), state.lang),
    });
  }

  return { element, opened: show, heard: ({ state }) => state && show() };
}

/** False where nothing but the reader's own hand may copy: then the text stands selected. */
async function copyText(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus({ preventScroll: true });
    field.select();
    return document.execCommand('copy');
  }
}
