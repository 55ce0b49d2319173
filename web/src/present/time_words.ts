// How is a time of day, and how is a stretch of time said in the reader's language?

export function clockWords(ms: number, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { hour: 'numeric', minute: '2-digit' }).format(ms);
}

/** `4:07`, `1:04:07`, with the language's own digits. */
export function durationWords(ms: number, language: string): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const digits = (value: number, least: number) => value.toLocaleString(language, { minimumIntegerDigits: least, useGrouping: false });
  const hours = Math.floor(seconds / 3600);
  const parts = [...hours > 0 ? [digits(hours, 1)] : [], digits(Math.floor(seconds / 60) % 60, hours > 0 ? 2 : 1), digits(seconds % 60, 2)];
  return parts.join(':');
}
