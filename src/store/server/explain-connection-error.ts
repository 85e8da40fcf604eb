import type { Client } from 'pg';
import { DatabaseSetupError } from '../database-setup-error.ts';

const UNREACHABLE = new Set<unknown>(
  'ECONNREFUSED ECONNRESET EHOSTUNREACH EHOSTDOWN ENETUNREACH ETIMEDOUT ENOTFOUND EAI_AGAIN ENOENT EACCES'.split(' '),
);

/** What the person who set DATABASE_URL can do about a server that let nobody in. */
export function explainConnectionError(error: unknown, { host, port, user, database }: Client): DatabaseSetupError {
  const server = `${host}:${port}`;
  return new DatabaseSetupError(sentence(), { cause: error });

  function sentence(): string {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const message = error instanceof Error ? error.message : String(error);
    if (UNREACHABLE.has(code))
      return `No PostgreSQL server answers at ${server} (${String(code)}): ${START_OR_CORRECT}`;
    if (/timeout/i.test(message))
      return `The PostgreSQL server at ${server} did not answer in time: ${START_OR_CORRECT}`;
    if (code === '28P01' || code === '28000' || message.startsWith('SASL'))
      return `The PostgreSQL server at ${server} refused the user "${user ?? ''}": correct the name and the password in DATABASE_URL.`;
    if (code === '3D000')
      return `The PostgreSQL server at ${server} has no database "${database ?? ''}": create it or correct DATABASE_URL.`;
    return `The PostgreSQL server at ${server} cannot be used (${message}): correct its settings or DATABASE_URL.`;
  }
}

const START_OR_CORRECT = 'start it or correct the address in DATABASE_URL.';
