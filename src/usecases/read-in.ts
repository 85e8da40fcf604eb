import { RECORD_TYPES, type RecordKey } from '../domain/journey/fact.ts';
import { observeLinks, type LinkNeeds } from './observe-links.ts';
import { observationsOf, readProperties } from './observe-record.ts';
import type { CompanyChange, CrmRecord, Lane, Observation, PortalSettings } from './ports.ts';

/**
 * Reads records with their whole history and with whom they belong together, so that nothing is missed that happened before.
 *
 * @param changes links between contacts and companies that came or went, whose contacts are asked about too
 */
export async function readIn(
  settings: PortalSettings,
  keys: readonly RecordKey[],
  changes: readonly CompanyChange[],
  lane: Lane,
  needs: LinkNeeds,
): Promise<Observation[]> {
  const records: CrmRecord[] = [];
  for (const type of RECORD_TYPES) {
    const ids = keys.filter((key) => key.type === type).map((key) => key.id);
    const properties = readProperties(type, settings);
    if (ids.length > 0) records.push(...(await needs.gateway.readRecords({ type, ids, properties }, lane)));
  }
  return [
    ...observationsOf(records, settings, needs.clock()),
    ...(await observeLinks(settings, records, changes, lane, needs)),
  ];
}
