import type {
  CallListQuery,
  CallListResponse,
  CallResponse,
  ErrorResponse,
  NoteRequest,
  NoteResponse,
  RescoredResponse,
  RolesRequest,
} from '../api/contract.ts';
import type { AcousticsResponse } from '../api/contract-acoustics.ts';
import type { AuditCheckResponse, AuditQuery, AuditResponse } from '../api/contract-audit.ts';
import type {
  AgentListResponse,
  MeResponse,
  StandardResponse,
  TeamListResponse,
} from '../api/contract-catalogue.ts';
import type {
  NewPersonRequest,
  PeopleResponse,
  PersonChangeRequest,
  PersonRecordResponse,
  SignInOptions,
  SignInRequest,
} from '../api/contract-people.ts';
import type { ReviewQueueResponse } from '../api/contract-queue.ts';
import type {
  CommentRequest,
  CommentResponse,
  DisputeDecision,
  DisputeRequest,
  DisputeResponse,
  FinalisationRequest,
  FinalisationResponse,
  PlayRequest,
  ReviewEntryResponse,
  ReviewRequest,
  ReviewStateResponse,
} from '../api/contract-reviews.ts';
import type { ScorecardHistoryResponse, ScorecardResponse } from '../api/contract-scorecards.ts';
import type { Peaks } from '../domain/peaks.ts';
import type { Transcript } from '../domain/transcript.ts';

const BASE = '/api/v1';

type QueryValue = string | number | boolean | undefined;

