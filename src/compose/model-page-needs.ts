import { uniqueSecret } from '../adapters/system/system.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { ModelPageNeeds } from '../http/routes/model-page.ts';
import { loadHealth } from '../store/health-store.ts';
import { loadLives } from '../store/life-store.ts';
import { addPrintLink, openPrintLink } from '../store/print-link-store.ts';
import { propertyLabels } from '../store/property-store.ts';
import { livesKept } from '../usecases/count-lives.ts';
import { makePrintLink, openPrint, type PrintLinks } from '../usecases/print-model.ts';
import { readModelPage } from '../usecases/read-model.ts';
import type { Core } from './core.ts';

/** The tab *Model & health* of one portal, wired to the store. */
export function modelPageNeeds(
  { database, store, clock }: Pick<Core, 'database' | 'store' | 'clock'>,
  portalId: PortalId,
): Pick<ModelPageNeeds, 'model' | 'makePrintLink' | 'openPrint'> {
  const links: PrintLinks = {
    add: (id, link, forgetBefore) => database.inPortal(id, (tx) => addPrintLink(tx, id, link, forgetBefore)),
    open: (id, hash, now) => database.inPortal(id, (tx) => openPrintLink(tx, id, hash, now)),
  };
  const lives = livesKept(portalId, {
    store,
    clock,
    rows: (id) => database.inPortal(id, (tx) => loadLives(tx, id)),
  });
  return {
    model: () =>
      readModelPage(portalId, {
        store,
        clock,
        propertyLabels: (id) => database.inPortal(id, (tx) => propertyLabels(tx, id)),
        health: (id, question) => database.inPortal(id, (tx) => loadHealth(tx, id, question)),
        lives,
      }),
    makePrintLink: (userId) => makePrintLink(portalId, userId, { clock, secret: uniqueSecret, links }),
    openPrint: (secret) => openPrint(portalId, secret, { clock, links }),
  };
}
