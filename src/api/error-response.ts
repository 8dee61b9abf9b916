import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { asEarmarkError, EarmarkError, type ErrorCode } from '../errors.ts';
import type { ErrorResponse } from './contract.ts';
import { statusByCode } from './error-status.ts';

const codeByStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'E_USAGE',
  401: 'E_UNAUTHORISED',
  403: 'E_FORBIDDEN',
  404: 'E_NOT_FOUND',
  408: 'E_TIMEOUT',
  413: 'E_TOO_LARGE',
  415: 'E_CONTENT_TYPE',
};

/** Any failure as one of ours, also those of the HTTP library. */
export function toEarmarkError(error: unknown): EarmarkError {
  if (!(error instanceof HTTPException)) return asEarmarkError(error);
  const code = codeByStatus[error.status] ?? 'E_INTERNAL';
  return new EarmarkError(code, error.message || 'the request cannot be read', { cause: error });
}

/** The answer to a request that failed; of our own defects only the code is told. */
export function answerError(c: Context, error: EarmarkError): Response {
  const status = statusByCode[error.code];
  const isOurs = error.code === 'E_INTERNAL';
  const body: ErrorResponse = {
    error: {
      code: error.code,
      message: isOurs ? 'something went wrong in Earmark itself' : error.message,
      ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
      ...(error.problems.length === 0
        ? {}
        : { problems: error.problems.map(({ path = '', message }) => ({ path, message })) }),
    },
  };
  if (status === 401) c.header('www-authenticate', 'Bearer');
  if (error.retryAfterMs !== undefined) {
    c.header('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
  }
  return c.json(body, status);
}

/** Throws `E_USAGE` with every field that was refused; what was sent is not repeated. */
export function refuseInvalid(
  result: { target: string } & ({ success: true } | { success: false; error: z.ZodError }),
): void {
  if (result.success) return;
  const problems = result.error.issues.map((issue) => ({
    file: result.target,
    path: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.'),
    message: issue.code === 'unrecognized_keys' ? 'is not known here' : issue.message,
    remedy: 'see /openapi.json',
  }));
  throw new EarmarkError('E_USAGE', `the ${result.target} of the request is not valid`, {
    problems,
    remedy: 'see /openapi.json',
  });
}
