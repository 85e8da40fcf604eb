import { UsageError } from './command.ts';

/** @throws UsageError unless the text is ISO 8601 with an offset, or a date (its midnight UTC) */
export function instantOption(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const isComplete = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  const at = isComplete ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at))
    throw new UsageError(`${name} "${text}" is no instant. Write it as 2026-01-31 or 2026-01-31T09:00:00Z.`);
  return at;
}
