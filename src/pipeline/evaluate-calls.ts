import type { EventPair, LabelledCall, VerdictPair } from '../domain/labelled-call.ts';
import type { Scorecard } from '../domain/scorecard.ts';
import type { Standard } from '../domain/standard.ts';
import { scoreTranscript } from './score-transcript.ts';

/** Labels of calls beside what the product finds in them. */
export interface Comparison {
  readonly verdicts: readonly VerdictPair[];
  readonly events: readonly EventPair[];
  /** Strengths of refusals that both sides see: how many, and how many agree. */
  readonly strengths: readonly { readonly id: string; readonly labelled: string; readonly found: string }[];
}

/** Scores every labelled call from its words and puts what was found beside the labels. */
export function evaluateCalls(calls: readonly LabelledCall[], standard: Standard): Comparison {
  const compared = calls.map((call) => compare(call, scoreTranscript(call, standard)));
  return {
    verdicts: compared.flatMap(({ verdicts }) => verdicts),
    events: compared.flatMap(({ events }) => events),
    strengths: compared.flatMap(({ strengths }) => strengths),
  };
}

function compare({ id, language, labels }: LabelledCall, scorecard: Scorecard): Comparison {
  const verdicts = scorecard.criteria.flatMap(({ id: criterion, verdict, reason }): VerdictPair[] => {
    const labelled = labels.expected[criterion];
    return labelled === undefined
      ? []
      : [{ id, language, criterion, labelled, found: verdict, reason: reason.code }];
  });
  const found = scorecard.criteria.flatMap(({ events }) => events);
  const events = labels.complete.flatMap((kind) => {
    const labelledIn = new Set(labels.events.filter((event) => event.kind === kind).map(({ turn }) => turn));
    const foundIn = new Set(
      found.flatMap((event) => (event.kind === kind && event.turn !== null ? [event.turn] : [])),
    );
    return [...new Set([...labelledIn, ...foundIn])].map(
      (turn): EventPair => ({
        id,
        language,
        kind,
        turn,
        isLabelled: labelledIn.has(turn),
        isFound: foundIn.has(turn),
      }),
    );
  });
  const strengths = labels.events.flatMap(({ kind, turn, strength }) => {
    const same = found.find((event) => event.kind === kind && event.turn === turn);
    return strength && same?.strength ? [{ id, labelled: strength, found: same.strength }] : [];
  });
  const noted = noteFieldPairs({ id, language, labels }, scorecard);
  return { verdicts, events: [...events, ...noted], strengths };
}

/** Fields of the note that are filled in, as the note criterion reads them, beside those people see. */
function noteFieldPairs(
  { id, language, labels }: Pick<LabelledCall, 'id' | 'language' | 'labels'>,
  scorecard: Scorecard,
): EventPair[] {
  const { noteFields } = labels;
  if (noteFields === null) return [];
  const fields = scorecard.criteria
    .filter(({ id: criterion }) => criterion === 'note')
    .flatMap(({ evidence }) => evidence)
    .flatMap((one) => (one.kind === 'note' ? [one] : []));
  return ['time', 'person', 'outcome', 'intent'].map((field) => ({
    id,
    language,
    kind: `note-field.${field}`,
    turn: null,
    isLabelled: noteFields.includes(field),
    isFound: fields.some((one) => one.field === field && one.relation !== 'missing'),
  }));
}
