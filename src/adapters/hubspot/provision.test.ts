import { expect, test } from 'vitest';
import { startSandbox, type SandboxOptions } from '../../sandbox/sandbox.ts';
import { callHubSpot } from './call-policy.ts';
import { createClient } from './client.ts';
import { provision } from './provision.ts';
import { CONTACT_PROPERTIES, DEAL_PROPERTIES } from './schema.ts';

async function connect(switches: SandboxOptions['switches'] = {}) {
  const sandbox = await startSandbox({ token: 't', clientSecret: 's', now: () => 0, switches });
  const client = createClient({ accessToken: 't', basePath: sandbox.url, announced: () => undefined });
  const needs = {
    now: () => 0,
    random: () => 0,
    sleep: () => Promise.resolve(),
    takeCall: () => Promise.resolve(0),
    pause: () => Promise.resolve(),
    count: () => undefined,
  };
  const run = () => provision(client, (lane, call) => callHubSpot(lane, call, needs), 'background');
  return { client, run, [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose]() };
}

const isGroup = (name: string) => name.includes(' group ');

test('everything we own is created once; a second run changes nothing', async () => {
  await using portal = await connect();
  const first = await portal.run();
  for (const { name } of CONTACT_PROPERTIES) expect(first.created).toContain(`contacts.${name}`);
  for (const { name } of DEAL_PROPERTIES) expect(first.created).toContain(`deals.${name}`);
  expect(first.created).toContain('object l2r_funnel_metric');
  expect(first).toMatchObject({ updated: [], unchanged: 0, unavailable: [] });
  const unchanged = first.created.filter((name) => !isGroup(name)).length;
  expect(await portal.run()).toMatchObject({ created: [], updated: [], unchanged, unavailable: [] });
});

test('what somebody archived or renamed is put back', async () => {
  await using portal = await connect();
  await portal.run();
  await portal.client.crm.properties.coreApi.archive('contacts', 'l2r_attempt');
  await portal.client.crm.properties.coreApi.update('deals', 'l2r_date_entered_won', { label: 'Sieg' });
  expect(await portal.run()).toMatchObject({
    created: ['contacts.l2r_attempt'],
    updated: ['deals.l2r_date_entered_won'],
  });
  const { label } = await portal.client.crm.properties.coreApi.getByName('deals', 'l2r_date_entered_won');
  expect(label).toBe('L2R date entered WON');
});

test('a portal without custom objects gets everything else, and the reason is told', async () => {
  await using full = await connect();
  await using plain = await connect({ customObjects: false });
  const report = await plain.run();
  expect(report.created).toEqual((await full.run()).created.filter((name) => name !== 'object l2r_funnel_metric'));
  expect(report.unavailable).toEqual([expect.stringMatching(/^custom object Funnel Metrics: ./)]);
});
