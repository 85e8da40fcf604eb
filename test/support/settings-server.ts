import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import { createSettingsRoutes } from '../../src/compose/settings-routes.ts';
import type { SettingsAnswer } from '../../src/http/contract/settings.ts';
import { startHttp } from '../../src/http/server.ts';
import type { Queue } from '../../src/jobs/worker.ts';
import { saveRole } from '../../src/store/owner-store.ts';
import type { Role } from '../../src/usecases/ports.ts';
import { AE, OTHER_SDR, SDR, type World } from './live-portal.ts';

const SECRET = 'the app’s secret';
const PUBLIC_URL = 'https://l2r.example.com';
const IDLE: Pick<Queue, 'ask'> = { ask: () => Promise.resolve() };

/** Who works in the portal: an admin, somebody of operations, a member. */
export const ADMIN = SDR.userId;
export const OPS = OTHER_SDR.userId;
export const MEMBER = AE.userId;

/** The routes of the settings page on a port of their own, and HubSpot's proxy in front of them. */
export async function settingsServer(
  here: World,
  { needsSecondApprover = false, queue = IDLE }: { needsSecondApprover?: boolean; queue?: Pick<Queue, 'ask'> } = {},
) {
  const { core, portalId } = here.backend;
  const roles: [string, Role][] = [
    [ADMIN, 'admin'],
    [OPS, 'ops'],
  ];
  for (const [userId, role] of roles)
    await core.database.inPortal(portalId, (tx) => saveRole(tx, portalId, userId, role));
  const config = {
    ...core.config,
    needsSecondApprover,
    http: { ...core.config.http, publicUrl: PUBLIC_URL },
    hubspot: { ...core.config.hubspot, clientSecrets: [SECRET] },
  };
  const server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    routes: [createSettingsRoutes({ ...core, config }, portalId, queue)],
    report: (fault) => expect(fault).toBeUndefined(),
  });
  let keys = 0;

  function send(method: string, path: string, body: string, userId: string, secret = SECRET): Promise<Response> {
    const search = `${path.includes('?') ? '&' : '?'}portalId=${portalId}&userId=${userId}`;
    const url = `/extension/v1/settings${path}${search}`;
    const at = String(here.time.now);
    const signature = createHmac('sha256', secret)
      .update(method + PUBLIC_URL + url + body + at)
      .digest('base64');
    return fetch(`http://127.0.0.1:${server.port}${url}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-hubspot-request-timestamp': at,
        'x-hubspot-signature-v3': signature,
      },
      ...(method === 'GET' ? {} : { body }),
    });
  }

  const get = (path = '', userId = ADMIN) => send('GET', path, '', userId);
  /** A click with a key of its own unless the body brings one. */
  const post = (path: string, body: object, userId = ADMIN) =>
    send('POST', path, JSON.stringify({ key: `click-number-${(keys += 1)}`, ...body }), userId);
  return {
    send,
    get,
    post,
    settings: async (userId = ADMIN) => (await (await get('', userId)).json()) as SettingsAnswer,
    /** The settings after something that was done. */
    done: async (path: string, body: object, userId = ADMIN) => {
      const response = await post(path, body, userId);
      const answer = (await response.json()) as SettingsAnswer;
      expect(answer).not.toHaveProperty('detail');
      return answer;
    },
    /** Why it was not done. */
    refusal: async (path: string, body: object, userId = ADMIN) => {
      const response = await post(path, body, userId);
      const { detail } = (await response.json()) as { detail?: string };
      return { status: response.status, detail };
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
