import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, Evidence, NoteEvidence, Reason } from '../domain/verdict.ts';
import { met, notApplicable, notAssessable, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';
import { passedOn } from './lexicon/contact-reasons.ts';
import { type IntakeSlot, intakeCues, intakeSlots, slotWords } from './lexicon/intake.ts';
import { findInNote, mention, writtenIn } from './note/note-mention.ts';
import {
  findSaid,
  inOrder,
  neverArose,
  notTranscribed,
  provesAbsence,
  type Said,
  searchWholeCall,
  toSaid,
} from './said.ts';
import { extractFacts } from './text/facts.ts';
import { isTrusted, turnsOf } from './text/turns.ts';

const settings = z.strictObject({
  /** A report of loss gathers; a reminder tells. */
  purpose: z.enum(['claim', 'reminder']),
  /** What must come up; the usual set of the purpose where it is left out. */
  slots: z.array(z.enum(intakeSlots)).min(1).optional(),
  /** True where the note must hold what was gathered as well. */
  inNote: z.boolean().default(true),
});
type IntakeSettings = z.infer<typeof settings>;

const usualSlots: Readonly<Record<IntakeSettings['purpose'], readonly IntakeSlot[]>> = {
  claim: ['policy-number', 'when', 'where', 'what-happened', 'callback-number'],
  reminder: ['identity', 'amount', 'due-date', 'courtesy'],
};

/** Whether a report of loss gathers, or a reminder tells, all it must, in the call and in the note. */
export const intake: CriterionKind<IntakeSettings> = {
  kind: 'intake',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  score: scoreIntake,
};

function scoreIntake(input: ScoringInput, criterion: Criterion<IntakeSettings>): Decision {
  const { purpose } = criterion.settings;
  const cue = intakeCues[purpose];
  const cues = findSaid(input, cue.party, cue.patterns, `${purpose}-cue`);
  if (cues.length === 0 && input.call.kind !== purpose) return neverArose(input, cue.party, sought[purpose]);
  const slots = criterion.settings.slots ?? usualSlots[purpose];
  const found = new Map(slots.map((slot) => [slot, findSlot(input, slot)]));
  const events = [...cues, ...[...found.values()].flatMap((said) => said ?? [])]
    .sort(inOrder)
    .map(({ event }) => event);
  const missing = slots.filter((slot) => !found.get(slot));
  const noted = criterion.settings.inNote ? noteSlots(input, slots, found) : [];
  const quotes: Evidence[] = slots.flatMap((slot) => found.get(slot)?.quote ?? []);
  const evidence = [...quotes, ...noted];
  if (missing.length > 0) return judgeMissing(input, criterion, { missing, slots, evidence, events, noted });
  if (criterion.settings.inNote && !input.note) return notAssessable(reasons.noNote, { evidence, events });
  const unnoted = noted.filter(({ relation }) => relation === 'missing');
  if (unnoted.length === 0) return met(reasons.complete, { evidence, events });
  const reason = notNoted(unnoted.map(({ field }) => field as IntakeSlot));
  return unnoted.length * 2 > slots.length
    ? unmet(reason, { evidence: [...evidence, ...unnoted.map(asAbsence)], events })
    : partly(criterion, reason, { evidence, events });
}

interface Gathered {
  readonly missing: readonly IntakeSlot[];
  readonly slots: readonly IntakeSlot[];
  readonly evidence: readonly Evidence[];
  readonly noted: readonly NoteEvidence[];
  readonly events: Decision['events'];
}

function judgeMissing(input: ScoringInput, criterion: Criterion<IntakeSettings>, found: Gathered): Decision {
  const { missing, slots, events } = found;
  const titles = missing.map((slot) => slotWords[slot].title);
  const lookedFor = { en: titles.map(({ en }) => en).join(', '), zh: titles.map(({ zh }) => zh).join('、') };
  const searches = (['agent', 'customer'] as const).map((party) => searchWholeCall(input, party, lookedFor));
  const evidence = [...searches, ...found.evidence];
  const [pass] = findSaid(input, 'agent', passedOn, 'passed-on');
  if (pass)
    return notApplicable(reasons.passedOn, { evidence: [pass.quote], events: [...events, pass.event] });
  if (!searches.every((search) => provesAbsence(input, search)))
    return notAssessable(notTranscribed, { evidence, events });
  const reason = notGathered(lookedFor);
  return missing.length >= 2 && missing.length * 2 > slots.length
    ? unmet(reason, { evidence, events })
    : partly(criterion, reason, { evidence, events });
}

/** Where a slot is filled or asked for, the value itself before the question. */
function findSlot(input: ScoringInput, slot: IntakeSlot): Said | null {
  const { agent, customer, facts } = slotWords[slot];
  for (const placed of turnsOf(input, facts.party)) {
    if (!isTrusted(placed.turn)) continue;
    const fact = extractFacts(placed.turn.text, input.language).find(({ type }) =>
      facts.types.includes(type),
    );
    if (!fact) continue;
    const [from, to] = [placed.normal.fromOriginal(fact.from), placed.normal.fromOriginal(fact.to)];
    return toSaid(input, { placed, from, to }, 'intake-slot', slot);
  }
  const said = findSaid(input, 'customer', customer, 'intake-slot', slot)[0];
  return said ?? findSaid(input, 'agent', agent, 'intake-slot', slot)[0] ?? null;
}

/** A policy number has the look of a telephone number. */
const POLICY_NUMBER = /(?:保单(?:号|号码)?|policy(?: number| no\.?| id)?)[^\d\n]{0,4}[\d-]{5,}/gi;

function noteSlots(
  input: ScoringInput,
  slots: readonly IntakeSlot[],
  found: ReadonlyMap<IntakeSlot, Said | null>,
): NoteEvidence[] {
  const { note } = input;
  if (!note) return [];
  const written = writtenIn(note);
  const facts = extractFacts(written, input.language);
  const withoutPolicy = extractFacts(written.replace(POLICY_NUMBER, ' '), input.language);
  return slots
    .filter((slot) => slotWords[slot].note.length > 0 || slotWords[slot].noteFacts.length > 0)
    .map((slot) => {
      const words = slotWords[slot];
      const fact = (slot === 'callback-number' ? withoutPolicy : facts).find(({ type }) =>
        words.noteFacts.includes(type),
      );
      const value = findInNote(note, words.note) ?? fact?.raw ?? null;
      return mention(slot, value, found.get(slot) ?? null);
    });
}

/** That a note lacks a field is plain from the note alone. */
const asAbsence = ({ field }: NoteEvidence): NoteEvidence => mention(field, null);

const sought = {
  claim: { en: 'the customer reporting a loss', zh: '客户报案' },
  reminder: { en: 'the agent reminding of a payment', zh: '坐席提醒缴费' },
};

function notGathered(slots: { en: string; zh: string }): Reason {
  return {
    code: 'intake-incomplete',
    en: `Not asked for or said in the call: ${slots.en}.`,
    zh: `通话中未询问或说明：${slots.zh}。`,
  };
}

function notNoted(slots: readonly IntakeSlot[]): Reason {
  const titles = slots.map((slot) => slotWords[slot].title);
  return {
    code: 'intake-not-noted',
    en: `Not in the note: ${titles.map(({ en }) => en).join(', ')}.`,
    zh: `通话记录中缺少：${titles.map(({ zh }) => zh).join('、')}。`,
  };
}

const reasons = {
  complete: {
    code: 'intake-complete',
    en: 'All that such a call must hold came up.',
    zh: '该类通话应有的内容均已具备。',
  },
  passedOn: {
    code: 'passed-on',
    en: 'The agent passed the call on to who takes such reports.',
    zh: '坐席已转交专人受理。',
  },
  noNote: {
    code: 'no-note',
    en: 'The call holds all it must; no note was supplied to compare.',
    zh: '通话内容齐全，但没有提供通话记录可供核对。',
  },
} satisfies Record<string, Reason>;
