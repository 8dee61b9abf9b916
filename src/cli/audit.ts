import { type Command, InvalidArgumentError } from 'commander';
import type { AuditCheck, AuditHead, AuditRow } from '../domain/audit.ts';
import { withStore } from './open-records.ts';
import { exitCodes } from './report-error.ts';

const wordsByFault = {
  edited: 'was edited',
  missing: 'is missing',
  reordered: 'changed its place',
  unlinked: 'does not follow the row before',
  rewritten: 'was rewritten: its hash is not the one that was noted outside of the database',
  'head-differs': 'is not what the head says',
} as const;

function readHead(given: string): AuditHead {
  const [, rows, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(given) ?? [];
  if (rows === undefined || hash === undefined)
    throw new InvalidArgumentError('as verify printed it: ROWS:HASH');
  return { rows: Number(rows), hash };
}

function describe({ seq, at, actor, action, object, details }: AuditRow): string {
  const who = `${actor.kind}${actor.id === null ? '' : ` ${actor.id}`}`;
  const what = object === null ? '' : `  ${object.kind} ${object.id}`;
  const more = Object.entries(details).map(([name, value]) => `${name}=${value}`);
  return `${seq}  ${at}  ${who}  ${action}${what}${more.length > 0 ? `  ${more.join(' ')}` : ''}`;
}

function report({ head, fault, anchored }: AuditCheck): void {
  if (fault === null) {
    console.log(`${head.rows} rows, whole; ${anchored} of them anchored outside of the database`);
    console.log(`head ${head.rows}:${head.hash}`);
    return;
  }
  console.error(`row ${fault.seq} ${wordsByFault[fault.kind]}`);
  process.exitCode = exitCodes.someFailed;
}

/** `earmark audit`: who did what, and whether that record is whole. */
export function register(program: Command): void {
  const audit = program.command('audit').description('who did what, and whether that record is whole');
  audit
    .command('verify')
    .description(
      'find any edit, drop or reorder, and name the first bad row; prints the head to note elsewhere',
    )
    .option('--head <rows:hash>', 'a head that was noted before', readHead)
    .option('--json', 'the whole answer as JSON')
    .action(async (options: { head?: AuditHead; json?: true }) => {
      const check = await withStore((store) => store.audit.verify(options.head));
      if (!options.json) return report(check);
      console.log(JSON.stringify(check));
      if (check.fault !== null) process.exitCode = exitCodes.someFailed;
    });
  audit
    .command('list')
    .description('newest first')
    .option('--action <action>', 'e.g. call-played')
    .option('--actor <id>')
    .option('--object <id>')
    .option('--limit <number>', 'most to list', Number, 100)
    .option('--json', 'one JSON object a line')
    .action(async ({ limit, json, ...filter }: { limit: number; json?: true }) => {
      const rows = await withStore((store) => store.audit.list(filter, { limit, before: null }));
      for (const row of rows) console.log(json ? JSON.stringify(row) : describe(row));
    });
}
