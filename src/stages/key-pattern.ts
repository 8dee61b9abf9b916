import { EarmarkError } from '../errors.ts';
import type { CallField } from './call-fields.ts';

/** A template of keys, ready to match; made by `compileKeyPattern`. */
export interface KeyPattern {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** How many last parts of a key the pattern speaks about; 0 for the whole key. */
  readonly lastParts: number;
}

type Piece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'field'; readonly field: CallField | null }
  | { readonly kind: 'time'; readonly tokens: readonly string[] };

const fieldNames: ReadonlyMap<string, CallField | null> = new Map<string, CallField | null>([
  ['agent', 'agent.id'],
  ['agentName', 'agent.name'],
  ['team', 'agent.team'],
  ['customer', 'customer.id'],
  ['callId', 'callId'],
  ['direction', 'direction'],
  ['company', 'company'],
  ['rings', 'rings'],
  ['kind', 'kind'],
  ['language', 'language'],
  ['agentChannel', 'channels.agent'],
  ['_', null],
]);

/** What each time token reads; `Z` is an offset, `X` and `x` are epoch seconds and milliseconds. */
const timeTokens: ReadonlyMap<string, RegExp> = new Map([
  ['yyyy', /\d{4}/y],
  ['MM', /\d{2}/y],
  ['dd', /\d{2}/y],
  ['HH', /\d{2}/y],
  ['mm', /\d{2}/y],
  ['ss', /\d{2}/y],
  ['SSS', /\d{3}/y],
  ['Z', /Z|[+-]\d{2}:?\d{2}/y],
  ['X', /\d{10}/y],
  ['x', /\d{13}/y],
]);

/**
 * Compiles a template such as `{team}/{agent}_{customer}_{direction}_{startedAt:yyyyMMdd-HHmmss}`. A field
 * reaches to the first occurrence of the text after it and never over a slash; `{_}` is anything; two stars and
 * a slash in front stand for any folders. No user text becomes a regular expression. Throws `E_CONFIG`.
 */
export function compileKeyPattern(text: string): KeyPattern {
  const isLoose = text.startsWith('**/');
  const template = isLoose ? text.slice(3) : text;
  const parts = template.split(/(\{[^{}]*\})/).filter((part) => part !== '');
  const pieces = parts.map(readPiece);
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    if (piece.kind === 'field' && next && next.kind !== 'literal') {
      throw badPattern('two fields stand side by side', 'put a character such as _ between them');
    }
  }
  const tokens = new Set(pieces.flatMap((piece) => (piece.kind === 'time' ? piece.tokens : [])));
  const isWhole = ['yyyy', 'MM', 'dd', 'HH', 'mm'].every((token) => tokens.has(token));
  if (tokens.size > 0 && !isWhole && !tokens.has('X') && !tokens.has('x')) {
    throw badPattern('its start time lacks a part', 'give at least yyyy, MM, dd, HH and mm, or X');
  }
  return { text, pieces, lastParts: isLoose ? template.split('/').length : 0 };
}

/** What a key without its extension says, by field; null when it does not fit. */
export function matchKeyPattern(pattern: KeyPattern, wholeKey: string): Map<CallField, string> | null {
  const key = pattern.lastParts === 0 ? wholeKey : wholeKey.split('/').slice(-pattern.lastParts).join('/');
  const found = new Map<CallField, string>();
  const time = new Map<string, string>();
  let position = 0;
  for (const [index, piece] of pattern.pieces.entries()) {
    const end = matchPiece(piece, pattern.pieces[index + 1], key, position, time);
    if (end === null) return null;
    if (piece.kind === 'field' && piece.field) found.set(piece.field, key.slice(position, end));
    position = end;
  }
  if (position !== key.length) return null;
  if (time.size > 0) found.set('startedAt', writeTime(time));
  return found;
}

function readPiece(part: string): Piece {
  if (!(part.startsWith('{') && part.endsWith('}'))) {
    if (/[{}]/.test(part)) throw badPattern('a brace is not closed', 'write fields as {name}');
    return { kind: 'literal', text: part };
  }
  const [name = '', ...format] = part.slice(1, -1).split(':');
  if (name === 'startedAt') return { kind: 'time', tokens: readTimeFormat(format.join(':')) };
  const field = fieldNames.get(name);
  if (field === undefined) {
    const known = [...fieldNames.keys(), 'startedAt:yyyyMMdd-HHmmss'].join(', ');
    throw badPattern(`it has no field {${name}}`, `use ${known}`);
  }
  return { kind: 'field', field };
}

function readTimeFormat(format: string): string[] {
  const tokens = format.match(/yyyy|MM|dd|HH|mm|SSS|ss|Z|X|x|[^A-Za-z]/g) ?? [];
  if (format === '' || tokens.join('') !== format) {
    throw badPattern('its time format is not understood', 'write it as {startedAt:yyyyMMdd-HHmmss}');
  }
  return tokens;
}

function matchPiece(
  piece: Piece,
  next: Piece | undefined,
  key: string,
  position: number,
  time: Map<string, string>,
): number | null {
  if (piece.kind === 'literal') {
    return key.startsWith(piece.text, position) ? position + piece.text.length : null;
  }
  if (piece.kind === 'time') return matchTime(piece.tokens, key, position, time);
  const end = next?.kind === 'literal' ? key.indexOf(next.text, position + 1) : key.length;
  return end <= position || key.slice(position, end).includes('/') ? null : end;
}

function matchTime(
  tokens: readonly string[],
  key: string,
  from: number,
  time: Map<string, string>,
): number | null {
  let position = from;
  for (const token of tokens) {
    const shape = timeTokens.get(token);
    if (!shape) {
      if (key[position] !== token) return null;
      position += 1;
      continue;
    }
    shape.lastIndex = position;
    const match = shape.exec(key);
    if (!match) return null;
    time.set(token, match[0]);
    position += match[0].length;
  }
  return position;
}

function writeTime(time: ReadonlyMap<string, string>): string {
  const epochMs = time.has('x') ? Number(time.get('x')) : Number(time.get('X')) * 1000;
  if (Number.isFinite(epochMs)) return new Date(epochMs).toISOString();
  const part = (token: string, fallback = '00') => time.get(token) ?? fallback;
  const day = `${part('yyyy')}-${part('MM')}-${part('dd')}`;
  return `${day}T${part('HH')}:${part('mm')}:${part('ss')}${part('Z', '')}`;
}

function badPattern(what: string, remedy: string): EarmarkError {
  return new EarmarkError('E_CONFIG', `EARMARK_KEY_PATTERN cannot be used: ${what}`, { remedy });
}
