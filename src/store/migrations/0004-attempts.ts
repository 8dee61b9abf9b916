/** How attempts ended: those a process did not survive, and calls that were given up. */
export const attempts = `
-- attempts begun and not settled: each but a running one ended with the process that made it
alter table calls add column crashes integer not null default 0;
alter table calls add column gave_up_at timestamptz;
create index calls_given_up on calls (gave_up_at desc, id desc) where gave_up_at is not null;
`;
