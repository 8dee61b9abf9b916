import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, MeasureEvidence, Reason } from '../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';
import { businessTalk, privateTalk } from './lexicon/private-talk.ts';
import { findSaid, provesAbsence, searchWholeCall } from './said.ts';

const settings = z.strictObject({
  /** A private call up to this long is partly met; a longer one is unmet. */
  longestMs: z.number().min(0).default(180_000),
});
type PrivateSettings = z.infer<typeof settings>;

const lookedFor = { en: 'talk of home and friends', zh: '家庭、朋友等私事' };

/** Private and business wordings that make a call private: several of the one, none of the other. */
const PRIVATE_SIGNS = 2;

/** Flags a call that is private (talk of home and friends, no business at all), and holds its length to the limit. */
export const privateCall: CriterionKind<PrivateSettings> = {
  kind: 'private-call',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  score: scorePrivacy,
};

function scorePrivacy(input: ScoringInput, criterion: Criterion<PrivateSettings>): Decision {
  const found = (['agent', 'customer'] as const).map((party) => ({
    personal: findSaid(input, party, privateTalk, 'private-talk'),
    business: findSaid(input, party, businessTalk, 'business-talk'),
  }));
  const personal = found.flatMap((party) => party.personal);
  const [business] = found.flatMap((party) => party.business.filter(({ quote }) => quote.verified));
  const events = personal.map(({ event }) => event);
  if (business) return met(reasons.business, { evidence: [business.quote], events });
  const searches = (['agent', 'customer'] as const).map((party) => searchWholeCall(input, party, lookedFor));
  if (personal.length === 0 && searches.every((search) => provesAbsence(input, search)))
    return met(reasons.nothingPrivate, { evidence: searches, events });
  if (personal.length < PRIVATE_SIGNS || !personal.some(({ place }) => place.placed.turn.party === 'agent'))
    return notAssessable(reasons.unclear, { evidence: personal.map(({ quote }) => quote), events });
  const evidence = [...personal.map(({ quote }) => quote), lengthOf(input, criterion.settings.longestMs)];
  return input.durationMs > criterion.settings.longestMs
    ? unmet(reasons.long, { evidence, events })
    : partly(criterion, reasons.short, { evidence, events });
}

const toMinutes = (ms: number): number => Math.round((ms / 60_000) * 10) / 10;

function lengthOf(input: ScoringInput, longestMs: number): MeasureEvidence {
  return {
    kind: 'measure',
    party: null,
    name: 'call-length',
    value: toMinutes(input.durationMs),
    unit: 'min',
    threshold: toMinutes(longestMs),
    startMs: 0,
    endMs: input.durationMs,
    spans: [[0, input.durationMs]],
    verified: true,
  };
}

const reasons = {
  business: { code: 'business-call', en: 'This is a business call.', zh: '该通话为业务通话。' },
  nothingPrivate: {
    code: 'nothing-private',
    en: 'Nothing private was talked about.',
    zh: '通话没有涉及私事。',
  },
  short: {
    code: 'private-call',
    en: 'This looks like a private call, within the length allowed.',
    zh: '该通话疑为私人通话，时长未超限。',
  },
  long: {
    code: 'long-private-call',
    en: 'This is a private call, longer than allowed.',
    zh: '该通话为私人通话，且超过规定时长。',
  },
  unclear: {
    code: 'purpose-unclear',
    en: 'Nothing in the words shows whether the call is business or private.',
    zh: '无法从文字判断是业务通话还是私人通话。',
  },
} satisfies Record<string, Reason>;