/** An answer of the API that is not a success, or none at all (`status` 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  readonly remedy: string | undefined;
  readonly problems: readonly { readonly path: string; readonly message: string }[];

  constructor(status: number, code: string, message: string, details: Partial<ErrorResponse['error']> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.remedy = details.remedy;
    this.problems = details.problems ?? [];
  }
}

function address(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size === 0 ? BASE + path : `${BASE + path}?${search}`;
}

async function asApiError(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as Partial<ErrorResponse> | null;
  const error = body?.error;
  const message = error?.message ?? `HTTP ${response.status}`;
  return new ApiError(response.status, error?.code ?? 'E_INTERNAL', message, error);
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, { ...init, credentials: 'same-origin' }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new ApiError(0, 'E_OFFLINE', 'the server did not answer');
  });
  if (!response.ok) throw await asApiError(response);
  return (await response.json()) as T;
}

const read = <T>(url: string, signal?: AbortSignal): Promise<T> =>
  request<T>(url, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });

/** A change of something, answered by what became of it. */
const write = <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body: unknown): Promise<T> =>
  request<T>(url, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const callPath = (id: string, rest = ''): string => `/calls/${encodeURIComponent(id)}${rest}`;

/** The requests the pages make; each fails with an `ApiError`. */
export const apiClient = {
  listCalls: (query: CallListQuery, signal?: AbortSignal) =>
    read<CallListResponse>(address('/calls', query), signal),
  getCall: (id: string, signal?: AbortSignal) => read<CallResponse>(address(callPath(id)), signal),
  getTranscript: (id: string, scorecard: string | undefined, signal?: AbortSignal) =>
    read<Transcript>(address(callPath(id, '/transcript'), { scorecard }), signal),
  getAcoustics: (id: string, scorecard: string | undefined, signal?: AbortSignal) =>
    read<AcousticsResponse>(address(callPath(id, '/acoustics'), { scorecard }), signal),
  getPeaks: (id: string, signal?: AbortSignal) => read<Peaks>(address(callPath(id, '/peaks')), signal),
  getNote: (id: string, signal?: AbortSignal) => read<NoteResponse>(address(callPath(id, '/note')), signal),
  getHistory: (id: string, signal?: AbortSignal) =>
    read<ScorecardHistoryResponse>(address(callPath(id, '/scorecards')), signal),
  getScorecard: (id: string, signal?: AbortSignal) =>
    read<ScorecardResponse>(address(`/scorecards/${encodeURIComponent(id)}`), signal),
  listStandards: (signal?: AbortSignal) =>
    read<{ standards: StandardResponse[] }>(address('/standards'), signal),
  listAgents: (signal?: AbortSignal) => read<AgentListResponse>(address('/agents'), signal),
  listTeams: (signal?: AbortSignal) => read<TeamListResponse>(address('/teams'), signal),
  setRoles: (id: string, roles: RolesRequest) =>
    write<RescoredResponse>('POST', address(callPath(id, '/roles')), roles),
  putNote: (id: string, note: NoteRequest) =>
    write<RescoredResponse>('PUT', address(callPath(id, '/note')), note),
  getReview: (id: string, signal?: AbortSignal) =>
    read<ReviewStateResponse>(address(callPath(id, '/review')), signal),
  decideCriterion: (id: string, review: ReviewRequest) =>
    write<ReviewEntryResponse>('POST', address(callPath(id, '/reviews')), review),
  addComment: (id: string, comment: CommentRequest) =>
    write<CommentResponse>('POST', address(callPath(id, '/comments')), comment),
  recordPlay: (id: string, play: PlayRequest) =>
    write<{ isDone: boolean }>('POST', address(callPath(id, '/plays')), play),
  finaliseCall: (id: string, finalisation: FinalisationRequest) =>
    write<FinalisationResponse>('POST', address(callPath(id, '/finalisations')), finalisation),
  raiseDispute: (id: string, dispute: DisputeRequest) =>
    write<DisputeResponse>('POST', address(callPath(id, '/disputes')), dispute),
  decideDispute: (dispute: string, decision: DisputeDecision) =>
    write<DisputeResponse>('POST', address(`/disputes/${encodeURIComponent(dispute)}/decision`), decision),
  withdrawDispute: (dispute: string) =>
    write<{ isDone: boolean }>('POST', address(`/disputes/${encodeURIComponent(dispute)}/withdrawal`), {}),
  getReviewQueue: (signal?: AbortSignal) => read<ReviewQueueResponse>(address('/review-queue'), signal),
  changeAssignment: (id: string, change: 'claim' | 'hand-back', version: number) =>
    write<{ isDone: boolean }>('POST', address(`/assignments/${encodeURIComponent(id)}/${change}`), {
      version,
    }),
  whoAmI: (signal?: AbortSignal) => read<MeResponse>(address('/me'), signal),
  signInOptions: (signal?: AbortSignal) => read<SignInOptions>(address('/session/options'), signal),
  signIn: (given: SignInRequest) => write<MeResponse>('POST', address('/session'), given),
  signOut: () => write<{ isSignedOut: boolean }>('DELETE', address('/session'), {}),
  /** Where the browser goes to sign in by the identity provider, and comes back to `to`. */
  identityProviderUrl: (to: string) => address('/session/oidc', { to }),
  listPeople: (signal?: AbortSignal) => read<PeopleResponse>(address('/users'), signal),
  addPerson: (person: NewPersonRequest) => write<PersonRecordResponse>('POST', address('/users'), person),
  changePerson: (id: string, change: PersonChangeRequest) =>
    write<PersonRecordResponse>('PATCH', address(`/users/${encodeURIComponent(id)}`), change),
  listAudit: (query: AuditQuery, signal?: AbortSignal) =>
    read<AuditResponse>(address('/audit', query), signal),
  checkAudit: () => read<AuditCheckResponse>(address('/audit/check')),
  getReport: <T>(name: string, filters: Readonly<Record<string, string>>, signal?: AbortSignal) =>
    read<T>(address(`/reports/${name}`, filters), signal),
  /** Where a report lies as a file. */
  exportUrl: (name: string, filters: Readonly<Record<string, string>>) =>
    address(`/exports/${name}`, filters),
  /** Where the playback file of a call lies; answers Range requests. */
  audioUrl: (id: string) => address(callPath(id, '/audio')),
};
