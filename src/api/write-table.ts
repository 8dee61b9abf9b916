import writeXlsxFile from 'write-excel-file/node';
import type { ReportTable } from '../domain/report-table.ts';

/** What a spreadsheet program would run as a formula, also where it is written in full width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text no spreadsheet program takes for a formula: an apostrophe says that text follows. */
function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function toCsvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = safeText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The table as CSV (RFC 4180, UTF-8 with a mark, since spreadsheets take it for another encoding otherwise). */
export function writeCsv({ columns, rows }: ReportTable, language: 'en' | 'zh'): string {
  const lines = [columns.map((column) => column[language]), ...rows];
  return `\uFEFF${lines.map((line) => line.map(toCsvCell).join(',')).join('\r\n')}\r\n`;
}

/** What XML cannot hold is dropped; more than a cell takes is cut, and the cut is shown. */
function toCellText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
  return clean.length > 32_000 ? `${clean.slice(0, 32_000)}…` : clean;
}

/** The table as a workbook; texts are text cells, which are never run, numbers keep every digit. */
export async function writeXlsx(
  { name, columns, rows }: ReportTable,
  language: 'en' | 'zh',
): Promise<Buffer> {
  const head = columns.map((column) => ({
    value: column[language],
    type: String,
    fontWeight: 'bold' as const,
  }));
  const body = rows.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      if (typeof value === 'number') return { value, type: Number };
      return { value: toCellText(value), type: String };
    }),
  );
  return await writeXlsxFile([head, ...body], { sheet: name, stickyRowsCount: 1 }).toBuffer();
}
