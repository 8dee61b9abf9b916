import { z } from 'zod';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { Criterion } from '../../domain/standard.ts';
import type { Decision, Method, Reason } from '../../domain/verdict.ts';
import { type Findings, met, notAssessable, partly, unmet } from '../decide.ts';
import { absenceIsProven, searchRecord } from '../evidence/evidence.ts';
import type { CriterionKind } from '../kind.ts';
import { windowOf } from '../text/turns.ts';
import { hearLevel, type LevelFinding } from './tone-level.ts';
import { findCourtesy, findRudeness, type Wording } from './wording.ts';

const band = z.tuple([z.number().positive(), z.number().positive()]);

const settings = z.strictObject({
  /** What is looked at: the agent's wording, and the agent's level and pace. */
  parts: z
    .array(z.enum(['wording', 'level']))
    .min(1)
    .default(['wording', 'level']),
  /** False where only rudeness counts (civil language), so that a plain agent is not marked down. */
  courtesyDue: z.boolean().default(true),
  /** One raised stretch of this length, or this share of the agent's speech raised, is shouting: unmet. */
  shoutingMs: z.number().min(1000).default(3000),
  shoutingShare: z.number().gt(0).max(1).default(0.3),
  /** So much raised speech in all is a short raised stretch: partly. */
  raisedMs: z.number().min(500).default(2000),
  /** This share of the agent's speech too quiet to follow: partly. */
  faintShare: z.number().gt(0).max(1).default(0.25),
  /** Characters (zh) or words (en) a minute that are neither drawling nor rattled off; wide on purpose. */
  pace: z.strictObject({ zh: band.default([100, 400]), en: band.default([70, 260]) }).prefault({}),
  /** How much of the agent's speech must be transcribed before its wording is called free of rudeness, 0–1. */
  transcribedShare: z.number().min(0).max(1).default(0.9),
});
export type ToneSettings = z.infer<typeof settings>;

/**
 * Whether the agent's tone is right by what can be observed: courteous wording, no rude wording, no raised
 * voice against the agent's own median, not too faint, no extreme pace. Nothing is said of moods.
 */
export const tone: CriterionKind<ToneSettings> = {
  kind: 'tone',
  isRoleBound: true,
  needs: [],
  settings,
  judged: { duty: 'must-not-do', resolves: [] },
  score: scoreTone,
};

/** Quotes shown for courtesy; the events carry all. */
const SHOWN_COURTESIES = 3;

function scoreTone(input: ScoringInput, criterion: Criterion<ToneSettings>): Decision {
  const { parts } = criterion.settings;
  const looksAtLevel = parts.includes('level');
  const level = looksAtLevel ? hearLevel(input, criterion.settings) : null;
  if (!parts.includes('wording')) return scoreLevelAlone(criterion, level);
  if (!input.transcript) return notAssessable(noTranscript, { evidence: level?.evidence ?? [] });
  const window = windowOf(input, criterion.window);
  const courtesy = findCourtesy(input, window);
  const rudeness = findRudeness(input, window);
  const { certain, doubtful } = rudeness;
  const events = [...courtesy, ...certain, ...doubtful]
    .map(({ event }) => event)
    .sort((a, b) => a.startMs - b.startMs);
  const measured = level?.evidence ?? [];
  const rude = certain.filter((wording) => wording.quote.verified);
  if (rude.length > 0) {
    return unmet(rudeReason(rude), {
      evidence: [...rude.map((wording) => wording.quote), ...measured],
      events,
    });
  }
  if (certain.length > 0) {
    return notAssessable(rejectedReason, { evidence: certain.map((wording) => wording.quote), events });
  }
  if (level?.isShouting) return unmet(shouting, { evidence: measured, events, method: 'acoustic' });
  if (doubtful.length > 0) {
    return notAssessable(doubtfulReason, { evidence: doubtful.map((wording) => wording.quote), events });
  }
  const search = searchRecord(input, window, 'agent', { en: 'rude wording', zh: '不文明用语' });
  const quotes = courtesy.map((wording) => wording.quote).filter((evidence) => evidence.verified);
  const findings = { evidence: [...quotes.slice(0, SHOWN_COURTESIES), search, ...measured], events };
  if (search.transcribedShare < criterion.settings.transcribedShare)
    return notAssessable(notTranscribed, findings);
  return scorePolite(
    criterion,
    level,
    findings,
    quotes.length > 0,
    absenceIsProven(search, input.transcriptGate),
  );
}

