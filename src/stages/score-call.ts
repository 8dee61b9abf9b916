import { criterionKinds } from '../criteria/index.ts';
import type { CriterionKind, Need } from '../criteria/kind.ts';
import type { Localized } from '../domain/call.ts';
import type { JudgeOutcome, JudgeOutcomes } from '../domain/judge.ts';
import { addUp, type CriterionResult, type Scorecard } from '../domain/scorecard.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion, Standard } from '../domain/standard.ts';
import type { ConditionEvidence, Decision, Reason } from '../domain/verdict.ts';
import { EarmarkError } from '../errors.ts';
import { findExemption } from './exempt-call.ts';
import { weighJudge } from './judge-verdict.ts';

const kindsByName = new Map<string, CriterionKind>(criterionKinds.map((kind) => [kind.kind, kind]));

/**
 * The scorecard of one call under one standard: every criterion decided by its kind, each decision checked for
 * evidence and weighed against what a judge said of it, points added up by code. Pure: the same input, standard,
 * hashes and outcomes give the same bytes.
 */
export function scoreCall(
  input: ScoringInput,
  standard: Standard,
  identity: { callId: string; hashes: Scorecard['inputs'] },
  judged: JudgeOutcomes = {},
): Scorecard {
  const notScored = findExemption(input, standard);
  const gated = { ...input, transcriptGate: standard.transcriptGate };
  const criteria = standard.criteria.map((criterion) =>
    toResult(criterion, decide(gated, criterion, judged[criterion.id])),
  );
  const totals = addUp(criteria, standard.coverageFloor);
  return {
    version: 1,
    callId: identity.callId,
    standard: { id: standard.id, version: standard.version, hash: standard.hash },
    language: input.language,
    notScored,
    total: notScored === null ? totals.total : null,
    coverage: totals.coverage,
    criticalFailures: notScored === null ? totals.criticalFailures : [],
    needsPerson: notScored === null ? findNeedsPerson(criteria) : [],
    criteria,
    inputs: identity.hashes,
  };
}

/** The rule's decision, weighed against the judge's word where there is one. */
function decide(input: ScoringInput, criterion: Criterion<unknown>, outcome?: JudgeOutcome): Decision {
  const ruled = decideByRule(input, criterion);
  const { judged } = kindOf(criterion);
  if (outcome === undefined || judged === undefined) return ruled;
  return requireEvidence(weighJudge(input, criterion, judged, ruled, outcome));
}

/** What rules and measures alone decide, with evidence or not at all. */
export function decideByRule(input: ScoringInput, criterion: Criterion<unknown>): Decision {
  const kind = kindOf(criterion);
  const excluded = findExclusion(input, criterion) ?? findObstacle(input, kind);
  return excluded ?? requireEvidence(kind.score(input, criterion));
}

/** The mechanism of a criterion. Throws `E_STANDARD` for a kind there is not. */
export function kindOf(criterion: Pick<Criterion<unknown>, 'kind'>): CriterionKind {
  const kind = kindsByName.get(criterion.kind);
  if (kind === undefined)
    throw new EarmarkError('E_STANDARD', `there is no kind "${criterion.kind}"`, {
      remedy: 'load the standard again',
    });
  return kind;
}

function findExclusion(input: ScoringInput, criterion: Criterion<unknown>): Decision | null {
  const { call } = input;
  const wrongKind =
    criterion.callKinds !== undefined && call.kind !== undefined && !criterion.callKinds.includes(call.kind);
  const wrongDirection =
    criterion.direction !== undefined &&
    call.direction !== undefined &&
    call.direction !== criterion.direction;
  if (wrongKind || wrongDirection) {
    const condition: Localized = wrongKind
      ? {
          en: `the call is of kind ${criterion.callKinds?.join(' or ')}`,
          zh: `通话类型为 ${criterion.callKinds?.join(' 或 ')}`,
        }
      : {
          en: `the call is ${criterion.direction}`,
          zh: criterion.direction === 'inbound' ? '通话为呼入' : '通话为呼出',
        };
    const evidence: ConditionEvidence = {
      kind: 'condition',
      condition,
      value: (wrongKind ? call.kind : call.direction) ?? null,
      startMs: 0,
      endMs: input.durationMs,
      verified: true,
    };
    const reason = {
      code: 'other-call',
      en: `Applies only where ${condition.en}.`,
      zh: `仅在${condition.zh}时适用。`,
    };
    return undecided('not-applicable', reason, [evidence]);
  }
  if (criterion.callKinds !== undefined && call.kind === undefined)
    return undecided('not-assessable', {
      code: 'no-call-kind',
      en: 'The kind of call is not known; add "kind" to the call file.',
      zh: '未知通话类型；请在通话文件中填写 kind。',
    });
  if (criterion.direction !== undefined && call.direction === undefined)
    return undecided('not-assessable', {
      code: 'no-direction',
      en: 'The direction of the call is not known; add "direction" to the call file.',
      zh: '未知呼入或呼出；请在通话文件中填写 direction。',
    });
  return null;
}

