import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

/** A table of a report: a caption for readers who do not see it, named columns, and rows with a key each. */
export function ReportTable({
  caption,
  columns,
  rows,
}: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}) {
  return (
    // a table that is wider than the page is scrolled by keyboard too
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must take the focus
    <section className="report-table" aria-label={caption} tabIndex={0}>
      <Table striped withTableBorder verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, cells }) => (
            <Table.Tr key={key}>
              {cells.map((cell, index) => (
                <Table.Td key={columns[index] ?? index}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
