import { parseArgs } from 'node:util';
import { createApiKeyWork } from '../../compose/api-key-work.ts';
import { toIso } from '../../domain/values/instant.ts';
import { API_SCOPES, type ApiKey, type ApiScope } from '../../usecases/api-keys.ts';
import { type Command, UsageError } from '../command.ts';
import { connectedPortal } from '../connected-portal.ts';

export const apiKeysCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- api-keys create --name <what for> --by <name> [--scope signals|touches|lists]…',
    '       npm run -s l2r -- api-keys list',
    '       npm run -s l2r -- api-keys revoke <key id> --by <name>',
    '',
    'Keys for /v1. `create` prints the key once; it is not kept and cannot be shown again. Without --scope it may send everything.',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        name: { type: 'string' },
        by: { type: 'string' },
        scope: { type: 'string', multiple: true, default: [] },
      },
      strict: true,
      allowPositionals: true,
    });
    const [verb = '', keyId, ...rest] = positionals;
    if (
      rest.length > 0 ||
      !['create', 'list', 'revoke'].includes(verb) ||
      (keyId === undefined) === (verb === 'revoke')
    )
      throw new UsageError('Say what to do with the keys: create, list, or revoke and the id of one.');
    const scopes = scopesOf(values.scope);
    const named =
      verb === 'create' ? { name: text('--name', values.name), createdBy: text('--by', values.by) } : undefined;
    const by = verb === 'revoke' ? text('--by', values.by) : '';
    await using connected = await connectedPortal();
    const work = createApiKeyWork(connected.core, connected.portalId);
    if (named) return print(await work.create({ ...named, scopes }));
    if (verb === 'list') return print((await work.list()).map(shown));
    if (!(await work.revoke({ keyId: keyId ?? '', by })))
      throw new UsageError('There is no such key, or it was revoked before; `api-keys list` lists them.');
    process.stderr.write('The key is revoked: whoever sends it is refused from now on.\n');
  },
};

function scopesOf(asked: readonly string[]): ApiScope[] {
  const unknown = asked.find((each) => !(API_SCOPES as readonly string[]).includes(each));
  if (unknown !== undefined) throw new UsageError(`There is no scope "${unknown}", only ${API_SCOPES.join(', ')}.`);
  return API_SCOPES.filter((scope) => asked.length === 0 || asked.includes(scope));
}

function text(option: string, given: string | undefined): string {
  const value = given?.trim() ?? '';
  if (value !== '' && value.length <= 100) return value;
  throw new UsageError(
    `Say what the key is for and who does this: ${option} is missing, or longer than 100 characters.`,
  );
}

const shown = ({ createdAt, lastUsedAt, revokedAt, ...key }: ApiKey) => ({
  ...key,
  createdAt: toIso(createdAt),
  lastUsedAt: lastUsedAt === undefined ? null : toIso(lastUsedAt),
  revokedAt: revokedAt === undefined ? null : toIso(revokedAt),
});

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
