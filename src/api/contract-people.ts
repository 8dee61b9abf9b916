import { z } from 'zod';
import { roles } from '../domain/person.ts';

/** Somebody who signs in, with what access depends on. */
export const personSchema = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    teams: z.array(z.string()),
    agents: z.array(z.string()),
  })
  .meta({ id: 'Person' });

/** GET /session/options: how one can sign in here. */
export const signInOptionsSchema = z
  .object({
    /** False while the local user needs no sign-in. */
    isNeeded: z.boolean(),
    /** Name of the identity provider, when one is configured. */
    identityProvider: z.string().nullable(),
  })
  .meta({ id: 'SignInOptions' });
export type SignInOptions = z.infer<typeof signInOptionsSchema>;

/** POST /session. */
export const signInRequestSchema = z.strictObject({
  login: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(1000),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** DELETE /session. */
export const signedOutSchema = z.object({ isSignedOut: z.boolean() });
