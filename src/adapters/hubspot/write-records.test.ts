import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAsApp } from '../../../test/support/new-portal.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';
import type { PropertyWrite, WriteOutcome } from '../../usecases/ports.ts';
import { callHubSpot, HubSpotRefusedError } from './call-policy.ts';
import { createClient } from './client.ts';
import { createPortalGateway } from './portal-gateway.ts';
import { writeRecords } from './write-records.ts';

const TOKEN = 'pat-test';
const NOW = 1_790_000_000_000;

/** A sandbox portal with the properties we own, and our way to it; `calls` is how often it was asked. */
async function connect(switches: SandboxOptions['switches'] = {}) {
  const sandbox = await startSandbox({ token: TOKEN, clientSecret: 's', now: () => NOW, switches });
  const asked = { calls: 0 };
  const needs = {
    now: () => NOW,
    random: () => 0,
    sleep: () => Promise.resolve(),
    takeCall: () => Promise.resolve(0),
    pause: () => Promise.resolve(),
    count: () => void (asked.calls += 1),
  };
  const clientOf = (accessToken: string) =>
    createClient({ accessToken, basePath: sandbox.url, announced: () => undefined });
  const gateway = createPortalGateway(clientOf(TOKEN), needs);
  await gateway.provision('background');
  const write = (type: string, writes: readonly PropertyWrite[]) => gateway.writeRecords(type, writes, 'live');
  const writeAs = (accessToken: string, writes: readonly PropertyWrite[]) =>
    writeRecords(
      clientOf(accessToken),
      (lane, run) => callHubSpot(lane, run, needs),
      { path: 'contacts' },
      writes,
      'live',
    );
  return { sandbox, write, writeAs, asked, [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose]() };
}

const attemptOf = (id: string, value: string): PropertyWrite => ({
  type: 'contact',
  id,
  properties: { l2r_attempt: value },
});

const newContacts = ({ portal }: Sandbox, count: number): string[] =>
  Array.from({ length: count }, () => createAsApp(portal, '0-1', { firstname: 'Ada' }).id);

const attemptsIn = ({ portal }: Sandbox, ids: readonly string[]) =>
  ids.map((id) => portal.table('0-1').get(id)?.values.get('l2r_attempt'));

const kinds = (outcomes: readonly WriteOutcome[]) => outcomes.map(({ kind }) => kind);

