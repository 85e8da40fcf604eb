import { describe, expect, it } from 'vitest';
import { type TouchType, touchTypes } from '../definitions/touch-types.ts';
import type { Fact } from '../journey/fact.ts';
import { recordId } from '../values/ids.ts';
import { DAY_MS, toIso } from '../values/instant.ts';
import { signalOf, signalValue } from './signal.ts';
import { carriedTouch, toCode, touchOf, touchValue } from './touch.ts';

const NOW = Date.UTC(2026, 3, 1, 8);
const fact = (value: string, more: Partial<Fact> = {}): Fact => ({
  record: { type: 'contact', id: recordId('1') },
  property: 'p',
  value,
  occurredAt: NOW,
  knownAt: NOW + 1_000,
  dated: true,
  ...more,
});
const type = (contains?: string[]): TouchType =>
  touchTypes.parse([
    {
      id: 't',
      label: 'T',
      channel: 'email',
      isResponse: false,
      carrier: { property: 'p', ...(contains && { contains }) },
    },
  ])[0] as TouchType;

describe('the value of a fact', () => {
  it('holds a touch and gives it back', () => {
    const touch = { type: 'form', channel: 'website', program: 'spring_2026' };
    expect(touchOf(fact(touchValue(touch)))).toEqual({ ...touch, at: NOW });
  });

  it('holds a signal and gives it back', () => {
    const signal = { kind: 'intent', topic: 'crm', strength: 730, source: 'g2' };
    expect(signalOf(fact(signalValue(signal)))).toEqual({ ...signal, at: NOW });
  });

  it('that says less leaves the rest empty', () => {
    expect(touchOf(fact('form'))).toEqual({ at: NOW, type: 'form', channel: '', program: '' });
    expect(signalOf(fact('intent'))).toEqual({ at: NOW, kind: 'intent', topic: '', strength: 0, source: '' });
  });
});

it.each([
  ['  Spring Fair 2026 ', 'spring_fair_2026'],
  ['Größe/ä|b', 'größe_ä_b'],
  ['a_b.c-d', 'a_b.c-d'],
  ['a'.repeat(80), 'a'.repeat(60)],
])('turns %j into the code %j', (text, code) => {
  expect(toCode(text)).toBe(code);
});

describe('a property that carries a touch', () => {
  it('and holds a date tells of that date, however often and late it is read', () => {
    const day = toIso(NOW - 3 * DAY_MS);
    const read = [0, 1, 20].map((late) =>
      carriedTouch(fact(day, { occurredAt: NOW + late, knownAt: NOW + late }), type()),
    );
    expect(read).toEqual(Array(3).fill({ at: NOW - 3 * DAY_MS, type: 't', channel: 'email', program: '' }));
  });

  it('and holds a date to come tells of what is already so', () => {
    expect(carriedTouch(fact(toIso(NOW + DAY_MS)), type())?.at).toBe(NOW);
    expect(carriedTouch(fact(String(NOW - DAY_MS)), type())?.at).toBe(NOW - DAY_MS);
  });

  it('and holds a text tells of its change, and of nothing in the future', () => {
    expect(carriedTouch(fact('https://northwind.io'), type())?.at).toBe(NOW);
    expect(carriedTouch(fact('https://northwind.io', { knownAt: NOW - 5 }), type())?.at).toBe(NOW - 5);
  });

  it('counts only texts that contain one of its words, without regard to case', () => {
    const pages = type(['/pricing', '/Plans']);
    const counted = ['https://x.io/PRICING?a=1', 'https://x.io/plans', 'https://x.io/jobs'].map(
      (url) => carriedTouch(fact(url), pages) !== undefined,
    );
    expect(counted).toEqual([true, true, false]);
  });

  it('tells of nothing when it is cleared, when nobody knows when it was set, and of types that nothing carries', () => {
    const { carrier: _, ...told } = type();
    expect([carriedTouch(fact(''), type()), carriedTouch(fact('x', { dated: false }), type())]).toEqual([
      undefined,
      undefined,
    ]);
    expect(carriedTouch(fact('x'), told)).toBeUndefined();
  });
});
