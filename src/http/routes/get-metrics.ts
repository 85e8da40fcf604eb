import { Router } from 'express';
import type { Registry } from 'prom-client';

/** Counters for Prometheus; served on its own loopback port, never beside the public routes. */
export function getMetrics(registry: Registry): Router {
  const router = Router();
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}
