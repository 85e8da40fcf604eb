import { Router } from 'express';
import { expect } from 'vitest';
import { createApiKeyWork } from '../../src/compose/api-key-work.ts';
import { createInputRoutes } from '../../src/compose/input-routes.ts';
import type { ReceiptAnswer, ReportAnswer } from '../../src/http/contract/v1.ts';
import { startHttp } from '../../src/http/server.ts';
import { API_SCOPES, type ApiScope } from '../../src/usecases/api-keys.ts';
import { CLIENT_SECRET, type World } from './live-portal.ts';

/** The routes for what comes from outside HubSpot, on a port of their own, and a key for them. */
export async function inputServer({ backend }: Pick<World, 'backend'>, scopes: readonly ApiScope[] = API_SCOPES) {
  const { core, portalId } = backend;
  const keys = createApiKeyWork(core, portalId);
  const { key, keyId } = await keys.create({ name: 'test', scopes, createdBy: 'Ada' });
  const queue = { ask: () => Promise.resolve(), [Symbol.asyncDispose]: () => Promise.resolve() };
  const router = Router();
  const server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    routes: [router],
    report: (fault) => expect(fault).toBeUndefined(),
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const hubspot = { ...core.config.hubspot, clientSecrets: [CLIENT_SECRET] };
  const config = { ...core.config, hubspot, http: { ...core.config.http, publicUrl: origin } };
  for (const route of createInputRoutes({ ...core, config }, portalId, queue)) router.use(route);
  const bearer = (own: string) => ({ authorization: `Bearer ${own}` });
  const post = (path: string, body: unknown, headers: Record<string, string> = bearer(key)) =>
    fetch(origin + path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  return {
    origin,
    key,
    keyId,
    keys,
    bearer,
    post,
    /** Rows that are meant to be taken, at least some of them. */
    async send(path: string, body: unknown, headers: Record<string, string> = {}): Promise<ReceiptAnswer> {
      const answer = await post(path, body, { ...bearer(key), ...headers });
      expect(answer.status, await answer.clone().text()).toBe(202);
      return (await answer.json()) as ReceiptAnswer;
    },
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(origin + path, { headers: { ...bearer(key), ...headers } }),
    async report(path: string): Promise<ReportAnswer> {
      const answer = await this.get(path);
      expect(answer.status).toBe(200);
      return (await answer.json()) as ReportAnswer;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
