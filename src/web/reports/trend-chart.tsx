import {
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import type { ComplianceResponse } from '../../api/contract-reports.ts';
import { useWording } from '../text/use-texts.tsx';
import { useReportTexts } from './report-texts.ts';

type Point = ComplianceResponse['points'][number];

/** What the chart draws of a point; a point without a percentage is not drawn. */
function drawn(points: readonly Point[], segments: number) {
  return points.map((point) => {
    const shown = point.rate === null || point.interval === null ? null : point;
    const bars =
      shown?.interval && shown.rate !== null
        ? [shown.rate - shown.interval[0], shown.interval[1] - shown.rate]
        : null;
    const own = Array.from({ length: segments }, (_, segment) =>
      point.segment === segment
        ? {
            [`rate${segment}`]: shown?.rate ?? null,
            [`bars${segment}`]: bars,
            [`low${segment}`]: point.limits?.[0] ?? null,
            [`high${segment}`]: point.limits?.[1] ?? null,
          }
        : {},
    );
    return Object.assign({ period: point.period, isSignal: point.signals.length > 0 }, ...own) as Record<
      string,
      unknown
    >;
  });
}

function Dot(props: { cx?: number; cy?: number; payload?: { isSignal?: boolean } }) {
  const { cx, cy, payload } = props;
  if (cx === undefined || cy === undefined || Number.isNaN(cy)) return null;
  return (
    <circle
      cx={cx}
      cy={cy}
      r={payload?.isSignal ? 6 : 3.5}
      className={payload?.isSignal ? 'trend-dot is-signal' : 'trend-dot'}
    />
  );
}

/** A trend: one line per segment, never joined across a break, with intervals and limits. */
export function TrendChart({ report }: { report: ComplianceResponse }) {
  const texts = useReportTexts();
  const { formats } = useWording();
  const { points, segments } = report;
  const data = drawn(points, segments.length);
  const lowest = Math.min(...points.flatMap((one) => [one.interval?.[0] ?? 1, one.limits?.[0] ?? 1]), 0.9);
  const floor = Math.max(0, Math.floor(lowest * 10) / 10);
  const ticks = Array.from({ length: Math.round((1 - floor) * 10) + 1 }, (_, step) => floor + step / 10);
  return (
    <div role="img" aria-label={texts.compliance.chart} className="report-chart">
      <ResponsiveContainer width="100%" height={300}>
        <ComposedChart
          data={data}
          accessibilityLayer={false}
          margin={{ top: 8, right: 12, bottom: 4, left: 0 }}
        >
          <CartesianGrid vertical={false} className="chart-grid" />
          <XAxis
            dataKey="period"
            tick={{ fontSize: 11 }}
            allowDuplicatedCategory={false}
            padding={{ left: 16, right: 16 }}
          />
          <YAxis
            domain={[floor, 1]}
            ticks={ticks}
            tickFormatter={(value: number) => formats.percent(value)}
            tick={{ fontSize: 11 }}
            width={52}
          />
          {segments.map((segment, index) => (
            <Line
              key={`${segment.version} ${segment.engine} limits`}
              dataKey={`low${index}`}
              type="step"
              dot={false}
              isAnimationActive={false}
              className="trend-limit"
            />
          ))}
          {segments.map((segment, index) => (
            <Line
              key={`${segment.version} ${segment.engine} upper`}
              dataKey={`high${index}`}
              type="step"
              dot={false}
              isAnimationActive={false}
              className="trend-limit"
            />
          ))}
          {segments.map((segment, index) => (
            <Line
              key={`${segment.version} ${segment.engine}`}
              dataKey={`rate${index}`}
              type="linear"
              dot={Dot}
              isAnimationActive={false}
              className="trend-line"
            >
              <ErrorBar dataKey={`bars${index}`} width={3} direction="y" className="trend-interval" />
            </Line>
          ))}
          {segments.slice(1).map((segment) => (
            <ReferenceLine key={segment.from + segment.version} x={segment.from} className="trend-break" />
          ))}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
