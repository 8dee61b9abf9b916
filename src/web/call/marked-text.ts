/** A piece of a turn's text with the marks that lie on it. */
export interface TextPiece<M> {
  readonly text: string;
  readonly marks: readonly M[];
}

interface Placed<M> {
  readonly from: number;
  readonly to: number;
  readonly mark: M;
}

/** Where a quote lies in a text: exact, else ignoring case, else the part of it that runs over into the next turn. */
function placeQuote(text: string, quote: string): { from: number; to: number } | null {
  const exact = text.indexOf(quote);
  if (exact >= 0) return { from: exact, to: exact + quote.length };
  const loose = text.toLowerCase().indexOf(quote.toLowerCase());
  if (loose >= 0) return { from: loose, to: loose + quote.length };
  for (let length = Math.min(text.length, quote.length) - 1; length >= 4; length--) {
    if (text.endsWith(quote.slice(0, length).trimEnd())) {
      const head = quote.slice(0, length).trimEnd();
      return { from: text.length - head.length, to: text.length };
    }
  }
  return null;
}

/** Cuts a text at the edges of its marks, so that overlapping marks each keep their place. */
export function cutAtMarks<M extends { readonly quote: string }>(
  text: string,
  marks: readonly M[],
): TextPiece<M>[] {
  const placed: Placed<M>[] = marks.flatMap((mark) => {
    const place = placeQuote(text, mark.quote);
    return place ? [{ ...place, mark }] : [];
  });
  const edges = [...new Set([0, text.length, ...placed.flatMap(({ from, to }) => [from, to])])].sort(
    (left, right) => left - right,
  );
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? text.length;
    return {
      text: text.slice(from, to),
      marks: placed.filter((place) => place.from <= from && place.to >= to).map(({ mark }) => mark),
    };
  });
}
