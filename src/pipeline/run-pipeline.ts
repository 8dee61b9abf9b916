import { decodeFeatures } from '../acoustics/feature-table.ts';
import { withOverrides } from '../acoustics/hearing-settings.ts';
import { measure } from '../acoustics/measure.ts';
import type { Acoustics } from '../domain/acoustics.ts';
import type { CallMetadata } from '../domain/call.ts';
import type { CallFacts, ScorecardOrigin } from '../domain/call-record.ts';
import type { Company } from '../domain/company.ts';
import type { Note } from '../domain/note.ts';
import type { AudioCutter, AudioDecoder, RawReplies, StageResults, Transcriber } from '../domain/ports.ts';
import type { FetchedRecording, NormalizedRecording } from '../domain/recording.ts';
import type { Scorecard } from '../domain/scorecard.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Standard } from '../domain/standard.ts';
import type { Transcription } from '../domain/transcription.ts';
import { EarmarkError } from '../errors.ts';
import { assignRoles } from '../stages/assign-roles.ts';
import { type JudgedCall, type Judging, judgeCall } from '../stages/judge-call.ts';
import { type NormalizeDeps, normalizeAudio } from '../stages/normalize-audio.ts';
import { scoreCall } from '../stages/score-call.ts';
import { type Transcribed, transcribe } from '../stages/transcribe.ts';
import { assembleInput } from './assemble-input.ts';
import { scoringCode, stageVersions } from './code-versions.ts';
import { companyOf } from './company-of-call.ts';
import { hashJson } from './content-hash.ts';
import { createStep, type Step, type StepWatcher } from './step.ts';

/** Everything given for one call; what is missing is null. */
export interface CallMaterial {
  /** Used as call id where the call file has none. */
  readonly name: string;
  readonly recording: { readonly contentHash: string; fetch(): Promise<FetchedRecording> } | null;
  readonly call: CallMetadata;
  readonly note: Note | null;
  /** Length the call file notes; null where it notes none. */
  readonly declaredMs: number | null;
  /** Words from a file beside the recording; they spare the transcriber. */
  readonly filed: Transcription | null;
  /** A person's word on which channel is the agent's. */
  readonly agentSide: 'left' | 'right' | null;
}

/** What the stages work with. */
export interface PipelineDeps extends NormalizeDeps {
  readonly results: StageResults;
  readonly replies: RawReplies;
  readonly transcriber: Transcriber | null;
  /** Absent or null: rules and measures decide alone. */
  readonly judging?: Judging | null;
  readonly audio: AudioDecoder & AudioCutter;
  readonly watcher: StepWatcher;
}

/** A finished call: its scorecard, and what it was made from. */
export interface PipelineOutcome {
  readonly scorecard: Scorecard;
  readonly facts: CallFacts;
  /** Who judged, by which words, for how many tokens; nulls where nobody was asked. */
  readonly judged: Pick<ScorecardOrigin, 'judge' | 'prompts' | 'tokens'>;
}

/**
 * The whole product: a recording (or words alone) becomes a scorecard. Every stage's output is kept under what it
 * was made from, so a second run, a restart or a changed standard does again only what has changed.
 */
