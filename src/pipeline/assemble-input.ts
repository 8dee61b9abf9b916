import { acousticsFromWords } from '../acoustics/acoustics-from-words.ts';
import type { HearingSettings } from '../acoustics/hearing-settings.ts';
import { nameParties } from '../acoustics/name-parties.ts';
import { refineOverlaps } from '../acoustics/overlaps-with-words.ts';
import type { Acoustics, Side } from '../domain/acoustics.ts';
import type { CallMetadata, Party } from '../domain/call.ts';
import type { Company } from '../domain/company.ts';
import type { Note } from '../domain/note.ts';
import type { Roles, ScoringInput } from '../domain/scoring-input.ts';
import type { Transcript } from '../domain/transcript.ts';
import type { NoText } from '../domain/transcription.ts';
import type { AssignedRoles } from '../stages/assign-roles.ts';

/** What is known of a call before roles give it parties. */
export interface UnassignedCall {
  readonly call: CallMetadata;
  readonly note: Note | null;
  readonly company: Company;
  /** Null without a recording; the words then say how long the call was. */
  readonly durationMs: number | null;
  readonly declaredMs?: number | null;
  readonly heard: Acoustics<Side> | null;
  readonly noText: NoText | null;
}

/**
 * What scorers look at: sound and words under the parties' names, overlaps judged by both. Words alone give coarse
 * overlaps and no levels. Mono and fake stereo keep their layout and have no parties.
 */
export function assembleInput(
  unassigned: UnassignedCall,
  { roles, transcript: named }: AssignedRoles,
  settings: HearingSettings,
): ScoringInput {
  const { call, note, company, heard, noText, declaredMs = null } = unassigned;
  const language = call.language ?? named?.language ?? 'zh';
  const transcript = named && { ...named, language };
  const durationMs = unassigned.durationMs ?? endOf(transcript);
  const acoustics = nameSound(heard, transcript, roles, durationMs, settings);
  return { call, language, durationMs, declaredMs, transcript, acoustics, note, company, roles, noText };
}

function nameSound(
  heard: Acoustics<Side> | null,
  transcript: Transcript | null,
  roles: Roles,
  durationMs: number,
  settings: HearingSettings,
): Acoustics<Party> | null {
  if (heard === null) return transcript && acousticsFromWords(transcript, durationMs, settings);
  const named = nameParties(heard, roles);
  return transcript === null ? named : refineOverlaps(named, transcript, settings);
}

function endOf(transcript: Transcript | null): number {
  return transcript?.turns.reduce((end, turn) => Math.max(end, turn.endMs), 0) ?? 0;
}
