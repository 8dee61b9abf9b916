import { findAmbiguity } from '../domain/ambiguous-json.ts';
import { type JudgeAnswer, judgeAnswerSchema } from '../domain/judge.ts';
import { readOutsideJson } from '../domain/outside-text.ts';

/** Longest answer read, in characters; an answer of full length and ten long quotes is under a third of it. */
const MAX_CHARACTERS = 20_000;
const MAX_DEPTH = 8;
const MAX_QUOTES = 20;

/** An answer that could be read, or what is wrong with it in words for the repair request. */
export type ReadAnswer =
  | { readonly answer: JudgeAnswer; readonly problem: null }
  | { readonly answer: null; readonly problem: string; readonly isOtherCriterion: boolean };

/**
 * A judge's text read strictly: one JSON object and nothing around it, no field twice, of the right criterion, with
 * a verdict we know. Fields nobody asked for (points, times, confidence, other criteria) are dropped.
 */
export function readAnswer(content: string, criterion: string): ReadAnswer {
  const text = content.trim();
  if (text.length > MAX_CHARACTERS) return unreadable('it is too long');
  if (!text.startsWith('{') || !text.endsWith('}')) return unreadable('it is not one bare JSON object');
  const read = readOutsideJson(Buffer.from(text, 'utf8'));
  if (!read.ok) return unreadable(read.reason);
  const ambiguity = findAmbiguity(text, MAX_DEPTH);
  if (ambiguity !== null) return unreadable(`it ${ambiguity}`);
  const checked = judgeAnswerSchema.safeParse(read.value);
  if (!checked.success) {
    const fields = [...new Set(checked.error.issues.map(({ path }) => path.join('.')))].slice(0, 5);
    return unreadable(`these fields are missing or wrong: ${fields.join(', ')}`);
  }
  const { quotes, ...answer } = checked.data;
  if (answer.criterion !== criterion)
    return { answer: null, problem: `criterion must be "${criterion}"`, isOtherCriterion: true };
  return { answer: { ...answer, quotes: quotes.slice(0, MAX_QUOTES) }, problem: null };
}

function unreadable(problem: string): ReadAnswer {
  return { answer: null, problem, isOtherCriterion: false };
}

/**
 * True when the server says another model answered than the one asked for. A dated or tagged version of it
 * (`gpt-4o` → `gpt-4o-2024-08-06`) and a vendor's prefix are the same model; a server that names none is believed.
 */
export function isSubstituted(asked: string, reported: string | null): boolean {
  if (reported === null || reported === '') return false;
  const [wanted, got] = [asked, reported].map((name) => (name.split('/').at(-1) ?? name).toLowerCase());
  if (wanted === undefined || got === undefined || wanted === got) return false;
  const rest = got.startsWith(wanted) ? got.slice(wanted.length) : null;
  return rest === null || !/^(?:[-@](?:\d{4}-\d{2}-\d{2}|\d{3,8}|latest)|:[\w.-]+)$/.test(rest);
}
