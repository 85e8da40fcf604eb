import { standardTypes } from '../../sandbox/object-types.ts';
import type { Portal } from '../../sandbox/portal.ts';
import type { CrmRecord } from '../../sandbox/record-table.ts';
import type { FoundRecords, RecordLink } from '../contract.ts';
import { recordLink } from './record-link.ts';

const MOST = 25;

/** Records whose name, address or stage contains the text; without a text those that changed last. */
export function findByName(portal: Portal, text: string): FoundRecords {
  return {
    contacts: newest(portal, standardTypes.contact, text),
    companies: newest(portal, standardTypes.company, text),
    deals: newest(portal, standardTypes.deal, text),
  };
}

function newest(portal: Portal, typeId: string, text: string): RecordLink[] {
  const wanted = text.trim().toLowerCase();
  const all: CrmRecord[] = portal.table(typeId).page({ limit: Number.POSITIVE_INFINITY, archived: false }).records;
  const found: RecordLink[] = [];
  for (const record of all.sort((left, right) => right.updatedAt - left.updatedAt)) {
    const link = recordLink(portal, record);
    if (`${link.title} ${link.subtitle}`.toLowerCase().includes(wanted)) found.push(link);
    if (found.length === MOST) break;
  }
  return found;
}
