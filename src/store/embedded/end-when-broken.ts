import type { PGlite } from '@electric-sql/pglite';

/** How PostgreSQL's protocol writes the severity of an error after which a server process ends; values hold no zero bytes. */
const LAST_WORDS = ['\0VFATAL\0', '\0VPANIC\0'];

/**
 * Calls `end` as soon as the database says that it cannot go on, as with a full disk, or breaks without a word.
 *
 * A server would end by itself and recover when it is started again. In this process the engine stays in memory, broken,
 * and turns in a circle for ever: `end` must end the process at once.
 */
export function endWhenBroken(database: PGlite, end: () => void): void {
  const execute = database.execProtocolRawStream.bind(database);
  database.execProtocolRawStream = (message, options) => {
    const onRawData = (bytes: Uint8Array): void => {
      options.onRawData(bytes);
      if (isLast(bytes)) end();
    };
    return execute(message, { ...options, onRawData }).catch(end);
  };
}

function isLast(bytes: Uint8Array): boolean {
  const answer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return LAST_WORDS.some((words) => answer.includes(words));
}
