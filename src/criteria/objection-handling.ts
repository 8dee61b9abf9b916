import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, Evidence, Reason } from '../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';
import {
  acknowledgements,
  dismissals,
  objectionPatterns,
  passiveReplies,
  substance,
} from './lexicon/objections.ts';
import { answersAfter, findGroups, neverArose, type Said, toSaid, wholeTurn } from './said.ts';
import { refusalTimeline } from './selling/refusal-timeline.ts';
import { extractFacts } from './text/facts.ts';
import { isMeant } from './text/party-text.ts';
import { remember } from './text/remember.ts';
import type { PlacedTurn } from './text/turns.ts';

const settings = z.strictObject({
  /** The agent's turns after an objection in which its answer is looked for. */
  answerTurns: z.int().min(1).max(10).default(4),
});
type ObjectionSettings = z.infer<typeof settings>;

/** How the agent met an objection, best first. */
type Answer = 'answered' | 'acknowledged' | 'unclear' | 'passive' | 'dismissive';

interface Handled {
  readonly objection: Said;
  readonly answer: Answer;
  readonly reply: Said;
}

/** Objections (price, trust, time, need, competitor) and whether the agent answers them with substance. */
export const objectionHandling: CriterionKind<ObjectionSettings> = {
  kind: 'objection-handling',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  judged: { duty: 'must-do', resolves: ['answer-unclear'] },
  score: scoreObjections,
};

const lookedFor = {
  en: 'an objection of the customer that is not a refusal',
  zh: '客户提出的异议（非拒绝）',
};

function scoreObjections(input: ScoringInput, criterion: Criterion<ObjectionSettings>): Decision {
  const refusedTurns = new Set(refusalTimeline(input).map(({ placed }) => placed.index));
  const found = findGroups(input, 'customer', objectionPatterns, 'objection');
  const owed = onePerTurn(found).filter(({ place }) => !refusedTurns.has(place.placed.index));
  const handled = owed.flatMap((objection) => handle(input, objection, criterion.settings.answerTurns) ?? []);
  if (handled.length === 0)
    return neverArose(
      input,
      'customer',
      lookedFor,
      found.map(({ event }) => event),
    );
  return judge(criterion, handled, found);
}

function onePerTurn(found: readonly Said[]): Said[] {
  return found.filter(({ place }, i) => found[i - 1]?.place.placed.index !== place.placed.index);
}

/** Facts that are an answer in themselves. */
const factTypes: ReadonlySet<string> = new Set(['amount', 'percent', 'quantity', 'number']);

/** Null where the agent had no turn to answer in. */
function handle(input: ScoringInput, objection: Said, most: number): Handled | null {
  const answers = answersAfter(input, objection.place.placed.index, most);
  const [first] = answers;
  if (!first) return null;
  const answer = classify(input, answers);
  const telling = answers.find((placed) => classify(input, [placed]) === answer) ?? first;
  const reply = toSaid(input, wholeTurn(telling), 'objection-answer', answer);
  return { objection, answer, reply };
}

const isDismissive = remember((placed: PlacedTurn) => hasMeant(placed, dismissals));
const isSubstantial = remember((placed: PlacedTurn) => has(placed, substance));

function classify(input: ScoringInput, answers: readonly PlacedTurn[]): Answer {
  if (answers.some(isDismissive)) return 'dismissive';
  const hasSubstance = answers.some(
    (placed) =>
      isSubstantial(placed) ||
      extractFacts(placed.turn.text, input.language).some(({ type }) => factTypes.has(type)) ||
      input.company.products.some(({ name }) => placed.turn.text.includes(name)),
  );
  if (hasSubstance) return 'answered';
  if (answers.some((placed) => has(placed, acknowledgements))) return 'acknowledged';
  return answers.every((placed) => has(placed, passiveReplies)) ? 'passive' : 'unclear';
}

const has = ({ normal }: PlacedTurn, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => normal.text.search(pattern) >= 0);

const hasMeant = (placed: PlacedTurn, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) =>
    [...placed.normal.text.matchAll(pattern)].some((match) =>
      isMeant({ placed, from: match.index, to: match.index + match[0].length }),
    ),
  );

function judge(
  criterion: Criterion<ObjectionSettings>,
  handled: readonly Handled[],
  found: readonly Said[],
): Decision {
  const bad = handled.filter(({ answer }) => answer === 'dismissive' || answer === 'passive');
  const good = handled.filter(({ answer }) => answer === 'answered');
  const shown = bad.length > 0 ? bad : handled;
  const evidence: Evidence[] = shown.flatMap(({ objection, reply }) => [objection.quote, reply.quote]);
  const events = [...found.map(({ event }) => event), ...handled.map(({ reply }) => reply.event)];
  const findings = { evidence, events };
  if (bad.some(({ answer }) => answer === 'dismissive')) return unmet(reasons.dismissed, findings);
  if (good.length === handled.length) return met(reasons.answered, findings);
  if (bad.length === handled.length) return unmet(reasons.passive, findings);
  if (good.length > 0) return partly(criterion, reasons.some, findings);
  return handled.some(({ answer }) => answer === 'acknowledged')
    ? partly(criterion, reasons.acknowledged, findings)
    : notAssessable(reasons.unclear, findings);
}

const reasons = {
  answered: {
    code: 'objection-answered',
    en: 'The agent answered what the customer objected to with facts or reasons.',
    zh: '坐席以事实或理由回应了客户异议。',
  },
  some: {
    code: 'some-objections-answered',
    en: 'The agent answered some of the objections with facts or reasons, not all.',
    zh: '坐席只回应了部分客户异议。',
  },
  acknowledged: {
    code: 'objection-only-acknowledged',
    en: 'The agent acknowledged the objection but gave no fact or reason.',
    zh: '坐席表示理解，但没有给出事实或理由。',
  },
  passive: {
    code: 'objection-passive',
    en: 'The agent gave in to the objection without an answer.',
    zh: '坐席面对异议消极应对，没有解答。',
  },
  dismissed: {
    code: 'objection-dismissed',
    en: 'The agent brushed the objection off.',
    zh: '坐席对客户异议敷衍、顶撞。',
  },
  unclear: {
    code: 'answer-unclear',
    en: 'The agent replied to the objection, but words alone do not show whether that answered it.',
    zh: '坐席有回应，但仅凭文字无法判断是否解答了异议。',
  },
} satisfies Record<string, Reason>;
