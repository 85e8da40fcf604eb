import { describe, expect, test } from 'vitest';
import { hubspotProperties, readFiles } from '../../../test/support/portal-folder.ts';
import { seededRandom } from '../random.ts';
import { dice } from './dice.ts';
import { generatePortal } from './generate-portal.ts';
import { newLead } from './new-lead.ts';
import { nextMove, type Move, type PortalView } from './next-move.ts';

const now = Date.UTC(2026, 10, 24, 9, 30);
const MINUTE = 60_000;
const empty: PortalView = { contacts: [], deals: [], associations: [] };

type Living = {
  [Kind in keyof PortalView]: PortalView[Kind][number][];
};

async function demoPortal(): Promise<Living> {
  const folder = await readFiles(generatePortal({ seed: 3, days: 60, endAt: now, contacts: 60, companies: 12 }));
  const recordsOf = (type: string) => folder.records.filter((record) => record.type === type);
  return { contacts: recordsOf('contact'), deals: recordsOf('deal'), associations: folder.associations };
}

function apply(portal: Living, move: Move, id: string): void {
  const records = move.type === 'contact' ? portal.contacts : portal.deals;
  if (move.kind === 'create') {
    records.push({ id, properties: move.properties });
    portal.associations.push(...move.associations.map((link) => ({ fromType: move.type, fromId: id, ...link })));
    return;
  }
  const index = records.findIndex((record) => record.id === move.id);
  const before = records[index];
  if (before === undefined) throw new Error(`There is no ${move.type} ${move.id}`);
  records[index] = { id: move.id, properties: { ...before.properties, ...move.properties } };
}

/** Every eighth move is a new lead. */
function live(portal: Living, moves: number, seed = 1): Move[] {
  const random = seededRandom(seed);
  return Array.from({ length: moves }, (_, index) => {
    const move = index % 8 === 0 ? newLead(portal, dice(random)) : someMove(portal, random, now + index * MINUTE);
    apply(portal, move, `n${seed}-${index}`);
    return move;
  });
}

function someMove(portal: PortalView, random: () => number, at: number): Move {
  const move = nextMove(portal, random, at);
  if (move === undefined) throw new Error('Nothing can move.');
  return move;
}

const LIFECYCLE = ['', 'subscriber', 'lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'opportunity', 'customer'];
const STAGES = [
  'appointmentscheduled',
  'qualifiedtobuy',
  'presentationscheduled',
  'decisionmakerboughtin',
  'contractsent',
  'closedwon',
  'closedlost',
];

describe('a thousand moves in the demo portal', () => {
  test('write only properties and values that HubSpot knows', async () => {
    for (const { type, properties } of live(await demoPortal(), 1000)) {
      for (const [name, value] of Object.entries(properties)) {
        const known = hubspotProperties[type].find((property) => property.name === name);
        expect(known, `${type} ${name}`).toBeDefined();
        expect(value, `${type} ${name}`).not.toBe('');
        if (known?.options?.length) expect(known.options).toContain(value);
        if (name === 'dealstage') expect(STAGES).toContain(value);
        if (known?.type === 'datetime') expect(new Date(value).toISOString()).toBe(value);
        if (known?.type === 'number') expect(Number(value)).toBeGreaterThan(0);
      }
    }
  });

  test('change something each time, and never move a lifecycle or deal stage back', async () => {
    const portal = await demoPortal();
    const random = seededRandom(2);
    for (let index = 0; index < 1000; index += 1) {
      const move = index % 8 === 0 ? newLead(portal, dice(random)) : someMove(portal, random, now);
      if (move.kind === 'update') {
        const before = [...portal.contacts, ...portal.deals].find(({ id }) => id === move.id)?.properties ?? {};
        for (const [property, value] of Object.entries(move.properties)) {
          if (property !== 'lifecyclestage' || before[property] !== value) expect(before[property]).not.toBe(value);
        }
        const { lifecyclestage, dealstage } = move.properties;
        if (lifecyclestage)
          expect(LIFECYCLE.indexOf(lifecyclestage)).toBeGreaterThanOrEqual(
            LIFECYCLE.indexOf(before['lifecyclestage'] ?? ''),
          );
        if (dealstage) expect(STAGES.indexOf(dealstage)).toBeGreaterThan(STAGES.indexOf(before['dealstage'] ?? ''));
      }
      apply(portal, move, `n${index}`);
    }
  });

  test('give every contact its own address and tie records only to those that are there', async () => {
    const portal = await demoPortal();
    const ids = new Set([...portal.contacts, ...portal.deals].map(({ id }) => id));
    const companies = new Set(portal.associations.filter(({ toType }) => toType === 'company').map(({ toId }) => toId));
    for (const [index, move] of live(portal, 1000).entries()) {
      if (move.kind !== 'create') continue;
      for (const { toType, toId } of move.associations) {
        expect(toType === 'company' ? companies.has(toId) : ids.has(toId), `${toType} ${toId}`).toBe(true);
      }
      if (move.type === 'deal') expect(move.associations.some(({ toType }) => toType === 'contact')).toBe(true);
      ids.add(`n1-${index}`);
    }
    const emails = portal.contacts.map(({ properties }) => properties['email']);
    expect(new Set(emails).size).toBe(emails.length);
  });

  test('bring new leads, and deals that are won and lost', async () => {
    const portal = await demoPortal();
    const moves = live(portal, 1000);
    const stages = moves.flatMap(({ properties }) => properties['dealstage'] ?? []);
    const count = (stage: string) => stages.filter((value) => value === stage).length;
    expect(count('closedwon')).toBeGreaterThan(5);
    expect(count('closedlost')).toBeGreaterThan(5);
    expect(count('appointmentscheduled')).toBeGreaterThan(20);
    expect(moves.filter(({ kind, type }) => kind === 'create' && type === 'contact').length).toBeGreaterThan(80);
    const closed = moves.filter(({ properties }) => properties['dealstage']?.startsWith('closed'));
    for (const { properties } of closed) expect(Date.parse(properties['closedate'] ?? '')).toBeGreaterThanOrEqual(now);
  });
});

test('no contact and no deal is stuck for ever', async () => {
  const portal = await demoPortal();
  live(portal, 500);
  const before = new Map([...portal.contacts, ...portal.deals].map((record) => [record.id, record.properties]));
  live(portal, 3000, 9);
  const ended = ['UNQUALIFIED', 'customer', 'closedwon', 'closedlost'];
  const stuck = [...portal.contacts, ...portal.deals].filter(
    ({ id, properties }) =>
      before.get(id) === properties && !ended.some((end) => Object.values(properties).includes(end)),
  );
  expect(stuck.map(({ id }) => id)).toEqual([]);
});

test('in an empty portal nothing can move, until it gets its first lead', () => {
  expect(nextMove(empty, seededRandom(1), now)).toBeUndefined();
  const lead = newLead(empty, dice(seededRandom(1)));
  expect(lead).toMatchObject({ type: 'contact', properties: { lifecyclestage: 'lead' }, associations: [] });
  const contacts = [{ id: '1', properties: lead.properties }];
  expect(nextMove({ ...empty, contacts }, seededRandom(1), now)).toMatchObject({ kind: 'update', id: '1' });
});

test('equal views and numbers give equal moves, and the view is left as it was', async () => {
  const portal = await demoPortal();
  const copy = structuredClone(portal);
  expect(nextMove(portal, seededRandom(4), now)).toEqual(nextMove(copy, seededRandom(4), now));
  expect(portal).toEqual(copy);
});
