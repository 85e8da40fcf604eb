import type { RecordFeed } from '../record-feed.ts';
import { sendJson } from '../server.ts';
import type { PageApi } from './protocol.ts';

type Properties = Record<string, string | null>;

/** The CRM as one card sees it: the record of the page, and others through the server. */
export function cardCrm(feed: RecordFeed): Pick<PageApi, 'crm' | 'watchProperties'> {
  const read = (request: unknown) => sendJson<Properties>('POST', `/api/crm/records/${feed.path}/properties`, request);
  return {
    crm: (operation, request) => {
      const ofRecord = operation === 'properties' || operation === 'associations';
      return sendJson('POST', `/api/crm/${ofRecord ? `records/${feed.path}/` : ''}${operation}`, request);
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
