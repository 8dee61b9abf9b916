/**
 * Every match of a pattern with the flag `g`, in order, empty ones included: as `matchAll`, without the copy of
 * the pattern that it makes each time.
 */
export function allMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) return [...text.matchAll(pattern)];
  const out: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    out.push(found);
    if (found[0] !== '') continue;
    const isPair = pattern.unicode && (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff;
    pattern.lastIndex += isPair ? 2 : 1;
  }
  return out;
}
