import { z } from 'zod';
import { roles } from './domain/person.ts';
import { EarmarkError, type Problem } from './errors.ts';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');
const optionalText = z
  .string()
  .transform((value) => value.trim())
  .transform((value) => (value === '' ? undefined : value))
  .optional();
const limitPerMinute = z.coerce.number().positive().optional();
const price = z.coerce.number().min(0).max(1e6).default(0);
const roleByGroup = new RegExp(`^([^=,]+=(${roles.join('|')}))(,[^=,]+=(${roles.join('|')}))*$`);
const ageDays = z.coerce.number().positive().max(36_500).optional();
const httpUrl = z.url({ protocol: /^https?$/ });

/** Every environment variable Earmark reads, its default, and what it means (shown in README). */
const environmentSchema = z.object({
  EARMARK_DATA: z
    .string()
    .min(1)
    .default('.earmark')
    .describe('folder of the embedded database and kept audio'),
  DATABASE_URL: optionalText.describe('PostgreSQL; without it the embedded database is used'),
  EARMARK_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8420)
    .describe('port of the pages and the API'),
  EARMARK_HOST: z.string().min(1).default('127.0.0.1').describe('address the server listens on'),
  EARMARK_AUTH: z
    .enum(['auto', 'on'])
    .default('auto')
    .describe('on: everybody signs in; auto: not on loopback while nobody was added'),
  EARMARK_PUBLIC_URL: httpUrl.optional().describe('address people open, when a proxy in front hides it'),
  EARMARK_OIDC_ISSUER: httpUrl.optional().describe('identity provider (OpenID Connect) that signs people in'),
  EARMARK_OIDC_CLIENT_ID: optionalText.describe('what Earmark is called there'),
  EARMARK_OIDC_CLIENT_SECRET: optionalText.describe('its secret; a public client has none'),
  EARMARK_OIDC_NAME: z.string().min(1).default('SSO').describe('what the sign-in page calls it'),
  EARMARK_OIDC_ROLES_CLAIM: z
    .string()
    .min(1)
    .default('roles')
    .describe('claim of the ID token that lists groups, e.g. realm_access.roles'),
  EARMARK_OIDC_ROLES: z
    .string()
    .regex(roleByGroup, `must look like qa=reviewer,leads=coach; roles are ${roles.join(', ')}`)
    .optional()
    .describe('role by group, e.g. qa=reviewer,leads=coach,leads=manager'),
  EARMARK_STANDARD: z.string().min(1).default('telesales-service').describe('standard calls are scored by'),
  EARMARK_PIPELINES: z.string().min(1).default('pipelines').describe('folder of the standards'),
  EARMARK_PROMPTS: z.string().min(1).default('prompts').describe('folder of the prompts'),
  EARMARK_COMPANY: optionalText.describe('company file (YAML): names, agents, fact sheet, calendar'),
  EARMARK_KEY_PATTERN: optionalText.describe(
    'how a recording key names its call, e.g. {team}/{agent}_{startedAt}',
  ),
  EARMARK_TIME_ZONE: z.string().min(1).default('Asia/Shanghai').describe('zone of times that name none'),
  EARMARK_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(2)
    .describe('calls one worker handles at once'),
  FFMPEG_PATH: z.string().min(1).default('ffmpeg').describe('ffmpeg to run'),
  FFPROBE_PATH: z.string().min(1).default('ffprobe').describe('ffprobe to run'),
  OPENAI_BASE_URL: httpUrl.optional().describe('OpenAI-compatible server, hosted or your own'),
  OPENAI_API_KEY: optionalText.describe('its key; your own server may need none'),
  EARMARK_TRANSCRIBE_MODEL: optionalText.describe(
    'turns transcription on: whisper-1, a server model name, …',
  ),
  EARMARK_TRANSCRIBE_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(4)
    .describe('requests at once'),
  EARMARK_JUDGE_MODEL: optionalText.describe('turns the judge on for criteria that allow one'),
  EARMARK_JUDGE_BASE_URL: httpUrl.optional().describe('its server, when not that of OPENAI_BASE_URL'),
  EARMARK_JUDGE_API_KEY: optionalText.describe('its key, when not OPENAI_API_KEY'),
  EARMARK_JUDGE_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(4)
    .describe('questions about one call at once'),
  EARMARK_JUDGE_TOKENS_PER_CALL: z.coerce
    .number()
    .int()
    .min(0)
    .default(400_000)
    .describe('most tokens judging one call may take, cached ones too'),
  EARMARK_JUDGE_TOKENS_PER_MONTH: z.coerce
    .number()
    .int()
    .min(0)
    .default(100_000_000)
    .describe('most tokens judging may take from the first of a month, UTC'),
  EARMARK_TRANSCRIBE_REQUESTS_PER_MINUTE: limitPerMinute.describe(
    'most transcription requests a minute, over all workers; empty is no limit',
  ),
  EARMARK_TRANSCRIBE_SECONDS_PER_MINUTE: limitPerMinute.describe(
    'most seconds of audio sent a minute, over all workers',
  ),
  EARMARK_JUDGE_REQUESTS_PER_MINUTE: limitPerMinute.describe(
    'most questions to the judge a minute, over all workers',
  ),
  EARMARK_JUDGE_TOKENS_PER_MINUTE: limitPerMinute.describe(
    'most tokens of questions and answers a minute, over all workers',
  ),
  EARMARK_PRICE_AUDIO_MINUTE: price.describe('price of a minute of transcribed audio'),
  EARMARK_PRICE_THOUSAND_SENT: price.describe('price of a thousand tokens sent to the judge'),
  EARMARK_PRICE_THOUSAND_RECEIVED: price.describe('price of a thousand tokens of its answers'),
  EARMARK_CURRENCY: z.string().min(1).max(10).default('USD').describe('currency of the prices'),
  EARMARK_COST_CAP_PER_MONTH: z.coerce
    .number()
    .min(0)
    .max(1e9)
    .optional()
    .describe('most that may be spent in a month, UTC; calls over it wait'),
  EARMARK_KEEP_AUDIO_DAYS: ageDays.describe('days sound is kept after a call; empty for ever'),
  EARMARK_KEEP_WORDS_DAYS: ageDays.describe('days transcripts and replies of transcribers are kept'),
  EARMARK_KEEP_CALLS_DAYS: ageDays.describe('days until a call is erased, but for its figures'),
  S3_ENDPOINT: httpUrl.optional().describe('S3-compatible server; empty for AWS'),
  S3_REGION: z.string().min(1).default('us-east-1').describe('region'),
  S3_FORCE_PATH_STYLE: flag.describe('true for most servers that are not AWS'),
  S3_CHECKSUMS: z
    .enum(['when-required', 'when-supported'])
    .default('when-required')
    .describe('when-required for servers that are not AWS'),
  AWS_ACCESS_KEY_ID: optionalText.describe('S3 key; empty for the usual AWS chain'),
  AWS_SECRET_ACCESS_KEY: optionalText.describe('S3 secret'),
  SQS_QUEUE_URL: httpUrl
    .optional()
    .describe('queue of S3 event messages; workers take up the recordings they announce'),
  EARMARK_WATCH: optionalText.describe(
    's3://bucket/folder the messages may be about, as `earmark import` is given it; several by commas',
  ),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('how much is logged'),
});

export type Environment = z.infer<typeof environmentSchema>;
export type Config = Readonly<Environment>;

/** Reads and checks the environment once. Throws `E_CONFIG` naming every bad variable at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  const problems: Problem[] = parsed.error.issues.map((issue) => ({
    file: 'environment',
    path: issue.path.join('.'),
    message: issue.message,
    remedy: `see ${String(issue.path[0])} in .env.example`,
  }));
  throw new EarmarkError('E_CONFIG', `the configuration has ${problems.length} problem(s)`, { problems });
}

/** Name, default and meaning of every variable, in the order of the README's table. */
export function describeConfig(): { name: string; fallback: string; meaning: string }[] {
  return Object.entries(environmentSchema.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined);
    const value = fallback.success && fallback.data !== undefined ? String(fallback.data) : '';
    return { name, fallback: value, meaning: schema.description ?? '' };
  });
}