/** Both ways in which HubSpot may treat a batch with a bad row: only the row fails, or the whole batch. */
describe.each(['partial', 'all-or-nothing'] as const)('a batch whose failures are %s', (batchUpdate) => {
  let portal: Awaited<ReturnType<typeof connect>>;
  beforeAll(async () => {
    portal = await connect({ batchUpdate });
  });
  afterAll(() => portal[Symbol.asyncDispose]());
  beforeEach(() => {
    portal.sandbox.faults.set({});
    portal.asked.calls = 0;
  });

  test('of good rows is written with one call', async () => {
    const ids = newContacts(portal.sandbox, 100);
    const outcomes = await portal.write(
      'contact',
      ids.map((id) => attemptOf(id, '2')),
    );
    expect(outcomes).toEqual(ids.map((id) => ({ id, kind: 'written' })));
    expect(new Set(attemptsIn(portal.sandbox, ids))).toEqual(new Set(['2']));
    expect(portal.asked.calls).toBe(1);
  });

  test('with one bad row keeps all others, and the bad one has HubSpot’s reason', async () => {
    const ids = newContacts(portal.sandbox, 20);
    const bad = ids[12] ?? '';
    portal.sandbox.faults.set({ failingIds: [bad] });
    const outcomes = await portal.write(
      'contact',
      ids.map((id) => attemptOf(id, '3')),
    );
    expect(outcomes.map(({ id }) => id)).toEqual(ids);
    expect(outcomes.filter(({ kind }) => kind !== 'written')).toEqual([
      { id: bad, kind: 'refused', reason: expect.stringContaining(`Record ${bad} cannot be written`) as string },
    ]);
    expect(attemptsIn(portal.sandbox, ids).filter((attempt) => attempt === '3')).toHaveLength(19);
    expect(portal.asked.calls).toBeLessThanOrEqual(1 + 2 * Math.ceil(Math.log2(20)));
  });

  test('of bad rows only refuses each for its own reason', async () => {
    const ids = newContacts(portal.sandbox, 4);
    portal.sandbox.faults.set({ failingIds: ids });
    const outcomes = await portal.write(
      'contact',
      ids.map((id) => attemptOf(id, '3')),
    );
    expect(outcomes.map((each) => each.kind === 'refused' && each.reason.includes(each.id))).toEqual(
      ids.map(() => true),
    );
  });

  test('with a record that is gone, or a value HubSpot does not take, refuses that row', async () => {
    const [id = ''] = newContacts(portal.sandbox, 1);
    const outcomes = await portal.write('contact', [
      attemptOf('999999', '1'),
      attemptOf(id, 'first'),
      ...newContacts(portal.sandbox, 1).map((other) => attemptOf(other, '1')),
    ]);
    expect(kinds(outcomes)).toEqual(['refused', 'refused', 'written']);
  });

  test('from which rows are dropped without a word tells which are unknown, and all others', async () => {
    const ids = newContacts(portal.sandbox, 30);
    portal.sandbox.faults.set({ droppedRows: 0.4 });
    const outcomes = await portal.write(
      'contact',
      ids.map((id) => attemptOf(id, '4')),
    );
    const written = attemptsIn(portal.sandbox, ids).map((attempt) => (attempt === '4' ? 'written' : 'unknown'));
    expect(kinds(outcomes)).toEqual(written);
    expect(new Set(written)).toEqual(new Set(['written', 'unknown']));
  });

  test('of Funnel Metrics is upserted by its key', async () => {
    const metric = (id: string, entered: string): PropertyWrite => ({
      type: 'funnel_metric',
      id,
      properties: { l2r_entered: entered },
    });
    const key = '2026-01|all|LEAD|AQL';
    expect(kinds(await portal.write('funnel_metric', [metric(key, '1'), metric('all|x|y|z', 'many')]))).toEqual([
      'written',
      'refused',
    ]);
    expect(await portal.write('funnel_metric', [metric(key, '2')])).toEqual([{ id: key, kind: 'written' }]);
    const typeId = portal.sandbox.portal.typeId('l2r_funnel_metric');
    const { records } = portal.sandbox.portal.table(typeId).page({ limit: 10, archived: false });
    expect(records.map(({ values }) => [values.get('l2r_metric_key'), values.get('l2r_entered')])).toEqual([
      [key, '2'],
    ]);
  });

  test('is no row’s fault when the token is refused: all stay outgoing', async () => {
    const ids = newContacts(portal.sandbox, 5);
    const writing = portal.writeAs(
      'another-token',
      ids.map((id) => attemptOf(id, '5')),
    );
    await expect(writing).rejects.toThrow(HubSpotRefusedError);
    await expect(writing).rejects.toMatchObject({ status: 401 });
    expect(portal.asked.calls).toBe(1);
  });
});

test('a missing right refuses every row at once: smaller batches would be refused as well', async () => {
  let calls = 0;
  const forbidden = () => {
    calls += 1;
    return Promise.reject(new HubSpotRefusedError(403, 'MISSING_SCOPES', 'This app lacks a scope', {}));
  };
  const client = createClient({ accessToken: TOKEN, basePath: 'http://127.0.0.1:1', announced: () => undefined });
  const writes = ['1', '2', '3'].map((id) => attemptOf(id, '1'));
  const outcomes = await writeRecords(client, forbidden, { path: 'contacts' }, writes, 'live');
  const reason = 'MISSING_SCOPES: This app lacks a scope';
  expect(outcomes).toEqual(writes.map(({ id }) => ({ id, kind: 'refused', reason })));
  expect(calls).toBe(1);
});

test('an empty value clears the property', async () => {
  await using portal = await connect();
  const ids = newContacts(portal.sandbox, 1);
  for (const value of ['2', ''])
    await portal.write(
      'contact',
      ids.map((id) => attemptOf(id, value)),
    );
  expect(attemptsIn(portal.sandbox, ids)).toEqual([undefined]);
});
