import { useLocalized, useTexts } from '../text/use-texts.tsx';
import { cutAtMarks } from './marked-text.ts';
import type { TextMark } from './moments.ts';

function useMarkName(): (mark: TextMark) => string {
  const texts = useTexts();
  const localized = useLocalized();
  return ({ role, kind, criterion, verdict }) => {
    const title = localized(criterion.title);
    return role === 'event'
      ? `${texts.events[kind] ?? kind} · ${title}`
      : `${texts.evidence.kinds.quote} · ${title}: ${texts.verdicts[verdict]}`;
  };
}

/** The text of a turn with what was found in it marked; each mark says what it is. */
export function MarkedText({ text, marks }: { text: string; marks: readonly TextMark[] }) {
  const nameOf = useMarkName();
  if (marks.length === 0) return <span>{text}</span>;
  let offset = 0;
  return (
    <span>
      {cutAtMarks(text, marks).map((piece) => {
        const key = offset;
        offset += piece.text.length;
        const [first] = piece.marks;
        if (!first) return <span key={key}>{piece.text}</span>;
        const decisive = piece.marks.find(({ role }) => role === 'evidence');
        const names = [...new Set(piece.marks.map(nameOf))].join('\n');
        return (
          <mark
            key={key}
            className="found"
            title={names}
            data-role={decisive ? 'evidence' : 'event'}
            data-verdict={decisive?.verdict}
          >
            {piece.text}
          </mark>
        );
      })}
    </span>
  );
}

/** What was found in a turn, in words after its text, so that it is not told by colour alone. */
export function TurnEvents({ marks }: { marks: readonly TextMark[] }) {
  const texts = useTexts();
  const kinds = new Set(marks.filter(({ role }) => role === 'event').map(({ kind }) => kind));
  if (kinds.size === 0) return null;
  return (
    <span className="turn-events">
      {Array.from(kinds, (kind) => (
        <span key={kind} className="turn-event">
          {texts.events[kind] ?? kind}
        </span>
      ))}
    </span>
  );
}
