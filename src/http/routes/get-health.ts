import { Router } from 'express';

/** `/healthz`: the process answers. `/readyz`: it can also reach its database, and no work has waited for more than five minutes. */
export function getHealth(readiness: () => Promise<{ ready: boolean; reason?: string }>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  router.get('/readyz', async (_request, response) => {
    const { ready, reason } = await readiness();
    response.status(ready ? 200 : 503).json({ ready, ...(reason === undefined ? {} : { reason }) });
  });
  return router;
}
