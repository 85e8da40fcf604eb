import { useRef, useState } from 'react';

export interface Draft<T> {
  readonly value: T;
  /** The person changed it; `heard` says that the card is told of this very value. */
  readonly set: (value: T, heard: boolean) => void;
}

/**
 * What an input shows. The card keeps the value in another thread, so what it sends back may be older than what the person has typed
 * since: an echo of something it was told is ignored, any other new value is taken.
 *
 * @param given the card's value, undefined when the card leaves the value to the input
 */
export function useDraft<T>(given: T | undefined, initial: T): Draft<T> {
  const [value, setValue] = useState(given ?? initial);
  const [seen, setSeen] = useState(keyOf(given));
  const told = useRef<string[]>([]);
  if (seen !== keyOf(given)) {
    setSeen(keyOf(given));
    const echo = told.current.indexOf(keyOf(given));
    if (echo === -1) setValue(given ?? initial);
    else told.current.splice(0, echo + 1);
  }
  const set = (next: T, heard: boolean) => {
    if (heard) told.current.push(keyOf(next));
    setValue(next);
  };
  return { value, set };
}

const keyOf = (value: unknown): string => JSON.stringify(value) ?? '';
