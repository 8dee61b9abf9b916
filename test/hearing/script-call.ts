import { type Channel, lengthMs, type Placed, wordsOf } from '../../samples/make/mix.ts';
import { speak, voicesOf } from '../../samples/make/voices.ts';
import type { OverlapClass } from '../../src/domain/acoustics.ts';
import type { Language } from '../../src/domain/call.ts';
import { textsOf } from './dialogue-texts.ts';

/** One scripted meeting of two voices: who came in on whom, when, and what it was meant to be. */
export interface TrueEvent {
  readonly startMs: number;
  readonly endMs: number;
  readonly incoming: Channel;
  readonly class: OverlapClass;
}

/** One word as said, on the call's clock. */
export interface TrueWord {
  readonly channel: Channel;
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Counts utterances; words of one utterance make one turn. */
  readonly utterance: number;
}

/** A call before it is mixed. */
export interface Script {
  readonly placed: readonly Placed[];
  readonly events: readonly TrueEvent[];
  readonly words: readonly TrueWord[];
}

/** How often each kind of meeting follows a turn and how long it lasts; what is left of 1 is a change without overlap. */
export interface MeetingRates {
  readonly interruption: number;
  readonly buttingIn: number;
  readonly turnEnd: number;
  readonly together: number;
  /** Listening signals during one turn. */
  readonly listening: number;
  /** Median and log-normal spread of the overlap at an ordinary turn end. */
  readonly turnEndMs: readonly [median: number, sigma: number];
  /** Median and log-normal spread of an attempt to come in that gives way. */
  readonly attemptMs: readonly [median: number, sigma: number];
}

/** Rates at which interruptions are common enough to count: about three in ten overlaps of 0.2 s or more. */
export const scriptedRates: MeetingRates = {
  interruption: 0.2,
  buttingIn: 0.12,
  turnEnd: 0.35,
  together: 0.07,
  listening: 0.9,
  turnEndMs: [190, 0.55],
  attemptMs: [950, 0.3],
};

/**
 * Nearer to natural talk: four changes in ten overlap (Heldner & Edlund 2010), by 205 ms in the median and 275 ms in
 * the mean (Levinson & Torreira 2015); interruptions are rare.
 */
export const naturalRates: MeetingRates = {
  interruption: 0.03,
  buttingIn: 0.02,
  turnEnd: 0.38,
  together: 0.05,
  listening: 1,
  turnEndMs: [205, 0.77],
  attemptMs: [950, 0.3],
};

function between(random: () => number, low: number, high: number): number {
  return low + (high - low) * random();
}

/** Log-normal with that median, in ms, kept within limits. */
function lasting(random: () => number, medianMs: number, sigma: number, low: number, high: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(high, Math.max(low, medianMs * Math.exp(sigma * normal)));
}

/** Writes one call: two voices taking turns until `durationMs`, meeting at the given rates. */
class ScriptWriter {
  private readonly placed: Placed[] = [];
  private readonly events: TrueEvent[] = [];
  private readonly random: () => number;
  private readonly language: Language;
  private readonly manners: Readonly<Record<Channel, { voice: string; rate: number; gainDb: number }>>;

  constructor(random: () => number, language: Language) {
    this.random = random;
    this.language = language;
    const voices = voicesOf(language);
    const first = Math.floor(random() * voices.length);
    const second = (first + 1 + Math.floor(random() * (voices.length - 1))) % voices.length;
    const manner = (index: number) => ({
      voice: voices[index] as string,
      rate: [0.9, 1, 1.15][Math.floor(random() * 3)] as number,
      gainDb: Math.round(between(random, -5, 5)),
    });
    this.manners = { left: manner(first), right: manner(second) };
  }

  async write(durationMs: number, rates: MeetingRates): Promise<Script> {
    let at = 600;
    let channel: Channel = 'left';
    while (at < durationMs - 9000) {
      at = await this.writeTurn(channel, at, rates);
      channel = channel === 'left' ? 'right' : 'left';
    }
    const words = this.placed.flatMap((placed, utterance) =>
      wordsOf(placed).map((word) => ({ ...word, channel: placed.channel, utterance })),
    );
    return { placed: this.placed, events: this.events, words };
  }

  private pick(texts: readonly string[]): string {
    return texts[Math.floor(this.random() * texts.length)] as string;
  }

  private async say(channel: Channel, text: string, startMs: number, cutMs?: number): Promise<Placed> {
    const speech = await speak(text, { language: this.language, ...this.manners[channel] });
    const placed: Placed = {
      channel,
      startMs: Math.round(startMs),
      speech,
      ...(cutMs === undefined ? {} : { cutMs }),
    };
    this.placed.push(placed);
    return placed;
  }

