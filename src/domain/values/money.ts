/**
 * Money without a currency, in ten-thousandths, as a bigint: sums are exact and every currency's minor unit fits.
 * HubSpot sends decimal text, sometimes with fifty decimals left over from a float; those beyond the fourth are rounded half up.
 */
export type Money = bigint;

const SCALE = 4;
const UNIT = 10n ** BigInt(SCALE);

/** @returns undefined for text that is no plain decimal number (an unreadable amount is missing, never zero) */
export function parseMoney(text: string): Money | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '0', decimals = ''] = match;
  const kept = BigInt(decimals.slice(0, SCALE).padEnd(SCALE, '0'));
  const roundUp = (decimals[SCALE] ?? '0') >= '5' ? 1n : 0n;
  const size = BigInt(whole) * UNIT + kept + roundUp;
  return sign === '-' ? -size : size;
}

/** Decimal text with two to four decimals: `1234.50`. */
export function formatMoney(amount: Money): string {
  const size = amount < 0n ? -amount : amount;
  const decimals = (size % UNIT)
    .toString()
    .padStart(SCALE, '0')
    .replace(/0{1,2}$/, '');
  return `${amount < 0n ? '-' : ''}${size / UNIT}.${decimals}`;
}

/** As a number, for ratios and averages only; sums stay in bigint. */
export const moneyToNumber = (amount: Money): number => Number(amount) / Number(UNIT);
