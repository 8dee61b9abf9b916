const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

/**
 * What makes valid JSON unfit to be trusted: a field named twice, of which parsers silently take one, or nesting
 * beyond `maxDepth`; null when there is nothing. The answer completes a sentence about the text.
 */
export function findAmbiguity(json: string, maxDepth: number): string | null {
  const open: (Set<string> | null)[] = [];
  let last = '';
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      if (open.length > maxDepth) return `nests more than ${maxDepth} levels`;
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const name: string = JSON.parse(last);
      const names = open.at(-1);
      if (names?.has(name)) return 'names a field twice';
      names?.add(name);
    }
    last = token;
  }
  return null;
}
