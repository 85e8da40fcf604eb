import { CsvError, parse } from 'csv-parse/sync';

/** One row as it stands in the file. `line` is the physical line where it starts, the header's being 1. */
export interface CsvRow {
  line: number;
  cells: readonly string[];
  /** Why the cells cannot be used. */
  fault?: string;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Splits RFC 4180 text (UTF-8 without byte order mark; LF, CRLF or both; quoted line breaks) into rows, the header first. Empty lines are no
 * rows. Rows with another number of cells than the header, and lines with a stray or unclosed quote, come back with a fault.
 *
 * A stray quote costs the line it stands on and nothing else: reading goes on with the next line, or an unclosed quote would swallow the
 * rest of the file.
 */
export function csvRows(bytes: Buffer): CsvRow[] {
  const rows: CsvRow[] = [];
  let cursor: Cursor = { offset: 0, line: 1 };
  while (cursor.offset < bytes.length) {
    const start = cursor;
    const end = parseUntilFault(bytes, start, rows);
    if (end === undefined) break;
    const faulty = skipEmptyLines(bytes, end);
    rows.push({ line: faulty.line, cells: [], fault: 'a quote is out of place or never closed' });
    cursor = nextLine(bytes, faulty);
  }
  return rows;
}

interface Cursor {
  offset: number;
  line: number;
}

/** Appends rows from `start` on. @returns where a row begins that cannot be parsed, or `undefined` at the end of the text */
function parseUntilFault(bytes: Buffer, start: Cursor, rows: CsvRow[]): Cursor | undefined {
  let end = start;
  const add = (cells: string[], endOffset: number) => {
    const begin = skipEmptyLines(bytes, end);
    const next = forwardTo(bytes, begin, endOffset);
    const columns = rows[0]?.cells.length ?? cells.length;
    const ragged = cells.length !== columns;
    if (ragged && next.line > begin.line + 1) throw new RowRunsOn();
    rows.push({ line: begin.line, cells, ...(ragged && { fault: columnCount(cells.length, columns) }) });
    end = next;
  };
  try {
    parse(bytes.subarray(start.offset), {
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { bytes: read }) => {
        add(cells, start.offset + read);
        return null;
      },
    });
    return undefined;
  } catch (error) {
    if (error instanceof RowRunsOn || error instanceof CsvError) return end;
    throw error;
  }
}

/** A row over several lines with a wrong number of cells: far more often an unclosed quote than a ragged row. */
class RowRunsOn extends Error {}

function columnCount(found: number, expected: number): string {
  return `the row has ${found} ${found === 1 ? 'column' : 'columns'}, the header has ${expected}`;
}

function skipEmptyLines(bytes: Buffer, { offset, line }: Cursor): Cursor {
  for (;;) {
    const feed = bytes[offset] === CARRIAGE_RETURN ? offset + 1 : offset;
    if (bytes[feed] !== LINE_FEED) return { offset, line };
    offset = feed + 1;
    line += 1;
  }
}

function forwardTo(bytes: Buffer, { offset, line }: Cursor, end: number): Cursor {
  for (
    let feed = bytes.indexOf(LINE_FEED, offset);
    feed !== -1 && feed < end;
    feed = bytes.indexOf(LINE_FEED, feed + 1)
  ) {
    line += 1;
  }
  return { offset: end, line };
}

function nextLine(bytes: Buffer, { offset, line }: Cursor): Cursor {
  const feed = bytes.indexOf(LINE_FEED, offset);
  return { offset: feed === -1 ? bytes.length : feed + 1, line: line + 1 };
}
