// How many pictures of one page may hold graphics at a time? Browsers take the oldest ones' away beyond about sixteen, seen or
// not: so we give back those that nobody sees, the longest unseen first, and they come again when they are scrolled to.

/** Pictures beyond this number give their graphics back once they are off screen. */
const kMost = 8;

export interface Member {
  readonly isSeen: boolean;
  /** Ends the picture and keeps what it showed. */
  rest: () => void;
}

/** The longest unseen first. */
const members = new Set<Member>();

/** A picture runs now, or has just been seen or lost from sight. */
export function comesLast(member: Member): void {
  members.delete(member);
  members.add(member);
  for (const each of [...members]) {
    if (members.size <= kMost) return;
    if (!each.isSeen) {
      members.delete(each);
      each.rest();
    }
  }
}

export function leaves(member: Member): void {
  members.delete(member);
}
