import type { IRouter, Request, Response } from 'express';
import type { Answer, Route } from './api/route.ts';

/** Adds the routes to an Express app or router; JSON in, JSON out, an empty body for answers that have none. */
export function mountRoutes(app: IRouter, routes: readonly Route[]): void {
  for (const { method, path, handle } of routes) {
    app[method](path, (request: Request, response: Response) => {
      const params = Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]));
      const answer = handle({ params, query: request.query, body: request.body as unknown });
      if (response.locals['fault'] === 'cutAfter') request.socket.destroy();
      else send(response, answer);
    });
  }
}

function send(response: Response, { status, body }: Answer): void {
  response.status(status);
  if (body === undefined) response.end();
  else response.type('application/json;charset=utf-8').send(JSON.stringify(body));
}
