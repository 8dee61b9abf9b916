/** Standards as they were published; old scorecards name their id and version. */
export const standards = `
create table standards (
  standard_id text not null,
  version text not null,
  hash text not null,
  body text not null,
  published_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (standard_id, version)
);
`;
