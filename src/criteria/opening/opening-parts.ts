import { type Company, isNamed } from '../../domain/company.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import {
  asksForSomethingElse,
  greetingPhrases,
  needQuestionPatterns,
  notGreetings,
  thanksForCalling,
} from '../lexicon/greetings.ts';
import {
  departmentPatterns,
  notOwnNames,
  ownNamePatterns,
  purposePatterns,
} from '../lexicon/introductions.ts';
import { type CompiledName, compileName, findName } from '../text/match-names.ts';
import { compilePhrases } from '../text/match-phrases.ts';
import type { NormalisedText } from '../text/normalise.ts';
import { isAnotherName } from '../text/other-names.ts';
import { hasWords, type PlacedTurn, turnsOf } from '../text/turns.ts';

/** What an opening may hold; also the kinds of the events. */
export const openingParts = [
  'greeting',
  'company-name',
  'department',
  'own-name',
  'purpose',
  'need-question',
] as const;
export type OpeningPart = (typeof openingParts)[number];

/** One part said in one place; positions are in the turn's normalised text. */
export interface FoundPart {
  readonly part: OpeningPart;
  readonly placed: PlacedTurn;
  readonly from: number;
  readonly to: number;
  /** How different a name sounds from the one looked for, 0–1; 0 for everything else. */
  readonly apart: number;
}

interface OpeningNames {
  readonly company: readonly CompiledName[];
  readonly others: readonly CompiledName[];
  readonly departments: readonly CompiledName[];
  readonly agents: readonly CompiledName[];
}

type Place = Pick<FoundPart, 'from' | 'to' | 'apart'>;

const greetings = compilePhrases({ greeting: greetingPhrases });

const namesByCompany = new WeakMap<Company, Map<string, OpeningNames>>();

/** Every name to look for in this call's opening, made ready once per company and agent. */
function namesOf({ company, call }: ScoringInput): OpeningNames {
  const key = `${call.company ?? ''}\n${call.agent?.name ?? ''}`;
  const known = namesByCompany.get(company)?.get(key);
  if (known) return known;
  const ofCompany = [...(isNamed(company) ? [company.name, ...company.spoken] : []), call.company];
  const names: OpeningNames = {
    company: compileAll(ofCompany),
    others: compileAll(company.notThese),
    departments: compileAll(company.departments.flatMap(({ name, spoken }) => [name, ...spoken])),
    agents: compileAll([
      call.agent?.name,
      ...company.agents
        .filter(({ id }) => id === call.agent?.id)
        .flatMap(({ name, spoken }) => [name, ...spoken]),
    ]),
  };
  const ofThis = namesByCompany.get(company) ?? new Map<string, OpeningNames>();
  namesByCompany.set(company, ofThis.set(key, names));
  return names;
}

function compileAll(names: readonly (string | undefined)[]): CompiledName[] {
  return [...new Set(names)].filter((name) => name !== undefined).map(compileName);
}

/** The names of the agent's company, ready for finding; empty where none is configured. */
export function companyNames(input: ScoringInput): readonly CompiledName[] {
  return namesOf(input).company;
}

const foundByTurn = new WeakMap<PlacedTurn, { names: OpeningNames; found: readonly FoundPart[] }>();

/** Every part of an opening that a turn holds, in the order said; looked for once however many criteria ask. */
export function findParts(input: ScoringInput, placed: PlacedTurn): readonly FoundPart[] {
  const names = namesOf(input);
  const known = foundByTurn.get(placed);
  if (known?.names === names) return known.found;
  const isFirst = turnsOf(input, 'agent').find(({ turn }) => hasWords(turn))?.index === placed.index;
  const found = searchParts(names, placed, isFirst);
  foundByTurn.set(placed, { names, found });
  return found;
}

function searchParts(names: OpeningNames, placed: PlacedTurn, isFirst: boolean): FoundPart[] {
  const { normal } = placed;
  const sounding = findName(names.company, normal);
  const company = sounding && isAnotherName(sounding, normal, names.others) ? null : sounding;
  const found: FoundPart[] = [];
  const add = (part: OpeningPart, places: readonly Place[]): void => {
    for (const { from, to, apart } of places) found.push({ part, placed, from, to, apart });
  };
  add('greeting', findGreetings(normal, isFirst || company !== null));
  if (company) add('company-name', [company]);
  add('department', findDepartments(names.departments, normal, company));
  add('own-name', findOwnNames(names.agents, normal, company));
  const questions = matchAll(needQuestionPatterns, normal.text);
  add(
    'need-question',
    questions.filter(
      ({ from, to }) => !asksForSomethingElse.test(normal.text.slice(Math.max(0, from - 16), to + 2)),
    ),
  );
  add('purpose', matchAll(purposePatterns, normal.text).slice(0, 1));
  return found.sort((a, b) => a.from - b.from);
}

/** Greetings of a turn; thanks for the call count in the agent's first turn, or beside the company's name. */
function findGreetings(normal: NormalisedText, isOpening: boolean): Place[] {
  const spoiled = notGreetings.flatMap((pattern) => [...normal.text.matchAll(pattern)]);
  return greetings
    .find(normal)
    .filter(
      ({ from, to }) =>
        !spoiled.some((other) => other.index < to && from < other.index + other[0].length) &&
        (isOpening || !thanksForCalling.test(normal.text.slice(from, to))),
    )
    .map(({ from, to }) => ({ from, to, apart: 0 }));
}

function matchAll(patterns: readonly RegExp[], text: string): Place[] {
  const places: Place[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index + (match[0].length - match[0].trimStart().length);
      const to = match.index + match[0].trimEnd().length;
      const overlaps = places.some((place) => place.from < to && from < place.to);
      if (to > from && !overlaps) places.push({ from, to, apart: 0 });
    }
  }
  return places;
}

const touches = (a: { from: number; to: number } | null, from: number, to: number): boolean =>
  a !== null && a.from < to && from < a.to;

function findDepartments(
  departments: readonly CompiledName[],
  normal: NormalisedText,
  company: Place | null,
): Place[] {
  const configured = findName(departments, normal);
  if (configured) return [configured];
  return matchAll(departmentPatterns, normal.text).filter(
    ({ from, to }) => !company || from < company.from || to > company.to,
  );
}

function findOwnNames(
  agents: readonly CompiledName[],
  normal: NormalisedText,
  company: Place | null,
): Place[] {
  const configured = findName(agents, normal);
  if (configured && !touches(company, configured.from, configured.to)) return [configured];
  for (const pattern of ownNamePatterns) {
    for (const match of normal.text.matchAll(pattern)) {
      const name = match[1] ?? '';
      const from = match.index + match[0].lastIndexOf(name);
      const to = from + name.length;
      if (name === '' || notOwnNames.has(name) || touches(company, from, to)) continue;
      return [{ from, to, apart: 0 }];
    }
  }
  return [];
}
