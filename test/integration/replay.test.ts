import { describe, expect, test } from 'vitest';
import { newPortal } from '../support/new-portal.ts';
import { cleanFiles, hubspotProperties, readFiles } from '../support/portal-folder.ts';
import { portalPicture } from '../support/portal-picture.ts';
import { describeWithShared } from '../support/shared-data.ts';
import { webhookTarget } from '../support/webhook-target.ts';
import type { Delivered } from '../support/webhook-target.ts';
import { loadFolder } from '../../src/sandbox/load-folder.ts';
import { replayFolder } from '../../src/sandbox/replay.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import type { PortalFolder } from '../../src/sandbox/seed/portal-folder.ts';
import { readPortalFolder } from '../../src/sandbox/seed/read-portal-folder.ts';

const sandboxFor = (targetUrl: string) =>
  startSandbox({ token: 't', clientSecret: 's', now: () => 0, webhooks: { targetUrl, retryPauseMs: 1 } });

/** Each different event with the number of times it came; the number of the attempt and the event's id do not matter. */
function counted(deliveries: readonly Delivered[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { eventId: _id, attemptNumber: _attempt, ...event } of deliveries.flatMap((delivery) => delivery.events)) {
    const key = JSON.stringify(event);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

async function sameAsLoaded(folder: PortalFolder, chunkSize: number) {
  await using target = await webhookTarget();
  await using sandbox = await sandboxFor(target.url);
  const applied: number[] = [];
  await replayFolder(sandbox, folder, { seed: 3, chunkSize, report: (count) => applied.push(count) });
  const loaded = newPortal();
  loadFolder(loaded, folder);
  expect(portalPicture(sandbox.portal)).toEqual(portalPicture(loaded));
  expect(sandbox.webhooks.state()).toMatchObject({ pending: 0, failed: 0 });
  return { deliveries: [...target.deliveries], applied };
}

describe('a replayed portal folder', () => {
  test('ends in the state that loading gives, and each event comes twice', async () => {
    const folder = await readFiles({ ...cleanFiles });
    const { deliveries } = await sameAsLoaded(folder, 3);
    const counts = counted(deliveries);
    expect(new Set(counts.values())).toEqual(new Set([2]));
    const keys = [...counts.keys()];
    expect(keys.filter((key) => key.includes('.creation'))).toHaveLength(folder.records.length);
    const stages = keys.filter((key) => key.includes('"propertyName":"dealstage"') && key.includes('"objectId":200'));
    expect(stages.map((key) => (JSON.parse(key) as { occurredAt: number }).occurredAt).sort()).toEqual([
      Date.parse('2026-01-08T10:00:00Z'),
      Date.parse('2026-01-10T10:00:00Z'),
    ]);
  });

  test('a value without history comes with the creation, and properties nobody subscribed to stay silent', async () => {
    const { deliveries } = await sameAsLoaded(await readFiles({ ...cleanFiles }), 1_000);
    const events = deliveries.flatMap((delivery) => delivery.events);
    const status = events.find((event) => event['propertyName'] === 'hs_lead_status' && event['objectId'] === 1);
    expect(status).toMatchObject({ propertyValue: 'OPEN', occurredAt: Date.parse('2026-01-05T09:00:00Z') });
    expect(events.some((event) => event['propertyName'] === 'favourite_colour')).toBe(false);
  });
});

describeWithShared('the marketplace portal, replayed', ['olist-portal'], (path) => {
  test('ends in the state that loading gives; events are out of order and some come much later', async () => {
    const folder = await readPortalFolder(path, hubspotProperties);
    const { deliveries, applied } = await sameAsLoaded(folder, 1_000);
    expect(applied.at(-1)).toBe(folder.records.length + folder.history.length + folder.associations.length);
    const counts = counted(deliveries);
    expect([...counts.keys()].filter((key) => key.includes('.creation'))).toHaveLength(8_842);
    expect([...counts.values()].every((count) => count % 2 === 0)).toBe(true);
    const instants = deliveries.flatMap((delivery) => delivery.events.map((event) => Number(event['occurredAt'])));
    let latest = 0;
    const late = instants.filter((at) => {
      latest = Math.max(latest, at);
      return latest - at > 30 * 86_400_000;
    });
    expect(late.length / instants.length).toBeGreaterThan(0.01);
  });
});
