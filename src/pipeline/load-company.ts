import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Company, companySchema } from '../domain/company.ts';
import { EarmarkError } from '../errors.ts';
import { readYaml } from './read-yaml.ts';

/** The company file at `path`, checked. Throws `E_COMPANY` with every problem and its line. */
export async function loadCompany(path: string): Promise<Company> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new EarmarkError('E_COMPANY', `the company file "${basename(path)}" cannot be read`, {
      cause,
      remedy: 'correct EARMARK_COMPANY or --company',
    });
  });
  const { result } = readYaml(bytes, basename(path), companySchema);
  if ('value' in result) return result.value;
  const { problems } = result;
  throw new EarmarkError('E_COMPANY', `the company file has ${problems.length} problem(s)`, { problems });
}
