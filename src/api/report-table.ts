import type { Localized } from '../domain/call.ts';
import type { ReportTable } from '../domain/report-table.ts';
import type { ReportName } from './contract-reports.ts';

type Cell = string | number | null;
type Line = Readonly<Record<string, unknown>>;

/** Titles of columns by the name of the field they show; a field without one is not exported. */
const titles: Readonly<Record<string, Localized>> = {
  period: { en: 'Period from', zh: '期间起始日' },
  version: { en: 'Standard version', zh: '规范版本' },
  engine: { en: 'Transcriber and judge', zh: '转写与评判引擎' },
  criterion: { en: 'Criterion', zh: '检查项' },
  heading: { en: 'Heading', zh: '考核方面' },
  agent: { en: 'Agent', zh: '坐席' },
  agentName: { en: 'Agent name', zh: '坐席姓名' },
  team: { en: 'Team', zh: '团队' },
  customer: { en: 'Customer', zh: '客户' },
  customerName: { en: 'Customer name', zh: '客户姓名' },
  callId: { en: 'Call', zh: '通话' },
  at: { en: 'At', zh: '时间' },
  verdict: { en: 'Verdict', zh: '判定' },
  reason: { en: 'Reason', zh: '原因' },
  hits: { en: 'Met', zh: '符合' },
  of: { en: 'Of calls decided', zh: '可判定通话数' },
  rate: { en: 'Rate', zh: '符合率' },
  low: { en: '95 % from', zh: '95% 区间下限' },
  high: { en: '95 % to', zh: '95% 区间上限' },
  partly: { en: 'Partly met', zh: '部分符合' },
  unmet: { en: 'Unmet', zh: '不符合' },
  notApplicable: { en: 'Not applicable', zh: '不适用' },
  notAssessable: { en: 'Not assessable', zh: '无法判定' },
  setAside: { en: 'Left out as a whole', zh: '整通排除' },
  lowerLimit: { en: 'Lower limit', zh: '控制下限' },
  upperLimit: { en: 'Upper limit', zh: '控制上限' },
  signals: { en: 'Signals', zh: '异常信号' },
  shrunkRate: { en: 'Credible rate', zh: '可信符合率' },
  shrunkLow: { en: 'Credible from', zh: '可信区间下限' },
  shrunkHigh: { en: 'Credible to', zh: '可信区间上限' },
  coverage: { en: 'Decided of applicable', zh: '判定覆盖率' },
  decision: { en: 'Band', zh: '奖金档判定' },
  probability: { en: 'Probability', zh: '概率' },
  calls: { en: 'Calls', zh: '通话数' },
  outbound: { en: 'Outbound', zh: '呼出' },
  inbound: { en: 'Inbound', zh: '呼入' },
  talkSeconds: { en: 'Seconds on the phone', zh: '通话秒数' },
  interested: { en: 'Interested', zh: '有意向' },
  notesMissing: { en: 'Notes missing', zh: '缺通话记录' },
  notScored: { en: 'Not scored', zh: '未评分' },
  outcomes: { en: 'Outcomes', zh: '结果' },
  outcome: { en: 'Outcome', zh: '结果' },
  state: { en: 'State', zh: '状态' },
  due: { en: 'Due', zh: '应跟进日' },
  intentPercent: { en: 'Intent %', zh: '意向百分比' },
  doneAt: { en: 'Followed up at', zh: '跟进时间' },
  otherAgent: { en: 'Other agent', zh: '另一坐席' },
  otherAt: { en: 'Other call at', zh: '另一通话时间' },
  otherCallId: { en: 'Other call', zh: '另一通话' },
  standard: { en: 'Standard', zh: '规范' },
  quotes: { en: 'Said', zh: '原话' },
};

const pair = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [null, null]);

/** A line with its intervals, limits and lists laid out in cells. */
function laidOut(line: Line, language: 'en' | 'zh'): Line {
  const shrunk = line.shrunk as { rate: number; interval: [number, number] } | null | undefined;
  const band = line.band as { probability: number; decision: string } | null | undefined;
  const reason = line.reason;
  return {
    ...line,
    ...('interval' in line ? { low: pair(line.interval)[0], high: pair(line.interval)[1] } : {}),
    ...('limits' in line ? { lowerLimit: pair(line.limits)[0], upperLimit: pair(line.limits)[1] } : {}),
    ...('shrunk' in line
      ? {
          shrunkRate: shrunk?.rate ?? null,
          shrunkLow: shrunk?.interval[0] ?? null,
          shrunkHigh: shrunk?.interval[1] ?? null,
        }
      : {}),
    ...('band' in line ? { decision: band?.decision ?? null, probability: band?.probability ?? null } : {}),
    ...(typeof reason === 'object' && reason !== null ? { reason: (reason as Localized)[language] } : {}),
    ...(Array.isArray(line.signals) ? { signals: line.signals.join(' ') } : {}),
    ...(Array.isArray(line.outcomes)
      ? { outcomes: line.outcomes.map(({ outcome, calls }) => `${outcome} × ${calls}`).join(' · ') }
      : {}),
    ...(Array.isArray(line.quotes) ? { quotes: line.quotes.map(({ text }) => text).join(' / ') } : {}),
  };
}

interface Report {
  readonly points?: readonly Line[];
  readonly segments?: readonly Line[];
  readonly criteria?: readonly Line[];
  readonly agents?: readonly Line[];
  readonly calls?: readonly Line[];
}

/** The lines of a report: those its page draws, in the same order. */
function linesOf(name: ReportName, report: Report): readonly Line[] {
  if (name === 'compliance') {
    return (report.points ?? []).map((point) => ({ ...report.segments?.[Number(point.segment)], ...point }));
  }
  if (name === 'assessment') {
    return (report.agents ?? []).flatMap(({ agent, coverage, headings }) =>
      (headings as Line[]).map((heading) => ({ agent, ...heading, coverage })),
    );
  }
  return report.criteria ?? report.agents ?? report.calls ?? [];
}

/** A report as a table: one row per line of its page, one column per field that any line has. */
export function toTable(name: ReportName, report: object, language: 'en' | 'zh'): ReportTable {
  const lines = linesOf(name, report as Report).map((line) => laidOut(line, language));
  const fields = Object.keys(titles).filter((field) => lines.some((line) => field in line));
  const cell = (value: unknown): Cell =>
    typeof value === 'number' || typeof value === 'string' ? value : null;
  return {
    name,
    columns: fields.flatMap((field) => titles[field] ?? []),
    rows: lines.map((line) => fields.map((field) => cell(line[field]))),
  };
}
