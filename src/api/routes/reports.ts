import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import { buildAssessment, buildCompliance, buildCriteria, buildFunnel } from '../build-figures.ts';
import {
  buildCollisions,
  buildDaily,
  buildFollowUps,
  buildPoint,
  buildProblems,
  buildVoiceMail,
} from '../build-lists.ts';
import {
  assessmentQuerySchema,
  assessmentResponseSchema,
  collisionQuerySchema,
  collisionResponseSchema,
  complianceResponseSchema,
  criteriaResponseSchema,
  dailyResponseSchema,
  dayQuerySchema,
  figuresQuerySchema,
  followUpQuerySchema,
  followUpResponseSchema,
  funnelResponseSchema,
  pointQuerySchema,
  pointResponseSchema,
  problemQuerySchema,
  problemResponseSchema,
  reportNames,
  voiceMailQuerySchema,
  voiceMailResponseSchema,
} from '../contract-reports.ts';
import { refuseInvalid } from '../error-response.ts';
import { type ReportContext, reportContext } from '../report-context.ts';
import { toTable } from '../report-table.ts';
import { errorResponses, jsonAnswer } from '../route-parts.ts';
import { writeCsv, writeXlsx } from '../write-table.ts';

interface Report<Q extends z.ZodType, R extends z.ZodType> {
  readonly summary: string;
  readonly query: Q;
  readonly response: R;
  build(context: ReportContext, query: z.output<Q>): Promise<z.output<R>>;
}

const report = <Q extends z.ZodType, R extends z.ZodType>(
  summary: string,
  query: Q,
  response: R,
  build: Report<Q, R>['build'],
): Report<Q, R> => ({ summary, query, response, build });

const reports = {
  compliance: report('A criterion over time', figuresQuerySchema, complianceResponseSchema, buildCompliance),
  criteria: report(
    'Every criterion of a standard',
    figuresQuerySchema,
    criteriaResponseSchema,
    buildCriteria,
  ),
  funnel: report('Agents around everybody’s rate', figuresQuerySchema, funnelResponseSchema, buildFunnel),
  calls: report('The calls behind a point', pointQuerySchema, pointResponseSchema, buildPoint),
  daily: report('What each agent did on a day', dayQuerySchema, dailyResponseSchema, buildDaily),
  'follow-ups': report(
    'Interested customers to call',
    followUpQuerySchema,
    followUpResponseSchema,
    buildFollowUps,
  ),
  collisions: report(
    'Customers of several agents',
    collisionQuerySchema,
    collisionResponseSchema,
    buildCollisions,
  ),
  problems: report('Problems customers raised', problemQuerySchema, problemResponseSchema, buildProblems),
  'voice-mail': report('Voice mail waiting', voiceMailQuerySchema, voiceMailResponseSchema, buildVoiceMail),
  assessment: report(
    'Agents under four headings',
    assessmentQuerySchema,
    assessmentResponseSchema,
    buildAssessment,
  ),
} as const;

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const exportQuerySchema = z.looseObject({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  lang: z.enum(['en', 'zh']).default('en'),
});

const exportRoute = createRoute({
  method: 'get',
  path: '/exports/{id}',
  summary: 'A report as a file, with the very figures of its page and the same filters',
  request: { params: z.object({ id: z.enum(reportNames) }), query: exportQuerySchema },
  responses: {
    200: {
      description: 'CSV or a workbook; a text is never a formula.',
      content: { [mediaTypes.csv]: { schema: z.string() }, [mediaTypes.xlsx]: { schema: z.string() } },
    },
    ...errorResponses,
  },
});

function addReport<Q extends z.ZodType, R extends z.ZodType>(
  routes: OpenAPIHono<AppEnv>,
  deps: AppDeps,
  name: string,
  { summary, query, response, build }: Report<Q, R>,
): void {
  const route = createRoute({
    method: 'get',
    path: `/reports/${name}`,
    summary,
    request: { query: query as unknown as z.ZodObject },
    responses: { 200: jsonAnswer(response, 'The report.'), ...errorResponses },
  });
  routes.openapi(route, async (c: Context<AppEnv>) => {
    const asked = query.parse(c.req.query());
    return c.json(await build(await reportContext(c, deps), asked), 200) as never;
  });
}

/** GET of the managers' reports and their files. */
export function createReportRoutes(deps: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  for (const name of reportNames)
    addReport(routes, deps, name, reports[name] as unknown as Report<z.ZodType, z.ZodType>);

  routes.openapi(exportRoute, async (c) => {
    const { id: name } = c.req.valid('param');
    const { format, lang, ...asked } = c.req.valid('query');
    const { query, build } = reports[name] as unknown as Report<z.ZodType, z.ZodType>;
    const parsed = query.safeParse(asked);
    refuseInvalid({ ...parsed, target: 'query' });
    const table = toTable(
      name,
      (await build(await reportContext(c, deps), query.parse(asked))) as object,
      lang,
    );
    c.set('auditObject', { kind: 'report', id: name });
    c.set('auditDetails', { format, rows: table.rows.length });
    const body = format === 'csv' ? writeCsv(table, lang) : new Uint8Array(await writeXlsx(table, lang));
    return c.body(body, 200, {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="earmark-${name}.${format}"`,
    }) as never;
  });

  return routes;
}
