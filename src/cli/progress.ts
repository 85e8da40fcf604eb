import { SingleBar } from 'cli-progress';

/** Shows on a terminal how far something has come; says nothing elsewhere. */
export interface Progress extends Disposable {
  step(label: string, by: number): void;
}

/** @param total what all steps add up to; 0 when it is not known */
export function createProgress(total: number): Progress {
  if (!process.stderr.isTTY) return { step: () => undefined, [Symbol.dispose]: () => undefined };
  const bar = new SingleBar({
    format: total > 0 ? '{label} [{bar}] {value}/{total}' : '{label} {value}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0, { label: '' });
  return {
    step: (label, by) => bar.increment(by, { label }),
    [Symbol.dispose]: () => bar.stop(),
  };
}
