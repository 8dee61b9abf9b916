import { knownCompaniesZh } from '../lexicon/known-companies.ts';
import { type CompiledName, compileName, findName, type NameMatch } from './match-names.ts';
import type { NormalisedText } from './normalise.ts';

/**
 * True when what sounds like the wanted name is written as another company's: one the company file lists under
 * `notThese` that fits at least as well, or a well-known one. A name written as it is never counts as another's.
 */
export function isAnotherName(
  match: NameMatch,
  normal: NormalisedText,
  others: readonly CompiledName[],
): boolean {
  const wanted = compileName(match.name);
  const heard = normal.text.slice(match.from, match.to);
  const own = wanted.own.join(wanted.script === 'zh' ? '' : ' ');
  if (heard.includes(own)) return false;
  if (wanted.script === 'zh' && knownCompaniesZh.has(compileName(heard).own.join(''))) return true;
  return others.some((other) => {
    const found = findName([other], normal);
    return found !== null && found.from < match.to && match.from < found.to && found.apart <= match.apart;
  });
}