const obstacles: Record<Need | 'roles' | 'one-signal', Reason> = {
  transcript: {
    code: 'no-transcript',
    en: 'Nothing was transcribed: put a transcript beside the recording, or set OPENAI_BASE_URL and EARMARK_TRANSCRIBE_MODEL.',
    zh: '没有转写文本：请在录音旁放置转写文件，或配置 OPENAI_BASE_URL 与 EARMARK_TRANSCRIBE_MODEL。',
  },
  acoustics: {
    code: 'no-audio',
    en: 'There is neither a recording nor word times to hear this from.',
    zh: '既无录音也无逐词时间，无法测听。',
  },
  levels: { code: 'no-levels', en: 'Levels need the recording itself.', zh: '音量需要录音本身才能测量。' },
  note: { code: 'no-note', en: 'No note was supplied for this call.', zh: '本次通话没有提供通话记录。' },
  'one-signal': {
    code: 'one-signal',
    en: 'Both parties are in one signal and nothing says who speaks; record each party on a channel of its own, or give a transcript that names the parties.',
    zh: '双方声音在同一信号中，无法区分说话人；请分声道录音，或提供标明说话人的转写文件。',
  },
  roles: {
    code: 'roles-uncertain',
    en: 'It is not certain which party is the agent; set the channels in the call file or swap them on the page.',
    zh: '无法确定哪一方是坐席；请在通话文件中填写声道，或在页面上调换。',
  },
};

function findObstacle(input: ScoringInput, kind: CriterionKind<unknown>): Decision | null {
  if (kind.isRoleBound && !input.roles.isCertain) {
    const layout = input.acoustics?.layout;
    const isOneSignal = layout === 'mono' || layout === 'fake-stereo';
    return undecided('not-assessable', obstacles[isOneSignal ? 'one-signal' : 'roles']);
  }
  const has: Record<Need, boolean> = {
    transcript: input.transcript !== null && input.transcript.turns.length > 0,
    acoustics: input.acoustics !== null,
    levels: input.acoustics?.timing === 'audio',
    note: input.note !== null,
  };
  const missing = kind.needs.find((need) => !has[need]);
  if (missing === undefined) return null;
  const { noText } = input;
  if (missing === 'transcript' && noText)
    return undecided('not-assessable', { code: noText.code, ...noText.message });
  return undecided('not-assessable', obstacles[missing]);
}

/** A decided verdict without verified evidence is none: it goes to a person. */
function requireEvidence(decision: Decision): Decision {
  const isDecided = decision.score !== null;
  if (!isDecided || decision.evidence.some((evidence) => evidence.verified)) return decision;
  return {
    ...decision,
    verdict: 'not-assessable',
    score: null,
    reason: {
      code: 'evidence-not-verified',
      en: `No evidence could be verified for: ${decision.reason.en}`,
      zh: `以下判断没有可核实的证据：${decision.reason.zh}`,
    },
  };
}

function undecided(
  verdict: 'not-applicable' | 'not-assessable',
  reason: Reason,
  evidence: Decision['evidence'] = [],
): Decision {
  return { verdict, score: null, method: 'rule', reason, evidence, events: [] };
}

function toResult(criterion: Criterion<unknown>, decision: Decision): CriterionResult {
  const { id, clauses, title, kind, weight, critical } = criterion;
  return {
    id,
    clauses,
    title,
    kind,
    weight,
    critical,
    ...decision,
    evidence: [...decision.evidence],
    events: [...decision.events],
  };
}

function findNeedsPerson(results: readonly CriterionResult[]): Scorecard['needsPerson'] {
  return results
    .filter(
      (result) =>
        (result.verdict === 'not-assessable' && result.weight > 0) ||
        (result.critical && result.verdict === 'unmet'),
    )
    .map((result) => ({ criterion: result.id, reason: result.reason.code }));
}
