import { useTexts } from '../text/use-texts.tsx';
import type { LaneMark } from './lanes.ts';
import { useLayerName } from './waveform.tsx';

type Layer = LaneMark['layer'];

const order: readonly Layer[] = [
  'interruption',
  'simultaneous-start',
  'turn-end',
  'backchannel',
  'unclear',
  'hold',
  'raised',
  'evidence',
];

interface MarkLegendProps {
  readonly marks: readonly LaneMark[];
  readonly hidden: ReadonlySet<Layer>;
  onChange(hidden: ReadonlySet<Layer>): void;
}

/** What the marks on the waveform mean, how many there are, and a switch for each kind. */
export function MarkLegend({ marks, hidden, onChange }: MarkLegendProps) {
  const texts = useTexts();
  const nameOf = useLayerName();
  const present = order.filter((layer) => marks.some((mark) => mark.layer === layer));
  if (present.length === 0) return null;
  const toggle = (layer: Layer) => {
    const next = new Set(hidden);
    if (!next.delete(layer)) next.add(layer);
    onChange(next);
  };
  return (
    <fieldset className="legend">
      <legend className="visually-hidden">{texts.player.legend}</legend>
      {present.map((layer) => (
        <button key={layer} type="button" aria-pressed={!hidden.has(layer)} onClick={() => toggle(layer)}>
          <span className="legend-swatch" data-layer={layer} aria-hidden />
          {nameOf(layer)}{' '}
          <span className="legend-count">{marks.filter((mark) => mark.layer === layer).length}</span>
        </button>
      ))}
    </fieldset>
  );
}
