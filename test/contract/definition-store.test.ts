import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import { portalId } from '../../src/domain/values/ids.ts';
import type { Database } from '../../src/store/database.ts';
import {
  loadDefinitions,
  loadPublications,
  publishVersion,
  saveDefinitions,
} from '../../src/store/definition-store.ts';
import { loadSettings, saveConnection } from '../../src/store/settings-store.ts';
import { day } from '../support/journey-builders.ts';
import { eachStore } from '../support/stores.ts';

const shipped = SHIPPED_DEFINITIONS;
const mine = { ...shipped, version: 9, preset: 'L2R' as const };

eachStore((store) => {
  let database: Database;
  let portals = 6_000;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function connected() {
    const id = portalId(String((portals += 1)));
    const connect = (definitions = shipped) =>
      database.inPortal(id, (tx) => {
        const details = { portalId: id, timeZone: 'UTC', currency: 'EUR', stages: [], dimensions: [] };
        return saveConnection(tx, { ...details, definitions }, day(0));
      });
    await connect();
    const publish = (version: number, publishedAt: number) =>
      database.inPortal(id, (tx) =>
        publishVersion(tx, id, { version, publishedAt, publishedBy: 'Ada', why: 'Because.' }, 0),
      );
    const inForce = async () => (await database.inPortal(id, (tx) => loadSettings(tx, id))).definitions;
    return { id, connect, publish, inForce };
  }

  it('a published set is in force, and rolled back the one before is again', async () => {
    const { id, publish, inForce } = await connected();
    expect(await inForce()).toEqual(shipped);
    await database.inPortal(id, (tx) => saveDefinitions(tx, id, mine, day(1)));
    expect(await inForce()).toEqual(shipped);
    await publish(9, day(2));
    expect(await inForce()).toEqual(mine);
    await publish(shipped.version, day(3));
    expect(await inForce()).toEqual(shipped);
    const told = await database.inPortal(id, (tx) => loadPublications(tx, id));
    expect(told.map(({ version, publishedBy, publishedAt }) => [version, publishedBy, publishedAt])).toEqual([
      [shipped.version, 'settings', day(0)],
      [9, 'Ada', day(2)],
      [shipped.version, 'Ada', day(3)],
    ]);
  });

  it('a start undoes nothing people have published, and publishes what the settings name for the first time', async () => {
    const { connect, publish, inForce, id } = await connected();
    await connect(mine);
    expect(await inForce()).toEqual(mine);
    await publish(shipped.version, day(4));
    await connect(mine);
    expect(await inForce()).toEqual(shipped);
    expect(await database.inPortal(id, (tx) => loadPublications(tx, id))).toHaveLength(3);
  });

  it('a version keeps its content, and one that was never there is not known', async () => {
    const { id, connect } = await connected();
    await expect(connect({ ...shipped, preset: 'L2R' })).rejects.toMatchObject({ exitCode: 2 });
    expect(await database.inPortal(id, (tx) => loadDefinitions(tx, id, 77))).toBeUndefined();
  });

  it('one stored before criteria had levels is read as observed, and is the same version to a newer app', async () => {
    const { id, connect } = await connected();
    const entry = shipped.stages.MAL?.entry ?? [];
    const stages = {
      ...shipped.stages,
      MAL: { ...shipped.stages.MAL, entry: entry.map(({ level: _, ...old }) => old) },
    };
    const stored = { ...shipped, version: 5, stages };
    await database.inPortal(id, (tx) =>
      tx.query('insert into definition_set (portal_id, version, document, published_at) values ($1, 5, $2, $3)', [
        id,
        JSON.stringify(stored),
        day(1),
      ]),
    );
    const read = await database.inPortal(id, (tx) => loadDefinitions(tx, id, 5));
    expect(read?.stages.MAL?.entry.map(({ level }) => level)).toEqual(['observe', 'observe']);
    await connect(read);
  });

  it('one stored before the rules of work had reasons for disqualifying is mended by the migration, and read', async () => {
    const { id } = await connected();
    const { work, ...rest } = shipped;
    const { disqualifyReasons, reinstateReasons, firstResponse, writes, ...old } = work ?? {};
    const { AQL, MAL, RECYCLED } = writes ?? {};
    const before = {
      ...rest,
      version: 2,
      work: { ...old, firstResponse: { P1: firstResponse?.P1 }, writes: { AQL, MAL, RECYCLED } },
    };
    await database.inPortal(id, (tx) =>
      tx.query('insert into definition_set (portal_id, version, document, published_at) values ($1, 2, $2, 0)', [
        id,
        JSON.stringify(before),
      ]),
    );
    const load = () => database.inPortal(id, (tx) => loadDefinitions(tx, id, 2));
    await expect(load()).rejects.toThrow('disqualifyReasons');
    await database.query(await readFile('src/store/migrations/0010-work-rules-of-before.sql', 'utf8'));
    const read = await load();
    expect(read?.work?.firstResponse).toEqual(firstResponse);
    expect(read?.work?.writes.DISQUALIFIED).toEqual(writes?.DISQUALIFIED);
    expect(read?.work?.disqualifyReasons).toHaveLength(1);
    expect([disqualifyReasons?.length, reinstateReasons?.length]).toEqual([4, 3]);
  });
});
