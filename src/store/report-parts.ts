import { sql } from 'kysely';

/** The columns of a reported call, from `calls c`. */
export const callParts = sql`
  c.id as "callId", c.sort_at as at, c.agent_id as agent, c.agent_name as "agentName", c.team,
  c.customer_id as customer, c.metadata::json -> 'customer' ->> 'name' as "customerName"`;

/** A row as the database gives it: moments are dates. */
export type WithDates<T> = {
  readonly [key in keyof T]: key extends 'at' | 'doneAt' | 'otherAt' ? Date | Extract<T[key], null> : T[key];
};

/** A row with its moments as the rest of Earmark writes them. */
export function withTimes<T extends object>(row: WithDates<T>): T {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return Object.fromEntries(entries) as T;
}
