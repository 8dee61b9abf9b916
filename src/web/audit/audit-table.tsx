import { Text } from '@mantine/core';
import { Link } from 'wouter';
import type { AuditResponse } from '../../api/contract-audit.ts';
import { useWording } from '../text/use-texts.tsx';

type Row = AuditResponse['rows'][number];

function Details({ details }: { details: Row['details'] }) {
  const pairs = Object.entries(details).map(([name, value]) => `${name} ${String(value)}`);
  return <span className="small dim">{pairs.join(' · ')}</span>;
}

function AuditRow({ row: { seq, at, actor, action, object, details } }: { row: Row }) {
  const { texts, formats } = useWording();
  return (
    <tr>
      <td className="number">{seq}</td>
      <td>
        <time dateTime={at}>{formats.dateTime(at)}</time>
      </td>
      <td>
        {actor.name ?? texts.audit.actors[actor.kind]}
        {actor.id !== null && (
          <Link className="small" href={`/audit?actor=${encodeURIComponent(actor.id)}`}>
            {' '}
            {actor.id.slice(0, 8)}
          </Link>
        )}
      </td>
      <td>
        <code>{action}</code>
      </td>
      <td>
        {object === null ? (
          texts.none
        ) : (
          <Link className="small" href={`/audit?object=${encodeURIComponent(object.id)}`}>
            {object.kind} {object.id.slice(0, 8)}
          </Link>
        )}
      </td>
      <td>
        <Details details={details} />
      </td>
    </tr>
  );
}

/** Rows of the audit, newest first; ids lead to all rows of the same. */
export function AuditTable({ rows }: { rows: readonly Row[] }) {
  const { texts } = useWording();
  if (rows.length === 0) return <Text role="status">{texts.audit.empty}</Text>;
  const names = [
    ...[texts.audit.number, texts.audit.time, texts.audit.who],
    ...[texts.audit.what, texts.audit.onWhat, texts.audit.details],
  ];
  return (
    <section className="table-frame" aria-label={texts.audit.title}>
      <table className="records">
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AuditRow key={row.seq} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
