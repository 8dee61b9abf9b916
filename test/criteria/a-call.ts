import type { Language } from '../../src/domain/call.ts';
import { companyNamed } from '../../src/domain/company.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import type { Turn } from '../../src/domain/transcript.ts';

const MS_PER_CHARACTER = 120;
const PAUSE_MS = 200;

/** A call written as lines `A: …` (agent), `C: …` (customer) and `O: …` (other), spoken one after the other. */
export function aCall(language: Language, lines: readonly string[]): ScoringInput {
  let atMs = 0;
  const turns = lines.map((line): Turn => {
    const text = line.slice(2).trim();
    const startMs = atMs;
    const endMs = startMs + 500 + text.length * MS_PER_CHARACTER;
    atMs = endMs + PAUSE_MS;
    const party = line.startsWith('A') ? 'agent' : line.startsWith('C') ? 'customer' : 'other';
    return { party, startMs, endMs, text };
  });
  return {
    call: { version: 1 },
    language,
    durationMs: atMs,
    transcript: { version: 1, language, turns },
    acoustics: null,
    note: null,
    company: companyNamed('安心保险'),
    roles: { agent: null, customer: null, from: 'transcript', confidence: 1, isCertain: true },
  };
}
