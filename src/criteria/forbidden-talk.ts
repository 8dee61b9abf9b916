import { z } from 'zod';
import type { Company } from '../domain/company.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { CallEvent, Decision, QuoteEvidence, Reason } from '../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from './decide.ts';
import { absenceIsProven, quote, searchRecord } from './evidence/evidence.ts';
import type { CriterionKind } from './kind.ts';
import { declinedPatterns, disclosurePatterns } from './lexicon/disclosure.ts';
import { topicIds } from './lexicon/topics.ts';
import { alsoSchema, findSayings, titleOf } from './sayings.ts';
import { findInParty, isMeant, type TurnPlace } from './text/party-text.ts';
import { phrasePatterns } from './text/phrase-patterns.ts';
import { type CallWindow, windowOf } from './text/turns.ts';

const settings = z.strictObject({
  /** Topics of the lexicon the agent must keep off. */
  topics: z.array(z.enum(topicIds)).default([]),
  also: alsoSchema.optional(),
  /** Lists of the company file that must not come up. */
  lists: z.array(z.enum(['confidential', 'forbiddenClaims'])).default([]),
  /** What a place counts; a confidential topic only named, and nothing of it given away, is always `partly`. */
  ifSaid: z.enum(['unmet', 'partly']).default('unmet'),
});
type Settings = z.infer<typeof settings>;

/** Whether the agent kept off what must not be said: topics of the standard, and lists of the company file. */
export const forbiddenTalk: CriterionKind<Settings> = {
  kind: 'forbidden-talk',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  judged: { duty: 'must-not-do', resolves: [] },
  score,
};

/** One place where the agent said what must not be said. */
interface Offence {
  readonly quote: QuoteEvidence;
  readonly event: CallEvent;
  /** True where a confidential topic was only named. */
  readonly isMention: boolean;
}

const patternsByCompany = new WeakMap<readonly string[], readonly RegExp[]>();

function listPatterns(words: readonly string[]): readonly RegExp[] {
  const known = patternsByCompany.get(words) ?? phrasePatterns(words);
  patternsByCompany.set(words, known);
  return known;
}

function score(input: ScoringInput, criterion: Criterion<Settings>): Decision {
  const { topics, lists, ifSaid } = criterion.settings;
  const filled = lists.filter((list) => input.company[list].length > 0);
  if (topics.length === 0 && filled.length === 0) return notAssessable(noList(lists));
  const window = windowOf(input, criterion.window);
  const offences = [...topicOffences(input, criterion.settings, window)];
  for (const list of filled) offences.push(...listOffences(input, list, window));
  offences.sort((a, b) => a.event.startMs - b.event.startMs);
  const events = offences.map(({ event }) => event);
  const proven = offences.filter((offence) => offence.quote.verified);
  const evidence = proven.map((offence) => offence.quote);
  if (proven.length > 0) {
    const isGrave = ifSaid === 'unmet' && proven.some(({ isMention }) => !isMention);
    return isGrave
      ? unmet(said(proven.length), { evidence, events })
      : partly(criterion, proven.every(({ isMention }) => isMention) ? mentioned : said(proven.length), {
          evidence,
          events,
        });
  }
  if (offences.length > 0)
    return notAssessable(rejected, { evidence: offences.map((offence) => offence.quote), events });
  const search = searchRecord(input, window, 'agent', lookedFor(topics, filled));
  if (!absenceIsProven(search, input.transcriptGate))
    return notAssessable(notTranscribed, { evidence: [search] });
  return met(kept, { evidence: [search] });
}

function topicOffences(input: ScoringInput, { topics, also }: Settings, window: CallWindow): Offence[] {
  if (topics.length === 0) return [];
  const sayings = findSayings(input, { by: 'agent', topics, also }, window);
  return sayings
    .filter(({ place }) => !isDeclined(place))
    .map(({ quote: found, event }) => ({ quote: found, event, isMention: false }));
}

function listOffences(
  input: ScoringInput,
  list: 'confidential' | 'forbiddenClaims',
  window: CallWindow,
): Offence[] {
  const words: Company[typeof list] = input.company[list];
  return findInParty(input, 'agent', listPatterns(words))
    .filter((place) => isMeant(place) && !isDeclined(place))
    .map((place) => {
      const [from, to] = place.placed.normal.toOriginal(place.from, place.to);
      const found = quote(input, place.placed.index, from, to, { party: 'agent', window });
      const { turn, startMs, endMs, quote: text } = found;
      const kind = list === 'confidential' ? 'confidential' : 'forbidden-claim';
      return {
        quote: found,
        event: { kind, party: 'agent' as const, turn, startMs, endMs, quote: text },
        isMention: list === 'confidential' && !tellsMore(place),
      };
    });
}

/** True where the agent says in the same turn that this cannot be told or promised. */
function isDeclined({ placed }: TurnPlace): boolean {
  return declinedPatterns.some((pattern) => pattern.test(placed.normal.text));
}

/** True where the words right after the topic give something of it away: a figure, or what it is. */
function tellsMore({ placed, to }: TurnPlace): boolean {
  const after = placed.normal.text.slice(to, to + 60);
  return disclosurePatterns.some((pattern) => pattern.test(after));
}

function lookedFor(topics: Settings['topics'], lists: Settings['lists']) {
  const named = titleOf(topics);
  const names = {
    confidential: { en: 'the company’s confidential topics', zh: '公司保密内容' },
    forbiddenClaims: { en: 'the company’s forbidden claims', zh: '公司禁止的承诺' },
  };
  return {
    en: [...(named.en ? [named.en] : []), ...lists.map((list) => names[list].en)].join(', '),
    zh: [...(named.zh ? [named.zh] : []), ...lists.map((list) => names[list].zh)].join('、'),
  };
}

function noList(lists: Settings['lists']): Reason {
  const fields = lists.map((list) => `"${list}"`).join(', ');
  return {
    code: 'no-company-list',
    en: `The company file lists nothing to keep off: fill in ${fields || '"topics"'}.`,
    zh: `公司文件没有列出禁止内容：请填写 ${fields || '“topics”'}。`,
  };
}

function said(count: number): Reason {
  return {
    code: 'forbidden-said',
    en: `The agent said what must not be said (${count}).`,
    zh: `坐席说出了禁止的内容（${count} 处）。`,
  };
}

const mentioned: Reason = {
  code: 'confidential-named',
  en: 'A confidential topic was named; nothing of it was found to be given away.',
  zh: '提到了保密话题，未发现透露具体内容。',
};
const rejected: Reason = {
  code: 'evidence-rejected',
  en: 'Forbidden wording was found, but the quote could not be verified.',
  zh: '发现疑似禁止内容，但引文未通过核验。',
};
const notTranscribed: Reason = {
  code: 'not-transcribed',
  en: 'Too little of the agent’s speech is transcribed to say that nothing forbidden was said.',
  zh: '坐席语音转写不完整，不能断定没有说过禁止内容。',
};
const kept: Reason = {
  code: 'nothing-forbidden',
  en: 'Nothing forbidden was found in the agent’s words.',
  zh: '坐席用语中未发现禁止内容。',
};
