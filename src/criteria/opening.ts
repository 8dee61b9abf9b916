import { z } from 'zod';
import type { Localized } from '../domain/call.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { CallEvent, Decision, QuoteEvidence, Reason, SearchEvidence } from '../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from './decide.ts';
import { absenceIsProven, quote, searchRecord } from './evidence.ts';
import type { CriterionKind } from './kind.ts';
import { companyNames, type FoundPart, findParts, type OpeningPart, openingParts } from './opening-parts.ts';
import { type OpeningWindow, openingWindow, wasAskedBefore } from './opening-window.ts';
import { nearestName } from './text/nearest-name.ts';
import { turnsOf } from './text/turns.ts';

const settings = z.strictObject({
  /** What must be said; one kind serves greeting, company name, need question and self-introduction. */
  parts: z.array(z.enum(openingParts)).min(1).default(['greeting', 'company-name']),
  /** Parts without which it is unmet; by default the company name where it is asked for with at most one other. */
  essential: z.array(z.enum(openingParts)).optional(),
  /** The opening: so many turns of the agent, or so long from the agent's first word, whichever is longer. */
  openingTurns: z.int().min(1).default(3),
  openingMs: z.number().min(1000).default(20_000),
  /** Said after the opening but within this time of the agent's first word, a part counts in part. */
  lateMs: z.number().min(1000).default(60_000),
});
export type OpeningSettings = z.infer<typeof settings>;

/**
 * Whether the agent opens the call as the standard asks: greeting, company, department, own name, purpose and
 * the question what the customer needs, in any order, in the agent's own words and without being asked.
 */
export const opening: CriterionKind<OpeningSettings> = {
  kind: 'opening',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  score: scoreOpening,
};

const partNames: Readonly<Record<OpeningPart, Localized>> = {
  greeting: { en: 'a greeting', zh: '问候语' },
  'company-name': { en: 'the company name', zh: '公司名称' },
  department: { en: 'the department', zh: '部门' },
  'own-name': { en: 'the agent’s own name', zh: '坐席姓名' },
  purpose: { en: 'the purpose of the call', zh: '来电目的' },
  'need-question': { en: 'the question what the customer needs', zh: '询问客户需求' },
};

/** One part with the best evidence for it. */
interface JudgedPart {
  readonly part: OpeningPart;
  readonly quote: QuoteEvidence | null;
  readonly isInTime: boolean;
  readonly isPrompted: boolean;
}

function scoreOpening(input: ScoringInput, criterion: Criterion<OpeningSettings>): Decision {
  const { parts, essential = defaultEssential(parts) } = criterion.settings;
  const window = openingWindow(input, criterion.settings);
  if (!window) return noAgentWords;
  const found = turnsOf(input, 'agent', window)
    .flatMap((placed) => findParts(input, placed))
    .filter((place) => place.part !== 'greeting' || window.isOpening(place));
  const events = found.map((part) => toEvent(input, part));
  if (parts.includes('company-name') && companyNames(input).length === 0) {
    return notAssessable(noCompany, { events });
  }
  const judged = parts.map((part) => judgePart(input, part, found, window));
  const evidence = judged.flatMap((part) => (part.quote ? [part.quote] : []));
  const missing = judged.filter((part) => !part.quote?.verified).map(({ part }) => part);
  if (missing.length === 0) {
    const late = judged.filter((part) => !part.isInTime || part.isPrompted);
    if (late.length === 0) return met(saidAll(parts), { evidence, events });
    return partly(criterion, saidLate(late), { evidence, events });
  }
  const rejected = judged.find((part) => part.quote && !part.quote.verified);
  if (rejected?.quote) return notAssessable(notBacked(rejected), { evidence, events });
  const { search, isNearMiss } = searchFor(input, missing, window);
  const all = { evidence: [...evidence, search], events };
  if (!absenceIsProven(search, input.transcriptGate)) return notAssessable(notTranscribed(missing), all);
  const isLost = missing.some((part) => essential.includes(part)) || missing.length === parts.length;
  if (!isLost) {
    const fraction = parts.length > 2 ? 1 - missing.length / parts.length : criterion.partly;
    return partly(criterion, saidNot(missing), all, fraction);
  }
  if (isNearMiss) return notAssessable(nameUnclear, all);
  return unmet(saidNot(missing), all);
}

const defaultEssential = (parts: readonly OpeningPart[]): readonly OpeningPart[] =>
  parts.includes('company-name') && parts.length <= 2 ? ['company-name'] : [];

/** The first verified place of a part, in time if there is one; else the first place with what it fails. */
function judgePart(
  input: ScoringInput,
  part: OpeningPart,
  found: readonly FoundPart[],
  window: OpeningWindow,
): JudgedPart {
  const places = found.filter((place) => place.part === part);
  let fallback: JudgedPart = { part, quote: null, isInTime: false, isPrompted: false };
  for (const place of places) {
    const judged: JudgedPart = {
      part,
      quote: quoteOf(input, place, window),
      isInTime: window.isOpening(place),
      isPrompted: part === 'company-name' && wasAskedBefore(input, window, place),
    };
    if (judged.quote?.verified) return judged;
    fallback = fallback.quote ? fallback : judged;
  }
  return fallback;
}

