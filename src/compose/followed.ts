import type { RecordType } from '../domain/journey/fact.ts';
import { followedProperties } from '../usecases/observe-record.ts';
import type { PortalSettings } from '../usecases/ports.ts';

/** The properties that belong into the history, by record type. */
export function followedOf(settings: PortalSettings): Record<RecordType, ReadonlySet<string>> {
  const followed = (type: RecordType) => new Set(followedProperties(type, settings));
  return { contact: followed('contact'), company: followed('company'), deal: followed('deal') };
}
