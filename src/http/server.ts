import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Router } from 'express';
import helmet from 'helmet';
import { problemHandler, sendProblem } from './problem.ts';

/** The port is taken, or this user may not listen there. */
export class CannotListenError extends Error {
  override readonly name = 'CannotListenError';
  readonly exitCode = 2;
}

export interface HttpServer extends AsyncDisposable {
  readonly port: number;
}

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  /** The setting that the port comes from, for a person who has to choose another. */
  readonly portSetting?: string;
  readonly routes: readonly Router[];
  readonly report: (fault: unknown) => void;
}

/** @throws CannotListenError */
export async function startHttp({
  host,
  port,
  portSetting = 'PORT',
  routes,
  report,
}: HttpOptions): Promise<HttpServer> {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // TLS ends at the proxy in front; on this machine pages are plain http, which must not be upgraded.
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }));
  for (const route of routes) app.use(route);
  app.use((request, response) =>
    sendProblem(response, 404, 'Not found', `There is nothing at ${request.method} ${request.path}.`),
  );
  app.use(problemHandler(report));
  // Node's own limits (60 s for headers, 300 s for a request) leave room for clients that send a byte a second.
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 2_000 },
    app,
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      reject(new CannotListenError(`Cannot listen on ${host}:${port}: ${wayOut(code ?? message, portSetting)}`)),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeIdleConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        setTimeout(() => server.closeAllConnections(), 5_000).unref();
      });
    },
  };
}

function wayOut(code: string, portSetting: string): string {
  if (code === 'EADDRINUSE')
    return `another program is listening there. Stop it, or set ${portSetting} to a free port.`;
  if (code === 'EACCES') return `this user may not. Set ${portSetting} to a port above 1023.`;
  return `${code}. Set HOST to an address of this machine.`;
}
