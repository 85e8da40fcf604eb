import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { Address } from './child-settings.ts';

/** More than one: a connection that replaces another may arrive before the other is gone. */
const MAX_CONNECTIONS = 20;
/** Only part of the socket's name, as PostgreSQL and its drivers build it. */
const SOCKET_PORT = 5432;

export interface Listener {
  address: Address;
  stop(): Promise<void>;
}

/** Serves a database over a Unix socket in `socketFolder`, or over the loopback interface if that is null. */
export async function listen(db: PGlite, socketFolder: string | null): Promise<Listener> {
  return socketFolder === null ? listenOnLoopback(db) : listenOnSocket(db, socketFolder);
}

async function listenOnSocket(db: PGlite, folder: string): Promise<Listener> {
  const path = join(folder, `.s.PGSQL.${SOCKET_PORT}`);
  // Left over if the last owner was killed; whoever holds the lock of the data folder is the only one who may listen.
  await rm(path, { force: true });
  const server = new PGLiteSocketServer({ db, path, maxConnections: MAX_CONNECTIONS });
  await server.start();
  return { address: { host: folder, port: SOCKET_PORT }, stop: () => server.stop() };
}

async function listenOnLoopback(db: PGlite): Promise<Listener> {
  const host = '127.0.0.1';
  const server = new PGLiteSocketServer({ db, host, port: 0, maxConnections: MAX_CONNECTIONS });
  await server.start();
  const port = Number(server.getServerConn().split(':').at(-1));
  return { address: { host, port }, stop: () => server.stop() };
}
