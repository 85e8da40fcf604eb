/** Domains that people type to get past a form; none belongs to a buyer. */
const EMPTY_DOMAINS = new Set([
  'example.com',
  'example.org',
  'example.net',
  'test.com',
  'test.de',
  'asdf.com',
  'none.com',
  'mailinator.com',
  'guerrillamail.com',
  'yopmail.com',
  '10minutemail.com',
  'trashmail.com',
  'tempmail.com',
]);

/** Names that are no names. */
const EMPTY_NAMES = new Set([
  'test',
  'tester',
  'testing',
  'asdf',
  'qwerty',
  'none',
  'null',
  'n/a',
  'unknown',
  'anonymous',
  'xxx',
  'abc',
  'admin',
]);

const MAX_LENGTH = 254;

/** An address at a domain that could receive mail; nothing is asked of the domain itself. */
export function isRealEmail(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const value = text.trim().toLowerCase();
  const at = value.lastIndexOf('@');
  const [local, domain] = [value.slice(0, at), value.slice(at + 1)];
  if (at < 1 || /[\s@,;<>"]/.test(local) || local.startsWith('.') || local.endsWith('.') || local.includes('..'))
    return false;
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((each) => /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(each)))
    return false;
  return !/^\d+$/.test(labels.at(-1) ?? '') && !EMPTY_DOMAINS.has(domain) && !isRepeated(local);
}

/** Seven to fifteen digits (ITU-T E.164) that are neither all alike nor just counted up or down. */
export function isRealPhone(text: string): boolean {
  if (text.length > 40 || !/^[+\d\s()./x-]+$/i.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15 || /^(\d)\1+$/.test(digits)) return false;
  return !'01234567890123456789'.includes(digits) && !'98765432109876543210'.includes(digits);
}

/** At least two letters, or one where one is a name, not all alike, and no word that stands for nothing. */
export function isRealName(text: string): boolean {
  if (text.length > 100) return false;
  const value = text.trim().toLowerCase();
  if (/\d|@|https?:/.test(value)) return false;
  const letters = value.match(/\p{L}/gu) ?? [];
  return (
    letters.length >= (/[\p{Script=Han}\p{Script=Hangul}]/u.test(value) ? 1 : 2) &&
    !EMPTY_NAMES.has(value) &&
    !isRepeated(value)
  );
}

const isRepeated = (text: string): boolean => text.length > 2 && new Set(text).size === 1;
