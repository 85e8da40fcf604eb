import { orderProblems, type FoundProblem } from './problems.ts';
import { compareText } from './order.ts';
import type { LoadProblem, LoadReport } from './portal-folder.ts';

/** What is known of a problem besides its row: which record it is about decides its place in the report. */
export type ProblemSubject = Partial<Pick<FoundProblem, 'type' | 'id' | 'property' | 'at'>>;

/** Where a problem stands: any table with a file name, any row with a line number. */
interface FileOfRow {
  readonly file: string;
}
interface LineOfRow {
  readonly line: number;
}

/** Counts every row and collects every problem of one load. */
export class LoadLedger {
  #read = 0;
  #rejected = 0;
  readonly #problems: FoundProblem[] = [];
  readonly #notes = new Set<string>();

  countRows(rows: number): void {
    this.#read += rows;
  }

  /** The row is left out of the load. */
  reject(table: FileOfRow, row: LineOfRow, column: string, reason: string, about: ProblemSubject = {}): void {
    this.#rejected += 1;
    this.remark(table, row, column, reason, about);
  }

  /** Something is wrong, but the row is kept. */
  remark(table: FileOfRow, row: LineOfRow, column: string, reason: string, about: ProblemSubject = {}): void {
    const subject = { type: '', id: '', property: '', at: 0, ...about };
    this.#problems.push({ file: table.file, line: row.line, column, reason, ...subject });
  }

  note(sentence: string): void {
    this.#notes.add(sentence);
  }

  report(): LoadReport {
    return {
      read: this.#read,
      accepted: this.#read - this.#rejected,
      rejected: this.#rejected,
      problems: this.#orderedProblems(),
      notes: [...this.#notes].sort(compareText),
    };
  }

  #orderedProblems(): LoadProblem[] {
    return orderProblems(this.#problems);
  }
}
