import { z } from 'zod';
import type { Note } from '../domain/note.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, Reason } from '../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';
import { problemInNote, problemMentions } from './lexicon/problems.ts';
import { findInNote, mention, writtenIn } from './note/note-mention.ts';
import { findSaid, neverArose, type Said } from './said.ts';
import { contentOf, overlapOf } from './text/content-words.ts';
import { normalise } from './text/normalise.ts';

const settings = z.strictObject({});
type ProblemSettings = z.infer<typeof settings>;

/** Whether a problem the customer tells of stands in the note, so that it is reported. */
export const problemReport: CriterionKind<ProblemSettings> = {
  kind: 'problem-report',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  score: scoreProblems,
};

const lookedFor = { en: 'a problem the customer tells of', zh: '客户反映的问题' };
/** Share of the problem turn's content that must come back in the note. */
const SAME_PROBLEM = 0.2;

function scoreProblems(input: ScoringInput, criterion: Criterion<ProblemSettings>): Decision {
  const problems = findSaid(input, 'customer', problemMentions, 'problem');
  if (problems.length === 0) return neverArose(input, 'customer', lookedFor);
  const events = problems.map(({ event }) => event);
  const quotes = problems.map(({ quote }) => quote);
  const { note } = input;
  if (!note) return notAssessable(reasons.noNote, { evidence: quotes, events });
  const wording = findInNote(note, problemInNote);
  const reported = problems.find((problem) => isSame(note, problem));
  if (reported) {
    const evidence = [...quotes, mention('problem', wording ?? note.text.slice(0, 80), reported)];
    return met(reasons.reported, { evidence, events });
  }
  const [first] = problems;
  const evidence = [...quotes, mention('problem', wording, first ?? null)];
  return wording === null && problems.some(isOurs)
    ? unmet(reasons.missing, { evidence, events })
    : partly(criterion, wording === null ? reasons.unnoted : reasons.vague, { evidence, events });
}

/** The company's own affair, and not the customer's telephone or car. */
const OURS =
  /你们|您们|你家|投诉|[买装订投办签交]的|\b(?:you|your|bought|ordered|installed|delivered|complain\w*|refund)\b/;

function isOurs({ place, quote }: Said): boolean {
  return quote.verified && OURS.test(place.placed.normal.text);
}

/** True when the note shares content with the turn in which the problem is told. */
function isSame(note: Note, { place }: Said): boolean {
  const noted = contentOf(normalise(writtenIn(note)).text);
  const told = contentOf(place.placed.normal.text.slice(Math.max(0, place.from - 20), place.to + 20));
  return overlapOf(told, noted) >= SAME_PROBLEM;
}

const reasons = {
  reported: {
    code: 'problem-reported',
    en: 'The problem the customer told of stands in the note.',
    zh: '客户反映的问题已写入通话记录。',
  },
  vague: {
    code: 'problem-vague',
    en: 'The note speaks of a problem, but not recognizably of the one the customer told of.',
    zh: '通话记录提到问题，但看不出是客户反映的问题。',
  },
  unnoted: {
    code: 'problem-not-noted',
    en: 'The customer spoke of something that went wrong, perhaps not a matter of the company; the note says nothing of it.',
    zh: '客户提到了问题（可能与公司无关），通话记录未提及。',
  },
  missing: {
    code: 'problem-not-reported',
    en: 'The customer told of a problem; the note says nothing of it.',
    zh: '客户反映了问题，通话记录未提及。',
  },
  noNote: {
    code: 'no-note',
    en: 'The customer told of a problem; no note was supplied to see whether it reports it.',
    zh: '客户反映了问题，但没有提供通话记录可供核对。',
  },
} satisfies Record<string, Reason>;
