import type { S3Settings } from '../adapters/s3-recordings.ts';
import type { Config } from '../config.ts';
import type { IdentityProvider } from '../domain/identity-provider.ts';
import { isRole, type Role } from '../domain/person.ts';
import type { Transcriber } from '../domain/ports.ts';
import { EarmarkError } from '../errors.ts';
import { loadPrompts } from '../pipeline/load-prompts.ts';
import type { Metering } from '../pipeline/meter-providers.ts';
import type { Judging } from '../stages/judge-call.ts';
import type { Store } from '../store/open-store.ts';

/** How to reach S3, from the configuration. */
export function s3Settings(config: Config): S3Settings {
  return {
    endpoint: config.S3_ENDPOINT,
    region: config.S3_REGION,
    forcePathStyle: config.S3_FORCE_PATH_STYLE,
    checksums: config.S3_CHECKSUMS,
    accessKeyId: config.AWS_ACCESS_KEY_ID,
    secretAccessKey: config.AWS_SECRET_ACCESS_KEY,
  };
}

/** The identity provider the configuration names, or null. Throws `E_CONFIG` for half a configuration. */
export async function createIdentityProvider(config: Config): Promise<IdentityProvider | null> {
  const { EARMARK_OIDC_ISSUER: issuer, EARMARK_OIDC_CLIENT_ID: clientId } = config;
  if (issuer === undefined) return null;
  if (clientId === undefined) {
    throw new EarmarkError('E_CONFIG', 'EARMARK_OIDC_ISSUER is set without EARMARK_OIDC_CLIENT_ID', {
      remedy: 'set what Earmark is called at the identity provider',
    });
  }
  const { oidcIdentities } = await import('../adapters/oidc-identities.ts');
  return oidcIdentities({
    ...{ issuer, clientId, clientSecret: config.EARMARK_OIDC_CLIENT_SECRET },
    name: config.EARMARK_OIDC_NAME,
    rolesClaim: config.EARMARK_OIDC_ROLES_CLAIM,
    roleByValue: readRoleMap(config.EARMARK_OIDC_ROLES ?? ''),
  });
}

/** `group=role,…` as roles by group; one group may give several. */
function readRoleMap(text: string): Map<string, Role[]> {
  const map = new Map<string, Role[]>();
  for (const pair of text.split(',')) {
    const [group = '', role = ''] = pair.split('=').map((part) => part.trim());
    if (isRole(role)) map.set(group, [...(map.get(group) ?? []), role]);
  }
  return map;
}

/** The transcriber the configuration asks for, or null. */
export async function createTranscriber(config: Config): Promise<Transcriber | null> {
  const model = config.EARMARK_TRANSCRIBE_MODEL;
  if (model === undefined) return null;
  const { openAiTranscriber } = await import('../adapters/openai-transcriber.ts');
  return openAiTranscriber({
    baseUrl: config.OPENAI_BASE_URL,
    apiKey: config.OPENAI_API_KEY,
    model,
    maxAtOnce: config.EARMARK_TRANSCRIBE_CONCURRENCY,
  });
}

/** The judge the configuration asks for, or null; `usedThisMonth` counts tokens against its monthly budget. */
export async function createJudging(
  config: Config,
  usedThisMonth: Judging['usedThisMonth'],
): Promise<Judging | null> {
  const model = config.EARMARK_JUDGE_MODEL;
  if (model === undefined) return null;
  const { openAiJudge } = await import('../adapters/openai-judge.ts');
  const judge = openAiJudge({
    baseUrl: config.EARMARK_JUDGE_BASE_URL ?? config.OPENAI_BASE_URL,
    apiKey: config.EARMARK_JUDGE_API_KEY ?? config.OPENAI_API_KEY,
    model,
    maxAtOnce: config.EARMARK_JUDGE_CONCURRENCY,
  });
  const budget = {
    perCall: config.EARMARK_JUDGE_TOKENS_PER_CALL,
    perMonth: config.EARMARK_JUDGE_TOKENS_PER_MONTH,
  };
  return { judge, prompts: await loadPrompts(config.EARMARK_PROMPTS), budget, usedThisMonth };
}

/** How requests to providers are limited and paid, from the configuration; money becomes whole millionths. */
export function createMetering(
  config: Config,
  store: Pick<Store, 'gate' | 'ledger'>,
  tripped: Metering['tripped'],
): Metering {
  const cap = config.EARMARK_COST_CAP_PER_MONTH;
  return {
    gate: store.gate,
    ledger: store.ledger,
    transcriberRates: {
      requestsPerMinute: config.EARMARK_TRANSCRIBE_REQUESTS_PER_MINUTE ?? null,
      audioSecondsPerMinute: config.EARMARK_TRANSCRIBE_SECONDS_PER_MINUTE ?? null,
      tokensPerMinute: null,
    },
    judgeRates: {
      requestsPerMinute: config.EARMARK_JUDGE_REQUESTS_PER_MINUTE ?? null,
      audioSecondsPerMinute: null,
      tokensPerMinute: config.EARMARK_JUDGE_TOKENS_PER_MINUTE ?? null,
    },
    prices: {
      audioMinute: config.EARMARK_PRICE_AUDIO_MINUTE * 1e6,
      thousandSent: config.EARMARK_PRICE_THOUSAND_SENT * 1e6,
      thousandReceived: config.EARMARK_PRICE_THOUSAND_RECEIVED * 1e6,
    },
    cap: cap === undefined ? null : Math.round(cap * 1e6),
    tokenCap: config.EARMARK_JUDGE_TOKENS_PER_MONTH,
    tripped,
  };
}
