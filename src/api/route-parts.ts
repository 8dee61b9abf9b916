import { z } from '@hono/zod-openapi';
import { errorResponseSchema } from './contract.ts';

const errorContent = { 'application/json': { schema: errorResponseSchema } };

/** Ids are any text: one that is no id of this store is answered like one that is not there. */
export const idParam = z.object({ id: z.string().max(200) });

/** The error answers every route may give. */
export const errorResponses = {
  400: { description: 'The request is not valid.', content: errorContent },
  401: { description: 'Nobody is signed in.', content: errorContent },
  403: { description: 'The caller may not do this.', content: errorContent },
  404: { description: 'There is no such thing, or it is not yours to see.', content: errorContent },
} as const;

/** More error answers, for routes that change something. */
export const changeErrorResponses = {
  ...errorResponses,
  409: { description: 'The state of the call forbids it.', content: errorContent },
  413: { description: 'The body is too large.', content: errorContent },
  415: { description: 'The body is not JSON.', content: errorContent },
} as const;

/** A JSON answer in the form of a schema. */
export function jsonAnswer<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A required JSON body in the form of a schema. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } };
}
