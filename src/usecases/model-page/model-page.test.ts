import { expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import { frozenConversion } from '../../domain/health/frozen-conversion.ts';
import { staleContacts } from '../../domain/health/stale-contacts.ts';
import { recordId } from '../../domain/values/ids.ts';
import { DAY_MS } from '../../domain/values/instant.ts';
import { healthOf } from '../health-view.ts';
import { tellHealth } from './model-page.ts';

const NOW = Date.UTC(2026, 10, 1);
const GATES = SHIPPED_DEFINITIONS.qualification?.gates ?? [];

/** Fifty leads a gate, 200 days old, of which so many reached SQO. */
const leads = (gate: string, grade: string, converted: number) =>
  Array.from({ length: 50 }, (_, place) => {
    const contactId = recordId(`${gate}${place}`);
    const startedAt = NOW - 200 * DAY_MS;
    const furthest = place < converted ? ('SQO' as const) : ('AQL' as const);
    return {
      attempt: { contactId, attempt: 1, startedAt, furthest },
      aql: { contactId, at: startedAt, priority: 'P2', cause: gate, gate, grade, band: '1', version: 4 },
    };
  });

const health = healthOf(
  {
    keptCounts: [{ why: 'embargo', count: 3 }],
    kept: [],
    held: 2,
    heldPeople: [],
    entrants: [],
    offers: {
      adoption: [{ ownerId: null, onCards: 1, inHubSpot: 2, open: 3, late: 4 }],
      outcomes: [],
      response: [{ bucket: 1, whole: 40, part: 10 }],
    },
    overrides: { overrides: [], missing: [], criteria: [] },
    attempts: [],
    publication: { publishedBy: '', why: '' },
  },
  { days: 90, now: NOW, path: [] },
  SHIPPED_DEFINITIONS,
  [],
);

it('says first what stands out, and tells what is not read as not read', () => {
  const [worse = '', better = ''] = GATES.map(({ id }) => id);
  const all = [...leads(worse, 'A', 10), ...leads(better, 'C', 30)];
  const conversion = frozenConversion(
    all.map(({ attempt }) => attempt),
    all.map(({ aql }) => aql),
    NOW,
  );
  const contact = { contactId: recordId('1'), stage: 'MAL', heardAt: 0, bounced: false, unsubscribed: false } as const;
  const stale = staleContacts([{ ...contact, titleChanged: false, companyChanged: false }], NOW, 10);
  const lives = { at: NOW, conversion, recycling: [], stale, stock: [] };
  const told = tellHealth({ health, lives, definitions: SHIPPED_DEFINITIONS, read: new Set() });
  expect(told.attention).toEqual([
    'Grade C converts better than A: 30 of 50 (60.0 %) against 10 of 50 (20.0 %), 3.0 times as often. Look at the points behind it.',
    `Of AQLs at least 90 days old, gate "${GATES[1]?.label}" brings more to SQO than "${GATES[0]?.label}": 30 of 50 (60 %) against 10 of 50 (20 %); chance alone makes such a difference in 0.1 % of cases at most.`,
    'Late offers in the last 90 days: 4. See who and how fast under Offers.',
    'Held since the rules changed: 2. Let them through, or not, on the settings page.',
    'Kept back in the last 90 days: recycled and resting 3.',
    'Contacts being worked and not heard of for more than 180 days: 1 of 1.',
  ]);
  const tables = new Map(told.groups.flatMap((group) => group.tables.map((table) => [table.title, table])));
  expect(tables.get('By grade')?.rows[0]).toEqual(['A', '50', '10', '10', '10', '0', '40', '10 (20 %, 11 % to 33 %)']);
  expect(tables.get('Contacts that may be out of date')?.rows[3]).toEqual([
    'E-mail bounces',
    'not read: no rule asks about it',
  ]);
  expect(tables.get('Marketable stock')).toMatchObject({
    rows: [],
    empty: expect.stringContaining('Not told') as string,
  });
  expect(tables.get('First response and meetings')?.rows[1]).toEqual([
    '5 to 30 minutes',
    '40',
    '10 (25 %, 14 % to 40 %)',
  ]);
  expect(tables.get('Where offers are decided')?.rows).toEqual([['Nobody', '1', '2', '3', '4']]);
});
