import { describe, expect, it } from 'vitest';
import { isRealEmail, isRealName, isRealPhone } from './real-values.ts';

describe('an address', () => {
  it.each([
    'ada@northwind.io',
    'Ada.Lovelace+events@mail.northwind.co.uk',
    "o'brien@northwind.ie",
    'a@b.de',
    'josé@compañía.es',
    '用户@例子.公司',
    'x_y-z@xn--bcher-kva.example.de',
    ' ada@northwind.io ',
    'ada@123.com',
    'aaab@northwind.io',
    'test@northwind.io',
  ])('%s is real', (text) => {
    expect(isRealEmail(text)).toBe(true);
  });

  it.each([
    '',
    '@',
    'ada',
    'ada@',
    '@northwind.io',
    'ada@northwind',
    'ada@northwind.',
    'ada@.io',
    'ada@-northwind.io',
    'ada@north_wind.io',
    'ada@north wind.io',
    'ada lovelace@northwind.io',
    'ada@lovelace@northwind.io',
    'ada..l@northwind.io',
    '.ada@northwind.io',
    'ada.@northwind.io',
    'ada@127.0.0.1',
    'ada@northwind.io;bo@northwind.io',
    '<ada@northwind.io>',
    'asdf@test.com',
    'ada@EXAMPLE.com',
    'ada@mailinator.com',
    'aaaa@northwind.io',
    'ada\0@northwind.io ada@x',
    `${'a'.repeat(250)}@northwind.io`,
    `ada@${'n'.repeat(64)}.io`,
  ])('%j is junk', (text) => {
    expect(isRealEmail(text)).toBe(false);
  });
});

describe('a number', () => {
  it.each(['+49 30 901820', '(212) 736-5000', '030/901820-12', '+1.212.736.5000', '+44 20 7946 0958 x12', '9018201'])(
    '%s is real',
    (text) => {
      expect(isRealPhone(text)).toBe(true);
    },
  );

  it.each([
    '',
    '+',
    'x',
    '12345',
    '1234567',
    '0123456789',
    '9876543210',
    '0000000',
    '+11111111111',
    'call me',
    '030 901820 after six',
    '1234567890123456',
    '٠٣٠٩٠١٨٢٠',
    '1'.repeat(100_000),
  ])('%j is junk', (text) => {
    expect(isRealPhone(text)).toBe(false);
  });
});

describe('a name', () => {
  it.each([
    'Bo',
    'Li',
    'Ng',
    'Øystein',
    "O'Brien",
    'María José',
    'José',
    'Jean-Luc',
    'van der Berg',
    'Łukasz',
    'Þórunn',
    'Nguyễn Thị Ánh',
    '李明',
    '伟',
    '준',
    'さくら',
    'Дмитрий',
    'Ελένη',
    'محمد',
    'नीति',
    'สมชาย',
    'Anna Testa',
    'Na',
    'Nadia',
    'Nulle',
    'Abcarian',
    'Aaron',
    'J. R. R.',
    ' Ada ',
  ])('%s is real', (text) => {
    expect(isRealName(text)).toBe(true);
  });

  it.each(['', ' ', 'x', '.', '--', 'Test', 'TESTER', 'asdf', 'qwerty', 'none', 'N/A', 'xxx', 'aaaa', 'Ada1', '123'])(
    '%j is junk',
    (text) => {
      expect(isRealName(text)).toBe(false);
    },
  );

  it.each(['ada@northwind.io', 'https://win.example', 'a'.repeat(101), '\0\0\0', '👍👍'])('%j is junk', (text) => {
    expect(isRealName(text)).toBe(false);
  });
});
