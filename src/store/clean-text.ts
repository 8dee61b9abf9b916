/** A text a plain column takes: NUL and lone surrogates, which PostgreSQL refuses, become U+FFFD. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD');
}

/** How many characters of a text `cleanText` replaces. */
export function countUnstorable(text: string): number {
  return (
    text.match(/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g)?.length ?? 0
  );
}

/** A text as it is searched: without regard to case, width and compatibility forms. */
export function toSearched(text: string): string {
  return cleanText(text).normalize('NFKC').toLowerCase();
}
