import { describe, expect, test } from 'vitest';
import { csvRows } from './csv-rows.ts';

const rowsOf = (text: string) => csvRows(Buffer.from(text));
const linesOf = (text: string) =>
  rowsOf(text).map(({ line, cells, fault }) => (fault ? [line, fault] : [line, ...cells]));

const QUOTE = 'a quote is out of place or never closed';

describe('rows of a CSV text', () => {
  test('LF, CRLF and a missing last line break are all the same', () => {
    const expected = [
      [1, 'a', 'b'],
      [2, '1', 'x'],
    ];
    expect(linesOf('a,b\n1,x\n')).toEqual(expected);
    expect(linesOf('a,b\r\n1,x\r\n')).toEqual(expected);
    expect(linesOf('a,b\r\n1,x')).toEqual(expected);
  });

  test('a row is on the line where it starts, also after quoted line breaks and empty lines', () => {
    expect(linesOf('a,b\n\n1,"x\r\ny\n\nz"\n\r\n\n2,é\n3,"said ""so"""\n')).toEqual([
      [1, 'a', 'b'],
      [3, '1', 'x\r\ny\n\nz'],
      [9, '2', 'é'],
      [10, '3', 'said "so"'],
    ]);
  });

  test('a row with too few or too many cells is a fault of that row', () => {
    expect(linesOf('a,b\n1\n1,2,3\n4,5\n')).toEqual([
      [1, 'a', 'b'],
      [2, 'the row has 1 column, the header has 2'],
      [3, 'the row has 3 columns, the header has 2'],
      [4, '4', '5'],
    ]);
  });

  test.each([
    ['inside a cell', '1,x"y'],
    ['after a closing quote', '1,"x"y'],
    ['never closed', '1,"x'],
    ['never closed, first cell', '"1,x'],
  ])('a stray quote %s costs its own line only', (_name, bad) => {
    for (const next of ['2,"y"', '2,y', '2,","', '"2",""']) {
      const rows = linesOf(`a,b\n0,z\n${bad}\n${next}\n3,w\n`);
      expect(rows[2]).toEqual([3, QUOTE]);
      expect(rows.map(([line]) => line)).toEqual([1, 2, 3, 4, 5]);
      expect(rows[4]).toEqual([5, '3', 'w']);
    }
  });

  test('an unclosed quote on the last line is a fault', () => {
    expect(linesOf('a,b\n1,"x').at(-1)).toEqual([2, QUOTE]);
  });

  test('no text has no rows', () => {
    expect(rowsOf('')).toEqual([]);
    expect(rowsOf('\n\r\n')).toEqual([]);
  });
});
