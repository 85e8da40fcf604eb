import { describe, expect, test } from 'vitest';
import { isoInstant, parseInstant, parseTimestamp } from './parse-instant.ts';

const MARCH = Date.UTC(2018, 2, 1, 10, 30);

describe('instants in a portal folder', () => {
  test.each([
    ['2018-03-01T10:30:00Z', MARCH],
    ['2018-03-01T10:30Z', MARCH],
    ['2018-03-01T12:30:00.000+02:00', MARCH],
    ['2018-03-01T05:00:00-0530', MARCH],
    ['2018-03-01T10:30:00.123456789Z', MARCH + 123],
    ['2018-03-01T10:30:00.5Z', MARCH + 500],
    ['2020-02-29T00:00:00Z', Date.UTC(2020, 1, 29)],
  ])('%s is read', (text, at) => {
    expect(parseTimestamp(text)).toBe(at);
    expect(parseInstant(text)).toBe(at);
  });

  test.each([
    '2018-02-30T00:00:00Z',
    '2019-02-29T00:00:00Z',
    '2018-13-01T00:00:00Z',
    '2018-00-10T00:00:00Z',
    '2018-03-01T24:00:00Z',
    '2018-03-01T10:60:00Z',
    '2018-03-01T10:30:00',
    '2018-03-01T10:30:00+15:00',
    '2018-03-01 10:30:00Z',
    ' 2018-03-01T10:30:00Z',
    '01/03/2018',
    '1519900200',
    'yesterday',
    '',
  ])('%j is no instant', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
    expect(parseInstant(text)).toBeUndefined();
  });

  test('a date is midnight UTC and 13 digits are epoch milliseconds, but neither is a timestamp', () => {
    expect(parseInstant('2018-03-01')).toBe(Date.UTC(2018, 2, 1));
    expect(parseInstant('2018-02-30')).toBeUndefined();
    expect(parseInstant('1519900200000')).toBe(MARCH);
    expect(parseTimestamp('2018-03-01')).toBeUndefined();
    expect(parseTimestamp('1519900200000')).toBeUndefined();
  });

  test('an instant is written with milliseconds and Z', () => {
    expect(isoInstant(MARCH)).toBe('2018-03-01T10:30:00.000Z');
  });
});
