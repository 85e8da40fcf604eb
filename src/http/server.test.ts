import { expect, it } from 'vitest';
import { startHttp } from './server.ts';

const on = (host: string, port: number, portSetting?: string) =>
  startHttp({ host, port, ...(portSetting === undefined ? {} : { portSetting }), routes: [], report: () => undefined });

it('an occupied port is told with the setting to change', async () => {
  await using server = await on('127.0.0.1', 0);
  const occupied = on('127.0.0.1', server.port, 'OPERATOR_PORT');
  await expect(occupied).rejects.toMatchObject({
    exitCode: 2,
    message: `Cannot listen on 127.0.0.1:${server.port}: another program is listening there. Stop it, or set OPERATOR_PORT to a free port.`,
  });
});

it('an address that is not of this machine is told with the setting to change', async () => {
  await expect(on('192.0.2.1', 0)).rejects.toThrow(
    'Cannot listen on 192.0.2.1:0: EADDRNOTAVAIL. Set HOST to an address of this machine.',
  );
});

it('what is not there is a problem that names what was asked, not what is inside', async () => {
  await using server = await on('127.0.0.1', 0);
  const answer = await fetch(`http://127.0.0.1:${server.port}/nothing?here`);
  expect(answer.headers.get('x-powered-by')).toBeNull();
  expect(await answer.json()).toEqual({
    type: 'about:blank',
    title: 'Not found',
    status: 404,
    detail: 'There is nothing at GET /nothing.',
  });
});
