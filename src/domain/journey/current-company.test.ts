import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordId } from '../values/ids.ts';
import { type CompanyWord, currentCompany } from './current-company.ts';

const word = (companyId: string, at: number, isGone = false, contactId = '1'): CompanyWord => ({
  contactId: recordId(contactId),
  companyId: recordId(companyId),
  at,
  isGone,
});
const company = (...words: readonly CompanyWord[]) => currentCompany(recordId('1'), words);

describe('the company of a person', () => {
  it.each<[string, readonly CompanyWord[], string | undefined]>([
    ['is none where none was told', [], undefined],
    ['is the last one told', [word('8', 1), word('9', 2)], '9'],
    ['is the one before when the last one is gone', [word('8', 1), word('9', 2), word('9', 3, true)], '8'],
    ['is none when all are gone', [word('8', 1), word('8', 2, true)], undefined],
    ['is there when it came back', [word('8', 1), word('8', 2, true), word('8', 3)], '8'],
    ['is there where one instant tells both', [word('8', 1), word('8', 1, true)], '8'],
    ['is the older record where one instant tells two', [word('10', 1), word('9', 1)], '9'],
    ['is their own, not that of a contact merged into theirs', [word('8', 1), word('9', 5, false, '2')], '8'],
    ['is that of a contact merged into theirs where they have none', [word('9', 5, false, '2')], '9'],
    ['is gone for both when it is gone for one later', [word('9', 5, false, '2'), word('9', 6, true)], undefined],
  ])('%s', (_case, words, expected) => {
    expect(company(...words)).toBe(expected);
  });

  it('does not depend on the order in which it is told', () => {
    const some = fc.record({
      companyId: fc.constantFrom('8', '9', '10').map(recordId),
      contactId: fc.constantFrom('1', '2').map(recordId),
      at: fc.integer({ min: 1, max: 4 }),
      isGone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(some, fc.nat()), { maxLength: 8 }), (words) => {
        const shuffled = words.toSorted(([, a], [, b]) => a - b);
        expect(company(...shuffled.map(([each]) => each))).toBe(company(...words.map(([each]) => each)));
      }),
    );
  });
});
