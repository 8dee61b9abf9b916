import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Evidence } from '../../domain/verdict.ts';
import { useTexts } from '../text/use-texts.tsx';
import { ConditionBody, MeasureBody, NoteBody, QuoteBody, SearchBody } from './evidence-bodies.tsx';
import { evidenceKey, spanOfEvidence } from './moments.ts';
import { PlayMoment } from './play-moment.tsx';

function VerifiedMark({ evidence }: { evidence: Evidence }) {
  const texts = useTexts();
  const { verified, verifiedHint, unverified, unverifiedHint, rejected } = texts.evidence;
  const check = evidence.kind === 'quote' ? evidence.rejectedBy : undefined;
  if (evidence.verified) {
    return (
      <span className="verified" title={verifiedHint}>
        <IconCheck size={13} stroke={2.4} aria-hidden />
        {verified}
      </span>
    );
  }
  return (
    <span className="verified" data-failed title={unverifiedHint}>
      <IconAlertTriangle size={13} aria-hidden />
      {unverified}
      {check && ` · ${rejected(check)}`}
    </span>
  );
}

function EvidenceBody({ evidence, keyOf }: { evidence: Evidence; keyOf: string }): ReactNode {
  switch (evidence.kind) {
    case 'quote':
      return <QuoteBody evidence={evidence} />;
    case 'search':
      return <SearchBody evidence={evidence} keyOf={keyOf} />;
    case 'measure':
      return <MeasureBody evidence={evidence} keyOf={keyOf} />;
    case 'note':
      return <NoteBody evidence={evidence} />;
    case 'condition':
      return <ConditionBody evidence={evidence} />;
  }
}

/** One piece of evidence: what it is, whether code confirmed it, and a button to hear it. */
export function EvidenceLine({
  criterion,
  evidence,
  index,
}: {
  criterion: string;
  evidence: Evidence;
  index: number;
}) {
  const texts = useTexts();
  const key = evidenceKey(criterion, index);
  const span = spanOfEvidence(evidence);
  const kind = texts.evidence.kinds[evidence.kind];
  const label =
    evidence.kind === 'note' ? `${kind} · ${texts.note.fields[evidence.field] ?? evidence.field}` : kind;
  return (
    <li className="evidence" data-kind={evidence.kind}>
      <div className="evidence-head">
        <span className="evidence-kind">{label}</span>
        {span && (
          <PlayMoment
            span={{ key, ...span }}
            label={evidence.kind === 'quote' ? evidence.quote : label}
            {...(evidence.kind === 'search' ? { text: texts.evidence.playWindow } : {})}
          />
        )}
        <VerifiedMark evidence={evidence} />
      </div>
      <EvidenceBody evidence={evidence} keyOf={key} />
    </li>
  );
}
