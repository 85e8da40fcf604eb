import type { CrmType, FolderOwner, FolderStage, KnownProperties, KnownProperty } from './portal-folder.ts';
import { checkValue, type CheckedValue } from './property-value.ts';
import { dealStages } from './read-stages.ts';

/** What a property's value may be in one folder: HubSpot's types and options, the folder's own owners and stages. */
export interface ValueRules {
  /** @returns the definition, or `undefined` for a property HubSpot does not define */
  property(type: CrmType, name: string): KnownProperty | undefined;
  /** A record's current value; `pipeline` is the deal's, or empty. */
  current(type: CrmType, name: string, value: string, pipeline: string): CheckedValue;
  /** A value of the past: the owner may have left since, the deal may have changed its pipeline. */
  past(type: CrmType, name: string, value: string): CheckedValue;
}

/** @param owners `undefined` when the folder has no `owners.csv`, so that owner ids cannot be checked */
export function valueRules(
  known: KnownProperties,
  owners: readonly FolderOwner[] | undefined,
  stages: readonly FolderStage[],
): ValueRules {
  const properties = {
    contact: byName(known.contact),
    company: byName(known.company),
    deal: byName(known.deal),
  };
  const ownerIds = owners && new Set(owners.map(({ id }) => id));
  const pipelines = dealStages(stages);
  const everyStage = new Set([...pipelines.values()].flatMap((ids) => [...ids]));
  const property = (type: CrmType, name: string) => properties[type].get(name);
  const checkStage = (type: CrmType, name: string, value: string, allowed: ReadonlySet<string> | undefined) => {
    if (type === 'deal' && name === 'pipeline') return checkPipeline(value, pipelines);
    if (type === 'deal' && name === 'dealstage') return checkDealStage(value, allowed);
    return checkValue(property(type, name), value);
  };
  return {
    property,
    current(type, name, value, pipeline) {
      if (name === 'hubspot_owner_id') return checkOwner(value, ownerIds);
      return checkStage(type, name, value, pipelines.get(pipeline === '' ? 'default' : pipeline));
    },
    past(type, name, value) {
      return name === 'hubspot_owner_id' ? { value } : checkStage(type, name, value, everyStage);
    },
  };
}

function byName(properties: readonly KnownProperty[]): ReadonlyMap<string, KnownProperty> {
  return new Map(properties.map((property) => [property.name, property]));
}

function checkOwner(value: string, ownerIds: ReadonlySet<string> | undefined): CheckedValue {
  const unknown = ownerIds !== undefined && !ownerIds.has(value);
  return unknown ? { value: undefined, reason: `owner ${value} is not in owners.csv` } : { value };
}

function checkPipeline(value: string, pipelines: ReadonlyMap<string, unknown>): CheckedValue {
  return pipelines.has(value) ? { value } : { value, remark: `there is no deal pipeline "${value}"` };
}

/** The stages of a pipeline that does not exist cannot be checked; the pipeline itself is remarked on. */
function checkDealStage(value: string, allowed: ReadonlySet<string> | undefined): CheckedValue {
  if (allowed === undefined || allowed.has(value)) return { value };
  return { value, remark: `the deal's pipeline has no stage "${value}"` };
}
