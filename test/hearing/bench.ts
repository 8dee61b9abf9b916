import { parseArgs } from 'node:util';
import { benchFrames } from './bench-frames.ts';
import { benchInvariance } from './bench-invariance.ts';
import { benchOverlaps } from './bench-overlaps.ts';
import { benchSharedCalls } from './bench-shared-calls.ts';
import { benchSpeed } from './bench-speed.ts';
import { developmentSeeds, reportSeeds } from './conditions.ts';

const { values } = parseArgs({
  options: {
    speed: { type: 'boolean', default: false },
    development: { type: 'boolean', default: false },
    calls: { type: 'string', default: '8' },
  },
});

if (values.speed) await benchSpeed();
else {
  const seeds = (values.development ? developmentSeeds : reportSeeds).slice(0, Number(values.calls));
  console.log(values.development ? 'Development seeds' : 'Report seeds (nothing was tuned on them)');
  await benchFrames(seeds.slice(0, Math.max(2, seeds.length / 2)));
  await benchOverlaps(seeds);
  await benchInvariance(seeds.slice(0, 4));
  benchSharedCalls();
}
