import type { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';
import { endWhenBroken } from './end-when-broken.ts';

type Execute = PGlite['execProtocolRawStream'];

/** @returns what the client received, and how often the end was called for */
async function answer(execute: Execute): Promise<{ received: string; ends: number }> {
  const database = { execProtocolRawStream: execute } as PGlite;
  let ends = 0;
  let received = '';
  endWhenBroken(database, () => ends++);
  const onRawData = (bytes: Uint8Array) => void (received += Buffer.from(bytes).toString());
  await database.execProtocolRawStream(new Uint8Array(), { onRawData });
  return { received, ends };
}

const saying =
  (text: string): Execute =>
  (_message, { onRawData }) => {
    onRawData(Buffer.from(text));
    return Promise.resolve();
  };

it('an ordinary error is passed on and changes nothing', async () => {
  const error = 'E\0\0\0\x40SERROR\0VERROR\0C53100\0MNo space\0\0';
  expect(await answer(saying(error))).toEqual({ received: error, ends: 0 });
});

it.each(['FATAL', 'PANIC'])('after %s the client has its error and the process is ended', async (severity) => {
  const error = `E\0\0\0\x40S${severity}\0V${severity}\0C53100\0MNo space\0\0`;
  expect(await answer(saying(error))).toEqual({ received: error, ends: 1 });
});

it('such a word among the values of a row changes nothing', async () => {
  const row = 'D\0\0\0\x10\0\x01\0\0\0\x06VPANIC';
  expect(await answer(saying(row))).toEqual({ received: row, ends: 0 });
});

it('a database that fails without an answer is ended', async () => {
  expect(await answer(() => Promise.reject(new Error('unreachable')))).toEqual({ received: '', ends: 1 });
});
