/** Rows as RFC 4180 text. What a spreadsheet would take for a formula begins with an apostrophe. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');

/** @source OWASP: CSV injection */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r\n\0]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
