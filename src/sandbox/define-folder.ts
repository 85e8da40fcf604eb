import { firstGroup } from './default-properties.ts';
import { dealType, standardTypes } from './object-types.ts';
import type { Portal } from './portal.ts';
import { propertyDefinition } from './property-definition.ts';
import type { FolderStage, PortalFolder } from './seed/portal-folder.ts';

/**
 * Prepares a portal for a portal folder's records: custom properties as text, its pipelines, its owners, and every
 * enumeration value it uses as an option.
 */
export function defineFolder(portal: Portal, folder: PortalFolder): void {
  for (const { id, email, firstName, lastName, team, archived } of folder.owners) {
    portal.owners.put({ id, email, firstName, lastName, team, archived });
  }
  for (const { type, name } of folder.customProperties) defineText(portal, standardTypes[type], name);
  definePipelines(portal, folder.stages);
  for (const { type, properties } of folder.records) {
    for (const [name, value] of Object.entries(properties)) allowValue(portal, standardTypes[type], name, value);
  }
  for (const { type, property, value } of folder.history) allowValue(portal, standardTypes[type], property, value);
}

function defineText(portal: Portal, typeId: string, name: string): void {
  if (portal.properties.find(typeId, name) !== undefined) return;
  portal.properties.put(typeId, propertyDefinition({ name, label: name, groupName: firstGroup(typeId) }));
}

function allowValue(portal: Portal, typeId: string, name: string, value: string): void {
  defineText(portal, typeId, name);
  const definition = portal.properties.find(typeId, name);
  if (value === '' || definition?.type !== 'enumeration') return;
  const values = definition.fieldType === 'checkbox' ? value.split(';') : [value];
  for (const one of values) portal.properties.addOption(typeId, name, one);
}

/** Stages of deals make pipelines; those of contacts and companies are lifecycle stages. */
function definePipelines(portal: Portal, stages: readonly FolderStage[]): void {
  const byPipeline = Map.groupBy(
    stages.filter((stage) => stage.objectType === 'deal'),
    (stage) => stage.pipeline,
  );
  let displayOrder = 0;
  for (const [id, rows] of byPipeline) {
    const label = portal.pipelines.get(dealType, id)?.label ?? id;
    portal.pipelines.put(dealType, { id, label, displayOrder, stages: rows.map(stageOf).sort(byOrder) });
    displayOrder += 1;
  }
  for (const { objectType, stage } of [...stages].sort(byOrder)) {
    if (objectType !== 'deal') portal.properties.addOption(standardTypes[objectType], 'lifecyclestage', stage);
  }
}

const stageOf = ({ stage, label, displayOrder, probability, isClosed }: FolderStage) => ({
  id: stage,
  label: label === '' ? stage : label,
  displayOrder,
  probability: probability === '' ? '0.0' : probability,
  isClosed,
});

const byOrder = (left: { displayOrder: number }, right: { displayOrder: number }): number =>
  left.displayOrder - right.displayOrder;
