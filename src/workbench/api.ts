import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { bookMeeting } from '../sandbox/book-meeting.ts';
import { editAsPerson } from '../sandbox/edit-as-person.ts';
import { ApiError } from '../sandbox/errors.ts';
import { fillInForm } from '../sandbox/fill-in-form.ts';
import type { Portal } from '../sandbox/portal.ts';
import type { Person, Refusal, Setup } from './contract.ts';
import { crmRoutes } from './crm/crm-routes.ts';
import { parseBody } from './parse-body.ts';
import type { SigningProxy } from './proxy/signing-proxy.ts';
import { findByName } from './record/find-by-name.ts';
import { findRecord } from './record/find-record.ts';
import { recordView } from './record/record-view.ts';

export interface ApiNeeds {
  readonly portal: Portal;
  readonly setup: Setup;
  readonly proxy: SigningProxy;
}

const edit = z.object({ properties: z.record(z.string(), z.string()) });
const form = z.object({ form: z.string().min(1).max(200) });
const extensionFetch = z.object({
  url: z.string(),
  method: z.string().optional(),
  timeout: z.number().positive().optional(),
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).optional(),
});

/** What the page asks for. Everything that somebody does is done by the person of `?as=<userId>`. */
export function api({ portal, setup, proxy }: ApiNeeds): Router {
  const view = (request: Request<{ type: string; id: string }>) =>
    recordView(portal, findRecord(portal, request.params.type, request.params.id), setup.people, setup.app.name);
  return express
    .Router()
    .use(express.json({ limit: '2mb' }))
    .get('/setup', (_request, response) => void response.json(setup))
    .get('/search', (request, response) => void response.json(findByName(portal, textOf(request.query['q']))))
    .get('/records/:type/:id', (request, response) => void response.json(view(request)))
    .patch('/records/:type/:id', (request, response) => {
      const record = findRecord(portal, request.params.type, request.params.id);
      editAsPerson(portal, record, parseBody(edit, request.body).properties, personOf(request, setup).userId);
      response.json(view(request));
    })
    .post('/records/contacts/:id/form', (request, response) => {
      const contact = findRecord(portal, 'contacts', request.params.id);
      fillInForm(portal, contact, parseBody(form, request.body).form);
      response.json(recordView(portal, contact, setup.people, setup.app.name));
    })
    .post('/records/contacts/:id/meeting', (request, response) => {
      const contact = findRecord(portal, 'contacts', request.params.id);
      bookMeeting(portal, contact, personOf(request, setup).userId);
      response.json(recordView(portal, contact, setup.people, setup.app.name));
    })
    .post('/fetch', async (request, response) => {
      response.json(await proxy(parseBody(extensionFetch, request.body), personOf(request, setup)));
    })
    .use('/crm', crmRoutes(portal))
    .use((error: unknown, _request: Request, response: Response<Refusal>, next: NextFunction) => {
      if (error instanceof ApiError) response.status(error.status).json({ message: sentenceOf(error) });
      else next(error);
    });
}

/** @throws ApiError 400 when `?as=` names nobody */
function personOf(request: Request<never> | Request, { people }: Setup): Person {
  const asked = textOf(request.query['as']);
  const person = asked === '' ? people[0] : people.find(({ userId }) => String(userId) === asked);
  if (person === undefined) throw new ApiError(400, 'VALIDATION_ERROR', `There is no user ${asked} on this workbench.`);
  return person;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What was wrong with each property, without HubSpot's JSON around it. */
function sentenceOf({ details, message }: ApiError): string {
  return details.length === 0 ? message : details.map((detail) => detail.message).join(' ');
}
