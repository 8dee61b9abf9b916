import type {
  ConditionEvidence,
  MeasureEvidence,
  NoteEvidence,
  QuoteEvidence,
  SearchEvidence,
} from '../../domain/verdict.ts';
import { useLocalized, useWording } from '../text/use-texts.tsx';
import { spellOut } from '../verdict/use-criterion-title.ts';
import { PlayMoment } from './play-moment.tsx';

const SPANS_SHOWN = 12;

/** Words that were said, and by whom. */
export function QuoteBody({ evidence }: { evidence: QuoteEvidence }) {
  const { texts } = useWording();
  return (
    <blockquote className="quote">
      <cite data-party={evidence.party}>{texts.parties[evidence.party]}</cite> <q>{evidence.quote}</q>
      {evidence.coarse && <small> {texts.evidence.coarse}</small>}
    </blockquote>
  );
}

/** What was looked for and not found: where, how well it could be searched, and the nearest thing said. */
export function SearchBody({ evidence, keyOf }: { evidence: SearchEvidence; keyOf: string }) {
  const { texts, formats } = useWording();
  const localized = useLocalized();
  const { nearest, minConfidence } = evidence;
  return (
    <dl className="facts">
      <dt>{texts.evidence.lookedFor}</dt>
      <dd>
        {localized(evidence.lookedFor)}{' '}
        <cite data-party={evidence.party}>{texts.parties[evidence.party]}</cite>
      </dd>
      <dt>{texts.evidence.window}</dt>
      <dd>
        {formats.span(evidence.startMs, evidence.endMs)} · {formats.percent(evidence.transcribedShare)}{' '}
        {texts.evidence.transcribed}
        {minConfidence !== null && ` · ${texts.evidence.minConfidence} ${formats.percent(minConfidence)}`}
      </dd>
      <dt>{texts.evidence.nearest}</dt>
      <dd>
        {nearest ? (
          <>
            <q>{nearest.quote}</q>{' '}
            <PlayMoment
              span={{ key: `${keyOf} nearest`, startMs: nearest.startMs, endMs: nearest.endMs }}
              label={nearest.quote}
            />
          </>
        ) : (
          texts.evidence.nothingNear
        )}
      </dd>
    </dl>
  );
}

function useMeasureWords(evidence: MeasureEvidence) {
  const { texts, formats } = useWording();
  const { party, threshold, floor, yielded, unit, name } = evidence;
  const amount = (value: number) =>
    unit === 'share'
      ? formats.percent(value)
      : `${formats.number(value)} ${texts.units[unit] ?? unit}`.trim();
  const about = [
    threshold !== null && `${texts.evidence.threshold} ${amount(threshold)}`,
    party && texts.parties[party],
    floor && `${texts.parties[floor]} ${texts.evidence.floorHeld}`,
    floor && yielded && `${texts.parties[yielded]} ${texts.evidence.yielded}`,
    floor && yielded === null && texts.evidence.nobodyYielded,
  ];
  return {
    name: texts.measures[name] ?? spellOut(name),
    value: amount(evidence.value),
    about: about.filter(Boolean).join(' · '),
  };
}

/** What was measured against its threshold, who held the floor, and every place it was heard. */
export function MeasureBody({ evidence, keyOf }: { evidence: MeasureEvidence; keyOf: string }) {
  const { texts, formats } = useWording();
  const { name, value, about } = useMeasureWords(evidence);
  const { spans } = evidence;
  return (
    <div className="measure">
      <p>
        {name} <b>{value}</b> <span className="dim">{about}</span>
      </p>
      {spans.length > 1 && (
        <div className="moment-row">
          {spans.slice(0, SPANS_SHOWN).map(([startMs, endMs]) => (
            <PlayMoment
              key={startMs}
              span={{ key: `${keyOf} ${startMs}`, startMs, endMs }}
              label={name}
              text={formats.moment(startMs)}
            />
          ))}
          {spans.length > SPANS_SHOWN && <span className="dim">{texts.evidence.places(spans.length)}</span>}
        </div>
      )}
    </div>
  );
}

/** The value of a field of the note, what the call says of it, and the words it says so with. */
export function NoteBody({ evidence }: { evidence: NoteEvidence }) {
  const { texts } = useWording();
  const { field, value, relation, party, quote } = evidence;
  const shown = field === 'intent' && value !== null ? (texts.note.intents[value] ?? value) : value;
  return (
    <div className="note-against" data-relation={relation}>
      <p>
        {shown ?? <span className="dim">{texts.evidence.emptyField}</span>}{' '}
        <span className="relation">{texts.evidence.relations[relation]}</span>
      </p>
      {quote !== null && (
        <p>
          {party && <cite data-party={party}>{texts.parties[party]}</cite>} <q>{quote}</q>
        </p>
      )}
    </div>
  );
}

/** What would have made the criterion apply, and what was the case instead. */
export function ConditionBody({ evidence }: { evidence: ConditionEvidence }) {
  const { texts } = useWording();
  const localized = useLocalized();
  return (
    <p className="condition">
      <span className="dim">{texts.evidence.appliesIf}</span> {localized(evidence.condition)}
      {evidence.value !== null && (
        <>
          {' '}
          <span className="dim">{texts.evidence.here}</span> <b>{evidence.value}</b>
        </>
      )}
    </p>
  );
}
