import { UsageError } from './command.ts';

/** @throws UsageError unless the text is a whole number from `min` to `max` */
export function numberOption(name: string, text: string, { min, max }: { min: number; max: number }): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new UsageError(`${name} "${text}" is no whole number from ${min} to ${max}.`);
}
