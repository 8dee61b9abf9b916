import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { ComplianceResponse, CriteriaResponse } from '../../api/contract-reports.ts';
import { useWording } from '../text/use-texts.tsx';
import { spellOut, useCriterionTitle } from '../verdict/use-criterion-title.ts';
import { intervalText, rateText } from './rate-text.ts';
import { ReportFrame } from './report-frame.tsx';
import { ReportTable } from './report-table.tsx';
import { useReportTexts } from './report-texts.ts';
import { TrendChart } from './trend-chart.tsx';
import { reportAddress, useReport, useReportFilters } from './use-report.ts';

const names = [
  'criterion',
  'team',
  'agent',
  'standard',
  'language',
  'series',
  'grain',
  'from',
  'to',
] as const;

/** Last day of a period that begins on a day. */
function endOf(period: string, grain: string): string {
  const date = new Date(`${period}T00:00:00Z`);
  if (grain === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCDate(date.getUTCDate() + 7);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

function Caveats({ report }: { report: ComplianceResponse }) {
  const texts = useReportTexts();
  const { formats } = useWording();
  const { compliance: words } = texts;
  const last = report.segments.at(-1);
  const corrected = last?.corrected;
  return (
    <List size="sm" spacing={2}>
      <List.Item>
        {words.total}: {rateText(report.total, texts, formats)}{' '}
        {report.total.interval && `(${intervalText(report.total.interval, texts, formats)})`}
        {' · '}
        {words.decided(report.total.of)}
      </List.Item>
      {report.segments.length > 1 && <List.Item>{words.breaks}</List.Item>}
      {last?.lacking && <List.Item>{words.lacking[last.lacking]}</List.Item>}
      {last?.chart && <List.Item>{words.chartKind[last.chart]}</List.Item>}
      {corrected?.refused === 'no-labels' && <List.Item>{words.noLabels}</List.Item>}
      {corrected?.refused === 'judge-too-uncertain' && <List.Item>{words.uncertain}</List.Item>}
      {corrected?.refused === null && (
        <List.Item>
          {words.corrected(
            formats.percent(corrected.rate),
            formats.percent(corrected.interval[0]),
            formats.percent(corrected.interval[1]),
          )}
        </List.Item>
      )}
      <List.Item>
        {report.smallestSeenFall === null
          ? words.unseen
          : words.smallest(formats.percent(report.smallestSeenFall))}
      </List.Item>
    </List>
  );
}

function LeftOut({ report }: { report: ComplianceResponse }) {
  const { compliance: words } = useReportTexts();
  if (report.leftOut.length === 0) return null;
  return (
    <section>
      <Title order={2}>{words.leftOut}</Title>
      <List size="sm">
        {report.leftOut.map(({ outcome, reason, calls }) => (
          <List.Item key={outcome + reason}>
            {words.outcome[outcome]}: {spellOut(reason)} · {calls}
          </List.Item>
        ))}
      </List>
    </section>
  );
}

function PointTable({ report }: { report: ComplianceResponse }) {
  const texts = useReportTexts();
  const { formats } = useWording();
  const { columns, compliance: words } = texts;
  const { grain = 'week', ...filter } = report.filter;
  const rows = report.points.map((point) => ({
    key: `${point.segment} ${point.period}`,
    cells: [
      point.period,
      report.segments[point.segment]?.version,
      texts.kOfN(point.hits, point.of),
      point.rate === null ? '' : formats.percent(point.rate),
      intervalText(point.interval, texts, formats),
      intervalText(point.limits, texts, formats),
      point.notApplicable + point.notAssessable + point.setAside,
      point.signals.map((signal) => words.signals[signal]).join(', '),
      <Anchor
        key="calls"
        component={Link}
        aria-label={words.toCalls(point.period)}
        href={reportAddress('calls', {
          ...filter,
          version: report.segments[point.segment]?.version,
          from: point.period,
          to: endOf(point.period, grain),
        })}
      >
        {words.show}
      </Anchor>,
    ],
  }));
  const heads = [
    columns.period,
    columns.version,
    columns.met,
    columns.rate,
    columns.interval,
    columns.limits,
    columns.leftOut,
    columns.signal,
    columns.calls,
  ];
  return <ReportTable caption={words.chart} columns={heads} rows={rows} />;
}

function Overview() {
  const texts = useReportTexts();
  const { formats } = useWording();
  const titleOf = useCriterionTitle();
  const { filters } = useReportFilters(names);
  const { criterion: _, ...rest } = filters;
  const { data } = useReport<CriteriaResponse>('criteria', rest);
  if (data === undefined || data.criteria.length === 0) return null;
  return (
    <section>
      <Title order={2}>{texts.compliance.overview}</Title>
      <ReportTable
        caption={texts.compliance.overview}
        columns={[
          texts.columns.criterion,
          texts.columns.met,
          texts.columns.rate,
          texts.columns.interval,
          texts.columns.leftOut,
        ]}
        rows={data.criteria.map((one) => ({
          key: one.criterion,
          cells: [
            <Anchor
              key="criterion"
              component={Link}
              href={reportAddress('compliance', { ...filters, criterion: one.criterion })}
            >
              {titleOf(one.criterion)}
            </Anchor>,
            texts.kOfN(one.hits, one.of),
            one.rate === null ? '' : formats.percent(one.rate),
            intervalText(one.interval, texts, formats),
            one.notApplicable + one.notAssessable + one.setAside,
          ],
        }))}
      />
    </section>
  );
}

/** A criterion over time, from every point to its calls; below it every criterion of the standard. */
export function ComplianceReport() {
  const titleOf = useCriterionTitle();
  return (
    <>
      <ReportFrame<ComplianceResponse>
        page="compliance"
        report="compliance"
        filters={names}
        isEmpty={({ points }) => points.length === 0}
      >
        {(report) => (
          <Stack gap="md">
            <Text fw={600}>{titleOf(report.filter.criterion ?? '')}</Text>
            {/* under thirty calls a period there is no rate, and nothing to draw */}
            {report.points.some(({ rate }) => rate !== null) && <TrendChart report={report} />}
            <Caveats report={report} />
            <PointTable report={report} />
            <LeftOut report={report} />
          </Stack>
        )}
      </ReportFrame>
      <Overview />
    </>
  );
}
