import { defaultDealPipeline } from '../default-pipelines.ts';
import { joinKey, keepOne } from './keep-one.ts';
import type { LoadLedger } from './load-ledger.ts';
import { byNumber, byText, inOrderOf } from './order.ts';
import { CRM_TYPES, type CrmType, type FolderStage } from './portal-folder.ts';
import type { Row, Table, TableShape } from './read-table.ts';

export const PIPELINES: TableShape = {
  file: 'pipelines.csv',
  required: ['object_type', 'pipeline', 'stage', 'label', 'display_order', 'probability', 'is_closed'],
  optional: [],
};

/** Rows with a wrong order, probability or closed mark are rejected: a stage half known would put its deals into the wrong place. */
export function readStages(table: Table, ledger: LoadLedger): FolderStage[] {
  const stages = table.rows.flatMap((row) => {
    const read = stageOf(table, row);
    if ('reason' in read) ledger.reject(table, row, read.column, read.reason);
    return 'reason' in read ? [] : [{ row, stage: read }];
  });
  const kept = keepOne(
    stages,
    ({ stage }) => joinKey(stage.objectType, stage.pipeline, stage.stage),
    ({ row, stage }) =>
      ledger.reject(
        table,
        row,
        'stage',
        `duplicate stage ${stage.stage} of pipeline ${stage.pipeline}: another row with it is kept`,
      ),
  );
  return kept.map(({ stage }) => stage).sort(inPipelineOrder);
}

const inPipelineOrder = inOrderOf<FolderStage>(
  byText(({ objectType }) => objectType),
  byText(({ pipeline }) => pipeline),
  byNumber(({ displayOrder }) => displayOrder),
  byText(({ stage }) => stage),
);

type Refusal = { column: string; reason: string };

function stageOf(table: Table, row: Row): FolderStage | Refusal {
  const [objectType, pipeline, stage, label, order, probability, closed] = PIPELINES.required.map((column) =>
    table.cell(row, column),
  ) as [string, string, string, string, string, string, string];
  const refuse = (column: string, reason: string): Refusal => ({ column, reason });
  if (!isCrmType(objectType)) return refuse('object_type', `"${objectType}" is neither contact, company nor deal`);
  if (pipeline === '') return refuse('pipeline', 'the pipeline has no id');
  if (stage === '') return refuse('stage', 'the stage has no id');
  if (!/^-?\d{1,9}$/.test(order)) return refuse('display_order', `"${order}" is no whole number`);
  if (!isProbability(probability, objectType))
    return refuse('probability', `"${probability}" is no probability (0 to 1)`);
  if (!/^(true|false)$/i.test(closed)) return refuse('is_closed', `"${closed}" is neither true nor false`);
  return {
    objectType,
    pipeline,
    stage,
    label: label === '' ? stage : label,
    displayOrder: Number(order),
    probability,
    isClosed: closed.toLowerCase() === 'true',
  };
}

/** Only deals need one. */
function isProbability(text: string, type: CrmType): boolean {
  return text === '' ? type !== 'deal' : /^\d*\.?\d+$/.test(text) && Number(text) <= 1;
}

export function isCrmType(text: string): text is CrmType {
  return CRM_TYPES.some((type) => type === text);
}

/** Stage ids by deal pipeline: those of the folder, and HubSpot's default pipeline unless the folder defines `default` itself. */
export function dealStages(stages: readonly FolderStage[]): ReadonlyMap<string, ReadonlySet<string>> {
  const own = Map.groupBy(
    stages.filter(({ objectType }) => objectType === 'deal'),
    ({ pipeline }) => pipeline,
  );
  const ids = [...own].map(([pipeline, list]) => [pipeline, new Set(list.map(({ stage }) => stage))] as const);
  return new Map([[defaultDealPipeline.id, new Set(defaultDealPipeline.stages.map(({ id }) => id))] as const, ...ids]);
}
