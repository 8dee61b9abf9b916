import { Alert, Stack, Text } from '@mantine/core';
import type { AssessmentResponse } from '../../api/contract-reports.ts';
import { useWording } from '../text/use-texts.tsx';
import { intervalText, rateText } from './rate-text.ts';
import { ReportFrame } from './report-frame.tsx';
import { ReportTable } from './report-table.tsx';
import { useReportTexts } from './report-texts.ts';

type Heading = AssessmentResponse['agents'][number]['headings'][number];

function HeadingCell({ figure }: { figure: Heading }) {
  const texts = useReportTexts();
  const { formats } = useWording();
  if (figure.of === 0) return null;
  return (
    <>
      <Text size="sm">
        {rateText(figure, texts, formats)}{' '}
        {figure.interval && `(${intervalText(figure.interval, texts, formats)})`}
      </Text>
      {figure.rate !== null && (
        <Text size="xs" c="dimmed">
          {texts.kOfN(figure.hits, figure.of)}
        </Text>
      )}
      {figure.band && (
        <Text size="xs">
          {texts.columns.band}: {texts.assessment.band[figure.band.decision]} (
          {formats.percent(figure.band.probability)})
        </Text>
      )}
    </>
  );
}

/** Agents under the four headings of the assessment, for one month or year. */
export function AssessmentReport() {
  const texts = useReportTexts();
  const { formats } = useWording();
  const { assessment: words, columns } = texts;
  return (
    <ReportFrame<AssessmentResponse>
      page="assessment"
      report="assessment"
      filters={['grain', 'period', 'team', 'agent', 'standard', 'series', 'threshold']}
      isEmpty={({ agents }) => agents.length === 0}
    >
      {({ agents, filter }) => (
        <Stack gap="sm">
          {filter.series === 'machine' && <Alert color="yellow">{words.machine}</Alert>}
          <Text size="sm">
            {filter.period} · {texts.grain[filter.grain === 'year' ? 'year' : 'month']} · {words.note}
          </Text>
          <ReportTable
            caption={texts.pages.assessment}
            columns={[
              columns.agent,
              ...[
                words.headings.product,
                words.headings.skill,
                words.headings.communication,
                words.headings.needs,
              ],
              columns.coverage,
            ]}
            rows={agents.map((one) => ({
              key: one.agent,
              cells: [
                one.agent,
                ...one.headings.map((figure) => <HeadingCell key={figure.heading} figure={figure} />),
                one.coverage === null ? '' : formats.percent(one.coverage),
              ],
            }))}
          />
        </Stack>
      )}
    </ReportFrame>
  );
}
