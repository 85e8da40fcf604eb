import { z } from 'zod';
import { LIST_KINDS } from '../../domain/touch/list-kinds.ts';

/** What `/v1` takes and answers. These schemas check requests and make `/v1/openapi.json`. */

export const MOST_ROWS = 1_000;
export const MOST_PEOPLE = 10_000;

const instant = z.iso
  .datetime({ offset: true, error: 'is an ISO 8601 date and time with its offset, such as 2026-03-02T09:30:00Z' })
  .transform((text) => Date.parse(text));
const code = z
  .string()
  .trim()
  .regex(/^[^@]{1,60}$/u, 'is a code of 1 to 60 characters, and nothing personal');
const recordId = z
  .union([z.string().regex(/^\d{1,19}$/), z.int().positive()], { error: 'is the id of a record: digits' })
  .transform(String);
const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/, 'is no e-mail address');
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(100)
  .regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u, 'is no domain');

/** A buying sign of a company or a person. */
export const signalRow = z
  .strictObject({
    objectType: z.enum(['contact', 'company']),
    id: recordId.optional().meta({ description: 'Id of the record in HubSpot.' }),
    email: email.optional().meta({ description: 'Of a contact; give this or its id.' }),
    domain: domain.optional().meta({ description: 'Of a company; give this or its id.' }),
    at: instant.meta({ description: 'When it was seen; at most ten minutes ahead.' }),
    kind: code.meta({ description: 'intent, usage, or a code of your own.' }),
    topic: code.optional(),
    strength: z.number().min(0).max(1).default(1),
    source: code.meta({ description: 'Who says so: the vendor or the system.' }),
  })
  .superRefine(oneReference);

/** Something a person had to do with our marketing. */
export const touchRow = z
  .strictObject({
    id: recordId.optional().meta({ description: 'Id of the contact in HubSpot; give this or the e-mail address.' }),
    email: email.optional(),
    at: instant.meta({ description: 'When it happened; at most ten minutes ahead.' }),
    type: code.meta({ description: 'A touch type of the definition set, or a code of your own.' }),
    channel: code.optional().meta({ description: 'Only where it is not the one of the type.' }),
    program: code.optional().meta({ description: 'The campaign, the event, the white paper.' }),
  })
  .superRefine(oneReference);

interface Referring {
  readonly objectType?: 'contact' | 'company';
  readonly id?: string | undefined;
  readonly email?: string | undefined;
  readonly domain?: string | undefined;
}

function oneReference(
  { objectType = 'contact', id, email: address, domain: own }: Referring,
  context: z.RefinementCtx,
) {
  const [named, foreign] = objectType === 'contact' ? [address, own] : [own, address];
  if (foreign === undefined && (id === undefined) !== (named === undefined)) return;
  const message = `needs either id or ${objectType === 'contact' ? 'email' : 'domain'}, and nothing else`;
  context.addIssue({ code: 'custom', path: ['id'], message });
}

const consent = z.strictObject({
  given: z.boolean(),
  at: instant,
  source: code.meta({ description: 'Where: the form, the partner.' }),
  text: z.string().max(5_000).optional().meta({ description: 'The words they agreed to. Kept as a hash only.' }),
});
const personal = (most: number) =>
  z
    .string()
    .max(most)
    .nullish()
    .transform((text) => text ?? undefined);

/** A person on a list. */
export const personRow = z.strictObject({
  email: z.string().max(254),
  firstName: personal(100),
  lastName: personal(100),
  phone: personal(60),
  title: personal(200),
  company: personal(200),
  domain: personal(253),
  consent: consent.optional(),
});

const rows = <Row extends z.ZodType>(row: Row, most: number) => z.array(row).min(1).max(most);
export const anyRows = rows(z.unknown(), MOST_ROWS);
export const signalRows = rows(signalRow, MOST_ROWS);
export const touchRows = rows(touchRow, MOST_ROWS);

const list = z.strictObject({
  name: z.string().trim().min(1).max(120).meta({ description: 'The same name again appends to the same list.' }),
  kind: z.enum(LIST_KINDS),
  program: code.optional().meta({ description: 'The event or campaign; else the name.' }),
  at: instant.optional().meta({ description: 'When these people did it; else when the list first came.' }),
});
export const anyList = list.extend({ rows: rows(z.unknown(), MOST_PEOPLE) });
export const listOfPeople = list.extend({ rows: rows(personRow, MOST_PEOPLE) });

const count = z.int().min(0);
const remark = z.strictObject({
  row: count.meta({ description: 'Place in the request, from 0.' }),
  field: z.string(),
  why: z.string(),
});

export const receipt = z.strictObject({
  intakeId: z.string(),
  listId: z.string().optional(),
  accepted: count.meta({ description: 'Rows that are worked on now.' }),
  duplicates: count.meta({ description: 'People the list had already.' }),
  rejected: z.array(remark),
});

export const report = z.strictObject({
  kind: z.enum(['signals', 'touches', 'list']),
  receivedAt: z.iso.datetime(),
  rows: z.strictObject({ waiting: count, taken: count, created: count, rejected: count }),
  duplicates: count,
  remarks: z.array(
    remark.extend({ intakeId: z.string(), outcome: z.enum(['waiting', 'taken', 'created', 'rejected']) }),
  ),
  next: z.string().nullable().meta({ description: 'What to give as `after` for the next page of remarks.' }),
});

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  rejected: z.array(remark).optional(),
});

export type ReceiptAnswer = z.output<typeof receipt>;
export type ReportAnswer = z.output<typeof report>;
