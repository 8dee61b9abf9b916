/** Tokens of the judge beside the money: reserved before a request, spent after it. */
export const tokenBudget = `
alter table budgets add column tokens_spent bigint not null default 0;
alter table budgets add column tokens_reserved bigint not null default 0;
-- the worst case of a reserved request, in tokens; what it took once it is paid
alter table ledger add column tokens bigint not null default 0;
update ledger set tokens = coalesce(tokens_sent, 0) + coalesce(tokens_received, 0);
update budgets set tokens_spent =
  coalesce((select sum(tokens) from ledger where ledger.month = budgets.month and stage = 'judge-call'), 0);
`;
