import { Stack, Text } from '@mantine/core';
import type {
  CollisionResponse,
  DailyResponse,
  FollowUpResponse,
  PointResponse,
  ProblemResponse,
  VoiceMailResponse,
} from '../../api/contract-reports.ts';
import { useWording } from '../text/use-texts.tsx';
import { spellOut } from '../verdict/use-criterion-title.ts';
import { ReportFrame } from './report-frame.tsx';
import { ReportTable } from './report-table.tsx';
import { useReportTexts } from './report-texts.ts';
import { agentOf, CallLink, customerOf } from './reported-call.tsx';

/** What each agent did on a day. */
export function DailyReport() {
  const texts = useReportTexts();
  const { formats } = useWording();
  const { columns } = texts;
  const heads = [
    columns.agent,
    columns.calls,
    columns.outbound,
    columns.inbound,
    columns.talk,
    columns.interested,
    columns.notesMissing,
    columns.notScored,
    columns.outcomes,
  ];
  return (
    <ReportFrame<DailyResponse>
      page="daily"
      report="daily"
      filters={['day', 'team']}
      isEmpty={({ agents }) => agents.length === 0}
    >
      {({ agents, filter }) => (
        <Stack gap="sm">
          <Text size="sm">
            {filter.day} · {texts.daily.note}
          </Text>
          <ReportTable
            caption={texts.pages.daily}
            columns={heads}
            rows={agents.map((one) => ({
              key: one.agent,
              cells: [
                ...[
                  agentOf(one),
                  one.calls,
                  one.outbound,
                  one.inbound,
                  formats.clock(one.talkSeconds * 1000),
                ],
                ...[one.interested, one.notesMissing, one.notScored],
                one.outcomes.map(({ outcome, calls }) => `${outcome} × ${calls}`).join(' · '),
              ],
            }))}
          />
        </Stack>
      )}
    </ReportFrame>
  );
}

/** Interested customers: due, overdue, done. */
export function FollowUpReport() {
  const texts = useReportTexts();
  const { columns, followUps: words } = texts;
  const heads = [
    columns.due,
    columns.state,
    columns.customer,
    columns.agent,
    columns.at,
    columns.outcome,
    columns.note,
  ];
  return (
    <ReportFrame<FollowUpResponse>
      page="follow-ups"
      report="follow-ups"
      filters={['state', 'team', 'agent', 'from', 'to']}
      isEmpty={({ calls }) => calls.length === 0}
    >
      {({ calls, totals }) => (
        <Stack gap="sm">
          <Text fw={600}>{words.totals(totals.due, totals.overdue, totals.done, totals.doneLate)}</Text>
          <Text size="sm">{words.note}</Text>
          <ReportTable
            caption={texts.pages['follow-ups']}
            columns={heads}
            rows={calls.map((call) => ({
              key: call.callId,
              cells: [
                call.due,
                texts.state[call.state],
                customerOf(call),
                agentOf(call),
                <CallLink key="call" call={call} />,
                call.outcome,
                [call.isDueStated ? '' : words.assumed, call.isLate ? words.late : '']
                  .filter(Boolean)
                  .join(' · '),
              ],
            }))}
          />
        </Stack>
      )}
    </ReportFrame>
  );
}

/** One customer, several agents. */
export function CollisionReport() {
  const texts = useReportTexts();
  const { formats } = useWording();
  const { columns, collisions: words } = texts;
  return (
    <ReportFrame<CollisionResponse>
      page="collisions"
      report="collisions"
      filters={['team', 'agent', 'from', 'to']}
      isEmpty={({ calls }) => calls.length === 0}
    >
      {({ calls, total }) => (
        <Stack gap="sm">
          <Text size="sm">
            {words.total(total)} · {words.note}
          </Text>
          <ReportTable
            caption={texts.pages.collisions}
            columns={[columns.at, columns.customer, columns.agent, columns.other]}
            rows={calls.map((call) => ({
              key: call.callId,
              cells: [
                <CallLink key="call" call={call} />,
                customerOf(call),
                agentOf(call),
                <span key="other">
                  {call.otherAgent} ·{' '}
                  <CallLink call={{ ...call, callId: call.otherCallId, at: call.otherAt }} />
                </span>,
              ],
            }))}
          />
          {calls.length < total && (
            <Text size="sm">
              {texts.point.more} {formats.number(total)}
            </Text>
          )}
        </Stack>
      )}
    </ReportFrame>
  );
}

/** Problems customers raised, in their words. */
export function ProblemReport() {
  const texts = useReportTexts();
  const { language, texts: pages } = useWording();
  const { columns } = texts;
  return (
    <ReportFrame<ProblemResponse>
      page="problems"
      report="problems"
      filters={['team', 'agent', 'from', 'to']}
      isEmpty={({ calls }) => calls.length === 0}
    >
      {({ calls, hasMore }) => (
        <Stack gap="sm">
          <Text size="sm">{texts.problems.note}</Text>
          <ReportTable
            caption={texts.pages.problems}
            columns={[
              columns.at,
              columns.agent,
              columns.customer,
              columns.said,
              columns.verdict,
              columns.note,
            ]}
            rows={calls.map((call) => ({
              key: call.callId + call.standard,
              cells: [
                <CallLink key="call" call={call} />,
                agentOf(call),
                customerOf(call),
                call.quotes.map(({ text }) => text).join(' / '),
                pages.verdicts[call.verdict],
                call.reason[language],
              ],
            }))}
          />
          {hasMore && <Text size="sm">{texts.point.more}</Text>}
        </Stack>
      )}
    </ReportFrame>
  );
}

/** Voice mail nobody has answered. */
export function VoiceMailReport() {
  const texts = useReportTexts();
  const { columns, voiceMail: words } = texts;
  return (
    <ReportFrame<VoiceMailResponse>
      page="voice-mail"
      report="voice-mail"
      filters={['team', 'agent']}
      isEmpty={({ calls }) => calls.length === 0}
    >
      {({ calls, total }) => (
        <Stack gap="sm">
          <Text size="sm">
            {words.total(total)} · {words.note}
          </Text>
          <ReportTable
            caption={texts.pages['voice-mail']}
            columns={[columns.at, columns.customer, columns.agent, columns.note]}
            rows={calls.map((call) => ({
              key: call.callId,
              cells: [
                <CallLink key="call" call={call} />,
                customerOf(call),
                agentOf(call),
                call.canBeKnown ? '' : words.unknown,
              ],
            }))}
          />
        </Stack>
      )}
    </ReportFrame>
  );
}

/** The calls behind a point of a chart. */
export function PointReport() {
  const texts = useReportTexts();
  const { texts: pages } = useWording();
  const { columns } = texts;
  return (
    <ReportFrame<PointResponse>
      page="calls"
      report="calls"
      filters={['criterion', 'team', 'agent', 'standard', 'language', 'series', 'from', 'to', 'version']}
      isEmpty={({ calls }) => calls.length === 0}
    >
      {({ calls, hasMore, filter }) => (
        <Stack gap="sm">
          <ReportTable
            caption={texts.pages.calls}
            columns={[columns.at, columns.agent, columns.customer, columns.verdict, columns.note]}
            rows={calls.map((call) => ({
              key: call.callId,
              cells: [
                <CallLink key="call" call={call} criterion={filter.criterion} />,
                agentOf(call),
                customerOf(call),
                pages.verdicts[call.verdict],
                spellOut(call.reason),
              ],
            }))}
          />
          {hasMore && <Text size="sm">{texts.point.more}</Text>}
        </Stack>
      )}
    </ReportFrame>
  );
}
