import { loadStandard } from '../../src/pipeline/load-standard.ts';
import { scoreCall } from '../../src/stages/score-call.ts';
import { tenMinuteCall } from './ten-minute-call.ts';

const standard = await loadStandard('pipelines', process.argv[2] ?? 'telesales-service');
const hashes = {
  ...{ recording: null, transcript: null, acoustics: null, note: null },
  ...{ call: '', company: '', roles: '', code: '' },
};
const ROUNDS = 60;

console.log(`standard ${standard.id}: ${standard.criteria.length} criteria, by rules alone, one process`);
for (const language of ['en', 'zh'] as const) {
  const call = tenMinuteCall(language);
  const text = JSON.stringify(call);
  // Parsed anew each time, so that nothing kept from an earlier round helps.
  const calls = Array.from({ length: ROUNDS + 20 }, () => JSON.parse(text));
  for (const warm of calls.splice(0, 20)) scoreCall(warm, standard, { callId: 'bench', hashes });
  const begunMs = performance.now();
  const used = process.cpuUsage();
  for (const one of calls) scoreCall(one, standard, { callId: 'bench', hashes });
  const { user, system } = process.cpuUsage(used);
  const wallMs = performance.now() - begunMs;
  const cpuMs = (user + system) / 1000 / ROUNDS;
  const turns = call.transcript?.turns.length ?? 0;
  console.log(
    `${language}: ${(call.durationMs / 60_000).toFixed(1)} min, ${turns} turns: ${cpuMs.toFixed(1)} ms of CPU a scorecard (aim < 20), ${((ROUNDS * 1000) / wallMs).toFixed(0)} scorecards a second`,
  );
}
