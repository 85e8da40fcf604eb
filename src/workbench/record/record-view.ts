import { standardTypes } from '../../sandbox/object-types.ts';
import type { Portal } from '../../sandbox/portal.ts';
import type { CrmRecord } from '../../sandbox/record-table.ts';
import type { Person, RecordView } from '../contract.ts';
import { newestChanges } from './changes.ts';
import { notesOf, tasksOf } from './engagements.ts';
import { propertyGroups } from './properties-view.ts';
import { recordLink } from './record-link.ts';

/** Everything a record's page shows, except its cards. */
export function recordView(portal: Portal, record: CrmRecord, people: readonly Person[], appName: string): RecordView {
  return {
    ...recordLink(portal, record),
    typeId: record.typeId,
    groups: propertyGroups(portal, record),
    associated: associatedRecords(portal, record),
    changes: newestChanges(portal, record, people, appName),
    tasks: tasksOf(portal, record),
    notes: notesOf(portal, record),
  };
}

const LABELS = { contact: 'Contacts', company: 'Companies', deal: 'Deals' } as const;

function associatedRecords(portal: Portal, record: CrmRecord): RecordView['associated'] {
  return (['contact', 'company', 'deal'] as const)
    .filter((type) => standardTypes[type] !== record.typeId)
    .map((type) => {
      const table = portal.table(standardTypes[type]);
      const linked = portal.linked(record, standardTypes[type]).flatMap((id) => table.get(id) ?? []);
      return { label: LABELS[type], records: linked.map((other) => recordLink(portal, other)) };
    });
}
