// Which static picture stands in for the running one? The attribute `poster`, or what the host's page put inside.

import { h } from './dom.ts';

/** The image that an element's `poster` names, or nothing. What it shows stands in the children as text. */
export function posterImage(host: HTMLElement): HTMLImageElement | null {
  const src = host.getAttribute('poster');
  return src ? h('img', { src, alt: '', class: 'poster', part: 'poster' }) : null;
}

/** Puts it into `fallback`, where it is until there is a picture, once there is none any more, and in print. */
export function keepPoster(host: HTMLElement, widget: HTMLElement, fallback: HTMLElement): void {
  const image = posterImage(host);
  if (image) fallback.prepend(image);
  widget.toggleAttribute('data-has-poster', !!image || !!host.querySelector('picture, img, svg'));
}
