import type { Command } from 'commander';
import { checkFfmpeg } from '../adapters/ffmpeg-check.ts';
import { openSource } from '../adapters/open-source.ts';
import { type Config, readConfig } from '../config.ts';
import { asEarmarkError, describeProblem } from '../errors.ts';
import { loadCompany } from '../pipeline/load-company.ts';
import { listStandards, loadStandard } from '../pipeline/load-standard.ts';
import { openStore } from '../store/open-store.ts';
import { exitCodes } from './report-error.ts';
import { s3Settings } from './settings.ts';

/** One line of `earmark check`. */
interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'off' | 'bad';
  readonly message: string;
}

/** `earmark check`: whether everything Earmark needs is there, one line each, and what to do where it is not. */
export function register(program: Command): void {
  program
    .command('check')
    .description('look at configuration, standards, tools, database, S3 and API: one line each, what to do')
    .option('--source <address>', 'also list one recording of s3://bucket/folder or of a folder')
    .action(async (options: { source?: string }) => {
      const config = readConfig();
      const checks: [string, () => Promise<string | Finding>][] = [
        ['configuration', async () => 'every variable is readable'],
        ['ffmpeg', () => lookAtFfmpeg(config)],
        ['standards', () => lookAtStandards(config)],
        ['company file', () => lookAtCompany(config)],
        ['database', () => lookAtDatabase(config)],
        ['transcription', () => lookAtTranscriber(config)],
        ['source', () => lookAtSource(options.source, config)],
      ];
      let isBad = false;
      for (const [name, look] of checks) {
        const finding = await look().catch((error: unknown) => failed(name, error));
        const { state, message } = typeof finding === 'string' ? { state: 'ok', message: finding } : finding;
        if (state === 'bad') isBad = true;
        console.log(`${state === 'ok' ? '✓' : state === 'off' ? '–' : '✗'} ${name}: ${message}`);
      }
      if (isBad) process.exitCode = exitCodes.someFailed;
    });
}

function failed(name: string, error: unknown): Finding {
  const { message, remedy, problems } = asEarmarkError(error);
  const lines = [message, ...problems.map((problem) => `\n    ${describeProblem(problem)}`)];
  return { name, state: 'bad', message: `${lines.join('')}${remedy === undefined ? '' : ` → ${remedy}`}` };
}

async function lookAtFfmpeg(config: Config): Promise<string | Finding> {
  const { version, problems, remedy } = await checkFfmpeg({
    ffmpeg: config.FFMPEG_PATH,
    ffprobe: config.FFPROBE_PATH,
  });
  if (problems.length === 0) return `version ${version}`;
  return { name: 'ffmpeg', state: 'bad', message: `${problems.join('; ')} → ${remedy}` };
}

async function lookAtStandards(config: Config): Promise<string> {
  const names = await listStandards(config.EARMARK_PIPELINES);
  for (const name of names) await loadStandard(config.EARMARK_PIPELINES, name, config.EARMARK_PROMPTS);
  const used = await loadStandard(config.EARMARK_PIPELINES, config.EARMARK_STANDARD, config.EARMARK_PROMPTS);
  return `${names.join(', ')}; calls are scored by ${used.id} ${used.version}, ${used.criteria.length} criteria`;
}

async function lookAtCompany(config: Config): Promise<string | Finding> {
  const path = config.EARMARK_COMPANY;
  if (path === undefined)
    return {
      name: 'company',
      state: 'off',
      message: 'none; the name is taken from each call file → set EARMARK_COMPANY',
    };
  const company = await loadCompany(path);
  return `${company.name}: ${company.agents.length} agents, ${company.facts.length} facts`;
}

async function lookAtDatabase(config: Config): Promise<string | Finding> {
  const store = await openStore({ databaseUrl: config.DATABASE_URL, dataDir: config.EARMARK_DATA });
  await store.ping();
  const closed = await store.gate.circuits();
  await store.close();
  if (closed.length > 0) {
    const lines = closed.map(
      ({ provider, code }) => `${provider} is closed (${code}) → earmark resume ${provider}`,
    );
    return { name: 'database', state: 'bad', message: lines.join('; ') };
  }
  return config.DATABASE_URL === undefined
    ? `embedded, in ${config.EARMARK_DATA}`
    : 'PostgreSQL answers, schema up to date';
}

async function lookAtTranscriber(config: Config): Promise<string | Finding> {
  if (config.EARMARK_TRANSCRIBE_MODEL === undefined)
    return {
      name: 'transcription',
      state: 'off',
      message:
        'off; transcripts beside the recordings are used → set OPENAI_BASE_URL and EARMARK_TRANSCRIBE_MODEL',
    };
  const address = `${config.OPENAI_BASE_URL ?? 'https://api.openai.com/v1'}/models`;
  const headers =
    config.OPENAI_API_KEY === undefined ? {} : { authorization: `Bearer ${config.OPENAI_API_KEY}` };
  const answer = await fetch(address, { headers, signal: AbortSignal.timeout(10_000) }).catch(() => null);
  if (answer === null)
    return {
      name: 'transcription',
      state: 'bad',
      message: `${new URL(address).host} does not answer → check OPENAI_BASE_URL`,
    };
  if (answer.status === 401 || answer.status === 403)
    return { name: 'transcription', state: 'bad', message: 'the key is refused → check OPENAI_API_KEY' };
  return `${config.EARMARK_TRANSCRIBE_MODEL} at ${new URL(address).host}`;
}

async function lookAtSource(address: string | undefined, config: Config): Promise<string | Finding> {
  if (address === undefined)
    return {
      name: 'source',
      state: 'off',
      message: 'none named → earmark check --source s3://bucket/folder',
    };
  for await (const ref of openSource(address, s3Settings(config)).list())
    return `first recording is ${ref.sizeBytes} bytes`;
  return 'readable, and holds no recording';
}
