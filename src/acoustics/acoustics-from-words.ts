import type { Acoustics, Overlap, PartyAcoustics, Span } from '../domain/acoustics.ts';
import type { Language, Party } from '../domain/call.ts';
import type { Transcript } from '../domain/transcript.ts';
import { gapsBetween, joinSpans, lengthOf } from './activity-mask.ts';
import { tokensOf } from './backchannels.ts';
import { findOverlaps } from './find-overlaps.ts';
import { type HearingSettings, hearingSettings } from './hearing-settings.ts';
import { refineOverlaps } from './overlaps-with-words.ts';
import { medianResponseMs } from './response-time.ts';
import { type SpokenWord, textOf, wordsOf } from './spoken-words.ts';

/** Pauses a recognizer leaves between two words of one breath. */
const wordGapMs = 350;

function medianPace(words: readonly SpokenWord[], speechMs: number, language: Language, leastMs: number) {
  const unit = language === 'zh' ? ('characters' as const) : ('words' as const);
  const count = tokensOf(textOf(words, language), language).length;
  return { unit, perMinute: speechMs < leastMs ? null : Math.round((count * 60_000) / speechMs) };
}

function partyFromWords(
  words: readonly SpokenWord[],
  durationMs: number,
  language: Language,
  settings: HearingSettings,
): PartyAcoustics {
  const inside = words
    .map((word): Span => [Math.max(0, word.startMs), Math.min(durationMs, word.endMs)])
    .filter(([start, end]) => end > start);
  const speech = joinSpans(inside, wordGapMs);
  const speechMs = lengthOf(speech);
  return {
    speech,
    speechMs,
    levelDb: null,
    noiseDb: null,
    snrDb: null,
    clippedPercent: null,
    levelTrack: { stepMs: settings.levelStepMs, db: [] },
    raised: [],
    faint: [],
    hold: [],
    tones: [],
    pace: medianPace(words, speechMs, language, settings.paceMinMs),
  };
}

/** Turn times say too little to blame anyone: only clear listening signals keep a class. */
function withoutBlame(overlap: Overlap<Party>): Overlap<Party> {
  if (overlap.class === 'backchannel' && overlap.why === 'listening-words')
    return { ...overlap, why: 'turn-times-listening-words' };
  return { ...overlap, class: 'unclear', outcome: 'none', why: 'turn-times-only' };
}

function isCoarseAt(words: readonly SpokenWord[], overlap: Overlap<Party>): boolean {
  return words.some((word) => word.isCoarse && word.startMs < overlap.endMs && word.endMs > overlap.startMs);
}

/** Word times are late and hear no breath: starts may lie further apart, and blame asks for more. */
function forWordTimes(settings: HearingSettings): HearingSettings {
  return {
    ...settings,
    startTogetherMs: settings.startTogetherMs + settings.wordDelayMs,
    cutOpenMs: Math.max(settings.cutOpenMs, settings.turnEndMs + settings.wordDelayMs),
    cutClaimedMs: Math.max(settings.cutClaimedMs, settings.turnEndMs + 2 * settings.wordDelayMs),
    surelyCutMs: Math.max(settings.surelyCutMs, settings.cutByWordTimesMs),
    cutWithWordsMs: Math.max(settings.cutWithWordsMs, settings.cutByWordTimesMs),
    attemptPoints: Math.max(settings.attemptPoints, settings.attemptPointsByWordTimes),
  };
}

/**
 * What word times alone tell of a call: speech, overlaps, silences, shares and pace, `timing: 'words'`, no levels.
 * Where a transcript has turn times only, overlaps within their error are left out and the rest is `unclear`.
 */
export function acousticsFromWords(
  transcript: Transcript,
  durationMs: number,
  settings: HearingSettings = hearingSettings,
): Acoustics<Party> {
  const strict = forWordTimes(settings);
  const agentWords = wordsOf(transcript, 'agent');
  const customerWords = wordsOf(transcript, 'customer');
  const agent = partyFromWords(agentWords, durationMs, transcript.language, settings);
  const customer = partyFromWords(customerWords, durationMs, transcript.language, settings);
  const spoken = agent.speechMs + customer.speechMs;
  const isBoth = agent.speechMs > 0 && customer.speechMs > 0;
  const sides = {
    first: { party: 'agent' as const, speech: agent.speech },
    second: { party: 'customer' as const, speech: customer.speech },
  };
  const raw: Acoustics<Party> = {
    version: 1,
    durationMs,
    layout: isBoth ? 'two-party' : 'one-party',
    timing: 'words',
    parties: { agent, customer },
    overlaps: findOverlaps<Party>(sides, strict),
    silences: gapsBetween([...agent.speech, ...customer.speech], durationMs, settings.silenceMinMs),
    talkShare:
      spoken === 0
        ? { agent: 0, customer: 0 }
        : { agent: agent.speechMs / spoken, customer: customer.speechMs / spoken },
    responseMs: {
      agent: medianResponseMs(customer.speech, agent.speech),
      customer: medianResponseMs(agent.speech, customer.speech),
    },
    flags: spoken === 0 ? ['NO_SPEECH'] : [],
  };
  const refined = refineOverlaps(raw, transcript, strict);
  const overlaps = refined.overlaps.flatMap((overlap) => {
    if (!isCoarseAt(agentWords, overlap) && !isCoarseAt(customerWords, overlap)) return [overlap];
    return overlap.endMs - overlap.startMs <= settings.coarseMarginMs ? [] : [withoutBlame(overlap)];
  });
  return { ...refined, overlaps };
}
