// How does story text become nodes? Markdown as paragraphs, lists and links that select; text is only ever text.

import { h, type Child } from './dom.ts';
import { parseMarkdown, type Inline } from './markdown.ts';

export interface ProseContext {
  /** The name of anything in the story, for [[id]] without words. */
  nameOf: (id: string) => string | null;
  select: (id: string) => void;
}

export function prose(text: string | undefined, className: string, context: ProseContext): Child[] {
  if (!text) return [];
  const blocks = parseMarkdown(text).map((block) => block.type === 'paragraph'
    ? h('p', {}, ...inline(block.children, context))
    : h(block.ordered ? 'ol' : 'ul', {}, ...block.items.map((item) => h('li', {}, ...inline(item, context)))));
  return [h('div', { class: className }, ...blocks)];
}

export function inline(parts: Inline[], context: ProseContext): Child[] {
  return parts.map((part) => {
    switch (part.type) {
      case 'text': return part.text;
      case 'strong': return h('strong', {}, ...inline(part.children, context));
      case 'emphasis': return h('em', {}, ...inline(part.children, context));
      case 'link': return h('a', { href: part.url, rel: 'noopener' }, ...inline(part.children, context));
      case 'ref': {
        const name = part.words ?? context.nameOf(part.id);
        return name === null ? part.id : reference(part.id, name, context);
      }
    }
  });
}

/** A link, because it can stand in running text and be opened elsewhere; pressed, it selects here. */
export function reference(id: string, words: string, context: ProseContext): HTMLElement {
  const link = h('a', { class: 'ref', href: `#select=${encodeURIComponent(id)}` }, words);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    context.select(id);
  });
  return link;
}