function quoteOf(input: ScoringInput, { placed, from, to }: FoundPart, window: OpeningWindow): QuoteEvidence {
  const [start, end] = placed.normal.toOriginal(from, to);
  return quote(input, placed.index, start, end, { party: 'agent', window });
}

function toEvent(input: ScoringInput, place: FoundPart): CallEvent {
  const [start, end] = place.placed.normal.toOriginal(place.from, place.to);
  const {
    party,
    turn,
    quote: text,
    startMs,
    endMs,
  } = quote(input, place.placed.index, start, end, {
    party: 'agent',
  });
  return {
    kind: place.part,
    party,
    turn,
    quote: text,
    startMs,
    endMs,
    ...(place.apart > 0 && { detail: 'misheard' }),
  };
}

function searchFor(
  input: ScoringInput,
  missing: readonly OpeningPart[],
  window: OpeningWindow,
): { search: SearchEvidence; isNearMiss: boolean } {
  let nearest: SearchEvidence['nearest'] = null;
  let least = Number.POSITIVE_INFINITY;
  let isNearMiss = false;
  for (const placed of missing.includes('company-name') ? turnsOf(input, 'agent', window) : []) {
    const { index, normal, turn } = placed;
    const match = nearestName(companyNames(input), normal);
    if (!match) continue;
    isNearMiss ||= match.isDoubtful && window.isOpening({ placed, from: match.from, to: match.to });
    if (match.apart >= least) continue;
    least = match.apart;
    const { startMs, endMs } = turn;
    nearest = {
      turn: index,
      quote: normal.original.slice(...normal.toOriginal(match.from, match.to)),
      startMs,
      endMs,
    };
  }
  const { startMs, endMs } = window;
  const search = searchRecord(input, { startMs, endMs }, 'agent', listOf(missing), nearest);
  return { search, isNearMiss };
}

function listOf(parts: readonly OpeningPart[]): Localized {
  return {
    en: parts.map((part) => partNames[part].en).join(', '),
    zh: parts.map((part) => partNames[part].zh).join('、'),
  };
}

const noAgentWords = notAssessable({
  code: 'agent-silent',
  en: 'No words of the agent were transcribed.',
  zh: '没有坐席的转写文本。',
});

const noCompany: Reason = {
  code: 'no-company-name',
  en: 'It is not known which company name to expect: set "company" in the call file, or give a company file (EARMARK_COMPANY).',
  zh: '未知应报的公司名称：请在通话文件中填写 company，或提供公司文件（EARMARK_COMPANY）。',
};

const nameUnclear: Reason = {
  code: 'company-name-unclear',
  en: 'Something close to the company name was heard, but not close enough to decide.',
  zh: '听到与公司名称相近的内容，但不足以判定。',
};

function saidAll(parts: readonly OpeningPart[]): Reason {
  const list = listOf(parts);
  return { code: 'opening-complete', en: `The opening holds ${list.en}.`, zh: `开场包含${list.zh}。` };
}

function saidLate(late: readonly JudgedPart[]): Reason {
  const list = listOf(late.map(({ part }) => part));
  return late.some((part) => part.isPrompted)
    ? {
        code: 'opening-prompted',
        en: `Said only when the customer asked: ${list.en}.`,
        zh: `经客户询问后才说出：${list.zh}。`,
      }
    : {
        code: 'opening-late',
        en: `Said, but only after the opening: ${list.en}.`,
        zh: `开场之后才说出：${list.zh}。`,
      };
}

function saidNot(missing: readonly OpeningPart[]): Reason {
  const list = listOf(missing);
  return {
    code: 'opening-missing',
    en: `Not said in the opening: ${list.en}.`,
    zh: `开场未说出：${list.zh}。`,
  };
}

function notTranscribed(missing: readonly OpeningPart[]): Reason {
  const list = listOf(missing);
  return {
    code: 'opening-not-transcribed',
    en: `Not found, but too little of the opening is transcribed to say so: ${list.en}.`,
    zh: `未找到${list.zh}，但开场转写不完整，不能断定未说。`,
  };
}

function notBacked({ part, quote: found }: JudgedPart): Reason {
  const name = partNames[part];
  const isInjection = found?.rejectedBy === 'Q6';
  return {
    code: isInjection ? 'injection-suspected' : 'evidence-rejected',
    en: `Found ${name.en}, but the quote failed check ${found?.rejectedBy ?? ''}.`,
    zh: `找到${name.zh}，但引文未通过核验 ${found?.rejectedBy ?? ''}。`,
  };
}
