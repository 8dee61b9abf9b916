import { runsOf } from './activity-mask.ts';
import { hopMs } from './feature-table.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { histogramOf, histogramWhere } from './level-histogram.ts';

/** However noisy, a voice is not asked to come nearer than this to the loudest hundredth of its channel. */
const headroomDb = 6;

/**
 * Drops runs that never stand out: speech has loud syllables, while murmur behind it and swelling noise pass a gate
 * only just. `loudCode` is the level gate, raised where there is noise; the usual level of what is no speech is asked
 * about as well. Changes the mask.
 */
export function dropHidden(
  mask: Uint8Array,
  level: Uint8Array,
  loudCode: number,
  settings: HearingSettings,
): void {
  const noise = histogramWhere(level, mask, 0).percentile(50) ?? 0;
  const top = histogramOf(level).percentile(99) ?? 0;
  const clear = Math.min(top - 2 * headroomDb, noise + 2 * settings.aboveNoiseDb);
  const least = Math.max(loudCode, clear);
  const wanted = settings.standOutMs / hopMs;
  for (const [start, end] of runsOf(mask)) {
    let loud = 0;
    for (let hop = start; hop < end; hop++) if ((level[hop] as number) >= least) loud++;
    if (loud < wanted) mask.fill(0, start, end);
  }
}
