import { isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../errors.ts';

/** Largest standard or company file read, in bytes. */
const YAML_LIMIT_BYTES = 300_000;
const ALIAS_LIMIT = 50;

/** A checked YAML file, or every problem found in it. */
export type YamlResult<T> = { readonly value: T; readonly problems: [] } | { readonly problems: Problem[] };

/** A place in the file for a path of the value, so that later checks can name the line too. */
export interface YamlPlaces {
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/**
 * Parses YAML 1.2 (core schema, no custom tags, no merge keys, few aliases) and checks it against `schema`.
 * Every problem comes back at once with its line; nothing is thrown.
 */
export function readYaml<T>(
  bytes: Uint8Array,
  file: string,
  schema: z.ZodType<T>,
): { result: YamlResult<T>; places: YamlPlaces } {
  const none: YamlPlaces = { lineOf: () => undefined };
  const refuse = (message: string, remedy: string) => ({
    result: { problems: [{ file, message, remedy }] },
    places: none,
  });
  if (bytes.length > YAML_LIMIT_BYTES)
    return refuse(`the file has ${bytes.length} bytes`, `keep it under ${YAML_LIMIT_BYTES} bytes`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('the file is not UTF-8 text', 'save it as UTF-8');
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    merge: false,
    lineCounter: lines,
  });
  const places: YamlPlaces = {
    lineOf: (path) => {
      for (let depth = path.length; depth > 0; depth--) {
        const node = document.getIn(path.slice(0, depth), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: error.linePos?.[0].line ?? 1,
    message: error.message.split('\n')[0] ?? error.code,
    remedy:
      error.code === 'DUPLICATE_KEY'
        ? 'keep one of the two'
        : 'mend the YAML (spaces for indenting, plain values)',
  }));
  if (problems.length > 0) return { result: { problems }, places };
  const unsafe = findUnsafeNodes(document, file, lines);
  if (unsafe.length > 0) return { result: { problems: unsafe }, places };
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: ALIAS_LIMIT }));
  if (parsed.success) return { result: { value: parsed.data, problems: [] }, places };
  return {
    result: { problems: parsed.error.issues.map((issue) => describeIssue(issue, file, places)) },
    places,
  };
}

/** A zod issue as a problem with its line. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  file: string,
  places: YamlPlaces,
  under: PropertyKey[] = [],
): Problem {
  const path = [...under, ...issue.path];
  const line = places.lineOf(path);
  return {
    file,
    ...(line === undefined ? {} : { line }),
    path: path.map(String).join('.'),
    message: issue.message,
    remedy:
      issue.code === 'unrecognized_keys' ? 'remove the key or correct its spelling' : 'correct the value',
  };
}

function findUnsafeNodes(
  document: ReturnType<typeof parseDocument>,
  file: string,
  lines: LineCounter,
): Problem[] {
  const problems: Problem[] = [];
  let aliases = 0;
  const at = (offset: number | undefined) =>
    offset === undefined ? {} : { line: lines.linePos(offset).line };
  visit(document, {
    Alias: (_, node) => {
      aliases++;
      if (aliases === ALIAS_LIMIT + 1)
        problems.push({
          file,
          ...at(node.range?.[0]),
          message: 'too many aliases',
          remedy: 'write the values out',
        });
    },
    Pair: (_, pair) => {
      const key = String(pair.key);
      if (key === '__proto__' || key === 'constructor' || key === 'prototype' || key === '<<')
        problems.push({ file, message: `the key "${key}" is not allowed`, remedy: 'remove it' });
    },
    Node: (_, node) => {
      if ('tag' in node && typeof node.tag === 'string' && !node.tag.startsWith('tag:yaml.org,2002:'))
        problems.push({
          file,
          ...at(node.range?.[0]),
          message: `the tag "${node.tag}" is not allowed`,
          remedy: 'write a plain value',
        });
    },
  });
  return problems;
}
