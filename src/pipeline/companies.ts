import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Company } from '../domain/company.ts';
import { loadCompany } from './load-company.ts';

/** Company files, each read once. */
export interface Companies {
  /** The configured company, else that of `company.yaml` in the folder or the one above it, else null. */
  beside(folder: string): Promise<Company | null>;
}

/** Company files by folder; `configured` is one for all calls. */
export function createCompanies(configured: string | undefined): Companies {
  const loaded = new Map<string, Promise<Company | null>>();
  const load = (path: string) => {
    const known = loaded.get(path) ?? readIfThere(path);
    loaded.set(path, known);
    return known;
  };
  return {
    beside: async (folder) => {
      if (configured !== undefined) return loadCompany(configured);
      return (await load(join(folder, 'company.yaml'))) ?? (await load(join(folder, '..', 'company.yaml')));
    },
  };
}

async function readIfThere(path: string): Promise<Company | null> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  return isThere ? loadCompany(path) : null;
}
