import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { EarmarkError } from '../errors.ts';
import { type AppEnv, requireAccess } from './access.ts';
import type { AppDeps } from './app-deps.ts';
import { answerError, toEarmarkError } from './error-response.ts';
import { statusByCode } from './error-status.ts';
import { refuseForeign } from './request-origin.ts';
import { createAuditRoutes } from './routes/audit.ts';
import { createCallPartRoutes } from './routes/call-parts.ts';
import { createCallRoutes } from './routes/calls.ts';
import { createCatalogueRoutes } from './routes/catalogue.ts';
import { createChangeRoutes } from './routes/changes.ts';
import { createDisputeRoutes } from './routes/disputes.ts';
import { createErasureRoutes } from './routes/erasures.ts';
import { createFailureRoutes } from './routes/failures.ts';
import { createHealthRoutes } from './routes/health.ts';
import { createImportRoutes } from './routes/imports.ts';
import { createOidcRoutes } from './routes/oidc.ts';
import { createPageRoutes } from './routes/pages.ts';
import { createPeopleRoutes } from './routes/people.ts';
import { createPlaybackRoutes } from './routes/playback.ts';
import { createReportRoutes } from './routes/reports.ts';
import { createReviewQueueRoutes } from './routes/review-queue.ts';
import { createRemarkRoutes } from './routes/review-remarks.ts';
import { createReviewRoutes } from './routes/reviews.ts';
import { createScorecardRoutes } from './routes/scorecards.ts';
import { createSessionRoutes } from './routes/session.ts';
import { createSpendRoutes } from './routes/spend.ts';
import { createStandardRoutes } from './routes/standards.ts';
import { strictJson } from './strict-json.ts';

/** Longest body taken: a note at its limit in the widest encoding, with room for its fields. */
const BODY_LIMIT_BYTES = 256 * 1024;

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // the component library sets its colours in style elements at run time
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
});

const limitBody = bodyLimit({
  maxSize: BODY_LIMIT_BYTES,
  onError: () => {
    throw new EarmarkError('E_TOO_LARGE', `the body is larger than ${BODY_LIMIT_BYTES} bytes`);
  },
});

/** What a store holds of a call is for the caller's eyes now, not for any cache. */
const keepOutOfCaches: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-store');
};

/** The whole HTTP side of Earmark: API, health, description and pages. */
export function createApp(deps: AppDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  app.onError((error, c) => {
    const known = toEarmarkError(error);
    if (statusByCode[known.code] >= 500) deps.report(known, `${c.req.method} ${c.req.routePath}`);
    return answerError(c, known);
  });
  app.notFound((c) => answerError(c, new EarmarkError('E_NOT_FOUND', 'there is nothing at this address')));
  app.use(headers, compress());
  app.route('/', createHealthRoutes(deps));
  app.use(refuseForeign(deps));
  app.use('/api/*', keepOutOfCaches, requireAccess(deps), limitBody, strictJson);
  for (const create of [
    createCallRoutes,
    createCallPartRoutes,
    createChangeRoutes,
    createScorecardRoutes,
    createReviewRoutes,
    createRemarkRoutes,
    createDisputeRoutes,
    createReviewQueueRoutes,
    createPlaybackRoutes,
    createImportRoutes,
    createFailureRoutes,
    createErasureRoutes,
    createSpendRoutes,
    createCatalogueRoutes,
    createReportRoutes,
    createSessionRoutes,
    createOidcRoutes,
    createPeopleRoutes,
    createAuditRoutes,
    createStandardRoutes,
  ]) {
    app.route('/api/v1', create(deps));
  }
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Earmark', version: '1' },
    security: [{ bearer: [] }],
  });
  app.all('/api/*', (c) =>
    answerError(c, new EarmarkError('E_NOT_FOUND', 'there is nothing at this address')),
  );
  app.route('/', createPageRoutes(deps));
  return app;
}
