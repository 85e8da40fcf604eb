import { createHash } from 'node:crypto';
import { isRealEmail, isRealName, isRealPhone } from '../domain/predicate/real-values.ts';
import { CONSENT, type ListKind, meaningOf, needsConsent } from '../domain/touch/list-kinds.ts';
import { toCode, TOUCH, touchValue } from '../domain/touch/touch.ts';
import type { Instant } from '../domain/values/instant.ts';
import { inSlices } from './in-slices.ts';
import type { PersonValues } from './ports.ts';
import { type CodedFact, type NewRow, problemOfInstant, type Remark } from './take-in.ts';
import type { Placed } from './take-in-told.ts';

/** People handed over under one name. */
export interface ContactList {
  readonly listId: string;
  readonly name: string;
  readonly kind: ListKind;
  readonly program: string;
  /** When they did it. */
  readonly at: Instant;
}

/** That somebody agreed, or refused, to be written to: when, where, and the words they were asked with. */
export interface Consent {
  readonly given: boolean;
  readonly at: Instant;
  readonly source: string;
  readonly text?: string | undefined;
}

export interface SentPerson extends PersonValues {
  readonly email: string;
  readonly consent?: Consent | undefined;
}

/** People of a list, verified: without an address that could receive mail nobody is taken; other unreal values are left out. */
export async function listedPeople(
  sent: readonly Placed<SentPerson>[],
  list: ContactList,
  now: Instant,
): Promise<{ rows: NewRow[]; rejected: Remark[] }> {
  const rows: NewRow[] = [];
  const rejected: Remark[] = [];
  await inSlices(sent, ({ position, row }) => {
    const problem = problemOf(row, now);
    if (problem) rejected.push({ row: position, ...problem });
    else rows.push({ position, ...listed(row, list) });
  });
  return { rows, rejected };
}

function problemOf({ email, consent }: SentPerson, now: Instant): Omit<Remark, 'row'> | undefined {
  if (!isRealEmail(email)) return { field: 'email', why: 'is no address that could receive mail' };
  const why = consent && problemOfInstant(consent.at, now);
  return why === undefined ? undefined : { field: 'consent.at', why };
}

function listed({ email: sentEmail, consent, ...sent }: SentPerson, list: ContactList): Omit<NewRow, 'position'> {
  const email = normalEmail(sentEmail);
  const { values, remarks } = realValues(sent);
  const isWithout = needsConsent(list.kind) && consent?.given !== true;
  const { touch, acquisition } = meaningOf(list.kind, consent?.given === true);
  const facts: CodedFact[] = [
    ...(touch === undefined ? [] : [touchFact(touch, list)]),
    ...(consent === undefined ? [] : [consentFact(consent)]),
  ];
  return {
    key: hash(`${list.listId} ${email}`),
    content: { kind: 'person', email, values, facts, acquisition },
    remark: isWithout ? NO_CONSENT : remarks[0],
  };
}

const NO_CONSENT = { field: 'consent', why: 'is not shown: taken in, but no AQL before a response of their own' };

const touchFact = (type: string, { program, at }: ContactList): CodedFact => ({
  property: TOUCH,
  value: touchValue({ type, channel: '', program: toCode(program) }),
  at,
});

/** The words themselves are not kept: by their hash it can be shown which ones they were. */
const consentFact = ({ given, at, source, text }: Consent): CodedFact => ({
  property: CONSENT,
  value: [given ? 'given' : 'refused', toCode(source), text === undefined ? '' : hash(text)].join('|'),
  at,
});

const IS_REAL: Partial<Record<keyof PersonValues, (text: string) => boolean>> = {
  firstName: isRealName,
  lastName: isRealName,
  phone: isRealPhone,
};

function realValues(sent: PersonValues): { values: PersonValues; remarks: Omit<Remark, 'row'>[] } {
  const filled = (Object.entries(sent) as [keyof PersonValues, string | undefined][]).flatMap(([field, text]) => {
    const value = text?.trim() ?? '';
    return value === '' ? [] : [[field, value] as const];
  });
  const isReal = ([field, value]: (typeof filled)[number]) => IS_REAL[field]?.(value) ?? true;
  return {
    values: Object.fromEntries(filled.filter(isReal)),
    remarks: filled.filter((each) => !isReal(each)).map(([field]) => ({ field, why: 'is not real: left out' })),
  };
}

export const normalEmail = (text: string): string => text.trim().normalize('NFC').toLowerCase();

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
