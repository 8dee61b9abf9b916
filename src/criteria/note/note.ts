import { z } from 'zod';
import type { Note } from '../../domain/note.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { Criterion } from '../../domain/standard.ts';
import type { Decision, NoteEvidence, Reason } from '../../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from '../decide.ts';
import type { CriterionKind } from '../kind.ts';
import { compareNoteFacts, type FactFindings } from './note-facts.ts';
import { type NoteFields, noteFieldNames, readNoteFields } from './note-fields.ts';
import { judgeFiling, judgeLength } from './note-filing.ts';
import { compareIntent } from './note-intent.ts';
import { mention } from './note-mention.ts';
import { noteReasons as reasons } from './note-reasons.ts';

const settings = z.strictObject({
  /** What is looked at; one kind serves completeness, filing on the same day and brevity. */
  checks: z
    .array(z.enum(['fields', 'facts', 'intent', 'same-day', 'brief']))
    .min(1)
    .default(['fields', 'facts', 'intent']),
  /** Fields every note must hold, as a form field, a labelled line or in its free text. */
  required: z
    .array(z.enum(noteFieldNames))
    .min(1)
    .default([...noteFieldNames]),
  /** True where every call must have a note, so that none at all is unmet. */
  noteDue: z.boolean().default(false),
  /** True where the intent must be stated as a percentage. */
  percentDue: z.boolean().default(false),
  /** Longest brief note, in characters. */
  briefCharacters: z.int().min(20).default(600),
});
export type NoteSettings = z.infer<typeof settings>;

/**
 * Whether the note is complete and true to the call: required fields, the facts the customer gave, nothing the
 * call contradicts, an intent class in step with what the customer said.
 */
export const note: CriterionKind<NoteSettings> = {
  kind: 'note',
  isRoleBound: false,
  needs: [],
  settings,
  score: scoreNote,
};

const noFacts: FactFindings = { evidence: [], contradicted: 0, otherNames: 0, missing: 0, unsupported: 0 };

function scoreNote(input: ScoringInput, criterion: Criterion<NoteSettings>): Decision {
  const { checks, noteDue, briefCharacters } = criterion.settings;
  const filed = input.note;
  if (!filed)
    return noteDue ? unmet(reasons.none, { evidence: [mention('note', null)] }) : notAssessable(reasons.none);
  if (checks.every((check) => check === 'same-day' || check === 'brief')) {
    const isBrief = judgeLength(filed, criterion, briefCharacters);
    return checks.includes('same-day') ? judgeFiling(input, filed) : isBrief;
  }
  const read = readNoteFields(filed);
  const fields = checks.includes('fields') ? fieldEvidence(read, criterion.settings) : [];
  const comparesCall = checks.includes('facts') || checks.includes('intent');
  const missingFields = fields.filter(({ relation }) => relation === 'missing');
  if (comparesCall && !canCompare(input)) {
    if (missingFields.length >= 2) return unmet(reasons.fields(missingFields), { evidence: fields });
    return notAssessable(input.transcript ? reasons.roles : reasons.noTranscript, { evidence: fields });
  }
  const facts = checks.includes('facts') ? compareNoteFacts(input, filed) : noFacts;
  const intent = checks.includes('intent') ? intentEvidence(input, read) : [];
  return judge(criterion, filed, { fields, facts, intent });
}

const canCompare = (input: ScoringInput): boolean => input.transcript !== null && input.roles.isCertain;

interface NoteFindings {
  readonly fields: readonly NoteEvidence[];
  readonly facts: FactFindings;
  readonly intent: readonly NoteEvidence[];
}

function judge(criterion: Criterion<NoteSettings>, filed: Note, found: NoteFindings): Decision {
  const { facts } = found;
  const evidence = [...found.fields, ...found.intent, ...facts.evidence];
  const missing = found.fields.filter(({ relation }) => relation === 'missing');
  const contradictsIntent = found.intent.some(({ relation }) => relation === 'contradicts');
  if (facts.contradicted > 0 || (contradictsIntent && found.intent.every(({ verified }) => verified))) {
    return unmet(contradictsIntent && facts.contradicted === 0 ? reasons.intent : reasons.contradicted, {
      evidence,
    });
  }
  if (missing.length >= 2) return unmet(reasons.fields(missing), { evidence });
  if (contradictsIntent) return notAssessable(reasons.unverified, { evidence });
  const flaw = findFlaw(missing, facts, criterion, filed);
  return flaw ? partly(criterion, flaw, { evidence }) : met(reasons.complete, { evidence });
}

function findFlaw(
  missing: readonly NoteEvidence[],
  facts: FactFindings,
  { settings: { checks, briefCharacters } }: Criterion<NoteSettings>,
  filed: Note,
): Reason | null {
  if (missing.length > 0) return reasons.fields(missing);
  if (facts.missing > 0) return reasons.factMissing;
  if (facts.otherNames > 0) return reasons.otherName;
  if (facts.unsupported > 0) return reasons.unsupported;
  return checks.includes('brief') && filed.text.length > briefCharacters ? reasons.tooLong : null;
}

function fieldEvidence(
  { fields, intent }: NoteFields,
  { required, percentDue }: NoteSettings,
): NoteEvidence[] {
  return required.map((name) => {
    const lacksPercent = name === 'intent' && percentDue && intent?.percent == null;
    return mention(name, lacksPercent ? null : (fields[name]?.value ?? null));
  });
}

function intentEvidence(input: ScoringInput, { fields, intent }: NoteFields): NoteEvidence[] {
  return intent && fields.intent ? [compareIntent(input, intent, fields.intent.value)] : [];
}
