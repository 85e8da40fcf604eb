import type { DisqualifiedView } from '../../../src/http/contract/cards.ts';
import { type Formats, sentence } from './formats.ts';

/** Who disqualified a person, when and why: "Disqualified by Ana Ruiz on 22 Nov 2026: Student." */
export function disqualifiedText({ by, at, reason, isByAddress }: DisqualifiedView, formats: Formats): string {
  const on = at === null ? '' : ` on ${formats.day(at)}`;
  if (isByAddress) return `Somebody with the same e-mail address was disqualified${on}.`;
  const who = by === null ? '' : ` by ${by}`;
  return `Disqualified${who}${on}${reason === null ? '.' : `: ${sentence(reason)}`}`;
}
