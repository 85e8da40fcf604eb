import type { RemoteReceiver } from '@remote-ui/core';
import { createBasicEncoder, createEndpoint, fromWebWorker, retain } from '@remote-ui/rpc';
import { sendJson } from '../server.ts';
import type { ExtensionFetchAnswer } from '../../contract.ts';
import type { Channel, PageApi, WorkerApi } from './protocol.ts';

export interface StartNeeds {
  readonly script: string;
  readonly context: unknown;
  readonly actions: object;
  readonly crm: Pick<PageApi, 'crm' | 'watchProperties'>;
  readonly receiver: RemoteReceiver;
  readonly onFailure: (message: string) => void;
}

/** Runs a card or page in a worker of its own and lets it draw into the receiver. @returns a function that ends it */
export function startExtension({ script, context, actions, crm, receiver, onFailure }: StartNeeds): () => void {
  const worker = new Worker('/assets/worker.js');
  worker.addEventListener('error', ({ message }) => onFailure(message));
  const endpoint = createEndpoint<WorkerApi>(fromWebWorker(worker), {
    createEncoder: createBasicEncoder,
    callable: ['load', 'render'],
  });
  const page: PageApi = {
    hsFetch: (url, options) => sendJson<ExtensionFetchAnswer>('POST', '/api/fetch', { url, ...options }),
    log: (level, message) => Promise.resolve(console[level](`[extension] ${message}`)),
    crm: crm.crm,
    watchProperties: (request, onUpdate) => {
      retain(onUpdate);
      return crm.watchProperties(request, onUpdate);
    },
  };
  endpoint.expose({ ...page });
  void (async () => {
    try {
      await endpoint.call.load(script);
      await endpoint.call.render(receiver.receive as Channel, context, actions);
    } catch (error) {
      onFailure(error instanceof Error ? error.message : String(error));
    }
  })();
  return () => worker.terminate();
}
