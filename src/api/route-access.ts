import type { Action } from '../domain/access-rules.ts';

/** What the `:id` of a route names; `listed`: rows within the caller's reach; `none`: no call is involved. */
export type RowKind =
  | 'none'
  | 'listed'
  | 'call'
  | 'scorecard'
  | 'dispute'
  | 'assignment'
  | 'import'
  | 'person';

/** Who may use a route, on which rows, and what is written into the audit when it was used. */
export interface RouteAccess {
  /** `anybody` may be nobody known: only for signing in. */
  readonly action: Action | 'anybody';
  readonly row: RowKind;
  /**
   * The line of the audit for a use that succeeded; `by-route` when the route writes its own within the transaction
   * of the change. Whatever is not a GET has one.
   */
  readonly audit?: string;
  /** Uses of one thing by one caller within ten minutes are one line: a player asks for many parts of one sound. */
  readonly isRepeated?: true;
}

/**
 * Every route of the API by method and path, in order of path. A route that is not in here answers nobody, and
 * fails the test that walks all of them (test/api/access-walk.test.ts).
 */
export const routeAccess: Readonly<Record<string, RouteAccess>> = {
  'GET /agents': { action: 'see-calls', row: 'listed' },
  'GET /audit': { action: 'see-audit', row: 'none' },
  'GET /audit/check': { action: 'see-audit', row: 'none', audit: 'audit-checked' },
  'POST /assignments/:id/claim': { action: 'review-calls', row: 'assignment', audit: 'call-claimed' },
  'POST /assignments/:id/hand-back': { action: 'review-calls', row: 'assignment', audit: 'call-handed-back' },
  'GET /benches/:id': { action: 'bench-standards', row: 'none' },
  'GET /calls': { action: 'see-calls', row: 'listed' },
  'GET /calls/:id': { action: 'see-calls', row: 'call' },
  'GET /calls/:id/acoustics': { action: 'see-calls', row: 'call' },
  'GET /calls/:id/audio': { action: 'hear-calls', row: 'call', audit: 'call-played', isRepeated: true },
  'POST /calls/:id/assignments': { action: 'assign-reviews', row: 'call', audit: 'call-assigned' },
  'POST /calls/:id/comments': { action: 'review-calls', row: 'call', audit: 'call-commented' },
  'POST /calls/:id/disputes': { action: 'dispute-verdicts', row: 'call', audit: 'verdict-disputed' },
  'POST /calls/:id/finalisations': { action: 'review-calls', row: 'call', audit: 'call-finalised' },
  'GET /calls/:id/note': { action: 'see-calls', row: 'call' },
  'PUT /calls/:id/note': { action: 'change-note', row: 'call', audit: 'note-filed' },
  'GET /calls/:id/peaks': { action: 'hear-calls', row: 'call' },
  'POST /calls/:id/plays': { action: 'hear-calls', row: 'call', audit: 'stretch-played', isRepeated: true },
  'GET /calls/:id/review': { action: 'see-calls', row: 'call' },
  'POST /calls/:id/reviews': { action: 'review-calls', row: 'call', audit: 'criterion-reviewed' },
  'POST /calls/:id/roles': { action: 'change-roles', row: 'call', audit: 'roles-chosen' },
  'GET /calls/:id/scorecards': { action: 'see-calls', row: 'call' },
  'GET /calls/:id/transcript': { action: 'see-calls', row: 'call' },
  'POST /erasures': { action: 'erase-calls', row: 'none', audit: 'by-route' },
  'GET /exports/:id': { action: 'export-figures', row: 'none', audit: 'figures-exported' },
  'POST /disputes/:id/decision': { action: 'review-calls', row: 'dispute', audit: 'dispute-decided' },
  'POST /disputes/:id/withdrawal': { action: 'dispute-verdicts', row: 'dispute', audit: 'dispute-withdrawn' },
  'GET /failures': { action: 'see-failures', row: 'none' },
  'POST /failures/:id/redrive': { action: 'redrive-calls', row: 'call', audit: 'call-redriven' },
  'POST /imports': { action: 'import-calls', row: 'none', audit: 'import-begun' },
  'GET /imports/:id': { action: 'see-imports', row: 'import' },
  'GET /me': { action: 'see-catalogue', row: 'none' },
  'GET /reports/assessment': { action: 'see-figures', row: 'none' },
  'GET /reports/calls': { action: 'see-figures', row: 'none' },
  'GET /reports/collisions': { action: 'see-figures', row: 'none' },
  'GET /reports/compliance': { action: 'see-figures', row: 'none' },
  'GET /reports/criteria': { action: 'see-figures', row: 'none' },
  'GET /reports/daily': { action: 'see-figures', row: 'none' },
  'GET /reports/follow-ups': { action: 'see-figures', row: 'none' },
  'GET /reports/funnel': { action: 'see-figures', row: 'none' },
  'GET /reports/problems': { action: 'see-figures', row: 'none' },
  'GET /reports/voice-mail': { action: 'see-figures', row: 'none' },
  'GET /review-queue': { action: 'review-calls', row: 'listed' },
  'POST /review-queues': { action: 'assign-reviews', row: 'none', audit: 'sample-drawn' },
  'GET /scorecards/:id': { action: 'see-calls', row: 'scorecard' },
  'DELETE /session': { action: 'see-catalogue', row: 'none', audit: 'signed-out' },
  'POST /session': { action: 'anybody', row: 'none', audit: 'by-route' },
  'GET /session/oidc': { action: 'anybody', row: 'none' },
  'GET /session/oidc/callback': { action: 'anybody', row: 'none', audit: 'by-route' },
  'GET /session/options': { action: 'anybody', row: 'none' },
  'PUT /session/password': { action: 'see-catalogue', row: 'none', audit: 'by-route' },
  'GET /spend': { action: 'see-spend', row: 'none' },
  'GET /standards': { action: 'see-catalogue', row: 'none' },
  'GET /standards/:id': { action: 'see-catalogue', row: 'none' },
  'POST /standards/:id/bench': { action: 'bench-standards', row: 'none', audit: 'standard-benched' },
  'POST /standards/:id/publish': { action: 'publish-standards', row: 'none', audit: 'standard-published' },
  'GET /standards/:id/versions': { action: 'see-catalogue', row: 'none' },
  'GET /teams': { action: 'see-calls', row: 'listed' },
  'POST /teams': { action: 'manage-people', row: 'none', audit: 'team-added' },
  'GET /users': { action: 'manage-people', row: 'none' },
  'POST /users': { action: 'manage-people', row: 'none', audit: 'by-route' },
  'PATCH /users/:id': { action: 'manage-people', row: 'person', audit: 'by-route' },
};
