import { expect, test } from 'vitest';
import { formatValue } from './property-format.ts';
import { optionsOf, propertyDefinition } from './property-definition.ts';
import type { PropertyDefinition } from './property-definition.ts';

const property = (more: Partial<PropertyDefinition>) =>
  propertyDefinition({ name: 'p', label: 'P', groupName: 'g', ...more });
const number = property({ type: 'number', fieldType: 'number' });
const date = property({ type: 'date', fieldType: 'date' });
const dateTime = property({ type: 'datetime', fieldType: 'date' });
const flag = property({ type: 'bool', fieldType: 'booleancheckbox' });
const choice = property({ type: 'enumeration', fieldType: 'select', options: optionsOf('A', 'b') });
const choices = property({ type: 'enumeration', fieldType: 'checkbox', options: optionsOf('A', 'B', 'C') });
const email = property({ name: 'email' });

test.each([
  [number, '5000.00', '5000.00'],
  [number, '-3', '-3'],
  [date, '2026-02-28', '2026-02-28'],
  [date, '1772236800000', '2026-02-28'],
  [dateTime, '1772236800123', '2026-02-28T00:00:00.123Z'],
  [dateTime, '2026-02-28', '2026-02-28T00:00:00Z'],
  [dateTime, '2026-02-28T10:00:00+02:00', '2026-02-28T08:00:00Z'],
  [flag, 'TRUE', 'true'],
  [choice, 'A', 'A'],
  [choices, 'A;C', 'A;C'],
  [choices, ';C;A', 'B;C;A'],
  [email, 'a+b@c.example', 'a+b@c.example'],
])('%# a lawful value is kept in the form of its type', (definition, value, kept) => {
  expect(formatValue(definition, value, 'B')).toEqual({ ok: true, value: kept });
});

test.each([
  [number, '1,000', 'INVALID_INTEGER'],
  [number, 'many', 'INVALID_INTEGER'],
  [number, ' ', 'INVALID_INTEGER'],
  [number, 'Infinity', 'INVALID_INTEGER'],
  [date, '2026-02-30', 'INVALID_DATE'],
  [date, '1772236800001', 'INVALID_DATE'],
  [date, '2026-02-28T10:00:00Z', 'INVALID_DATE'],
  [dateTime, 'yesterday', 'INVALID_DATE'],
  [dateTime, '2026-02-28T10:00:00', 'INVALID_DATE'],
  [dateTime, '99999999999999999', 'INVALID_DATE'],
  [flag, 'yes', 'INVALID_OPTION'],
  [choice, 'a', 'INVALID_OPTION'],
  [choices, 'A;D', 'INVALID_OPTION'],
  [email, 'nobody', 'INVALID_EMAIL'],
  [property({}), 'x'.repeat(65_537), 'INVALID_LENGTH'],
])('%# a value that does not fit its type is refused', (definition, value, code) => {
  expect(formatValue(definition, value, '')).toMatchObject({ ok: false, code });
});

test.each([number, date, dateTime, flag, choice, choices, email])(
  '%# the empty value clears any property',
  (definition) => {
    expect(formatValue(definition, '', 'A')).toEqual({ ok: true, value: '' });
  },
);
