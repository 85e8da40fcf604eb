import { csvRows, type CsvRow } from './csv-rows.ts';
import type { LoadLedger } from './load-ledger.ts';
import { PortalFolderError } from './portal-folder.ts';
import { readUtf8 } from './read-utf8.ts';

export interface Row {
  line: number;
  cells: readonly string[];
}

/** One CSV file of the folder: its header and the rows that have the header's shape. */
export interface Table {
  file: string;
  columns: readonly string[];
  rows: readonly Row[];
  /** @returns the cell's text; empty when the file has no such column */
  cell(row: Row, column: string): string;
}

/** The columns of a file; one without a list of optional columns may have any. */
export interface TableShape {
  file: string;
  required: readonly string[];
  optional?: readonly string[];
  /** Gives header cells the name that counts. */
  rename?: (header: string) => string;
}

/**
 * Reads one CSV file. Misshapen rows are rejected with the reason; of two columns with one name the later is left out and listed.
 *
 * @returns `undefined` when there is no such file
 * @throws PortalFolderError when the file is there and cannot be read, is not UTF-8, or lacks a required column
 */
export async function readTable(folder: string, shape: TableShape, ledger: LoadLedger): Promise<Table | undefined> {
  const bytes = await readUtf8(folder, shape.file);
  if (bytes === undefined) return undefined;
  const [header, ...rows] = csvRows(bytes);
  const positions = columnPositions(header ?? { line: 1, cells: [] }, shape, ledger);
  requireColumns(positions, shape);
  noteUnusedColumns(positions, shape, ledger);
  ledger.countRows(rows.length);
  return {
    file: shape.file,
    columns: [...positions.keys()],
    rows: wellFormed(rows, shape.file, ledger),
    cell: (row, column) => row.cells[positions.get(column) ?? -1] ?? '',
  };
}

function columnPositions(header: CsvRow, { file, rename }: TableShape, ledger: LoadLedger): Map<string, number> {
  if (header.fault !== undefined) throw new PortalFolderError(`The header of ${file} cannot be read: ${header.fault}.`);
  const positions = new Map<string, number>();
  for (const [position, cell] of header.cells.entries()) {
    const name = rename && cell.trim() !== '' ? rename(cell.trim()) : cell.trim();
    const taken = positions.has(name);
    if (name === '') ledger.remark({ file }, header, '', `column ${position + 1} has no name and is left out`);
    else if (taken)
      ledger.remark({ file }, header, name, `column ${position + 1} has the name of an earlier column and is left out`);
    else positions.set(name, position);
  }
  return positions;
}

function requireColumns(columns: ReadonlyMap<string, number>, { file, required }: TableShape): void {
  const missing = required.find((column) => !columns.has(column));
  if (missing === undefined) return;
  throw new PortalFolderError(`${file} has no column "${missing}" in its header; add it and try again.`);
}

function noteUnusedColumns(columns: ReadonlyMap<string, number>, shape: TableShape, ledger: LoadLedger): void {
  if (shape.optional === undefined) return;
  const used = new Set([...shape.required, ...shape.optional]);
  for (const column of columns.keys()) {
    if (!used.has(column))
      ledger.note(`${shape.file}: the column "${column}" is not part of the format and is not used.`);
  }
}

function wellFormed(rows: readonly CsvRow[], file: string, ledger: LoadLedger): Row[] {
  return rows.filter((row) => {
    const fault =
      row.fault ?? (row.cells.some((cell) => cell.includes('\0')) ? 'the row has a NUL character' : undefined);
    if (fault !== undefined) ledger.reject({ file }, row, '', fault);
    return fault === undefined;
  });
}