export async function runPipeline(
  material: CallMaterial,
  standard: Standard,
  company: Company | null,
  deps: PipelineDeps,
  signal?: AbortSignal,
): Promise<PipelineOutcome> {
  const step = createStep(deps.results, deps.watcher, signal);
  const { recording, call, note, agentSide } = material;

  const normalized =
    recording &&
    (await step<NormalizedRecording>(
      {
        stage: 'normalize-audio',
        codeVersion: stageVersions['normalize-audio'],
        inputs: [recording.contentHash],
      },
      async () => normalizeAudio(await recording.fetch(), deps, signal),
    ));
  const heard = normalized && (await measureOnce(normalized, standard, deps, step));
  const { transcription, noText } = material.filed
    ? { transcription: material.filed, noText: null }
    : await transcribeOnce(normalized, heard, call, deps, step, signal);

  const ofCall = companyOf(call, company);
  const assigned = assignRoles({
    transcription,
    acoustics: heard,
    call,
    company: ofCall,
    personAgent: agentSide,
  });
  const durationMs = normalized?.durationMs ?? null;
  const declaredMs = material.declaredMs ?? normalized?.declaredMs ?? null;
  const unassigned = { call, note, company: ofCall, durationMs, declaredMs, heard, noText };
  const input = assembleInput(unassigned, assigned, withOverrides(standard.acoustics));
  const hashes: Scorecard['inputs'] = {
    recording: recording?.contentHash ?? null,
    transcript: input.transcript && hashJson(input.transcript),
    acoustics: input.acoustics && hashJson(input.acoustics),
    note: note && hashJson(note),
    call: hashJson(call),
    company: hashJson(input.company),
    roles: hashJson(input.roles),
    code: scoringCode,
  };
  const judged = await judgeOnce(input, standard, deps, signal);
  if (judged !== null) hashes.judge = hashJson(judged.outcomes);
  const scorecard = await step<Scorecard>(
    {
      stage: 'score-call',
      codeVersion: scoringCode,
      inputs: [...Object.values(hashes).map((hash) => hash ?? null), standard.hash],
      settings: material.name,
    },
    async () =>
      scoreCall(input, standard, { callId: call.callId ?? material.name, hashes }, judged?.outcomes),
  );
  const { language, transcript, roles } = input;
  const acoustics = input.acoustics?.timing === 'audio' && roles.agent === null ? heard : input.acoustics;
  const layout = heard?.layout ?? null;
  return {
    scorecard,
    facts: {
      language,
      durationMs: input.durationMs,
      layout,
      roles,
      recording: normalized,
      transcript,
      transcription,
      acoustics,
    },
    judged: originOf(judged, deps.judging ?? null),
  };
}

/** The judge's word on the call; null where none is configured or nothing was asked. Its replies are kept one by one. */
async function judgeOnce(
  input: ScoringInput,
  standard: Standard,
  { judging, replies, watcher }: PipelineDeps,
  signal: AbortSignal | undefined,
): Promise<JudgedCall | null> {
  if (!judging) return null;
  await watcher.began('judge-call');
  const judged = await judgeCall(input, standard, judging, replies, signal);
  const spent = judged.tokens.sent + judged.tokens.received;
  await watcher.ended('judge-call', spent === 0);
  return Object.keys(judged.outcomes).length === 0 ? null : judged;
}

function originOf(judged: JudgedCall | null, judging: Judging | null): PipelineOutcome['judged'] {
  if (judged === null || judging === null) return { judge: null, prompts: {}, tokens: null };
  const { provider, model, settings } = judging.judge;
  const { modelReported, promptHashes, tokens } = judged;
  return {
    judge: { provider, model, modelReported, settings: { ...settings } },
    prompts: { ...promptHashes },
    tokens,
  };
}

/** What is heard, with what the decoding already found wrong with the recording. */
async function measureOnce(
  recording: NormalizedRecording,
  standard: Standard,
  deps: PipelineDeps,
  step: Step,
): Promise<Acoustics> {
  const { name } = recording.features;
  const settings = standard.acoustics;
  const heard = await step(
    { stage: 'measure-acoustics', codeVersion: scoringCode, inputs: [name], settings },
    async () => measure(decodeFeatures(await deps.artifacts.read(name)), withOverrides(settings)),
  );
  return { ...heard, flags: [...new Set([...heard.flags, ...recording.flags])] };
}

async function transcribeOnce(
  recording: NormalizedRecording | null,
  acoustics: Acoustics | null,
  call: CallMetadata,
  deps: PipelineDeps,
  step: Step,
  signal: AbortSignal | undefined,
): Promise<Transcribed> {
  const { transcriber, audio: cutter, replies, artifacts, workDir: folder } = deps;
  const language = call.language ?? null;
  const ports = { transcriber, cutter, replies, artifacts, folder };
  if (recording === null || acoustics === null)
    throw new EarmarkError('E_TRANSCRIPT', 'there is neither a recording nor a transcript', {
      remedy: 'give one of them',
    });
  if (transcriber === null) return transcribe({ recording, acoustics, language }, ports, signal);
  const inputs = Object.values(recording.speech).map((speech) => speech.name);
  const settings = {
    provider: transcriber.provider,
    model: transcriber.model,
    ...transcriber.settings,
    language,
  };
  return step({ stage: 'transcribe', codeVersion: stageVersions.transcribe, inputs, settings }, () =>
    transcribe({ recording, acoustics, language }, ports, signal),
  );
}
