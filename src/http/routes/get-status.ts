import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import type { StatusReport } from '../contract/status.ts';

const FILES = { '/': 'index.html', '/status.js': 'status.js', '/status.css': 'status.css' } as const;

/** The status page and the figures it shows. Counts only: nothing on it names a person. */
export function getStatus(report: () => Promise<StatusReport>): Router {
  const router = Router();
  for (const [path, file] of Object.entries(FILES)) {
    router.get(path, (_request, response) => {
      response.sendFile(fileURLToPath(new URL(`../status-page/${file}`, import.meta.url)));
    });
  }
  router.get('/status.json', async (_request, response) => {
    response.json(await report());
  });
  return router;
}
