/** Stable codes of everything that can go wrong; the API maps each to one HTTP status, the CLI prints it. */
export type ErrorCode =
  // what a user gave us
  | 'E_USAGE'
  | 'E_CONFIG'
  | 'E_STANDARD'
  | 'E_COMPANY'
  | 'E_METADATA'
  | 'E_NOTE'
  | 'E_TRANSCRIPT'
  | 'E_NOT_FOUND'
  | 'E_CONFLICT'
  | 'E_UNHEARD'
  | 'E_UNAUTHORISED'
  | 'E_FORBIDDEN'
  | 'E_TOO_LARGE'
  | 'E_CONTENT_TYPE'
  | 'E_RANGE'
  | 'E_TIMEOUT'
  | 'E_THROTTLED'
  // what a recording is
  | 'E_EMPTY'
  | 'E_TYPE'
  | 'E_MEDIA'
  | 'E_CODEC'
  | 'E_MEDIA_LIMIT'
  | 'E_TOO_LONG'
  | 'E_NO_SAMPLES'
  // what a neighbour answered
  | 'E_SOURCE'
  | 'E_SOURCE_CHANGED'
  | 'E_SOURCE_ACCESS'
  | 'E_PROVIDER'
  | 'E_PROVIDER_LIMIT'
  | 'E_PROVIDER_QUOTA'
  | 'E_PROVIDER_CONFIG'
  | 'E_PROVIDER_REPLY'
  | 'E_BUDGET'
  | 'E_ASR_EMPTY'
  // what the machine lacks
  | 'E_FFMPEG'
  | 'E_DISK_FULL'
  | 'E_DESCRIPTORS'
  | 'E_STORE'
  | 'E_STORE_LOCKED'
  | 'E_STOPPED'
  | 'E_FENCED'
  | 'E_QUARANTINED'
  | 'E_ERASED'
  | 'E_INTERNAL';

export interface ErrorOptions {
  /** True when the same work may succeed later without anyone changing anything. */
  readonly isRetryable?: boolean;
  /** Wait the other side asked for, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The thing to do, as an imperative sentence shown after the message. */
  readonly remedy?: string;
  /** Every problem found, where a check reports them all at once. */
  readonly problems?: readonly Problem[];
  readonly cause?: unknown;
}

/** One thing wrong in one place of a file a person wrote. */
export interface Problem {
  readonly file: string;
  /** 1-based; absent where the file as a whole is meant. */
  readonly line?: number;
  /** Dotted path inside the file, e.g. `criteria.2.weight`. */
  readonly path?: string;
  readonly message: string;
  readonly remedy: string;
}

/**
 * The only error Earmark throws on purpose. The message says what happened to which thing and never holds
 * a transcript, a phone number or a key; `code` is stable across versions.
 */
export class EarmarkError extends Error {
  override readonly name = 'EarmarkError';
  readonly code: ErrorCode;
  readonly isRetryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly remedy: string | undefined;
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.isRetryable = options.isRetryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.remedy = options.remedy;
    this.problems = options.problems ?? [];
  }
}

/** Whether a process, or the whole machine, had no file descriptor left for what failed. */
export function lacksDescriptors(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EMFILE' || error.code === 'ENFILE');
}

/** `E_DESCRIPTORS`, which passes when other files are closed. */
export function noDescriptors(cause?: unknown): EarmarkError {
  return new EarmarkError('E_DESCRIPTORS', 'no file descriptor was left to open a file or start a program', {
    isRetryable: true,
    remedy: 'raise the limit (`ulimit -n`), or lower EARMARK_CONCURRENCY',
    cause,
  });
}

/**
 * The error as one of ours: unchanged when it is, `E_DESCRIPTORS` for want of one, else wrapped as `E_INTERNAL` with
 * the cause kept.
 */
export function asEarmarkError(error: unknown): EarmarkError {
  if (error instanceof EarmarkError) return error;
  if (lacksDescriptors(error)) return noDescriptors(error);
  const message = error instanceof Error ? error.message : String(error);
  return new EarmarkError('E_INTERNAL', message, { cause: error });
}

/** One problem as the line a person reads: `file:line path — message; remedy`. */
export function describeProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const path = problem.path ? ` ${problem.path}` : '';
  return `${place}${path} — ${problem.message}; ${problem.remedy}`;
}
