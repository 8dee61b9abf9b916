import { z } from 'zod';

const words = z.array(z.string().trim().min(1).max(200)).max(2000);
const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'write a clock time as HH:MM');
const hours = z.tuple([clock, clock]);

/** A thing with its own name and the ways people say it. */
const namedSchema = z.strictObject({ name: z.string().trim().min(1).max(200), spoken: words.default([]) });

/** A fact all agents must state alike (统一口径): a price, an area, a date, a policy. */
export const factSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  subject: z.string().trim().min(1).max(200),
  /** Ways the subject is named in a call. */
  spoken: words.default([]),
  value: z.union([z.string().min(1).max(500), z.number()]),
  unit: z.string().max(40).optional(),
});

/** What belongs to one company and not to a standard; every list may be empty. */
export const companySchema = z.strictObject({
  version: z.literal(1),
  name: z.string().trim().min(1).max(200),
  /** Other ways the name is rightly said: short forms, brand, the other language. */
  spoken: words.default([]),
  /** Other companies whose names sound like this one's; such a name never counts as this company's. */
  notThese: words.default([]),
  /** IANA zone in which working hours and days are meant. */
  timeZone: z.string().default('UTC'),
  departments: z.array(namedSchema).default([]),
  agents: z
    .array(z.strictObject({ id: z.string().min(1), ...namedSchema.shape, team: z.string().optional() }))
    .default([]),
  products: z.array(namedSchema).default([]),
  facts: z.array(factSchema).default([]),
  /** Topics that must not leave the company, and what the agents must never promise. */
  confidential: words.default([]),
  forbiddenClaims: words.default([]),
  /** Technical terms and the plain words for them. */
  jargon: z.array(z.strictObject({ term: z.string().min(1), plain: z.string().min(1) })).default([]),
  calendar: z
    .strictObject({
      workingHours: z.array(hours).default([]),
      /** Times in which outbound calls are not made: meals and the midday rest. */
      quietHours: z.array(hours).default([]),
      /** ISO weekdays worked, 1 = Monday. */
      workingDays: z.array(z.int().min(1).max(7)).default([1, 2, 3, 4, 5]),
      holidays: z.array(z.iso.date()).default([]),
    })
    .prefault({}),
});
export type Company = z.infer<typeof companySchema>;

/** A company of which only the name is known, as when a call file carries it and no company file exists. */
export function companyNamed(name: string): Company {
  return companySchema.parse({ version: 1, name });
}

/** Stands in where neither a call file nor a company file names the company. */
export const unnamedCompany: Company = companyNamed('(not configured)');

/** False where nobody said which company the agents speak for, so that its name cannot be looked for. */
export function isNamed(company: Company): boolean {
  return company.name !== unnamedCompany.name;
}
