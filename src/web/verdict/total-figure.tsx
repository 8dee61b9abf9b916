import { IconFlag3Filled } from '@tabler/icons-react';
import type { Reason } from '../../domain/verdict.ts';
import { useLocalized, useWording } from '../text/use-texts.tsx';

interface TotalFigureProps {
  readonly total: number | null;
  readonly coverage: number | null;
  readonly notScored: Reason | null;
  readonly criticalFailures: readonly string[];
  readonly isLarge?: boolean;
}

function CoverageBar({ coverage }: { coverage: number }) {
  return (
    <span className="coverage-bar" aria-hidden>
      <span style={{ width: `${Math.round(Math.min(1, Math.max(0, coverage)) * 100)}%` }} />
    </span>
  );
}

/** The total of a scorecard, never without its coverage; why there is none, and a flag for critical failures. */
export function TotalFigure(props: TotalFigureProps) {
  const { total, coverage, notScored, criticalFailures, isLarge = false } = props;
  const { texts, formats } = useWording();
  const localized = useLocalized();
  if (notScored) {
    return (
      <div className="total" data-large={isLarge || undefined}>
        <span className="total-none">{texts.total.notScored}</span>
        <span className="total-why">{localized(notScored)}</span>
      </div>
    );
  }
  if (coverage === null) return null;
  return (
    <div className="total" data-large={isLarge || undefined}>
      <span className={total === null ? 'total-none' : 'total-figure'}>
        {total === null ? texts.total.noTotal : formats.percent(total)}
      </span>
      <span className="total-coverage" title={texts.total.coverageHint}>
        <CoverageBar coverage={coverage} />
        {texts.total.coverage} {formats.percent(coverage)}
      </span>
      {total === null && isLarge && <span className="total-why">{texts.total.lowCoverage}</span>}
      {criticalFailures.length > 0 && (
        <span className="critical-flag">
          <IconFlag3Filled size={12} aria-hidden />
          {texts.total.critical(criticalFailures.length)}
        </span>
      )}
    </div>
  );
}
