import { expect, test } from 'vitest';
import { csvRows } from './csv-rows.ts';
import { csvText } from './csv-text.ts';

test('written text is read back the same, with commas, quotes and line breaks in it', () => {
  const values = ['plain', 'a,b', 'say "hi"', 'two\nlines', 'two\r\nlines', ''];
  const text = csvText(
    ['id', 'value'],
    values.map((value, index) => ({ id: `${index}`, value })),
  );
  expect(csvRows(Buffer.from(text)).map(({ cells }) => cells[1])).toEqual(['value', ...values]);
});

test('what a row lacks is an empty cell', () => {
  expect(csvText(['a', 'b'], [{ b: '1' }, {}])).toBe('a,b\n,1\n,\n');
});

test('a row of cells is written as it is', () => {
  expect(csvText(['a', 'b', 'c'], [{ b: '1' }, ['2', 'x,y']])).toBe('a,b,c\n,1,\n2,"x,y"\n');
});
