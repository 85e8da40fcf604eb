import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

// Reading hundreds of files of TypeScript anew takes longer than most commands do. Where nothing can be kept, nothing is.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/lead-to-revenue/compiled'));
const { runCli } = await import('./cli/main.ts');

process.exitCode = await runCli(process.argv.slice(2), stop.signal);
