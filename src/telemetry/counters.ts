import { Counter, Registry } from 'prom-client';

/** Everything that is counted, by name. */
export function createCounters() {
  const registry = new Registry();
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter<Label>({ name, help, labelNames: [...labelNames], registers: [registry] });
  return {
    registry,
    deliveries: counter('l2r_webhook_deliveries_total', 'Webhook deliveries by result.', ['result']),
    ignoredEvents: counter('l2r_webhook_events_ignored_total', 'Webhook events that mean nothing to us, by reason.', [
      'reason',
    ]),
    cardRequests: counter('l2r_card_requests_total', 'Refused requests of cards and workflow actions, by reason.', [
      'result',
    ]),
    apiRequests: counter('l2r_api_requests_total', 'Requests to /v1 that send rows or were refused, by result.', [
      'result',
    ]),
    failedRows: counter('l2r_failed_rows_total', 'Rows from outside that failed and are tried again.', []),
    hubspotCalls: counter('l2r_hubspot_calls_total', 'Calls to HubSpot by outcome.', ['outcome']),
    refusedWrites: counter('l2r_refused_writes_total', 'Records HubSpot refused to write, by type.', ['type']),
    drift: counter('l2r_drift_total', 'Changes a sweep found that no webhook had told.', []),
  };
}

export type Counters = ReturnType<typeof createCounters>;

/** The values of one counter by its only label. */
export async function totals(counter: Counter<string>): Promise<Record<string, number>> {
  const { values } = await counter.get();
  return Object.fromEntries(values.map((value) => [Object.values(value.labels).join(' '), value.value]));
}
