import { type Response, Router } from 'express';
import { type ModelAnswer, type PrintAnswer, printModelSchema } from '../contract/model.ts';
import { printPage, printRefusal } from '../print-page/print-page.ts';
import { PRINT_POLICY } from '../print-page/print-style.ts';
import { bodyOf, ownPortal, sendView, userOf, type View } from '../signed-extension.ts';
import { readRaw, type VerifyNeeds, verifySigned } from '../verify-signed.ts';

export interface ModelPageNeeds extends VerifyNeeds {
  readonly isConnected: (portalId: string) => boolean;
  readonly model: () => Promise<View<ModelAnswer>>;
  readonly makePrintLink: (userId: string) => Promise<{ readonly secret: string; readonly expiresAt: number }>;
  readonly openPrint: (secret: string) => Promise<'open' | 'used' | 'late' | 'unknown'>;
}

const BASE = '/extension/v1/model';
const LIMIT_BYTES = 4 * 1024;

/** What the tab *Model & health* asks for, and its page for printing, which opens once by a link (design §10). */
export function modelPageRoutes(needs: ModelPageNeeds): Router {
  const router = Router();
  router.use(BASE, readRaw(LIMIT_BYTES), verifySigned(needs), ownPortal(needs.isConnected));
  router.get(BASE, async (_request, response) => sendView(response, await needs.model(), needs.clock));
  router.post(`${BASE}/print`, async (request, response) => {
    if (!bodyOf(request, response, printModelSchema)) return;
    const { secret, expiresAt } = await needs.makePrintLink(userOf(request));
    const view: View<PrintAnswer> = { url: `${needs.publicUrl}/print/${secret}`, expiresAt };
    sendView(response, view, needs.clock);
  });
  // Whoever only asks whether the page is there, as programs that preview links do, does not use it up.
  router.head('/print/:secret', (_request, response) => void response.set('Cache-Control', 'no-store').end());
  router.get('/print/:secret', async (request, response) => {
    const state = await needs.openPrint(request.params.secret);
    if (state === 'open') return sendPage(response, 200, printPage(await needs.model(), needs.clock()));
    const { status, title } = REFUSALS[state];
    sendPage(
      response,
      status,
      printRefusal(title, 'Ask for another one: press “Print or save” on the app’s home page in HubSpot.'),
    );
  });
  return router;
}

const REFUSALS = {
  used: { status: 410, title: 'This link was opened before, and opens only once' },
  late: { status: 410, title: 'This link opens within five minutes only, and they are over' },
  unknown: { status: 404, title: 'This link is not known, or is older than a day' },
} as const;

const sendPage = (response: Response, status: number, page: string): void =>
  void response
    .status(status)
    .set({ 'Content-Security-Policy': PRINT_POLICY, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
    .type('html')
    .send(page);
