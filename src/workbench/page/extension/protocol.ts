import type { ExtensionFetchAnswer } from '../../contract.ts';

/** What the page and an extension's worker call on each other. Everything crosses as plain data; functions become messages. */

export interface FetchOptions {
  readonly method?: string;
  readonly timeout?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type CrmOperation = 'properties' | 'associations' | 'search' | 'format';

export interface PageApi {
  hsFetch(url: string, options: FetchOptions): Promise<ExtensionFetchAnswer>;
  log(level: 'debug' | 'info' | 'warn' | 'error', message: string): Promise<void>;
  crm(operation: CrmOperation, request: unknown): Promise<unknown>;
  /** Calls back with every change of these properties until the returned function is called. */
  watchProperties(
    request: unknown,
    onUpdate: (properties: Record<string, string | null>) => void,
  ): Promise<() => Promise<void>>;
}

export type Channel = (type: number, ...rest: unknown[]) => void;

export interface WorkerApi {
  /** Runs the script. @throws Error when it fails or never calls `hubspot.extend` */
  load(script: string): Promise<void>;
  render(channel: Channel, context: unknown, actions: unknown): Promise<void>;
}
