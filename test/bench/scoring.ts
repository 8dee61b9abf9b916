import type { Language } from '../../src/domain/call.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import type { Standard } from '../../src/domain/standard.ts';
import { loadStandard } from '../../src/pipeline/load-standard.ts';
import { scoreCall } from '../../src/stages/score-call.ts';
import { variedCall } from './varied-call.ts';

const hashes = {
  ...{ recording: null, transcript: null, acoustics: null, note: null },
  ...{ call: '', company: '', roles: '', code: '' },
};
/** Calls scored first, until the engine has compiled what is hot, as in a worker that has run for a minute. */
const WARM = 300;
const MEASURED = 100;
/** Calls whose CPU time is read together, since the clock is too coarse for one. */
const BATCH = 5;

/** CPU ms a scorecard of each batch, sorted, and scorecards a second of CPU. */
function measure(calls: readonly ScoringInput[], standard: Standard): { ms: number[]; perSecond: number } {
  for (const call of calls.slice(0, WARM)) scoreCall(call, standard, { callId: 'bench', hashes });
  const ms: number[] = [];
  for (let at = WARM; at < calls.length; at += BATCH) {
    const used = process.cpuUsage();
    for (const call of calls.slice(at, at + BATCH)) scoreCall(call, standard, { callId: 'bench', hashes });
    const { user, system } = process.cpuUsage(used);
    ms.push((user + system) / 1000 / BATCH);
  }
  const mean = ms.reduce((sum, one) => sum + one, 0) / ms.length;
  return { ms: ms.sort((a, b) => a - b), perSecond: 1000 / mean };
}

const standard = await loadStandard('pipelines', process.argv[2] ?? 'telesales-service');
console.log(
  `standard ${standard.id}: ${standard.criteria.length} criteria, by rules alone, one process; ${MEASURED} different calls with word times and sound`,
);
for (const language of ['en', 'zh'] as const satisfies readonly Language[]) {
  // Each call once, parsed anew: nothing kept from an earlier round helps.
  const calls = Array.from(
    { length: WARM + MEASURED },
    (_, seed): ScoringInput => JSON.parse(JSON.stringify(variedCall(language, seed))),
  );
  const turns = calls.map(({ transcript }) => transcript?.turns.length ?? 0);
  const minutes = calls.reduce((sum, { durationMs }) => sum + durationMs, 0) / calls.length / 60_000;
  const { ms, perSecond } = measure(calls, standard);
  const at = (share: number): string => (ms[Math.floor(share * (ms.length - 1))] ?? 0).toFixed(1);
  console.log(
    `${language}: ${minutes.toFixed(1)} min, ${Math.min(...turns)}–${Math.max(...turns)} turns: median ${at(0.5)} ms of CPU a scorecard (lowest ${at(0)}, highest ${at(1)}; aim < 20), ${perSecond.toFixed(0)} scorecards a second of CPU`,
  );
}
