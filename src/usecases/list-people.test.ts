import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../domain/values/instant.ts';
import { type ContactList, listedPeople, type SentPerson } from './list-people.ts';

const NOW = Date.UTC(2026, 2, 2);
const fair: ContactList = { listId: 'l', name: 'Fair', kind: 'attendee', program: 'Fair 2026', at: NOW };
const sponsored: ContactList = { ...fair, kind: 'sponsored' };
const listed = async (person: SentPerson, list = fair) => {
  const { rows, rejected } = await listedPeople([{ position: 3, row: person }], list, NOW);
  return { row: rows[0], rejected };
};

describe('a person on a list', () => {
  it.each([
    '',
    'kim',
    'kim@',
    '@b.example',
    'kim@b',
    'k im@b.example',
    'kim@mailinator.com',
    'aaa@b.example',
    'x'.repeat(300),
  ])('without an address that could receive mail is not taken: %j', async (email) => {
    expect((await listed({ email })).rejected).toEqual([
      { row: 3, field: 'email', why: 'is no address that could receive mail' },
    ]);
  });

  it('is the same person whatever the case and the spaces, in this list alone', async () => {
    const keys = await Promise.all(
      ['kim@b.example', ' KIM@B.example '].map(async (email) => (await listed({ email })).row?.key),
    );
    expect(keys[0]).toBe(keys[1]);
    expect((await listed({ email: 'kim@b.example' }, { ...fair, listId: 'm' })).row?.key).not.toBe(keys[0]);
    expect(keys[0]).not.toContain('kim');
  });

  it('loses values that are not real, and one of them is named', async () => {
    const { row } = await listed({
      email: 'kim@b.example',
      firstName: 'asdf',
      lastName: ' Novak ',
      phone: '1234567',
      title: '',
    });
    expect(row).toMatchObject({ content: { values: { lastName: 'Novak' } }, remark: { field: 'firstName' } });
  });

  it('who signed up with somebody else needs evidence of consent', async () => {
    const consent = { given: true, at: NOW - HOUR_MS, source: 'Partner form', text: 'Yes, write to me' };
    expect((await listed({ email: 'kim@b.example' }, sponsored)).row).toMatchObject({
      content: { acquisition: 'sponsored_no_consent', facts: [{ value: 'unconsented_sign_up||fair_2026', at: NOW }] },
      remark: { field: 'consent' },
    });
    const { row } = await listed({ email: 'kim@b.example', consent }, sponsored);
    expect(row).toMatchObject({
      content: {
        acquisition: 'sponsored',
        facts: [
          { value: 'sponsored_sign_up||fair_2026' },
          { value: expect.stringMatching(/^given\|partner_form\|[0-9a-f]{32}$/) as string, at: NOW - HOUR_MS },
        ],
      },
      remark: undefined,
    });
    expect(JSON.stringify(row)).not.toContain('write to me');
  });

  it('cannot have agreed in the future', async () => {
    const consent = { given: true, at: NOW + HOUR_MS, source: 'form' };
    expect((await listed({ email: 'kim@b.example', consent })).rejected).toMatchObject([{ field: 'consent.at' }]);
  });
});
