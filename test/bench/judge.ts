import type { Standard } from '../../src/domain/standard.ts';
import { loadPrompts } from '../../src/pipeline/load-prompts.ts';
import { loadStandard } from '../../src/pipeline/load-standard.ts';
import { planQuestions } from '../../src/stages/judge-call.ts';
import { estimateTokens } from '../../src/stages/judge-tokens.ts';
import { tenMinuteCall } from './ten-minute-call.ts';

const CRITERIA = 12;
const prompts = await loadPrompts('prompts');
const base = await loadStandard('pipelines', 'telesales-service');
const greeting = base.criteria.filter(({ id }) => id === 'greeting');
const words = Object.keys(prompts).filter((name) => name !== 'judge');

/** Twelve judged criteria; where there are fewer prompts some come twice, which costs what twelve would. */
const standard: Standard = {
  ...base,
  criteria: Array.from({ length: CRITERIA }, (_, index) => {
    const prompt = words[index % words.length] ?? 'greeting';
    return greeting.map((one) => ({ ...one, id: `${prompt}.${index + 1}`, prompt }));
  }).flat(),
};

console.log(`${CRITERIA} judged criteria and the control question; tokens by Earmark's estimate`);
for (const language of ['en', 'zh'] as const) {
  const call = tenMinuteCall(language);
  const transcript = (call.transcript?.turns ?? []).reduce((sum, { text }) => sum + estimateTokens(text), 0);
  const questions = planQuestions(call, standard, prompts);
  const texts = questions.map(({ messages }) => messages.map(({ content }) => content));
  const system = estimateTokens(texts[0]?.[0] ?? '');
  const sent = texts.flat().reduce((sum, text) => sum + estimateTokens(text), 0);
  const body = estimateTokens(texts[0]?.[1]?.split('\n\n')[0] ?? '');
  const tails = texts.reduce((sum, [, user = '']) => sum + estimateTokens(user.split('\n\n')[1] ?? ''), 0);
  const warm = body + tails;
  const ratio = (tokens: number) => `${tokens} (${(tokens / transcript).toFixed(2)} × transcript)`;
  console.log(
    [
      `${language}: transcript ${transcript}, ${questions.length} requests, sent ${ratio(sent)}`,
      `  cacheable ${ratio(sent - warm)}, of these the instructions ${system} a request`,
      `  uncached ${ratio(warm)}, aim ≤ 1.30; with instructions nobody has cached yet ${ratio(warm + system)}`,
    ].join('\n'),
  );
}
