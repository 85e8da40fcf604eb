import * as React from 'react';
import { type Endpoint, retain } from '@remote-ui/rpc';
import type { PageApi } from '../extension/protocol.ts';
import type { ExtensionScope, ExtensionApi, SdkAnswer } from './scope.ts';

/** What the running card or page was given; hooks of the SDK read it. */
export const ExtensionContext = React.createContext<ExtensionApi | null>(null);

/** `self.hsWorkerAPI`: the SDK's hooks, over messages to the page. */
export function workerApi({ call }: Endpoint<PageApi>): ExtensionScope['hsWorkerAPI'] {
  const ask = async (operation: 'associations' | 'search', request: object, options?: object) =>
    answer(await attempt(async () => ({ data: await call.crm(operation, { ...request, options }) })));
  return {
    useExtensionContext: () => extension().context,
    useExtensionActions: () => extension().actions,
    useExtensionApi: extension,
    useAppPageLocation: () => ({ path: '/', params: {} }),
    fetchCrmProperties: async (names, onUpdate, options) => {
      const request = { names, options };
      const read = await attempt(async () => {
        const stop = await call.watchProperties(request, onUpdate); // Before the reading: no change falls between.
        retain(stop);
        return { data: await call.crm('properties', request), cleanup: () => void stop() };
      });
      return answer(read);
    },
    fetchAssociations: (request, options) => ask('associations', request, options),
    fetchCrmSearch: (request, options) => ask('search', request, options),
    formatCrmProperties: async (request) => answer(await call.crm('format', request)),
    fetchHubSpotApi: () => Promise.reject(new Error('The workbench has no experimental API client.')),
  };
}

function extension(): ExtensionApi {
  const api = React.useContext(ExtensionContext);
  if (api === null) throw new Error('Hooks of the SDK work inside the extension only.');
  return api;
}

const answer = (value: unknown): SdkAnswer => ({ json: () => Promise.resolve(value) });

/** The SDK turns `error` into the hook's error state. */
async function attempt<T extends object>(work: () => Promise<T>): Promise<T | { error: string }> {
  try {
    return await work();
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
