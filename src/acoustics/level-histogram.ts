/** Counts of level codes 0–255, for percentiles without sorting. */
export class LevelHistogram {
  private readonly counts = new Uint32Array(256);
  private total = 0;

  add(code: number): void {
    this.counts[code] = (this.counts[code] as number) + 1;
    this.total++;
  }

  /** Adds every `step`th code. */
  addAll(codes: Uint8Array, step: number): void {
    const { counts } = this;
    for (let at = 0; at < codes.length; at += step) {
      const code = codes[at] as number;
      counts[code] = (counts[code] as number) + 1;
    }
    this.total += Math.ceil(codes.length / step);
  }

  /** Adds the codes at hops where `mask` is `wanted`. */
  addWhere(codes: Uint8Array, mask: Uint8Array, wanted: 0 | 1): void {
    const { counts } = this;
    let added = 0;
    for (let hop = 0; hop < codes.length; hop++) {
      if (mask[hop] !== wanted) continue;
      const code = codes[hop] as number;
      counts[code] = (counts[code] as number) + 1;
      added++;
    }
    this.total += added;
  }

  /** Takes everything out again. */
  clear(): void {
    this.counts.fill(0);
    this.total = 0;
  }

  get size(): number {
    return this.total;
  }

  /** The code under which `percent` of all lie; null when nothing was added. */
  percentile(percent: number): number | null {
    if (this.total === 0) return null;
    const wanted = Math.max(1, (this.total * percent) / 100);
    let seen = 0;
    for (let code = 0; code < 256; code++) {
      seen += this.counts[code] as number;
      if (seen >= wanted) return code;
    }
    return 255;
  }

  /** The code that best splits the counts in two (Otsu 1979). */
  split(): number {
    let sumAll = 0;
    for (let code = 0; code < 256; code++) sumAll += code * (this.counts[code] as number);
    let below = 0;
    let sumBelow = 0;
    let best = 0;
    let bestSpread = -1;
    for (let code = 0; code < 256; code++) {
      below += this.counts[code] as number;
      sumBelow += code * (this.counts[code] as number);
      const above = this.total - below;
      if (below === 0 || above === 0) continue;
      const distance = sumBelow / below - (sumAll - sumBelow) / above;
      const spread = below * above * distance * distance;
      if (spread > bestSpread) {
        bestSpread = spread;
        best = code;
      }
    }
    return best;
  }
}

/** A percentile of codes that come and go: it is looked for from where it last stood. */
export class SlidingPercentile {
  private readonly counts = new Uint32Array(256);
  private readonly share: number;
  private total = 0;
  private code = 0;
  /** How many of all lie under `code`. */
  private below = 0;

  constructor(percent: number) {
    this.share = percent / 100;
  }

  /** Adds the codes at `from` up to `end`. */
  add(codes: Uint8Array, from: number, end: number): void {
    this.count(codes, from, end, 1);
  }

  /** Takes out the codes at `from` up to `end`. */
  remove(codes: Uint8Array, from: number, end: number): void {
    this.count(codes, from, end, -1);
  }

  /** The code under which the share of all lies; 0 when nothing is there. */
  value(): number {
    if (this.total === 0) return 0;
    const wanted = Math.max(1, this.total * this.share);
    while (this.below >= wanted) this.below -= this.counts[--this.code] as number;
    while (this.below + (this.counts[this.code] as number) < wanted) {
      this.below += this.counts[this.code++] as number;
    }
    return this.code;
  }

  private count(codes: Uint8Array, from: number, end: number, by: 1 | -1): void {
    const { counts, code: middle } = this;
    let below = 0;
    for (let at = from; at < end; at++) {
      const code = codes[at] as number;
      counts[code] = (counts[code] as number) + by;
      // the sign of the difference: a branch would be guessed wrong too often
      below += (code - middle) >>> 31;
    }
    this.below += by * below;
    this.total += by * Math.max(0, end - from);
  }
}

/** Histogram of the codes at hops where `mask` is `wanted`. */
export function histogramWhere(codes: Uint8Array, mask: Uint8Array, wanted: 0 | 1): LevelHistogram {
  const histogram = new LevelHistogram();
  histogram.addWhere(codes, mask, wanted);
  return histogram;
}

/** Histogram of every `step`th code. */
export function histogramOf(codes: Uint8Array, step = 1): LevelHistogram {
  const histogram = new LevelHistogram();
  histogram.addAll(codes, step);
  return histogram;
}
