/** The count with the word in its English number, e.g. `1 call`, `2 calls`. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
