import express, { type Express } from 'express';
import { listen, stopListening } from '../sandbox/listen.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { api } from './api.ts';
import type { Person, Setup, Variables } from './contract.ts';
import { pageFiles, pageHtml, type PageFiles } from './page-files.ts';
import { extensionScript } from './project/extension-script.ts';
import { readApp } from './project/read-app.ts';
import { readCards } from './project/read-cards.ts';
import { readPages } from './project/read-pages.ts';
import { signingProxy } from './proxy/signing-proxy.ts';

export interface WorkbenchOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Default 127.0.0.1: whoever reaches the workbench acts as any of its people. */
  readonly host?: string;
  readonly sandbox: Pick<Sandbox, 'portal'>;
  /** Where the backend listens. */
  readonly backendUrl: string;
  /** Where the backend believes it is called; requests are signed for this address. */
  readonly publicUrl: string;
  readonly clientSecret: string;
  readonly appId: number;
  /** The profile's variables: filled into the project's files and given to cards and pages. */
  readonly variables: Variables;
  /** Who one can be, at least one; the first unless the address says otherwise. */
  readonly people: readonly [Person, ...Person[]];
  /** The folder that HubSpot would upload (`srcDir`). */
  readonly projectFolder: string;
  /** Folder with scripts that HubSpot's own build made of cards and pages; otherwise the workbench builds them. */
  readonly cardScripts?: string;
  /** Whether refusals of the backend come back wrapped in HubSpot's envelope; default false. */
  readonly envelope?: boolean;
}

export interface Workbench extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts a web page that looks like HubSpot's records, app home page and settings, and runs the project's cards and pages against the
 * backend.
 *
 * @throws ProjectError when the project's files cannot be used, SandboxError when the port cannot be had
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { projectFolder, variables, sandbox, people, appId } = options;
  const { portal } = sandbox;
  const { portalId, timeZone, currency, now } = portal.setup;
  const [app, cards, pages, files] = await Promise.all([
    readApp(projectFolder, variables),
    readCards(projectFolder, variables),
    readPages(projectFolder, variables),
    pageFiles(),
  ]);
  const setup: Setup = {
    people,
    portal: { id: Number(portalId), timeZone, currency },
    app: { id: appId, name: app.name },
    variables,
    cards: cards.map(({ id, title, location, objectTypes }) => ({ id, title, location, objectTypes })),
    pages: pages.map(({ id, location }) => ({ id, location })),
  };
  const { permittedOrigins } = app;
  const proxy = signingProxy({ envelope: false, ...options, portalId, permittedOrigins, now });
  const server = workbenchApp(files, [...cards, ...pages], options.cardScripts);
  server.use('/api', api({ portal, setup, proxy }));
  server.get(
    /^\/((contacts|companies|deals)\/[^/]+|app|settings)?$/,
    (_request, response) => void response.send(pageHtml),
  );
  const listening = await listen(server, options.port, options.host ?? '127.0.0.1');
  return { url: listening.url, [Symbol.asyncDispose]: () => stopListening(listening.server) };
}

interface Extension {
  readonly id: string;
  readonly entryFile: string;
}

function workbenchApp(files: PageFiles, extensions: readonly Extension[], readyBuilt: string | undefined): Express {
  const app = express().disable('x-powered-by');
  app.get('/assets/:name', ({ params }, response, next) => {
    const text = files.get(params.name);
    if (text === undefined) next();
    else response.type(params.name).send(text);
  });
  app.get('/extensions/:id.js', async ({ params }, response, next) => {
    const extension = extensions.find(({ id }) => id === params.id);
    if (extension === undefined) next();
    else
      response
        .type('js')
        .set('cache-control', 'no-store')
        .send(await extensionScript(extension.entryFile, readyBuilt));
  });
  return app;
}
