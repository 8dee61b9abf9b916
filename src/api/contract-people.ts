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

const label = z.string().trim().min(1).max(200);
const listOf = (most: number) => z.array(label).max(most);

/** One of GET /users. */
export const personRecordSchema = personSchema
  .extend({
    isDemo: z.boolean(),
    isDisabled: z.boolean(),
    hasPassword: z.boolean(),
    hasIdentity: z.boolean(),
    createdAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'PersonRecord' });
export type PersonRecordResponse = z.infer<typeof personRecordSchema>;

/** GET /users: everybody, and the teams there are. */
export const peopleResponseSchema = z
  .object({ people: z.array(personRecordSchema), teams: z.array(z.string()) })
  .meta({ id: 'People' });
export type PeopleResponse = z.infer<typeof peopleResponseSchema>;

/** PATCH /users/:id: what is left out stays. */
export const personChangeSchema = z.strictObject({
  name: label.optional(),
  roles: z.array(z.enum(roles)).max(roles.length).optional(),
  teams: listOf(500).optional(),
  agents: listOf(50).optional(),
  password: z.string().max(1000).optional(),
  isDisabled: z.boolean().optional(),
});
export type PersonChangeRequest = z.infer<typeof personChangeSchema>;

/** POST /users; without a password only the identity provider lets the person in. */
export const newPersonSchema = personChangeSchema
  .omit({ isDisabled: true })
  .extend({ login: label, name: label, roles: z.array(z.enum(roles)).max(roles.length) });
export type NewPersonRequest = z.infer<typeof newPersonSchema>;

/** POST /teams: a name that calls carry. */
export const newTeamSchema = z.strictObject({ name: label });
export const newTeamResponseSchema = z.object({ name: z.string(), isNew: z.boolean() });

/** PUT /session/password: a person's own. */
export const ownPasswordSchema = z.strictObject({
  current: z.string().min(1).max(1000),
  next: z.string().min(1).max(1000),
});
export type OwnPasswordRequest = z.infer<typeof ownPasswordSchema>;

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
