import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withOverrides } from '../acoustics/hearing-settings.ts';
import { criterionKinds } from '../criteria/index.ts';
import type { CriterionKind } from '../criteria/kind.ts';
import { type Criterion, type Standard, type StandardFile, standardSchema } from '../domain/standard.ts';
import { asEarmarkError, EarmarkError, type Problem } from '../errors.ts';
import { hashJson } from './content-hash.ts';
import { lintStandard } from './lint-standard.ts';
import { listPrompts } from './load-prompts.ts';
import { describeIssue, readYaml, type YamlPlaces } from './read-yaml.ts';

/** Names of the standards in a folder, sorted. */
export async function listStandards(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();
}

/**
 * A standard by its name in `folder`, checked, with the standards it extends laid in and every kind's settings
 * parsed; the prompts of its judged criteria must lie in `promptsFolder`. Throws `E_STANDARD` with all problems of all files at once, `E_NOT_FOUND` for an unknown name.
 */
export async function loadStandard(
  folder: string,
  name: string,
  promptsFolder = join(folder, '..', 'prompts'),
): Promise<Standard> {
  if (!/^[a-z0-9-]+$/.test(name)) throw unknownStandard(name, await listStandards(folder));
  const problems: Problem[] = [];
  const files = await readWithOverlays(folder, name, problems, []);
  const own = files[0];
  problems.push(...checkJudged(files, await listPrompts(promptsFolder)));
  if (problems.length > 0 || own === undefined)
    throw new EarmarkError('E_STANDARD', `the standard "${name}" has ${problems.length} problem(s)`, {
      problems,
    });
  const criteria = new Map<string, Criterion<unknown>>();
  for (const file of files)
    for (const criterion of file.criteria)
      if (!criteria.has(criterion.id)) criteria.set(criterion.id, criterion);
  const accounted = files.flatMap((file) => file.standard.accounted);
  const merged = { ...own.standard, accounted, criteria: [...criteria.values()] };
  return { ...merged, hash: hashJson(merged) };
}

interface CheckedFile {
  readonly standard: StandardFile;
  readonly criteria: readonly Criterion<unknown>[];
}

async function readWithOverlays(
  folder: string,
  name: string,
  problems: Problem[],
  above: string[],
): Promise<CheckedFile[]> {
  const path = join(folder, `${name}.yaml`);
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) {
    if (above.length === 0) throw unknownStandard(name, await listStandards(folder));
    problems.push({
      file: `${above.at(-1)}.yaml`,
      path: 'extends',
      message: `there is no standard "${name}"`,
      remedy: 'correct the name',
    });
    return [];
  }
  const file = `${name}.yaml`;
  const { result, places } = readYaml(bytes, file, standardSchema);
  problems.push(...result.problems);
  if (!('value' in result)) return [];
  const standard = result.value;
  problems.push(...lintStandard(standard, file, places), ...checkAcoustics(standard, file, places));
  if (standard.id !== name)
    problems.push({
      file,
      path: 'id',
      message: `the id is "${standard.id}"`,
      remedy: `make it "${name}", like the file`,
    });
  const checked = { standard, criteria: checkSettings(standard, file, places, problems) };
  const below: CheckedFile[] = [];
  for (const overlay of standard.extends) {
    if (above.includes(overlay) || overlay === name)
      problems.push({
        file,
        path: 'extends',
        message: `"${overlay}" extends itself`,
        remedy: 'break the circle',
      });
    else below.push(...(await readWithOverlays(folder, overlay, problems, [...above, name])));
  }
  return [checked, ...below];
}

function checkSettings(
  standard: StandardFile,
  file: string,
  places: YamlPlaces,
  problems: Problem[],
): Criterion<unknown>[] {
  const kinds = new Map<string, CriterionKind>(criterionKinds.map((kind) => [kind.kind, kind]));
  return standard.criteria.map((criterion, index) => {
    const kind = kinds.get(criterion.kind);
    if (kind === undefined) {
      const line = places.lineOf(['criteria', index, 'kind']);
      problems.push({
        file,
        ...(line === undefined ? {} : { line }),
        path: `criteria.${index}.kind`,
        message: `there is no kind "${criterion.kind}"`,
        remedy: `use one of ${[...kinds.keys()].sort().join(', ')}`,
      });
      return criterion;
    }
    const settings = kind.settings.safeParse(criterion.settings);
    if (settings.success) return { ...criterion, settings: settings.data };
    const under = ['criteria', index, 'settings'];
    problems.push(...settings.error.issues.map((issue) => describeIssue(issue, file, places, under)));
    return criterion;
  });
}

/** What is wrong with the judged criteria: a kind no judge is asked about, no rule beside it, or no prompt. */
function checkJudged(files: readonly CheckedFile[], prompts: readonly string[]): Problem[] {
  const judgeable = new Set(criterionKinds.flatMap(({ kind, judged }) => (judged ? [kind] : [])));
  return files.flatMap(({ standard, criteria }) =>
    criteria.flatMap(({ id, kind, methods, prompt }): Problem[] => {
      if (!methods.includes('judge') || prompt === undefined) return [];
      const at = { file: `${standard.id}.yaml`, path: id };
      if (!judgeable.has(kind))
        return [
          { ...at, message: `a judge is not asked about ${kind}`, remedy: 'take judge out of methods' },
        ];
      if (methods[0] === 'judge')
        return [{ ...at, message: 'a judge never decides alone', remedy: 'write methods: [rule, judge]' }];
      if (!prompts.includes(prompt) || !prompts.includes('judge'))
        return [
          { ...at, message: `there is no prompt "${prompt}"`, remedy: `add ${prompt}.md to the prompts` },
        ];
      return [];
    }),
  );
}

function checkAcoustics(standard: StandardFile, file: string, places: YamlPlaces): Problem[] {
  try {
    withOverrides(standard.acoustics);
    return [];
  } catch (error) {
    const line = places.lineOf(['acoustics']);
    const { message, remedy } = asEarmarkError(error);
    return [
      {
        file,
        ...(line === undefined ? {} : { line }),
        path: 'acoustics',
        message,
        remedy: remedy ?? 'see docs/hearing.md',
      },
    ];
  }
}

function unknownStandard(name: string, known: string[]): EarmarkError {
  const remedy =
    known.length > 0
      ? `use one of: ${known.join(', ')}`
      : 'put a standard into the folder of EARMARK_PIPELINES';
  return new EarmarkError('E_NOT_FOUND', `there is no standard "${name}"`, { remedy });
}
