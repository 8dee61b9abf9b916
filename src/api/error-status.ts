import type { ErrorCode } from '../errors.ts';

/** HTTP statuses errors come out as. */
export type ErrorStatus =
  | 400
  | 401
  | 403
  | 404
  | 408
  | 409
  | 410
  | 413
  | 415
  | 416
  | 422
  | 429
  | 500
  | 502
  | 503
  | 507;

/** The one table from error code to HTTP status; a code left out does not compile. */
export const statusByCode: Readonly<Record<ErrorCode, ErrorStatus>> = {
  E_USAGE: 400,
  E_CONFIG: 500,
  E_STANDARD: 500,
  E_COMPANY: 500,
  E_METADATA: 422,
  E_NOTE: 422,
  E_TRANSCRIPT: 422,
  E_NOT_FOUND: 404,
  E_CONFLICT: 409,
  E_UNHEARD: 409,
  E_UNAUTHORISED: 401,
  E_FORBIDDEN: 403,
  E_TOO_LARGE: 413,
  E_CONTENT_TYPE: 415,
  E_RANGE: 416,
  E_TIMEOUT: 408,
  E_THROTTLED: 429,
  E_EMPTY: 422,
  E_TYPE: 422,
  E_MEDIA: 422,
  E_CODEC: 422,
  E_MEDIA_LIMIT: 422,
  E_TOO_LONG: 422,
  E_NO_SAMPLES: 422,
  E_SOURCE: 502,
  E_SOURCE_CHANGED: 409,
  E_SOURCE_ACCESS: 502,
  E_PROVIDER: 502,
  E_PROVIDER_LIMIT: 503,
  E_PROVIDER_QUOTA: 503,
  E_PROVIDER_CONFIG: 502,
  E_PROVIDER_REPLY: 502,
  E_BUDGET: 503,
  E_ASR_EMPTY: 502,
  E_FFMPEG: 500,
  E_DISK_FULL: 507,
  E_DESCRIPTORS: 503,
  E_STORE: 503,
  E_STORE_LOCKED: 503,
  E_STOPPED: 503,
  E_FENCED: 409,
  E_QUARANTINED: 422,
  E_ERASED: 410,
  E_INTERNAL: 500,
};
