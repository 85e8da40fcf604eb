import { describe, expect, it } from 'vitest';
import { CONTACT_PROPERTIES } from '../../adapters/hubspot/schema.ts';
import type { Fact } from '../journey/fact.ts';
import { recordId } from '../values/ids.ts';
import { answerNow, answerProperty, answersTo } from './answers.ts';
import { tellAnswers } from './tell-answers.ts';

const KIM = recordId('7');
const QUESTION = { id: 'need', label: 'Need', level: 'warn' } as const;
/** Said at an instant: on our card, or in HubSpot by a person or by software. */
const said = (at: number, value: string, more: Partial<Fact> = {}): Fact => ({
  record: { type: 'contact', id: KIM },
  property: 'l2r_need',
  value,
  occurredAt: at,
  knownAt: at,
  dated: true,
  ...more,
});
const card = { setBy: '5', onCard: true };
const log = (...facts: Fact[]) => answersTo(QUESTION, facts).map(({ value, at, by }) => [value, at, by]);

describe('answers', () => {
  it('are kept one after the other, and the last one counts', () => {
    const facts = [said(1, 'a', card), said(2, 'b', { setBy: '6' }), said(3, '', card), said(4, 'c')];
    expect(log(...facts)).toEqual([
      ['a', 1, '5'],
      ['b', 2, '6'],
      ['', 3, '5'],
      ['c', 4, undefined],
    ]);
    expect(answerNow(QUESTION, facts)).toBe('c');
    expect(answerNow({ id: 'budget' }, facts)).toBe('');
  });

  it.each([
    ['after it', [said(10, 'a', card), said(12, 'a')]],
    ['before it, by a clock that is slow', [said(8, 'a'), said(10, 'a', card)]],
  ])('our own write coming back %s is no new answer', (_when, facts) => {
    expect(log(...facts)).toEqual([['a', 10, '5']]);
    expect(tellAnswers(KIM, facts, [QUESTION])).toEqual([]);
  });

  it('no question can take a property that is ours', () => {
    const ours = CONTACT_PROPERTIES.map(({ name }) => name);
    const ids = [...ours.map((name) => name.slice('l2r_'.length)), 'need', 'champion'];
    expect(ids.map(answerProperty).filter((name) => ours.includes(name))).toEqual([]);
  });
});

describe('HubSpot is told', () => {
  const tell = (...facts: Fact[]) =>
    tellAnswers(KIM, facts, [QUESTION]).map((intent) => ('changes' in intent ? intent.changes : {}));

  it.each<[string, Fact[], object[]]>([
    ['an answer from the card', [said(1, 'a', card)], [{ l2r_need: { from: '', to: 'a' } }]],
    ['that one was taken back', [said(1, 'a'), said(2, '', card)], [{ l2r_need: { from: 'a', to: '' } }]],
    [
      'the later one, where an earlier one was typed there',
      [said(1, 'x'), said(2, 'a', card)],
      [{ l2r_need: { from: 'x', to: 'a' } }],
    ],
    ['nothing that was typed there last', [said(1, 'a', card), said(2, 'x')], []],
    ['nothing that nobody said on a card', [said(1, 'x')], []],
  ])('%s', (_what, facts, changes) => {
    expect(tell(...facts)).toEqual(changes);
  });

  it('again only where it says something new', () => {
    const keyOf = (...facts: Fact[]) => tellAnswers(KIM, facts, [QUESTION])[0]?.key;
    const first = keyOf(said(5, 'a', card));
    expect(keyOf(said(5, 'a', card))).toBe(first);
    expect(keyOf(said(4, 'unheard', { knownAt: 9 }), said(5, 'a', card))).not.toBe(first);
  });

  it('nothing of questions that it has no property for', () => {
    const champion = { id: 'champion', label: 'Champion', level: 'warn' } as const;
    expect(tellAnswers(KIM, [said(1, 'a', { ...card, property: 'l2r_answer_champion' })], [champion])).toEqual([]);
  });
});
