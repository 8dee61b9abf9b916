import { Anchor, List, Stack } from '@mantine/core';
import { Link } from 'wouter';
import type { FunnelResponse } from '../../api/contract-reports.ts';
import { useWording } from '../text/use-texts.tsx';
import { FunnelChart } from './funnel-chart.tsx';
import { intervalText, rateText } from './rate-text.ts';
import { ReportFrame } from './report-frame.tsx';
import { ReportTable } from './report-table.tsx';
import { useReportTexts } from './report-texts.ts';
import { reportAddress } from './use-report.ts';

function AgentTable({ report }: { report: FunnelResponse }) {
  const texts = useReportTexts();
  const { formats } = useWording();
  const { columns, funnel: words } = texts;
  const rows = report.agents.map((one) => ({
    key: one.agent,
    cells: [
      <Anchor
        key="agent"
        component={Link}
        href={reportAddress('compliance', { ...report.filter, grain: undefined, agent: one.agent })}
      >
        {one.agent}
      </Anchor>,
      texts.kOfN(one.hits, one.of),
      one.rate === null ? '' : rateText(one, texts, formats),
      intervalText(one.interval, texts, formats),
      one.shrunk === null
        ? ''
        : `${formats.percent(one.shrunk.rate)} (${intervalText(one.shrunk.interval, texts, formats)})`,
      one.rate === null ? words.few : one.isUnusual ? words.unusual : '',
    ],
  }));
  const heads = [columns.agent, columns.met, columns.rate, columns.interval, columns.credible, columns.note];
  return <ReportTable caption={words.chart} columns={heads} rows={rows} />;
}

/** Agents around everybody's rate: no ranks, limits that fit the number of calls, and shrinkage beside. */
export function FunnelReport() {
  const texts = useReportTexts();
  const { formats } = useWording();
  const words = texts.funnel;
  return (
    <ReportFrame<FunnelResponse>
      page="agents"
      report="funnel"
      filters={['criterion', 'team', 'standard', 'language', 'series', 'from', 'to']}
      isEmpty={({ agents }) => agents.length === 0}
    >
      {(report) => (
        <Stack gap="md">
          <FunnelChart report={report} />
          <List size="sm" spacing={2}>
            <List.Item>{words.noRanks}</List.Item>
            {report.reliability !== null && (
              <List.Item>{words.reliability(formats.percent(report.reliability))}</List.Item>
            )}
            {report.dispersion.extra > 0 && <List.Item>{words.scattered}</List.Item>}
            {report.spread !== null && <List.Item>{words.credible}</List.Item>}
          </List>
          <AgentTable report={report} />
        </Stack>
      )}
    </ReportFrame>
  );
}
