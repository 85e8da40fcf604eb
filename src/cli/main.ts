import type { Command } from './command.ts';

/** Every command with its module, which is loaded only when it runs: serving a portal loads no emulator. */
const COMMANDS: readonly { readonly name: string; readonly summary: string; readonly load: () => Promise<Command> }[] =
  [
    {
      name: 'start',
      summary: 'what npm start runs: a sandbox portal with the backend, or the backend for your portal',
      load: async () => (await import('./commands/start.ts')).startCommand,
    },
    {
      name: 'serve',
      summary: 'the backend alone, for the portal of HUBSPOT_ACCESS_TOKEN',
      load: async () => (await import('./commands/serve.ts')).serveCommand,
    },
    {
      name: 'sandbox',
      summary: 'the emulated portal alone',
      load: async () => (await import('./commands/sandbox.ts')).sandboxCommand,
    },
    {
      name: 'provision',
      summary: 'creates or updates the properties and objects we own in HubSpot',
      load: async () => (await import('./commands/provision.ts')).provisionCommand,
    },
    {
      name: 'backfill',
      summary: "reads the portal's whole history in; goes on where it stopped",
      load: async () => (await import('./commands/backfill.ts')).backfillCommand,
    },
    {
      name: 'rebuild',
      summary: 'decides about every record anew from the stored history',
      load: async () => (await import('./commands/rebuild.ts')).rebuildCommand,
    },
    {
      name: 'definitions',
      summary: 'the definition set as a file: validate, show, diff, publish, rollback, history',
      load: async () => (await import('./commands/definitions.ts')).definitionsCommand,
    },
    {
      name: 'api-keys',
      summary: 'keys for /v1: create, list, revoke',
      load: async () => (await import('./commands/api-keys.ts')).apiKeysCommand,
    },
    {
      name: 'audience',
      summary: 'accounts worth advertising to, as CSV: by score, or by intent',
      load: async () => (await import('./commands/audience.ts')).audienceCommand,
    },
    {
      name: 'named-accounts',
      summary: 'accounts of account executives: list, add, drop, swap, suggest, log',
      load: async () => (await import('./commands/named-accounts.ts')).namedAccountsCommand,
    },
    {
      name: 'metrics',
      summary: 'prints one metric of the stored history as JSON',
      load: async () => (await import('./commands/metrics.ts')).metricsCommand,
    },
    {
      name: 'preview',
      summary: 'what a folder with a CRM export says: every metric',
      load: async () => (await import('./commands/preview.ts')).previewCommand,
    },
    {
      name: 'calibrate',
      summary: 'a table of leads against what became of them: which columns tell, and whether the score does',
      load: async () => (await import('./commands/calibrate.ts')).calibrateCommand,
    },
  ];

/**
 * Runs one command. Data goes to stdout, messages to stderr.
 *
 * @returns the exit code: 0 done, 1 failed, 2 bad usage or input
 */
export async function runCli(args: readonly string[], stop: AbortSignal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    say(overview());
    return name === undefined ? 2 : 0;
  }
  const found = COMMANDS.find((each) => each.name === name);
  if (!found) {
    say(`There is no command "${name}".\n\n${overview()}`);
    return 2;
  }
  const command = await found.load();
  if (rest.includes('--help')) {
    say(command.help);
    return 0;
  }
  try {
    await command.run(rest, stop);
    return 0;
  } catch (fault) {
    // What a signal interrupted has ended as it was asked to.
    if (stop.aborted && fault instanceof Error && fault.name === 'AbortError') return 0;
    return explain(fault, command);
  }
}

/** What a person can put right, or has to wait for, is one sentence; anything else also shows where it came from. */
function explain(fault: unknown, command: Command): number {
  if (fault instanceof TypeError && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS')) {
    say(`${fault.message}\n\n${command.help}`);
    return 2;
  }
  if (fault instanceof Error && 'exitCode' in fault && typeof fault.exitCode === 'number') {
    say(fault.message);
    return fault.exitCode;
  }
  say(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  return 1;
}

const overview = (): string =>
  [
    'Usage: npm run -s l2r -- <command> [options]',
    '',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`),
    '',
    'Each command explains itself with --help.',
  ].join('\n');

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
