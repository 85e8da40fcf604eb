/**
 * Rows as RFC 4180 text with a header line and LF line ends.
 *
 * @param columns the header, and which cells of a row are written; what a row lacks is an empty cell. A row given as a list of cells is
 *   written as it is, whatever the header says
 */
export function csvText(
  columns: readonly string[],
  rows: readonly (Readonly<Record<string, string>> | readonly string[])[],
): string {
  const lines = rows.map((row) => (isCells(row) ? row : columns.map((column) => row[column] ?? '')));
  return [columns, ...lines].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function isCells(row: Readonly<Record<string, string>> | readonly string[]): row is readonly string[] {
  return Array.isArray(row);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
