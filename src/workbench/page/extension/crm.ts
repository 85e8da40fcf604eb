import type { RecordFeed } from '../record-feed.ts';
import { sendJson } from '../server.ts';
import type { CrmOperation, PageApi } from './protocol.ts';

type Properties = Record<string, string | null>;

/** The CRM behind the hooks of the SDK. */
export type Crm = Pick<PageApi, 'crm' | 'watchProperties'>;

/** The CRM as a card sees it: the record of the page, and others through the server. */
export function recordCrm(feed: RecordFeed): Crm {
  const read = (request: unknown) => sendJson<Properties>('POST', `/api/crm/records/${feed.path}/properties`, request);
  return {
    crm: (operation, request) => {
      const path = isOfRecord(operation) ? `records/${feed.path}/${operation}` : operation;
      return sendJson('POST', `/api/crm/${path}`, request);
    },
    watchProperties: async (request, onUpdate) => {
      let last = '';
      const tell = (properties: Properties) => {
        const now = JSON.stringify(properties);
        if (now === last) return;
        last = now;
        onUpdate(properties);
      };
      // A server that does not answer is asked again at the next change.
      const stop = feed.subscribe(() => void read(request).then(tell, () => undefined));
      last = JSON.stringify(await read(request));
      return () => Promise.resolve(stop());
    },
  };
}

const NO_RECORD = 'This page stands on no record; only searches work here.';

/** The CRM as the home page and the settings page see it. */
export const pageCrm: Crm = {
  crm: (operation, request) =>
    isOfRecord(operation) ? Promise.reject(new Error(NO_RECORD)) : sendJson('POST', `/api/crm/${operation}`, request),
  watchProperties: () => Promise.reject(new Error(NO_RECORD)),
};

const isOfRecord = (operation: CrmOperation): boolean => operation === 'properties' || operation === 'associations';
