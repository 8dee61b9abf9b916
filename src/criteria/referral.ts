import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, Reason } from '../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';
import { ownerInNote, ownershipDisputes, referralInNote, referralMentions } from './lexicon/referrals.ts';
import { findInNote, mention } from './note/note-mention.ts';
import { findSaid, neverArose } from './said.ts';

const settings = z.strictObject({});
type ReferralSettings = z.infer<typeof settings>;

/** Whether the note names whose customer somebody is that an earlier customer brought, and no dispute about it is heard. */
export const referral: CriterionKind<ReferralSettings> = {
  kind: 'referral',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  score: scoreReferral,
};

const lookedFor = { en: 'the customer saying who brought them', zh: '客户说明由何人介绍' };

function scoreReferral(input: ScoringInput, criterion: Criterion<ReferralSettings>): Decision {
  const disputes = findSaid(input, 'agent', ownershipDisputes, 'ownership-dispute');
  const referrals = findSaid(input, 'customer', referralMentions, 'referral');
  const events = [...referrals, ...disputes].map(({ event }) => event);
  if (disputes.length > 0)
    return unmet(reasons.dispute, { evidence: disputes.map(({ quote }) => quote), events });
  const [brought] = referrals;
  if (!brought) return neverArose(input, 'customer', lookedFor);
  if (!input.note) return notAssessable(reasons.noNote, { evidence: [brought.quote], events });
  const owner = findInNote(input.note, ownerInNote);
  if (owner !== null)
    return met(reasons.named, { evidence: [brought.quote, mention('owner', owner, brought)], events });
  const hint = findInNote(input.note, referralInNote);
  const evidence = [brought.quote, mention('owner', hint, brought)];
  return hint === null
    ? unmet(reasons.unnamed, { evidence, events })
    : partly(criterion, reasons.noOwner, { evidence, events });
}

const reasons = {
  named: {
    code: 'owner-named',
    en: 'An earlier customer brought this one, and the note says by name whose customer it is.',
    zh: '客户为他人介绍，通话记录写明了归属。',
  },
  noOwner: {
    code: 'owner-not-named',
    en: 'The note speaks of a referral but names nobody.',
    zh: '通话记录提到介绍，但未写明姓名。',
  },
  unnamed: {
    code: 'referral-not-noted',
    en: 'The customer said who brought them; the note says nothing of it.',
    zh: '客户说明由他人介绍，通话记录未提及。',
  },
  dispute: {
    code: 'ownership-dispute',
    en: 'The agent argued before the customer about whose customer it is.',
    zh: '坐席在客户面前争执客户归属。',
  },
  noNote: {
    code: 'no-note',
    en: 'The customer was brought by somebody; no note was supplied to see whether it names the owner.',
    zh: '客户为他人介绍，但没有提供通话记录可供核对。',
  },
} satisfies Record<string, Reason>;
