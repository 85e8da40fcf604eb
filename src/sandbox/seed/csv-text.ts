/**
 * Rows as RFC 4180 text with a header line and LF line ends.
 *
 * @param columns the header, and which cells of a row are written; what a row lacks is an empty cell
 */
export function csvText(columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = rows.map((row) => columns.map((column) => row[column] ?? ''));
  return [columns, ...lines].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
