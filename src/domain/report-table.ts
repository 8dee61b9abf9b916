import type { Localized } from './call.ts';

/** A report as rows and columns, for a file that says exactly what the page says. */
export interface ReportTable {
  readonly name: string;
  readonly columns: readonly Localized[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
