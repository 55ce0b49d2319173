// What does the small Markdown of story text mean? Paragraphs, lists, emphasis, http(s) links and [[id]] pointers as plain
// values; whoever shows them decides how. Anything else is text: markup in a story can never become markup on a page.

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  | { type: 'link'; url: string; children: Inline[] }
  /** Points at anything in the story; without words the thing's own name is meant. */
  | { type: 'ref'; id: string; words: string | null };

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; items: Inline[][] };

const kMaxNesting = 8;
const kBullet = /^\s{0,3}[-*+]\s+(.*)$/;
const kNumber = /^\s{0,3}\d{1,9}[.)]\s+(.*)$/;

export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  for (const chunk of text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
    parseChunk(chunk, blocks);
  }
  return blocks;
}

/** The URL if it is one that a story may link to, else null. */
export function safeUrl(url: string | undefined): string | null {
  if (!url) return null;
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
  } catch {
    return null;
  }
}

/** A chunk has no empty line; a list may follow its introduction directly. */
function parseChunk(chunk: string, blocks: Block[]): void {
  let paragraph: string[] = [];
  let list: { ordered: boolean; items: string[] } | null = null;
  const endParagraph = () => {
    const joined = paragraph.join(' ').trim();
    if (joined) blocks.push({ type: 'paragraph', children: parseInlines(joined) });
    paragraph = [];
  };
  const endList = () => {
    if (list) blocks.push({ type: 'list', ordered: list.ordered, items: list.items.map((item) => parseInlines(item)) });
    list = null;
  };
  for (const line of chunk.split('\n')) {
    const bullet = kBullet.exec(line);
    const item = bullet ?? kNumber.exec(line);
    if (item) {
      endParagraph();
      const ordered = !bullet;
      if (list && list.ordered !== ordered) endList();
      list ??= { ordered, items: [] };
      list.items.push(item[1] ?? '');
    } else if (list && /^\s+\S/.test(line)) {
      list.items.push(`${list.items.pop() ?? ''} ${line.trim()}`);
    } else {
      endList();
      paragraph.push(line.trim());
    }
  }
  endParagraph();
  endList();
}

/** One line of inline text. Every pattern is tried only where it can begin, so the cost stays linear. */
export function parseInlines(text: string, depth = 0): Inline[] {
  const out: Inline[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const found = depth < kMaxNesting ? inlineAt(text, at, depth) : null;
    if (found) {
      if (plain) out.push({ type: 'text', text: plain });
      plain = '';
      out.push(found.inline);
      at = found.end;
    } else if (text[at] === '\\' && /[\\`*_[\]()!#+\-.]/.test(text[at + 1] ?? '')) {
      plain += text[at + 1];
      at += 2;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  if (plain) out.push({ type: 'text', text: plain });
  return out;
}

interface Found {
  inline: Inline;
  end: number;
}

function inlineAt(text: string, at: number, depth: number): Found | null {
  const mark = text[at];
  if (mark === '[') return text[at + 1] === '[' ? refAt(text, at) : linkAt(text, at, depth);
  if (mark === '*' || mark === '_') return emphasisAt(text, at, mark, depth);
  return null;
}

function refAt(text: string, at: number): Found | null {
  const end = text.indexOf(']]', at + 2);
  if (end < 0) return null;
  const [id = '', ...words] = text.slice(at + 2, end).split('|');
  if (!id.trim() || /[[\]\n]/.test(id)) return null;
  const said = words.join('|').trim();
  return { inline: { type: 'ref', id: id.trim(), words: said || null }, end: end + 2 };
}

function linkAt(text: string, at: number, depth: number): Found | null {
  const middle = text.indexOf('](', at + 1);
  if (middle < 0) return null;
  const end = text.indexOf(')', middle + 2);
  const label = text.slice(at + 1, middle);
  if (end < 0 || /[[\]]/.test(label)) return null;
  const children = parseInlines(label, depth + 1);
  const url = safeUrl(text.slice(middle + 2, end).trim());
  // A link that must not be followed stays what it says.
  return { inline: url ? { type: 'link', url, children } : { type: 'text', text: label }, end: end + 1 };
}

function emphasisAt(text: string, at: number, mark: string, depth: number): Found | null {
  const strong = text[at + 1] === mark;
  const fence = strong ? mark + mark : mark;
  const begin = at + fence.length;
  if (!text[begin] || /\s/.test(text[begin] ?? '')) return null;
  // An underscore inside a word is a letter of that word.
  if (mark === '_' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return null;
  const end = text.indexOf(fence, begin + 1);
  if (end < 0 || /\s/.test(text[end - 1] ?? '')) return null;
  if (mark === '_' && /[\p{L}\p{N}]/u.test(text[end + fence.length] ?? '')) return null;
  const children = parseInlines(text.slice(begin, end), depth + 1);
  return { inline: { type: strong ? 'strong' : 'emphasis', children }, end: end + fence.length };
}