  private meet(incoming: Channel, kind: OverlapClass, startMs: number, endMs: number): void {
    this.events.push({ startMs: Math.round(startMs), endMs: Math.round(endMs), incoming, class: kind });
  }

  /** Writes one turn and how the other side meets its end; gives the time the next turn starts. */
  private async writeTurn(channel: Channel, startMs: number, rates: MeetingRates): Promise<number> {
    const other: Channel = channel === 'left' ? 'right' : 'left';
    const texts = textsOf(this.language);
    const isLong = this.random() < 0.7;
    const text = isLong ? this.pick(texts.turns) : this.pick(texts.answers);
    const speech = await speak(text, { language: this.language, ...this.manners[channel] });
    const fullMs = (speech.samples.length / speech.sampleRateHz) * 1000;
    const draw = this.random();
    if (isLong && draw < rates.interruption) return this.writeInterruption(channel, text, startMs, fullMs);
    const turn = await this.say(channel, text, startMs);
    const endMs = startMs + lengthMs(turn);
    if (isLong && draw < rates.interruption + rates.buttingIn)
      await this.writeButtingIn(other, startMs, endMs, rates);
    else if (isLong) await this.writeListening(other, startMs, endMs, rates.listening);
    const ending = this.random();
    if (ending < rates.together) return this.writeTogether(channel, endMs);
    if (ending < rates.together + rates.turnEnd) {
      const early = Math.min(fullMs / 2, lasting(this.random, ...rates.turnEndMs, 60, 1100));
      this.meet(other, 'turn-end', endMs - early, endMs);
      return endMs - early;
    }
    return endMs + lasting(this.random, 300, 0.7, 40, 2500);
  }

  /** The other side comes in mid-turn; this one stops within about half a second and yields. */
  private async writeInterruption(
    channel: Channel,
    text: string,
    startMs: number,
    fullMs: number,
  ): Promise<number> {
    const other: Channel = channel === 'left' ? 'right' : 'left';
    const yieldMs = lasting(this.random, 550, 0.4, 250, 1300);
    const comesInMs = between(this.random, 1200, Math.max(1300, fullMs - yieldMs - 900));
    await this.say(channel, text, startMs, comesInMs + yieldMs);
    const entry = await this.say(other, this.pick(textsOf(this.language).cutIns), startMs + comesInMs);
    this.meet(other, 'interruption', startMs + comesInMs, startMs + comesInMs + yieldMs);
    return entry.startMs + lengthMs(entry) + lasting(this.random, 300, 0.7, 40, 1500);
  }

  /** The other side tries to come in and gives way. */
  private async writeButtingIn(
    other: Channel,
    startMs: number,
    endMs: number,
    rates: MeetingRates,
  ): Promise<void> {
    const triesMs = lasting(this.random, ...rates.attemptMs, 500, 2000);
    const at = between(this.random, startMs + 1000, Math.max(startMs + 1100, endMs - triesMs - 700));
    const entry = await this.say(other, this.pick(textsOf(this.language).cutIns), at, triesMs);
    this.meet(other, 'interruption', entry.startMs, entry.startMs + lengthMs(entry));
  }

  private async writeListening(other: Channel, startMs: number, endMs: number, rate: number): Promise<void> {
    const count = Math.floor(rate + this.random());
    let from = startMs + 900;
    for (let index = 0; index < count; index++) {
      const at = between(this.random, from, from + 2500);
      const text = this.pick(textsOf(this.language).listening);
      const speech = await speak(text, { language: this.language, ...this.manners[other] });
      const takesMs = (speech.samples.length / speech.sampleRateHz) * 1000;
      if (at + takesMs > endMs - 300) return;
      await this.say(other, text, at);
      this.meet(other, 'backchannel', at, at + takesMs);
      from = at + takesMs + 800;
    }
  }

  /** Both start after a pause; the side whose turn it was gives up again. */
  private async writeTogether(channel: Channel, endMs: number): Promise<number> {
    const startMs = endMs + between(this.random, 350, 900);
    const apartMs = between(this.random, -180, 180);
    const triesMs = between(this.random, 300, 800);
    await this.say(channel, this.pick(textsOf(this.language).answers), startMs + apartMs, triesMs);
    const other: Channel = channel === 'left' ? 'right' : 'left';
    const incoming = apartMs > 0 ? channel : other;
    this.meet(incoming, 'simultaneous-start', startMs + Math.max(0, apartMs), startMs + apartMs + triesMs);
    return startMs;
  }
}

/** A call of two voices in one language; the same random numbers give the same call. */
export function scriptCall(
  random: () => number,
  language: Language,
  durationMs: number,
  rates: MeetingRates,
): Promise<Script> {
  return new ScriptWriter(random, language).write(durationMs, rates);
}
