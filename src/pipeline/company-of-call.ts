import type { CallMetadata } from '../domain/call.ts';
import { type Company, companyNamed, unnamedCompany } from '../domain/company.ts';

/**
 * The company the agent speaks for in this call: the company file, unless the call file names another company, of
 * which then only the name is known.
 */
export function companyOf(call: CallMetadata, company: Company | null): Company {
  if (call.company === undefined) return company ?? unnamedCompany;
  if (company === null) return companyNamed(call.company);
  const said = call.company.toLowerCase();
  const isSame = [company.name, ...company.spoken].some((name) => name.toLowerCase() === said);
  return isSame ? company : companyNamed(call.company);
}
