import { joinKey, keepOne } from './keep-one.ts';
import type { LoadLedger } from './load-ledger.ts';
import { byId, byText, inOrderOf } from './order.ts';
import type { CrmType, FolderAssociation } from './portal-folder.ts';
import { isCrmType } from './read-stages.ts';
import type { Row, Table, TableShape } from './read-table.ts';

export const ASSOCIATIONS: TableShape = {
  file: 'associations.csv',
  required: ['from_type', 'from_id', 'to_type', 'to_id'],
  optional: ['label'],
};

export type IsRecord = (type: CrmType, id: string) => boolean;

export function readAssociations(table: Table, isRecord: IsRecord, ledger: LoadLedger): FolderAssociation[] {
  const read = table.rows.flatMap((row) => {
    const from = endOf(table, row, 'from', isRecord);
    const to = endOf(table, row, 'to', isRecord);
    const refused = 'reason' in from ? from : 'reason' in to ? to : undefined;
    if (refused) ledger.reject(table, row, refused.column, refused.reason, subjectOf(table, row));
    if ('reason' in from || 'reason' in to) return [];
    const label = table.cell(row, 'label');
    return [{ row, association: { fromType: from.type, fromId: from.id, toType: to.type, toId: to.id, label } }];
  });
  return keepOne(
    read,
    ({ association: { fromType, fromId, toType, toId, label } }) => joinKey(fromType, fromId, toType, toId, label),
    ({ row }) =>
      ledger.reject(table, row, '', 'duplicate association: another row says the same', subjectOf(table, row)),
  )
    .map(({ association }) => association)
    .sort(inAssociationOrder);
}

const inAssociationOrder = inOrderOf<FolderAssociation>(
  byText(({ fromType }) => fromType),
  byId(({ fromId }) => fromId),
  byText(({ toType }) => toType),
  byId(({ toId }) => toId),
  byText(({ label }) => label),
);

type End = { type: CrmType; id: string } | { column: string; reason: string };

function endOf(table: Table, row: Row, side: 'from' | 'to', isRecord: IsRecord): End {
  const type = table.cell(row, `${side}_type`);
  const id = table.cell(row, `${side}_id`);
  if (!isCrmType(type)) return { column: `${side}_type`, reason: `"${type}" is neither contact, company nor deal` };
  if (isRecord(type, id)) return { type, id };
  return { column: `${side}_id`, reason: id === '' ? 'the record has no id' : `there is no ${type} ${id}` };
}

/** The other end takes the property's place, so that two rows from one record are told apart. */
function subjectOf(table: Table, row: Row) {
  const cell = (column: string) => table.cell(row, column);
  return {
    type: cell('from_type'),
    id: cell('from_id'),
    property: joinKey(cell('to_type'), cell('to_id'), cell('label')),
  };
}
