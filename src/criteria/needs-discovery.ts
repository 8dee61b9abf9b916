import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, Reason } from '../domain/verdict.ts';
import { met, notApplicable, notAssessable, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';
import { needQuestions, statedNeeds } from './lexicon/needs.ts';
import { pitchWords } from './lexicon/pitch.ts';
import {
  findSaid,
  inOrder,
  isBackchannel,
  neverArose,
  notTranscribed,
  provesAbsence,
  type Said,
  searchWholeCall,
  toSaid,
  wholeTurn,
} from './said.ts';
import { countOf } from './selling/refusal-response.ts';
import { refusalTimeline } from './selling/refusal-timeline.ts';
import { contentOf, overlapOf } from './text/content-words.ts';
import { allTurns, isTrusted, turnsOf } from './text/turns.ts';

const settings = z.strictObject({
  /** Open questions about the customer's needs that are enough. */
  questions: z.int().min(1).max(10).default(2),
  /** True where they must come before the first pitch. */
  beforePitch: z.boolean().default(true),
});
type NeedsSettings = z.infer<typeof settings>;

/** Whether the agent draws out the customer's needs by open questions before the pitch. */
export const needsDiscovery: CriterionKind<NeedsSettings> = {
  kind: 'needs-discovery',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  judged: { duty: 'must-do', resolves: [] },
  score: scoreNeeds,
};

const pitchSought = { en: 'the agent pitching a product', zh: '坐席介绍或推荐产品' };
const questionSought = {
  en: 'an open question about what the customer needs',
  zh: '了解客户需求的开放式提问',
};

/** Signs of selling a turn must show to be a pitch, and its least length in characters. */
const PITCH_SIGNS = 3;
const PITCH_LENGTH = 16;

function findPitch(input: ScoringInput): Said | null {
  const placed = turnsOf(input, 'agent').find(
    ({ turn, normal }) =>
      isTrusted(turn) &&
      normal.text.length >= PITCH_LENGTH &&
      countOf(normal.text, pitchWords) >= PITCH_SIGNS,
  );
  return placed ? toSaid(input, wholeTurn(placed), 'pitch') : null;
}

function scoreNeeds(input: ScoringInput, criterion: Criterion<NeedsSettings>): Decision {
  const pitch = findPitch(input);
  const asked = onePerTurn(findSaid(input, 'agent', needQuestions, 'need-question'));
  const used = asked.flatMap((question) => findUse(input, question) ?? []);
  const all = [...asked, ...used, ...(pitch ? [pitch] : [])].sort(inOrder);
  const events = all.map(({ event }) => event);
  if (!pitch && asked.length === 0) return neverArose(input, 'agent', pitchSought);
  const { questions, beforePitch } = criterion.settings;
  const inTime = asked.filter(
    ({ place }) => !beforePitch || !pitch || place.placed.index <= pitch.place.placed.index,
  );
  const evidence = [...asked.map(({ quote }) => quote), ...(pitch ? [pitch.quote] : [])];
  if (inTime.length >= questions) return met(reasons.asked, { evidence, events });
  if (asked.length > 0) {
    const reason = inTime.length === asked.length ? reasons.few : reasons.late;
    return partly(criterion, reason, { evidence, events });
  }
  return pitch ? judgeUnasked(input, criterion, pitch) : neverArose(input, 'agent', pitchSought, events);
}

/** A pitch without a question: excused where the customer said what is wanted, or refused at once. */
function judgeUnasked(input: ScoringInput, criterion: Criterion<NeedsSettings>, pitch: Said): Decision {
  const stated = findSaid(input, 'customer', statedNeeds, 'need-stated');
  const events = [pitch.event, ...stated.map(({ event }) => event)];
  const [need] = stated;
  if (need) return partly(criterion, reasons.unprompted, { evidence: [need.quote, pitch.quote], events });
  const refusal = refusalTimeline(input).find(({ strength }) => strength !== 'soft');
  if (refusal) {
    const said = toSaid(input, refusal, 'refusal');
    return notApplicable(reasons.refused, { evidence: [said.quote], events: [...events, said.event] });
  }
  const search = searchWholeCall(input, 'agent', questionSought);
  const evidence = [search, pitch.quote];
  return provesAbsence(input, search)
    ? unmet(reasons.notAsked, { evidence, events })
    : notAssessable(notTranscribed, { evidence, events });
}

function onePerTurn(found: readonly Said[]): Said[] {
  return found.filter(({ place }, i) => found[i - 1]?.place.placed.index !== place.placed.index);
}

/** Share of an answer's content that must come back for it to count as used. */
const USED_SHARE = 0.3;

/** The agent's later turn that takes up the customer's answer to a question; null where none does. */
function findUse(input: ScoringInput, { place }: Said): Said | null {
  const later = allTurns(input).slice(place.placed.index + 1);
  const answer = later.find((placed) => placed.turn.party === 'customer' && !isBackchannel(placed));
  if (!answer) return null;
  const content = contentOf(answer.normal.text);
  const use = later.find(
    ({ turn, index, normal }) =>
      turn.party === 'agent' &&
      index > answer.index &&
      overlapOf(content, contentOf(normal.text)) >= USED_SHARE,
  );
  return use ? toSaid(input, wholeTurn(use), 'need-used') : null;
}

const reasons = {
  asked: {
    code: 'needs-asked',
    en: 'The agent asked what the customer needs before recommending.',
    zh: '坐席在推荐前了解了客户需求。',
  },
  few: {
    code: 'few-need-questions',
    en: 'The agent asked about the needs, but less than the standard asks.',
    zh: '坐席询问了需求，但次数少于规范要求。',
  },
  late: {
    code: 'needs-asked-late',
    en: 'The agent asked about the needs only after the pitch.',
    zh: '坐席在介绍产品之后才询问需求。',
  },
  unprompted: {
    code: 'need-stated-unasked',
    en: 'The agent asked no open question; the customer stated the need unasked.',
    zh: '坐席没有开放式提问，客户自行说明了需求。',
  },
  refused: {
    code: 'refused-first',
    en: 'The customer refused before needs could be drawn out.',
    zh: '客户已明确拒绝，无从了解需求。',
  },
  notAsked: {
    code: 'needs-not-asked',
    en: 'The agent pitched without asking anything about what the customer needs.',
    zh: '坐席未了解需求就直接推荐。',
  },
} satisfies Record<string, Reason>;
