import { z } from 'zod';

/** GET /audit: newest first; `before` is the number of the last row seen. */
export const auditQuerySchema = z.strictObject({
  action: z.string().max(100).optional(),
  actor: z.string().max(100).optional(),
  object: z.string().max(100).optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type AuditQuery = Partial<z.output<typeof auditQuerySchema>>;

const auditRowSchema = z.object({
  seq: z.int(),
  at: z.string(),
  actor: z.object({
    kind: z.enum(['person', 'token', 'local', 'command-line', 'nobody']),
    id: z.string().nullable(),
    /** The person's name today; null for whoever is no person. */
    name: z.string().nullable(),
  }),
  action: z.string(),
  object: z.object({ kind: z.string(), id: z.string() }).nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** One page of the audit. */
export const auditResponseSchema = z
  .object({ rows: z.array(auditRowSchema), nextBefore: z.int().nullable() })
  .meta({ id: 'Audit' });
export type AuditResponse = z.infer<typeof auditResponseSchema>;

/** GET /audit/check: whether the audit is as it was written. */
export const auditCheckResponseSchema = z
  .object({
    head: z.object({ rows: z.int(), hash: z.string() }),
    fault: z
      .object({
        seq: z.int(),
        kind: z.enum(['edited', 'missing', 'reordered', 'unlinked', 'rewritten', 'head-differs']),
      })
      .nullable(),
    anchored: z.int(),
  })
  .meta({ id: 'AuditCheck' });
export type AuditCheckResponse = z.infer<typeof auditCheckResponseSchema>;