/** The rest once there is neither rudeness nor shouting. */
function scorePolite(
  criterion: Criterion<ToneSettings>,
  level: LevelFinding | null,
  findings: Findings,
  isCourteous: boolean,
  isProven: boolean,
): Decision {
  const flaw = level && levelFlaw(level);
  if (flaw) return partly(criterion, flaw, { ...findings, method: 'acoustic' });
  if (!isCourteous && criterion.settings.courtesyDue) {
    return isProven ? partly(criterion, noCourtesy, findings) : notAssessable(notTranscribed, findings);
  }
  if (level?.unmeasured) return met(courteousUnheard, findings);
  return met(level ? courteousAndEven : courteousWording, findings);
}

function scoreLevelAlone(criterion: Criterion<ToneSettings>, level: LevelFinding | null): Decision {
  if (!level || level.unmeasured) return notAssessable(unmeasuredReasons[level?.unmeasured ?? 'no-levels']);
  const method: Method = 'acoustic';
  const findings = { evidence: level.evidence, method };
  if (level.isShouting) return unmet(shouting, findings);
  const flaw = levelFlaw(level);
  return flaw ? partly(criterion, flaw, findings) : met(even, findings);
}

function levelFlaw(level: LevelFinding): Reason | null {
  if (level.isRaised) return raised;
  if (level.isFaint) return faint;
  return level.isOffPace ? offPace : null;
}

function rudeReason(rude: readonly Wording[]): Reason {
  return {
    code: 'rude-wording',
    en: `The agent used rude wording (${rude.length}).`,
    zh: `坐席使用了不文明用语（${rude.length} 处）。`,
  };
}

const reason = (code: string, en: string, zh: string): Reason => ({ code, en, zh });

const noTranscript = reason('no-transcript', 'Wording needs a transcript.', '用语检查需要转写文本。');
const rejectedReason = reason(
  'evidence-rejected',
  'Rude wording was found, but the quote could not be verified.',
  '发现疑似不文明用语，但引文未通过核验。',
);
const doubtfulReason = reason(
  'rudeness-doubtful',
  'Wording that may be rude was found; whether it is depends on how it was meant.',
  '发现疑似不礼貌的说法，是否失礼取决于语境，需要人工听辨。',
);
const shouting = reason(
  'shouting',
  'The agent’s level stays raised: shouting.',
  '坐席音量持续偏高，属于大声喊叫。',
);
const raised = reason(
  'raised-stretch',
  'A short stretch is raised above the agent’s own level.',
  '坐席有短时音量偏高。',
);
const faint = reason(
  'faint',
  'Part of the agent’s speech is too faint to follow.',
  '坐席部分语音过轻，难以听清。',
);
const offPace = reason('pace', 'The agent’s pace lies outside the band.', '坐席语速超出规定范围。');
const even = reason('even-level', 'Even level, neither raised nor faint.', '音量平稳，不高不低。');
const noCourtesy = reason('no-courtesy', 'No courteous wording was found.', '未发现礼貌用语。');
const notTranscribed = reason(
  'not-transcribed',
  'Too little of the agent’s speech is transcribed to judge the wording.',
  '坐席语音转写不完整，无法判断用语。',
);
const courteousAndEven = reason(
  'courteous-and-even',
  'Courteous wording, nothing rude, even level.',
  '用语礼貌，无不文明用语，音量平稳。',
);
const courteousWording = reason('courteous', 'Courteous wording, nothing rude.', '用语礼貌，无不文明用语。');
const courteousUnheard = reason(
  'courteous-level-unmeasured',
  'Courteous wording, nothing rude; the level could not be measured.',
  '用语礼貌，无不文明用语；音量无法测量。',
);

const unmeasuredReasons: Readonly<Record<NonNullable<LevelFinding['unmeasured']>, Reason>> = {
  'no-levels': reason('no-levels', 'Levels need the recording itself.', '音量需要录音本身才能测量。'),
  mono: reason(
    'mono',
    'Both parties share one channel, so the agent’s level is unknown.',
    '双方同一声道，无法单独测量坐席音量。',
  ),
  noisy: reason('low-snr', 'The recording is too noisy for levels.', '录音噪声过大，无法测量音量。'),
  clipped: reason('clipped', 'The recording is clipped, so levels say nothing.', '录音削波，音量不可用。'),
};
