import * as React from 'react';
import { createRemoteRoot, type RemoteChannel } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createBasicEncoder, createEndpoint, type MessageEndpoint, retain } from '@remote-ui/rpc';
import type { PageApi, WorkerApi } from '../cards/protocol.ts';
import { hsFetch } from './hs-fetch.ts';
import type { CardScope, RenderCard } from './scope.ts';
import { ExtensionContext, workerApi } from './worker-api.ts';

/** The script of the worker a card runs in: the globals that HubSpot provides, and none that HubSpot takes away. */

const scope = self as unknown as CardScope & { importScripts(url: string): void };
const page = createEndpoint<PageApi>(self as unknown as MessageEndpoint, {
  createEncoder: createBasicEncoder,
  callable: ['hsFetch', 'log', 'crm', 'watchProperties'],
});
let renderCard: RenderCard | undefined;

const noServerless = () => Promise.reject(new Error('App functions do not exist on the workbench.'));
const log = (level: 'debug' | 'info' | 'warn' | 'error') => (message: unknown) =>
  void page.call.log(level, String(message));

const globals: CardScope = {
  __HUBSPOT_EXTENSION_WORKER__: true,
  React,
  RemoteUI,
  extend_V2: (render) => {
    renderCard = render;
  },
  hsFetch: hsFetch(page),
  serverless: noServerless,
  logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
  hsWorkerAPI: workerApi(page),
};
Object.assign(scope, globals);

const api: WorkerApi = {
  load: (script) => {
    scope.importScripts(script);
    if (renderCard === undefined) throw new Error('The card never called hubspot.extend.');
    return Promise.resolve();
  },
  render: async (channel, context, actions) => {
    retain(channel);
    retain(actions);
    const root = createRemoteRoot(channel as RemoteChannel);
    const extension = { context, actions, runServerlessFunction: noServerless };
    const Card = () => renderCard?.(extension) ?? null;
    RemoteUI.createRoot(root).render(
      React.createElement(ExtensionContext.Provider, { value: extension }, React.createElement(Card)),
    );
    await root.mount();
  },
};
page.expose({ ...api });

// HubSpot's worker has none of these, so that forbidden use fails here too. Some are inherited, so they are shadowed.
for (const name of ['fetch', 'XMLHttpRequest', 'indexedDB', 'WebSocket']) {
  Object.defineProperty(scope, name, { value: undefined, configurable: true });
}
