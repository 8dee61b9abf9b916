import { withOverrides } from '../acoustics/hearing-settings.ts';
import type { CallMetadata } from '../domain/call.ts';
import type { Company } from '../domain/company.ts';
import type { Note } from '../domain/note.ts';
import type { Scorecard } from '../domain/scorecard.ts';
import type { Standard } from '../domain/standard.ts';
import type { Transcript } from '../domain/transcript.ts';
import { assignRoles } from '../stages/assign-roles.ts';
import { scoreCall } from '../stages/score-call.ts';
import { assembleInput } from './assemble-input.ts';
import { scoringCode } from './code-versions.ts';
import { companyOf } from './company-of-call.ts';
import { hashJson } from './content-hash.ts';

/** A call of which only the words are at hand. */
export interface WrittenCall {
  readonly id: string;
  readonly transcript: Transcript;
  readonly call: CallMetadata;
  readonly company: Company | null;
  readonly note: Note | null;
}

/** The scorecard of a transcript without sound, under the same rules as a recording with this transcript beside it. */
export function scoreTranscript(written: WrittenCall, standard: Standard): Scorecard {
  const { id, transcript, call, note } = written;
  const company = companyOf(call, written.company);
  const transcription = {
    from: 'file',
    format: 'earmark',
    transcript,
    speakers: transcript.turns.map(() => null),
    problems: [],
  } as const;
  const assigned = assignRoles({ transcription, acoustics: null, call, company, personAgent: null });
  const unassigned = { call, note, company, durationMs: null, heard: null, noText: null };
  const input = assembleInput(unassigned, assigned, withOverrides(standard.acoustics));
  const hashes: Scorecard['inputs'] = {
    recording: null,
    transcript: input.transcript && hashJson(input.transcript),
    acoustics: input.acoustics && hashJson(input.acoustics),
    note: note && hashJson(note),
    call: hashJson(call),
    company: hashJson(company),
    roles: hashJson(input.roles),
    code: scoringCode,
  };
  return scoreCall(input, standard, { callId: call.callId ?? id, hashes });
}
