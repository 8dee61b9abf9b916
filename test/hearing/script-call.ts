import { type Channel, lengthMs, type Placed, wordsOf } from '../../samples/make/mix.ts';
import { speak, voicesOf } from '../../samples/make/voices.ts';
import type { OverlapClass } from '../../src/domain/acoustics.ts';
import type { Language } from '../../src/domain/call.ts';
import { textsOf } from './dialogue-texts.ts';
import { between, lasting, type MeetingRates } from './meeting-rates.ts';

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

/** Length of the silence before an ordinary next turn. */
const gapMs = { medianMs: 300, sigma: 0.7, lowMs: 40, highMs: 2500 };
const gapAfterCutMs = { ...gapMs, highMs: 1500 };

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
    if (isLong && draw < rates.interruption)
      return this.writeInterruption(channel, text, startMs, fullMs, rates);
    if (isLong && draw > 1 - rates.pauseEntry) return this.writePauseEntry(channel, text, startMs, fullMs);
    const turn = await this.say(channel, text, startMs);
    const endMs = startMs + lengthMs(turn);
    if (isLong && draw < rates.interruption + rates.buttingIn)
      await this.writeButtingIn(other, startMs, endMs, rates);
    else if (isLong) await this.writeListening(other, startMs, endMs, rates);
    const ending = this.random();
    if (ending < rates.together) return this.writeTogether(channel, endMs);
    if (ending < rates.together + rates.turnEnd) {
      const early = Math.min(fullMs / 2, lasting(this.random, rates.turnEndMs));
      this.meet(other, 'turn-end', endMs - early, endMs);
      return endMs - early;
    }
    return endMs + lasting(this.random, gapMs);
  }

  /** The other side comes in mid-turn; this one stops within about half a second and yields. */
  private async writeInterruption(
    channel: Channel,
    text: string,
    startMs: number,
    fullMs: number,
    rates: MeetingRates,
  ): Promise<number> {
    const other: Channel = channel === 'left' ? 'right' : 'left';
    const yieldMs = lasting(this.random, rates.yieldMs);
    const comesInMs = between(this.random, 1200, Math.max(1300, fullMs - yieldMs - 900));
    await this.say(channel, text, startMs, comesInMs + yieldMs);
    const entry = await this.say(other, this.pick(textsOf(this.language).cutIns), startMs + comesInMs);
    this.meet(other, 'interruption', startMs + comesInMs, startMs + comesInMs + yieldMs);
    return entry.startMs + lengthMs(entry) + lasting(this.random, gapAfterCutMs);
  }

  /** This side pauses within its turn and the other comes in there; no overlap, and nobody goes on over anybody. */
  private async writePauseEntry(
    channel: Channel,
    text: string,
    startMs: number,
    fullMs: number,
  ): Promise<number> {
    const pausesMs = between(this.random, 1200, Math.max(1300, fullMs - 900));
    await this.say(channel, text, startMs, pausesMs);
    const comesInMs = startMs + pausesMs + between(this.random, 250, 600);
    const other: Channel = channel === 'left' ? 'right' : 'left';
    const entry = await this.say(other, this.pick(textsOf(this.language).cutIns), comesInMs);
    return entry.startMs + lengthMs(entry) + lasting(this.random, gapAfterCutMs);
  }

  /** The other side tries to come in and gives way. */
  private async writeButtingIn(
    other: Channel,
    startMs: number,
    endMs: number,
    rates: MeetingRates,
  ): Promise<void> {
    const triesMs = lasting(this.random, rates.attemptMs);
    const at = between(this.random, startMs + 1000, Math.max(startMs + 1100, endMs - triesMs - 700));
    const entry = await this.say(other, this.pick(textsOf(this.language).cutIns), at, triesMs);
    this.meet(other, 'interruption', entry.startMs, entry.startMs + lengthMs(entry));
  }

  private async writeListening(
    other: Channel,
    startMs: number,
    endMs: number,
    rates: MeetingRates,
  ): Promise<void> {
    const count = Math.floor(rates.listening + this.random());
    let from = startMs + 900;
    for (let index = 0; index < count; index++) {
      const at = between(this.random, from, from + 2500);
      const text = this.pick(textsOf(this.language).listening);
      const speech = await speak(text, { language: this.language, ...this.manners[other] });
      const takesMs = (speech.samples.length / speech.sampleRateHz) * 1000;
      if (at + takesMs > endMs - 300) return;
      if (takesMs > rates.listeningMs) continue;
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
