import type { CallEvent } from '../../domain/verdict.ts';
import { useTexts } from '../text/use-texts.tsx';
import { PlayMoment } from './play-moment.tsx';

function EventSlots({ event }: { event: CallEvent }) {
  const texts = useTexts();
  if (!event.slots?.length) return null;
  return (
    <ul className="slots">
      {event.slots.map((slot, index) => (
        <li key={`${slot.type} ${String(index)}`} data-match={slot.match}>
          <span className="dim">{slot.type}</span> <q>{slot.said}</q>
          {slot.repeated !== null && (
            <>
              {' → '}
              <q>{slot.repeated}</q>
            </>
          )}{' '}
          <small>{texts.slotMatches[slot.match]}</small>
        </li>
      ))}
    </ul>
  );
}

/** Something a criterion found in the call, with all it knows of it. */
export function EventLine({ event, keyOf }: { event: CallEvent; keyOf: string }) {
  const texts = useTexts();
  const name = texts.events[event.kind] ?? event.kind.replaceAll('-', ' ');
  const parts = [
    texts.parties[event.party],
    event.strength && texts.strengths[event.strength],
    event.detail,
    event.confirmed && texts.confirmed[event.confirmed],
  ].filter(Boolean);
  return (
    <li className="event">
      <div className="evidence-head">
        <span className="evidence-kind">{name}</span>
        <PlayMoment
          span={{ key: keyOf, startMs: event.startMs, endMs: event.endMs }}
          label={event.quote === '' ? name : event.quote}
        />
        <span className="dim">{parts.join(' · ')}</span>
      </div>
      {event.quote !== '' && <q className="event-quote">{event.quote}</q>}
      <EventSlots event={event} />
    </li>
  );
}
