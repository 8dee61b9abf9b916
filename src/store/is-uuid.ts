/** True for a text PostgreSQL takes as a uuid in its usual form; anything else cannot be the id of a row. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
