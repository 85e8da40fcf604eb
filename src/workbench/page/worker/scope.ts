import type { ReactElement } from 'react';

/** What a `hubspot.extend` callback gets. */
export interface ExtensionApi {
  readonly context: unknown;
  readonly actions: unknown;
  readonly runServerlessFunction: () => Promise<never>;
}

export type RenderExtension = (api: ExtensionApi) => ReactElement;

/** An answer as the SDK reads it: like a `Response`, but with functions inside. */
export interface SdkAnswer {
  json(): Promise<unknown>;
}

/**
 * The globals that the bundle of a card or page expects in its worker before it runs.
 *
 * @source @hubspot/ui-extensions 0.17, worker globals
 */
export interface ExtensionScope {
  __HUBSPOT_EXTENSION_WORKER__: true;
  React: object;
  RemoteUI: object;
  extend_V2(render: RenderExtension): void;
  hsFetch(url: string | URL, options?: RequestInit & { timeout?: number }): Promise<Response>;
  serverless(): Promise<never>;
  logger: Record<'debug' | 'info' | 'warn' | 'error', (message: unknown) => void>;
  hsWorkerAPI: {
    useExtensionContext(): unknown;
    useExtensionActions(): unknown;
    useExtensionApi(): ExtensionApi;
    useAppPageLocation(): { path: string; params: Record<string, string> };
    fetchCrmProperties(names: string[], onUpdate: (properties: object) => void, options?: object): Promise<SdkAnswer>;
    fetchAssociations(request: object, options?: object): Promise<SdkAnswer>;
    fetchCrmSearch(request: object, options?: object): Promise<SdkAnswer>;
    formatCrmProperties(request: object): Promise<SdkAnswer>;
    fetchHubSpotApi(): Promise<never>;
  };
}
