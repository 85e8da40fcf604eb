import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, settingsSchema } from './config.ts';
import type { Environment } from './env.ts';

/** The sentence a user reads. */
function refusal(env: Environment): string {
  try {
    readConfig(env);
  } catch (fault) {
    expect(fault).toBeInstanceOf(ConfigError);
    expect(fault).toMatchObject({ exitCode: 2 });
    return (fault as Error).message;
  }
  throw new Error('Nothing was refused.');
}

describe('without any setting', () => {
  test('everything has a default, on this machine only', () => {
    expect(readConfig({})).toMatchObject({
      http: { host: '127.0.0.1', port: 8787, publicUrl: 'http://127.0.0.1:8787' },
      operatorPort: undefined,
      database: { schema: 'l2r', folder: '.data/portal' },
      hubspot: { baseUrl: 'https://api.hubapi.com', accessToken: undefined, clientSecrets: [], appId: undefined },
      breakdowns: [],
      sweep: 'daily',
      logLevel: 'info',
      crashPoints: [],
    });
    expect(readConfig({}).database).not.toHaveProperty('url');
  });

  test('an empty value counts as not set, whichever setting it is', () => {
    const empty = Object.fromEntries(Object.keys(settingsSchema.shape).map((name) => [name, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test('what belongs to others in the environment does not matter', () => {
    expect(readConfig({ PATH: '/bin', HOME: '', 'npm_config_//registry:_auth': 'x' })).toEqual(readConfig({}));
  });
});

/** Values that cannot be used; each holds something that nobody must see again. */
const BAD: readonly (readonly [setting: string, values: readonly string[]])[] = [
  ['HOST', [' ', 'hunter2 host', 'http://hunter2', 'hunter2/path', 'hunter2:80:x', 'user@hunter2']],
  ['PORT', ['hunter2', '-1', '65536', '1e3', '80.5', ' 80', '0x50', '8787;hunter2']],
  ['OPERATOR_PORT', ['hunter2', '99999']],
  ['PUBLIC_URL', ['hunter2', 'ftp://hunter2', '//hunter2', 'https://', 'https://a.example/?hunter2', 'https://a.b/#h']],
  ['DATABASE_SCHEMA', ['Hunter2', '2hunter', 'l2r; drop schema hunter2', 'x'.repeat(42)]],
  ['HUBSPOT_BASE_URL', ['hunter2', 'https://api.example/hunter2', 'https://api.example/?hunter2']],
  ['HUBSPOT_ACCESS_TOKEN', ['pat hunter2', 'pat-hunter2\n', 'pat-hünter2']],
  ['HUBSPOT_APP_ID', ['hunter2', '-5', '1.5']],
  ['L2R_ZONE', ['hunter2', 'Europe/Hunter2', '+99:00']],
  ['L2R_SWEEP', ['hunter2', 'DAILY', 'false']],
  ['LOG_LEVEL', ['hunter2', 'verbose']],
];

describe.each(BAD)('%s', (setting, values) => {
  test.each(values)('%j is refused with the setting’s name and without the value', (value) => {
    const message = refusal({ [setting]: value });
    expect(message).toMatch(new RegExp(`^Some settings cannot be used\\. ${setting}: [^\\n;]+\\.$`));
    expect(message.toLowerCase()).not.toContain('hunter2');
  });
});

test('all settings that cannot be used are named at once', () => {
  const bad = Object.fromEntries(BAD.map(([setting, [value]]) => [setting, value]));
  const message = refusal(bad);
  for (const [setting] of BAD) expect(message).toContain(`${setting}: `);
});

test('settings beside a bad one are not repeated either', () => {
  const secrets = { HUBSPOT_CLIENT_SECRET: 'hunter2', DATABASE_URL: 'postgres://u:hunter2@h/d', PORT: 'x' };
  expect(refusal(secrets)).not.toContain('hunter2');
});

describe('addresses', () => {
  test('lose the slash at their end', () => {
    const { http, hubspot } = readConfig({
      PUBLIC_URL: 'https://l2r.example.com/',
      HUBSPOT_BASE_URL: 'http://[::1]:1/',
    });
    expect([http.publicUrl, hubspot.baseUrl]).toEqual(['https://l2r.example.com', 'http://[::1]:1']);
  });

  test('that HubSpot calls may lead into a folder', () => {
    expect(readConfig({ PUBLIC_URL: 'https://a.example/l2r' }).http.publicUrl).toBe('https://a.example/l2r');
  });

  test.each([
    ['0.0.0.0', 'http://0.0.0.0:80'],
    ['localhost', 'http://localhost:80'],
    ['::1', 'http://[::1]:80'],
  ])('follow HOST where none is public: %s', (host, publicUrl) => {
    expect(readConfig({ HOST: host, PORT: '80' }).http).toEqual({ host, port: 80, publicUrl });
  });
});

test('lists are separated by commas; blanks around and empty parts do not count', () => {
  const { hubspot, breakdowns } = readConfig({ HUBSPOT_CLIENT_SECRET: ' new , old,', L2R_BREAKDOWNS: ',,' });
  expect([hubspot.clientSecrets, breakdowns]).toEqual([['new', 'old'], []]);
});
