import { Loader } from '@mantine/core';
import { IconAlertCircle, IconCopy, IconUserExclamation } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { CallRow } from '../../api/contract.ts';
import { isInWork } from '../queries.ts';
import { useWording } from '../text/use-texts.tsx';
import { TotalFigure } from '../verdict/total-figure.tsx';
import { useAttentionLines } from '../verdict/use-attention-lines.ts';
import { VerdictStrip } from '../verdict/verdict-strip.tsx';

const LINES_SHOWN = 2;

function CallFailureLine({ call }: { call: CallRow }) {
  const { texts } = useWording();
  if (!call.error) return null;
  const { stage, message, remedy } = call.error;
  const where = stage ? `${texts.list.failedAt} ${texts.stages[stage] ?? stage}: ` : '';
  return (
    <p className="row-failure">
      <IconAlertCircle size={14} aria-hidden />
      <span>
        {where}
        {message}
        {remedy && <em> {remedy}</em>}
      </span>
    </p>
  );
}

function AttentionReasons({ call }: { call: CallRow }) {
  const linesOf = useAttentionLines();
  if (call.needsPerson.length === 0) return null;
  const lines = linesOf(call.needsPerson);
  const shown = lines.slice(0, LINES_SHOWN);
  return (
    <ul className="row-reasons">
      {shown.map((line) => (
        <li key={line}>
          <IconUserExclamation size={14} aria-hidden />
          <span>{line}</span>
        </li>
      ))}
      {lines.length > LINES_SHOWN && <li className="row-more">+{lines.length - LINES_SHOWN}</li>}
    </ul>
  );
}

function CallStatusNote({ call }: { call: CallRow }) {
  const { texts } = useWording();
  if (call.status === 'scored' || call.status === 'not-scored') return null;
  return (
    <span className="status-note" data-status={call.status}>
      {isInWork(call.status) && <Loader size={12} aria-hidden />}
      {call.status === 'duplicate' && <IconCopy size={12} aria-hidden />}
      {texts.statuses[call.status]}
    </span>
  );
}

/** Details of a call in one line, what is unknown left out. */
function useCallLine(call: CallRow): string {
  const { texts } = useWording();
  const parts = [
    call.team,
    call.customerId && `${texts.parties.customer} ${call.customerId}`,
    call.kind && (texts.kinds[call.kind] ?? call.kind),
    call.direction && texts.directions[call.direction],
    call.language && texts.languages[call.language],
  ];
  return parts.filter(Boolean).join(' · ');
}

/** One call in the list: result, who and when, verdicts, and why a person is needed. */
export function CallListRow({ call }: { call: CallRow }) {
  const { texts, formats } = useWording();
  const name = call.agent ? (call.agent.name ?? call.agent.id) : texts.list.noAgent;
  return (
    <li className="call-row" data-status={call.status}>
      <div className="row-result">
        <TotalFigure
          total={call.total}
          coverage={call.coverage}
          notScored={call.notScored}
          criticalFailures={call.criticalFailures}
        />
        <CallStatusNote call={call} />
      </div>
      <div className="row-call">
        <Link href={`/calls/${call.id}`} className="row-link" data-unknown={call.agent === null || undefined}>
          {name}
          <span className="visually-hidden"> {call.callId ?? call.key}</span>
        </Link>
        <span className="row-line">{useCallLine(call)}</span>
        <span className="row-line row-key">{call.callId ?? call.key}</span>
      </div>
      <div className="row-time">
        <span>{call.startedAt ? formats.dateTime(call.startedAt) : texts.list.noTime}</span>
        {call.durationMs !== null && <span className="row-line">{formats.clock(call.durationMs)}</span>}
      </div>
      <div className="row-verdicts">
        <VerdictStrip marks={call.strip} />
      </div>
      <div className="row-attention">
        <CallFailureLine call={call} />
        {call.duplicateOf && (
          <p className="row-duplicate">
            <Link href={`/calls/${call.duplicateOf}`}>{texts.list.duplicateOf}</Link>
          </p>
        )}
        <AttentionReasons call={call} />
      </div>
    </li>
  );
}
