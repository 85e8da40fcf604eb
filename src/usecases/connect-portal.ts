import type { DefinitionSet } from '../domain/definitions/definition-set.ts';
import { isZone } from '../domain/values/calendar.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { PortalDetails, PortalGateway } from './ports.ts';

export interface ConnectNeeds {
  readonly gateway: PortalGateway;
  readonly saveConnection: (connection: PortalConnection) => Promise<void>;
  readonly warn: (message: string) => void;
}

export interface PortalConnection extends PortalDetails {
  readonly definitions: DefinitionSet;
  readonly stages: Awaited<ReturnType<PortalGateway['dealStages']>>;
  readonly dimensions: readonly string[];
}

/** Takes a portal in, or refreshes its zone, currency and deal pipelines. The portal is the one the token belongs to, never one that is named. */
export async function connectPortal(
  choice: { definitions: DefinitionSet; dimensions: readonly string[]; zone?: string | undefined },
  needs: ConnectNeeds,
): Promise<PortalId> {
  const details = await needs.gateway.details();
  const timeZone = choice.zone ?? details.timeZone;
  if (!isZone(timeZone))
    needs.warn(
      `Portal ${details.portalId} has the unknown time zone "${timeZone}"; its days and months are counted in UTC.`,
    );
  const stages = await needs.gateway.dealStages();
  const { definitions, dimensions } = choice;
  await needs.saveConnection({
    ...details,
    timeZone: isZone(timeZone) ? timeZone : 'UTC',
    definitions,
    stages,
    dimensions,
  });
  return details.portalId;
}
