import type { StandardFile } from '../domain/standard.ts';
import type { Problem } from '../errors.ts';
import type { YamlPlaces } from './read-yaml.ts';

/**
 * Words that ask for an inferred emotion, mood or trait of the voice. Tone is scored by what can be observed;
 * inferring employees' emotions from voice is banned (EU AI Act Art. 5(1)(f)).
 */
const emotionWords =
  /\b(emotions?|emotional|mood|sentiment|happy|happiness|angry|anger|enthusias\w*|cheerful\w*|sounds? (?:warm|friendly|bored)|pitch|accent|gender|voice.?print)\b|情绪|情感|心情|热情|开心|高兴|愤怒|音高|音调|口音|性别|声纹/i;
const flattery = /full marks|always met|give .{0,20}(?:pass|met)\b|打满分|一律通过|都算达标/i;

/** Rules over a whole standard that a schema cannot say; every problem with its line. */
export function lintStandard(standard: StandardFile, file: string, places: YamlPlaces): Problem[] {
  const problems: Problem[] = [];
  const report = (path: PropertyKey[], message: string, remedy: string) => {
    const line = places.lineOf(path);
    problems.push({
      file,
      ...(line === undefined ? {} : { line }),
      path: path.map(String).join('.'),
      message,
      remedy,
    });
  };
  const seen = new Set<string>();
  standard.criteria.forEach((criterion, index) => {
    const at = (field: string) => ['criteria', index, field];
    if (seen.has(criterion.id))
      report(at('id'), `the id "${criterion.id}" is used twice`, 'give each criterion its own id');
    seen.add(criterion.id);
    const titles = `${criterion.title.en} ${criterion.title.zh}`;
    if (emotionWords.test(titles))
      report(
        at('title'),
        'this asks for an emotion or a trait of the voice, which is never scored',
        'name what can be observed: courteous wording, no rude wording, level within a range, pace within a band',
      );
    if (flattery.test(titles))
      report(at('title'), 'this asks for a verdict in advance', 'say what is checked');
    const window = criterion.window;
    if (window?.fromMs !== undefined && window.toMs !== undefined && window.toMs <= window.fromMs)
      report(at('window'), 'the window ends before it starts', 'make toMs larger than fromMs');
    if (criterion.methods.includes('judge') && criterion.prompt === undefined)
      report(
        at('methods'),
        'a judged criterion needs a prompt',
        'add `prompt: <name of a file in prompts/>`',
      );
  });
  const sum = standard.criteria.reduce((total, criterion) => total + criterion.weight, 0);
  const isOverlay = standard.criteria.every((criterion) => criterion.weight === 0 || criterion.critical);
  if (!isOverlay && Math.abs(sum - 100) > 1e-6)
    report(['criteria'], `the weights add up to ${sum}`, 'make them add up to 100');
  if (standard.criteria.length > 3 && standard.criteria.every((criterion) => criterion.critical))
    report(['criteria'], 'every criterion is critical', 'keep critical for what fails a call alone');
  return problems;
}
