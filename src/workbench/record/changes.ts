import type { Portal } from '../../sandbox/portal.ts';
import type { CrmRecord, PropertyVersion } from '../../sandbox/record-table.ts';
import type { Change, Person } from '../contract.ts';
import { shownValue } from './shown-value.ts';

const NEWEST = 40;

/** What changed on a record last, newest first. */
export function newestChanges(portal: Portal, record: CrmRecord, people: readonly Person[], appName: string): Change[] {
  const versions = [...record.versions].flatMap(([name, all]) =>
    all.slice(0, NEWEST).map((version) => ({ name, version })),
  );
  const newest = versions.sort((left, right) => right.version.at - left.version.at).slice(0, NEWEST);
  return newest.map(({ name, version }) => {
    const definition = portal.properties.find(record.typeId, name);
    return {
      at: version.at,
      label: definition?.label ?? name,
      value: definition ? shownValue(portal, record.typeId, definition, version.value) : version.value,
      by: authorOf(version, people, appName),
    };
  });
}

function authorOf({ sourceType, sourceId }: PropertyVersion, people: readonly Person[], appName: string): string {
  if (sourceType === 'INTEGRATION') return appName;
  const userId = /^userId:(\d+)$/.exec(sourceId)?.[1];
  const person = people.find((one) => String(one.userId) === userId);
  if (person !== undefined) return person.name;
  const source = sourceType.toLowerCase().replaceAll('_', ' ');
  return source === 'crm ui' ? 'a colleague' : source;
}
