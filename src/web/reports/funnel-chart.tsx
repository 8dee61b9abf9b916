import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  XAxis,
  YAxis,
} from 'recharts';
import type { FunnelResponse } from '../../api/contract-reports.ts';
import { useWording } from '../text/use-texts.tsx';
import { useReportTexts } from './report-texts.ts';

/** Agents between limits that narrow with the number of calls. */
export function FunnelChart({ report }: { report: FunnelResponse }) {
  const texts = useReportTexts();
  const { formats } = useWording();
  const limits = report.limits.map(({ of, inner, outer }) => ({
    of,
    low: inner[0],
    high: inner[1],
    lowest: outer[0],
    highest: outer[1],
  }));
  const agents = report.agents.filter(({ rate }) => rate !== null);
  const most = Math.max(40, ...report.limits.map(({ of }) => of));
  return (
    <div role="img" aria-label={texts.funnel.chart} className="report-chart">
      <ResponsiveContainer width="100%" height={320}>
        <ComposedChart
          data={limits}
          accessibilityLayer={false}
          margin={{ top: 8, right: 12, bottom: 4, left: 0 }}
        >
          <CartesianGrid className="chart-grid" />
          <XAxis dataKey="of" type="number" domain={[0, most]} tick={{ fontSize: 11 }} />
          <YAxis
            domain={[0, 1]}
            tickFormatter={(value: number) => formats.percent(value)}
            tick={{ fontSize: 11 }}
            width={52}
          />
          {(['low', 'high'] as const).map((name) => (
            <Line
              key={name}
              dataKey={name}
              type="monotone"
              dot={false}
              isAnimationActive={false}
              className="trend-limit"
            />
          ))}
          {(['lowest', 'highest'] as const).map((name) => (
            <Line
              key={name}
              dataKey={name}
              type="monotone"
              dot={false}
              isAnimationActive={false}
              className="trend-limit is-outer"
            />
          ))}
          {report.target !== null && <ReferenceLine y={report.target} className="trend-break" />}
          <Scatter
            data={agents.filter(({ isUnusual }) => !isUnusual)}
            dataKey="rate"
            isAnimationActive={false}
            className="funnel-agent"
          />
          <Scatter
            data={agents.filter(({ isUnusual }) => isUnusual)}
            dataKey="rate"
            isAnimationActive={false}
            className="funnel-agent is-signal"
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
