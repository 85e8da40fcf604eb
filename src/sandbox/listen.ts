import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The sandbox cannot start as asked; the message says why and what to do. */
export class SandboxError extends Error {
  readonly exitCode = 2;
}

/**
 * Starts listening.
 *
 * @param port 0 takes any free one
 * @throws SandboxError when the address cannot be had
 */
export function listen(app: RequestListener, port: number, host: string): Promise<{ server: Server; url: string }> {
  const server = createServer(app);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new SandboxError(sentence(error.code, port, host))));
    server.listen(port, host, () => resolve({ server, url: urlOf(server.address() as AddressInfo) }));
  });
}

function sentence(code: string | undefined, port: number, host: string): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is in use: stop the program that listens there or choose another port.`;
  }
  if (code === 'EACCES') return `Port ${port} on ${host} needs rights this user does not have: choose one above 1023.`;
  return `The sandbox cannot listen on ${host}, port ${port} (${code ?? 'unknown reason'}): choose another host or port.`;
}

function urlOf({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}

/** Stops listening at once; open connections are cut. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
