import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareIds, integerId } from './ids.ts';
import { RecordTable } from './record-table.ts';
import type { CrmRecord } from './record-table.ts';

const record = (id: string, archivedAt?: number): CrmRecord => {
  return { typeId: '0-1', id, createdAt: 0, updatedAt: 0, archivedAt, values: new Map(), versions: new Map() };
};

test('pages in any size list every record once, in the order of their ids', () => {
  const ids = fc.uniqueArray(fc.bigInt({ min: 1n, max: 2n ** 60n }).map(String), { maxLength: 40 });
  fc.assert(
    fc.property(ids, fc.integer({ min: 1, max: 7 }), (given, limit) => {
      const table = new RecordTable();
      for (const id of given) table.add(record(id));
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = table.page({ after, limit, archived: false });
        seen.push(...page.records.map((one) => one.id));
        after = page.next;
      } while (after !== undefined);
      expect(seen).toEqual([...given].sort((left, right) => (BigInt(left) < BigInt(right) ? -1 : 1)));
    }),
  );
});

test('the archive is a list of its own', () => {
  const table = new RecordTable();
  table.add(record('1'));
  table.add(record('2', 5));
  expect(table.page({ limit: 9, archived: false }).records.map(({ id }) => id)).toEqual(['1']);
  expect(table.page({ limit: 9, archived: true }).records.map(({ id }) => id)).toEqual(['2']);
});

test('ids that are no numbers come after all numbers', () => {
  expect(['b', '10', '9', 'a'].sort(compareIds)).toEqual(['9', '10', 'a', 'b']);
});

test('an id above 2^53 is written as an exact JSON integer', () => {
  expect(JSON.stringify({ objectId: integerId('9007199254740993'), other: integerId('x-1') })).toBe(
    '{"objectId":9007199254740993,"other":"x-1"}',
  );
});

test('a chain of merges leads to the last survivor', () => {
  const table = new RecordTable();
  for (const id of ['1', '2', '3']) table.add(record(id));
  table.mergeAway('1', '2');
  table.mergeAway('2', '3');
  expect(table.resolve('1')?.id).toBe('3');
  expect(table.get('1')).toBeUndefined();
});
