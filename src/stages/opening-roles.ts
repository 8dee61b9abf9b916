import { findParts, type OpeningPart } from '../criteria/opening/opening-parts.ts';
import { normalise } from '../criteria/text/normalise.ts';
import type { CallMetadata, Language } from '../domain/call.ts';
import type { Company } from '../domain/company.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { SideTurn } from '../domain/transcript.ts';

/** Who opens the call like an agent, by side. */
export interface OpeningEvidence {
  readonly agent: 'left' | 'right';
  /** 0.5 (nothing tells them apart) to 0.99. */
  readonly confidence: number;
}

/** Only the first turns of the first minute tell who introduces himself. */
const OPENING_MS = 60_000;
const OPENING_TURNS = 5;

/** What each part of an opening says about who it is; greetings are made by both. */
const weights: Readonly<Record<OpeningPart, number>> = {
  greeting: 0.5,
  'company-name': 3,
  department: 2,
  'own-name': 1.5,
  purpose: 1.5,
  'need-question': 2.5,
};

/** What people say who are called or who call for help, and agents do not. */
const customerWords: readonly RegExp[] = [
  /^(喂|唉|诶)[^\p{L}]*$/u,
  /(你|您)(是|们是)?(谁|哪位|哪里|哪儿|哪个公司|干什么的|干嘛的)/u,
  /不需要|没兴趣|我在开会|我在忙|在开车/u,
  /\b(who is this|who's this|who's calling|who am i speaking (to|with)|not interested|i'm busy|wrong number)\b/iu,
  /\bi (just )?(got|received|have) (a |your |this )?(bill|letter|card|account|question|problem|call from you)\b/iu,
];
const CUSTOMER_WEIGHT = -1.5;
/** Weight of who speaks first: the called party answers an outbound call, the agent an inbound one. */
const FIRST_WEIGHT = 0.75;

/** Which side opens like an agent; null where neither side says anything in the first minute. */
export function findOpeningAgent(
  sides: { readonly left: readonly SideTurn[]; readonly right: readonly SideTurn[] },
  context: { readonly call: CallMetadata; readonly company: Company; readonly language: Language },
): OpeningEvidence | null {
  const left = sides.left.filter(isOpening).slice(0, OPENING_TURNS);
  const right = sides.right.filter(isOpening).slice(0, OPENING_TURNS);
  const firstLeft = left[0]?.startMs ?? Number.POSITIVE_INFINITY;
  const firstRight = right[0]?.startMs ?? Number.POSITIVE_INFINITY;
  if (firstLeft === firstRight) return null;
  const { direction } = context.call;
  const first = direction === 'outbound' ? -FIRST_WEIGHT : direction === 'inbound' ? FIRST_WEIGHT : 0;
  const lead =
    scoreOpening(left, context) - scoreOpening(right, context) + (firstLeft < firstRight ? first : -first);
  // A logistic curve: a company name alone (3) gives 0.9, a greeting alone 0.6.
  const confidence = Math.min(0.99, 1 / (1 + Math.exp(-0.75 * Math.abs(lead))));
  return { agent: lead >= 0 ? 'left' : 'right', confidence: Math.round(confidence * 100) / 100 };
}

function scoreOpening(
  turns: readonly SideTurn[],
  context: { readonly call: CallMetadata; readonly company: Company; readonly language: Language },
): number {
  const input = emptyInput(context);
  const found = new Set<OpeningPart>();
  let asCustomer = 0;
  for (const [index, turn] of turns.entries()) {
    const placed = { index, turn: { ...turn, party: 'other' as const }, normal: normalise(turn.text) };
    for (const { part } of findParts(input, placed)) found.add(part);
    if (customerWords.some((pattern) => pattern.test(turn.text.trim()))) asCustomer = CUSTOMER_WEIGHT;
  }
  return [...found].reduce((sum, part) => sum + weights[part], asCustomer);
}

/** The openings' lexicon looks at the call's names alone. */
function emptyInput(context: {
  readonly call: CallMetadata;
  readonly company: Company;
  readonly language: Language;
}): ScoringInput {
  const roles = { agent: null, customer: null, from: 'none' as const, confidence: 0, isCertain: false };
  return { ...context, durationMs: 0, transcript: null, acoustics: null, note: null, roles };
}

function isOpening(turn: SideTurn): boolean {
  return turn.startMs < OPENING_MS && !turn.flags?.some((flag) => flag !== 'times-repaired');
}
