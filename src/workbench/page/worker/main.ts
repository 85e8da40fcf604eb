import * as React from 'react';
import { createRemoteRoot, type RemoteChannel } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createBasicEncoder, createEndpoint, type MessageEndpoint, retain } from '@remote-ui/rpc';
import type { PageApi, WorkerApi } from '../extension/protocol.ts';
import { hsFetch } from './hs-fetch.ts';
import type { ExtensionScope, RenderExtension } from './scope.ts';
import { ExtensionContext, workerApi } from './worker-api.ts';

/** The script of the worker that a card or page runs in: the globals that HubSpot provides, and none that HubSpot takes away. */

const scope = self as unknown as ExtensionScope & { importScripts(url: string): void };
const page = createEndpoint<PageApi>(self as unknown as MessageEndpoint, {
  createEncoder: createBasicEncoder,
  callable: ['hsFetch', 'log', 'crm', 'watchProperties'],
});
let renderExtension: RenderExtension | undefined;

const noServerless = () => Promise.reject(new Error('App functions do not exist on the workbench.'));
const log = (level: 'debug' | 'info' | 'warn' | 'error') => (message: unknown) =>
  void page.call.log(level, String(message));

const globals: ExtensionScope = {
  __HUBSPOT_EXTENSION_WORKER__: true,
  React,
  RemoteUI,
  extend_V2: (render) => {
    renderExtension = render;
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
    if (renderExtension === undefined) throw new Error('The script never called hubspot.extend.');
    return Promise.resolve();
  },
  render: async (channel, context, actions) => {
    retain(channel);
    retain(actions);
    const root = createRemoteRoot(channel as RemoteChannel);
    const extension = { context, actions, runServerlessFunction: noServerless };
    const Extension = () => renderExtension?.(extension) ?? null;
    RemoteUI.createRoot(root).render(
      React.createElement(ExtensionContext.Provider, { value: extension }, React.createElement(Extension)),
    );
    await root.mount();
  },
};
page.expose({ ...api });

// HubSpot's worker has none of these, so that forbidden use fails here too. Some are inherited, so they are shadowed.
for (const name of ['fetch', 'XMLHttpRequest', 'indexedDB', 'WebSocket']) {
  Object.defineProperty(scope, name, { value: undefined, configurable: true });
}
