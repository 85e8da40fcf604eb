import { defineFolder } from './define-folder.ts';
import { folderSteps } from './folder-steps.ts';
import type { Portal } from './portal.ts';
import type { PortalFolder } from './seed/portal-folder.ts';

/**
 * Fills a portal with a portal folder: properties, pipelines, owners, records, history and links as they are, without
 * webhooks.
 *
 * Records keep their ids. A value without history stays without, as one that is older than HubSpot's memory; a record's
 * value stays what its file says even where the newest history entry disagrees.
 */
export function loadFolder(portal: Portal, folder: PortalFolder): void {
  defineFolder(portal, folder);
  portal.changes.capture(() => {
    for (const step of folderSteps(folder)) step.apply(portal);
  });
}
