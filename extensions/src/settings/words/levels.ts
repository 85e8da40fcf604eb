/** How strictly a criterion, a field or an answer is asked for. */
export const LEVELS = [
  { value: 'block', label: 'Block: nobody goes on without it' },
  { value: 'warn', label: 'Warn: whoever goes on without it says so' },
  { value: 'observe', label: 'Observe: only count it' },
] as const;

export type Level = (typeof LEVELS)[number]['value'];

export const levelText = (level: Level): string => LEVELS.find(({ value }) => value === level)?.label ?? level;
