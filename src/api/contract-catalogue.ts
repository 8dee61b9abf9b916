import { z } from 'zod';
import { actions } from '../domain/access-rules.ts';
import { localizedSchema } from '../domain/call.ts';
import { callFailureSchema } from '../domain/call-record.ts';
import { isoTime, uuid } from './contract.ts';
import { personSchema } from './contract-people.ts';

/** POST /imports: a folder of this server or `s3://bucket/prefix`. */
export const importRequestSchema = z.strictObject({ source: z.string().trim().min(1).max(2000) });
export type ImportRequest = z.infer<typeof importRequestSchema>;

/** POST /imports (202) and GET /imports/:id. */
export const importResponseSchema = z
  .object({
    id: uuid,
    source: z.string(),
    state: z.enum(['running', 'done', 'failed']),
    seen: z.int(),
    taken: z.int(),
    known: z.int(),
    refused: z.int(),
    finished: z.int(),
    failed: z.int(),
    failure: callFailureSchema.nullable(),
    startedAt: isoTime,
    endedAt: isoTime.nullable(),
  })
  .meta({ id: 'Import' });
export type ImportResponse = z.infer<typeof importResponseSchema>;

const criterionResponseSchema = z.object({
  id: z.string(),
  title: localizedSchema,
  kind: z.string(),
  weight: z.number(),
  critical: z.boolean(),
  clauses: z.array(z.string()),
});

/** GET /standards/:id. */
export const standardResponseSchema = z
  .object({
    id: z.string(),
    version: z.string(),
    hash: z.string(),
    title: localizedSchema,
    coverageFloor: z.number(),
    criteria: z.array(criterionResponseSchema),
  })
  .meta({ id: 'Standard' });
export const standardListResponseSchema = z.object({ standards: z.array(standardResponseSchema) });
export type StandardResponse = z.infer<typeof standardResponseSchema>;

/** GET /agents and /teams: what the filters offer, with how many calls each has. */
export const agentListResponseSchema = z.object({
  agents: z.array(
    z.object({ id: z.string(), name: z.string().nullable(), team: z.string().nullable(), calls: z.int() }),
  ),
});
export const teamListResponseSchema = z.object({
  teams: z.array(z.object({ team: z.string(), calls: z.int() })),
});
export type AgentListResponse = z.infer<typeof agentListResponseSchema>;
export type TeamListResponse = z.infer<typeof teamListResponseSchema>;

/** GET /me: who is signed in. */
export const meResponseSchema = z.object({
  name: z.string(),
  kind: z.enum(['local', 'token', 'person']),
  scopes: z.array(z.string()),
  /** Who that is, with roles; null for the local user and for tokens of no person. */
  person: personSchema.nullable(),
  /** What the caller may do somewhere; pages offer nothing else. */
  actions: z.array(z.enum(actions)),
});
export type MeResponse = z.infer<typeof meResponseSchema>;

/** GET /healthz and /readyz, outside of /api/v1. */
export const healthResponseSchema = z.object({
  status: z.enum(['ok', 'unavailable']),
  store: z.enum(['ok', 'unavailable']).optional(),
  /** Providers nobody asks until an operator resumes them. */
  closedProviders: z.array(z.object({ provider: z.string(), code: z.string() })).optional(),
});
