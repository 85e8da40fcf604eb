import type { Api, Route } from './route.ts';

/**
 * What a portal says about itself.
 *
 * @source HubSpot docs: Account information API
 */
export function accountRoutes({ portal }: Api): Route[] {
  return [{ method: 'get', path: '/account', handle: () => ({ status: 200, body: details(portal.setup) }) }];
}

function details(setup: { portalId: string; timeZone: string; currency: string; now: () => number }) {
  const local = Temporal.Instant.fromEpochMilliseconds(setup.now()).toZonedDateTimeISO(setup.timeZone);
  return {
    portalId: Number(setup.portalId),
    accountType: 'DEVELOPER_TEST',
    timeZone: setup.timeZone,
    companyCurrency: setup.currency,
    additionalCurrencies: [],
    utcOffset: local.offset,
    utcOffsetMilliseconds: local.offsetNanoseconds / 1_000_000,
    uiDomain: 'app.hubspot.com',
    dataHostingLocation: 'na1',
  };
}
