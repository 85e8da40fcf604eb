import type { Fact } from '../journey/fact.ts';
import type { TouchType } from '../definitions/touch-types.ts';
import { type Instant, parseInstant } from '../values/instant.ts';

/** Property of the facts that say a person had to do with our marketing; the value is coded. Not a property of HubSpot. */
export const TOUCH = 'l2r_touch';

/** One marketing interaction of one person (design §2). */
export interface Touch {
  readonly at: Instant;
  /** Id of a touch type of the definition set, or one it does not know. */
  readonly type: string;
  /** '' where nobody said: the type's own channel then counts. */
  readonly channel: string;
  readonly program: string;
}

const SEPARATOR = '|';

/** The value of a touch's fact: codes only, nothing personal. */
export const touchValue = ({ type, channel, program }: Omit<Touch, 'at'>): string =>
  [type, channel, program].join(SEPARATOR);

/** Codes as facts hold them: lower-case letters, digits, `_`, `.` and `-`; anything else becomes `_`. */
export const toCode = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_.-]+/gu, '_')
    .slice(0, 60);

export function touchOf({ value, occurredAt }: Pick<Fact, 'value' | 'occurredAt'>): Touch {
  const [type = '', channel = '', program = ''] = value.split(SEPARATOR);
  return { at: occurredAt, type, channel, program };
}

/**
 * The touch that a change of a contact property stands for, if it stands for one of this type.
 *
 * A property that holds a date tells of a touch at that date, however often it is read; any other tells of one when it changes. HubSpot
 * may tell a date before we hear of it, never after.
 */
export function carriedTouch({ value, occurredAt, knownAt, dated }: Fact, type: TouchType): Touch | undefined {
  const { id, channel, carrier } = type;
  if (!carrier || !dated || value === '' || !isSuch(value, carrier.contains)) return undefined;
  const at = Math.min(parseInstant(value) ?? occurredAt, occurredAt, knownAt);
  return { at, type: id, channel, program: '' };
}

const isSuch = (value: string, contains: readonly string[] | undefined): boolean =>
  contains === undefined || contains.some((part) => value.toLowerCase().includes(part.toLowerCase()));
