import { useEffect, useRef, useState } from 'react';
import type { CriterionResult } from '../../domain/scorecard.ts';
import type { Evidence } from '../../domain/verdict.ts';
import { CriterionReview } from '../review/criterion-review.tsx';
import { useReview } from '../review/review-context.tsx';
import { useReviewTexts } from '../review/review-texts.ts';
import { holdingOn } from '../review/review-view.ts';
import { useLocalized, useWording } from '../text/use-texts.tsx';
import { VerdictBadge } from '../verdict/verdict-mark.tsx';
import { EventLine } from './event-line.tsx';
import { EvidenceLine } from './evidence-line.tsx';
import { evidenceKey } from './moments.ts';
import type { PlayerState } from './player.ts';
import { usePlayerState } from './player-context.tsx';

const EVIDENCE_SHOWN = 4;

interface OrderedPiece {
  readonly piece: Evidence;
  /** Its place in the scorecard, by which the player knows it. */
  readonly index: number;
}

/** The evidence as shown: fields of a note that are merely filled in come after all that decides. */
function orderEvidence(evidence: readonly Evidence[]): OrderedPiece[] {
  const isPlain = (piece: Evidence) => piece.kind === 'note' && piece.relation === 'present';
  const indexed = evidence.map((piece, index) => ({ piece, index }));
  return [
    ...indexed.filter(({ piece }) => !isPlain(piece)),
    ...indexed.filter(({ piece }) => isPlain(piece)),
  ];
}

/** True while a piece is heard that the short list would hide, as when n and p walk through them. */
function useIsHeard(id: string, hidden: readonly OrderedPiece[]): boolean {
  return usePlayerState(({ spanKey }: PlayerState) =>
    hidden.some(({ index }) => evidenceKey(id, index) === spanKey),
  );
}

function EvidenceList({ criterion }: { criterion: CriterionResult }) {
  const { texts } = useWording();
  const [isAsked, setAsked] = useState(false);
  const ordered = orderEvidence(criterion.evidence);
  const isHeard = useIsHeard(criterion.id, ordered.slice(EVIDENCE_SHOWN));
  if (ordered.length === 0) return <p className="dim small">{texts.criterion.noEvidence}</p>;
  const shown = isHeard || isAsked ? ordered : ordered.slice(0, EVIDENCE_SHOWN);
  return (
    <>
      <ul className="evidence-list" aria-label={texts.criterion.evidence}>
        {shown.map(({ piece, index }) => (
          <EvidenceLine
            key={`${piece.kind} ${String(index)}`}
            criterion={criterion.id}
            evidence={piece}
            index={index}
          />
        ))}
      </ul>
      {shown.length < ordered.length && (
        <button type="button" className="text-button" onClick={() => setAsked(true)}>
          {texts.criterion.showAll(ordered.length)}
        </button>
      )}
    </>
  );
}

function FoundEvents({ criterion }: { criterion: CriterionResult }) {
  const { texts } = useWording();
  const [isOpen, setOpen] = useState(false);
  const { events, id } = criterion;
  if (events.length === 0) return null;
  return (
    <details className="found-events" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.criterion.found(events.length)}</summary>
      {isOpen && (
        <ul>
          {events.map((event, index) => (
            <EventLine
              key={`${event.kind} ${event.startMs} ${String(index)}`}
              event={event}
              keyOf={`event ${id} ${index}`}
            />
          ))}
        </ul>
      )}
    </details>
  );
}

/** The machine's verdict, and what people made of it beside it. */
function Verdicts({ criterion }: { criterion: CriterionResult }) {
  const { decide } = useReviewTexts();
  const state = useReview()?.state ?? null;
  const holding = state === null ? null : holdingOn(state, criterion.id);
  if (holding === null) return <VerdictBadge verdict={criterion.verdict} />;
  return (
    <span className="verdict-pair">
      {decide.machine} <VerdictBadge verdict={criterion.verdict} /> {decide.people}{' '}
      <VerdictBadge verdict={holding.verdict} />
    </span>
  );
}

/** Makes a card the one the keys are about when it is touched, and brings it into view when keys chose it. */
function useCurrentCard(id: string) {
  const review = useReview();
  const card = useRef<HTMLElement>(null);
  const isCurrent = review?.isOpen === true && review.current === id;
  const isTouched = useRef(false);
  useEffect(() => {
    // moving what is being pressed would make the press miss
    if (isCurrent && !isTouched.current) card.current?.scrollIntoView({ block: 'nearest' });
    isTouched.current = false;
  }, [isCurrent]);
  const choose = () => {
    isTouched.current = !isCurrent;
    review?.setCurrent(id);
  };
  return { ref: card, 'data-current': isCurrent || undefined, onPointerDown: choose, onFocus: choose };
}

/** One line of the scorecard: verdict, why, on what evidence, and what it counts. */
export function CriterionCard({ criterion }: { criterion: CriterionResult }) {
  const { texts, formats } = useWording();
  const localized = useLocalized();
  const current = useCurrentCard(criterion.id);
  const headingId = `criterion-${criterion.id}`;
  const facts = [
    criterion.score !== null && `${texts.criterion.score} ${formats.percent(criterion.score)}`,
    `${texts.criterion.weight} ${formats.number(criterion.weight)}`,
    texts.methods[criterion.method],
    criterion.clauses.length > 0 && `${texts.criterion.clause} ${criterion.clauses.join(', ')}`,
  ].filter(Boolean);
  return (
    <article className="criterion" data-verdict={criterion.verdict} aria-labelledby={headingId} {...current}>
      <header>
        <h3 id={headingId}>{localized(criterion.title)}</h3>
        {criterion.critical && (
          <span className="critical-tag" data-failed={criterion.verdict === 'unmet' || undefined}>
            {texts.criterion.critical}
          </span>
        )}
        <Verdicts criterion={criterion} />
      </header>
      <p className="criterion-reason">{localized(criterion.reason)}</p>
      <EvidenceList criterion={criterion} />
      <FoundEvents criterion={criterion} />
      <CriterionReview criterion={criterion} />
      <footer>{facts.join(' · ')}</footer>
    </article>
  );
}
