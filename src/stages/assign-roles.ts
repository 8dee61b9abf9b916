import type { Acoustics, Side } from '../domain/acoustics.ts';
import type { CallMetadata } from '../domain/call.ts';
import { type Company, companyNamed } from '../domain/company.ts';
import type { Roles } from '../domain/scoring-input.ts';
import type { SideTurn, Transcript } from '../domain/transcript.ts';
import type { FiledTranscription, HeardTranscription, Transcription } from '../domain/transcription.ts';
import { alignParties, channelOfTurn, type PartyAlignment } from './align-parties.ts';
import { buildTranscript, exchangeParties } from './build-transcript.ts';
import { findOpeningAgent, type OpeningEvidence } from './opening-roles.ts';

export interface RoleInput {
  readonly transcription: Transcription | null;
  /** Null: there is no recording. */
  readonly acoustics: Acoustics<Side> | null;
  readonly call: CallMetadata;
  readonly company: Company | null;
  /** The agent's channel as a person set it; it wins over everything. */
  readonly personAgent: 'left' | 'right' | null;
}

/** Who is on which channel, and the transcript with its parties named accordingly. */
export interface AssignedRoles {
  readonly roles: Roles;
  readonly transcript: Transcript | null;
  /** True: metadata and what is heard name different agents (AUD-14). */
  readonly isContradicted: boolean;
}

/** Confidence from which the opening alone settles roles: company name and one thing more. */
const CERTAIN_OPENING = 0.85;
/** How much better one way must fit before turn times settle roles, and how well it must fit at all. */
const CERTAIN_MARGIN = 0.3;
const CERTAIN_FIT = 0.4;
/** From here on what is heard contradicts metadata rather than being unclear. */
const CONTRADICTING_MARGIN = 0.5;
const CONTRADICTING_OPENING = 0.9;
/** Margin by which one turn belongs to one channel. */
const TURN_MARGIN = 0.5;

/**
 * Assigns channels to parties: a person's word, else the metadata (unless what is heard contradicts it strongly), else
 * the times of a transcript that names parties, else who opens like an agent. Without two channels only a transcript
 * can name parties.
 */
export function assignRoles(input: RoleInput): AssignedRoles {
  const { transcription, acoustics } = input;
  const hasChannels = acoustics !== null && acoustics.layout !== 'mono' && acoustics.layout !== 'fake-stereo';
  if (!hasChannels) return assignWithoutChannels(transcription);
  const heard = transcription?.from === 'file' ? separate(transcription, acoustics) : transcription;
  if (heard?.from === 'file') return assignByAlignment(heard, acoustics, input);
  return assignByOpening(heard, input);
}

function assignWithoutChannels(transcription: Transcription | null): AssignedRoles {
  const none: Roles = { agent: null, customer: null, from: 'none', confidence: 0, isCertain: false };
  if (transcription?.from === 'engine') {
    const transcript = buildTranscript(transcription.sides, none, transcription.language);
    return { roles: none, transcript, isContradicted: false };
  }
  const transcript = transcription?.transcript ?? null;
  const isNamed = transcript !== null && namesParties(transcript);
  const roles: Roles = isNamed ? { ...none, from: 'transcript', confidence: 1, isCertain: true } : none;
  return { roles, transcript, isContradicted: false };
}

/** The transcript names parties; its times say which channel is whose. */
function assignByAlignment(
  file: FiledTranscription,
  acoustics: Acoustics<Side>,
  input: RoleInput,
): AssignedRoles {
  const found = alignParties(file.transcript.turns, acoustics);
  const isClear = found !== null && found.margin >= CERTAIN_MARGIN && found.fit >= CERTAIN_FIT;
  const person = input.personAgent;
  if (person) {
    const isExchanged = isClear && found.agent !== person;
    const transcript = isExchanged ? exchangeParties(file.transcript) : file.transcript;
    return { roles: rolesWith(person, 'person', 1, true), transcript, isContradicted: false };
  }
  const noted = agentByMetadata(input.call);
  if (noted) {
    const isContradicted = isClear && found.agent !== noted && found.margin >= CONTRADICTING_MARGIN;
    return { roles: notedRoles(noted, isContradicted), transcript: file.transcript, isContradicted };
  }
  return { roles: alignedRoles(found, isClear), transcript: file.transcript, isContradicted: false };
}

function assignByOpening(heard: HeardTranscription | null, input: RoleInput): AssignedRoles {
  const sides = { left: heard?.sides.left ?? [], right: heard?.sides.right ?? [] };
  const company = input.company ?? companyNamed(input.call.company ?? 'unknown');
  const context = { call: input.call, company, language: heard?.language ?? 'en' };
  const opening = heard ? findOpeningAgent(sides, context) : null;
  const noted = agentByMetadata(input.call);
  const isContradicted =
    !input.personAgent &&
    noted !== null &&
    opening !== null &&
    opening.agent !== noted &&
    opening.confidence >= CONTRADICTING_OPENING;
  const roles = input.personAgent
    ? rolesWith(input.personAgent, 'person', 1, true)
    : noted
      ? notedRoles(noted, isContradicted)
      : openingRoles(opening);
  const transcript = heard ? buildTranscript(heard.sides, roles, heard.language) : null;
  return { roles, transcript, isContradicted };
}

/**
 * A transcript file that names nobody, taken apart by the channel each turn lies on, as if it had been heard per
 * channel; a turn on neither stays out of the sides. Files that name parties come back as they are.
 */
function separate(
  file: FiledTranscription,
  acoustics: Acoustics<Side>,
): FiledTranscription | HeardTranscription {
  if (namesParties(file.transcript)) return file;
  const sides: Record<'left' | 'right' | 'mixed', SideTurn[]> = { left: [], right: [], mixed: [] };
  for (const { party: _, ...turn } of file.transcript.turns) {
    const found = channelOfTurn(turn, acoustics);
    sides[found && found.margin >= TURN_MARGIN ? found.side : 'mixed'].push(turn);
  }
  const engine = { provider: 'file', model: file.format, modelReported: null, settings: {} };
  return { from: 'engine', engine, language: file.transcript.language, sides, problems: file.problems };
}

function namesParties(transcript: Transcript): boolean {
  return transcript.turns.some((turn) => turn.party !== 'other');
}

function agentByMetadata(call: CallMetadata): 'left' | 'right' | null {
  const { agent, customer } = call.channels ?? {};
  if (agent === 0 && customer === 1) return 'left';
  return agent === 1 && customer === 0 ? 'right' : null;
}

function notedRoles(agent: 'left' | 'right', isContradicted: boolean): Roles {
  return rolesWith(agent, 'metadata', isContradicted ? 0.5 : 1, !isContradicted);
}

function alignedRoles(found: PartyAlignment | null, isClear: boolean): Roles {
  if (!found || found.margin === 0)
    return { agent: null, customer: null, from: 'none', confidence: 0, isCertain: false };
  return rolesWith(found.agent, 'transcript', Math.round((0.5 + found.margin / 2) * 100) / 100, isClear);
}

function openingRoles(opening: OpeningEvidence | null): Roles {
  if (!opening) return { agent: null, customer: null, from: 'none', confidence: 0, isCertain: false };
  return rolesWith(opening.agent, 'opening', opening.confidence, opening.confidence >= CERTAIN_OPENING);
}

function rolesWith(
  agent: 'left' | 'right',
  from: Roles['from'],
  confidence: number,
  isCertain: boolean,
): Roles {
  return { agent, customer: agent === 'left' ? 'right' : 'left', from, confidence, isCertain };
}
