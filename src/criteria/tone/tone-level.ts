import type { PartyAcoustics, Span } from '../../domain/acoustics.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { MeasureEvidence } from '../../domain/verdict.ts';

/** Thresholds of a standard on how loud and how fast the agent speaks. */
export interface LevelLimits {
  readonly shoutingMs: number;
  readonly shoutingShare: number;
  readonly raisedMs: number;
  readonly faintShare: number;
  readonly pace: { readonly zh: readonly [number, number]; readonly en: readonly [number, number] };
}

/** What was heard of the agent's level and pace, each with its measure; `unmeasured` says why there is none. */
export interface LevelFinding {
  readonly isShouting: boolean;
  readonly isRaised: boolean;
  readonly isFaint: boolean;
  readonly isOffPace: boolean;
  readonly unmeasured: 'no-levels' | 'mono' | 'noisy' | 'clipped' | null;
  readonly evidence: readonly MeasureEvidence[];
}

const nothingHeard = (unmeasured: LevelFinding['unmeasured']): LevelFinding => ({
  isShouting: false,
  isRaised: false,
  isFaint: false,
  isOffPace: false,
  unmeasured,
  evidence: [],
});

/** Share of clipped samples, in percent, from which levels say nothing. */
const CLIPPED_PERCENT = 1;

/** The agent's level against the agent's own median, and the pace against a wide band; never a pitch or a mood. */
export function hearLevel(input: ScoringInput, limits: LevelLimits): LevelFinding {
  const { acoustics } = input;
  const agent = acoustics?.parties.agent;
  if (acoustics?.timing !== 'audio' || !agent) return nothingHeard('no-levels');
  if (acoustics.layout === 'mono' || acoustics.layout === 'fake-stereo') return nothingHeard('mono');
  if (acoustics.flags.includes('LOW_SNR')) return nothingHeard('noisy');
  if (acoustics.flags.includes('CLIPPED') && (agent.clippedPercent ?? 0) >= CLIPPED_PERCENT) {
    return nothingHeard('clipped');
  }
  const longestMs = Math.max(0, ...agent.raised.map(([from, to]) => to - from));
  const raisedMs = sum(agent.raised);
  const raisedShare = raisedMs / Math.max(1, agent.speechMs);
  const faintShare = sum(agent.faint) / Math.max(1, agent.speechMs);
  const pace = measurePace(input, agent, limits);
  return {
    isShouting: longestMs >= limits.shoutingMs || (raisedShare >= limits.shoutingShare && longestMs > 0),
    isRaised: raisedMs >= limits.raisedMs,
    isFaint: faintShare >= limits.faintShare,
    isOffPace: pace.isOff,
    unmeasured: null,
    evidence: [
      measure(input, 'longest-raised', longestMs, 'ms', limits.shoutingMs, agent.raised),
      measure(input, 'faint-share', round(faintShare), 'share', limits.faintShare, agent.faint),
      ...pace.evidence,
    ],
  };
}

const sum = (spans: readonly Span[]): number => spans.reduce((total, [from, to]) => total + to - from, 0);
const round = (value: number): number => Math.round(value * 1000) / 1000;

function measurePace(
  input: ScoringInput,
  { pace }: PartyAcoustics,
  limits: LevelLimits,
): { isOff: boolean; evidence: MeasureEvidence[] } {
  if (!pace || pace.perMinute === null || pace.unit === 'syllables') return { isOff: false, evidence: [] };
  const [slowest, fastest] = limits.pace[pace.unit === 'characters' ? 'zh' : 'en'];
  const isOff = pace.perMinute < slowest || pace.perMinute > fastest;
  const threshold = pace.perMinute < slowest ? slowest : fastest;
  return {
    isOff,
    evidence: [measure(input, 'pace', Math.round(pace.perMinute), `${pace.unit}/min`, threshold, [])],
  };
}

function measure(
  { durationMs }: ScoringInput,
  name: string,
  value: number,
  unit: string,
  threshold: number,
  spans: readonly Span[],
): MeasureEvidence {
  return {
    kind: 'measure',
    party: 'agent',
    name,
    value,
    unit,
    threshold,
    startMs: spans[0]?.[0] ?? 0,
    endMs: spans.at(-1)?.[1] ?? durationMs,
    spans: spans.map(([from, to]) => [from, to]),
    verified: true,
  };
}
