/**
 * A program for tests that kill it: opens the embedded database in the folder it is given and stores 1, 2, 3 …, each in a
 * transaction, telling its parent every number once it is stored. An interrupt lets it store 0 as the last one and end.
 */
import { openDatabase } from '../../src/store/database.ts';

const [folder = '', migrations = ''] = process.argv.slice(2);
const database = await openDatabase({ folder, migrations, report: () => {} });
await database.query('CREATE TABLE IF NOT EXISTS stored (n int PRIMARY KEY)');

let isInterrupted = false;
process.on('SIGINT', () => (isInterrupted = true));
// The test that started this program is gone: so is the reason to go on.
process.on('disconnect', () => process.exit());

for (let n = 1; !isInterrupted; n++) {
  await store(n);
  process.send?.(n);
}
await store(0);
await database[Symbol.asyncDispose]();
process.disconnect?.();

async function store(n: number): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('SELECT 1');
    await tx.query('INSERT INTO stored VALUES ($1)', [n]);
  });
}
