import { noteType, taskType } from '../../sandbox/object-types.ts';
import type { Portal } from '../../sandbox/portal.ts';
import type { CrmRecord } from '../../sandbox/record-table.ts';
import type { Note, Task } from '../contract.ts';

/** Tasks of a record, open ones first, the most urgent at the top. */
export function tasksOf(portal: Portal, record: CrmRecord): Task[] {
  const tasks = linkedRecords(portal, record, taskType).map((task) => taskView(portal, task));
  const due = ({ dueAt }: Task): number => dueAt ?? Number.POSITIVE_INFINITY;
  return tasks.sort((left, right) => Number(left.done) - Number(right.done) || due(left) - due(right));
}

/** Notes of a record, newest first. */
export function notesOf(portal: Portal, record: CrmRecord): Note[] {
  const notes = linkedRecords(portal, record, noteType).map((note) => ({
    id: note.id,
    at: instant(note) ?? note.createdAt,
    body: note.values.get('hs_note_body') ?? '',
  }));
  return notes.sort((left, right) => right.at - left.at);
}

function taskView(portal: Portal, task: CrmRecord): Task {
  const owner = portal.owners.get(task.values.get('hubspot_owner_id') ?? '');
  return {
    id: task.id,
    title: task.values.get('hs_task_subject') ?? 'Task',
    body: task.values.get('hs_task_body') ?? '',
    priority: (task.values.get('hs_task_priority') ?? 'NONE').toLowerCase(),
    done: task.values.get('hs_task_status') === 'COMPLETED',
    dueAt: instant(task) ?? null,
    owner: owner === undefined ? '' : `${owner.firstName} ${owner.lastName}`.trim(),
  };
}

function instant({ values }: CrmRecord): number | undefined {
  const text = values.get('hs_timestamp');
  return text === undefined ? undefined : Date.parse(text);
}

function linkedRecords(portal: Portal, record: CrmRecord, typeId: string): CrmRecord[] {
  return portal.linked(record, typeId).flatMap((id) => portal.table(typeId).get(id) ?? []);
}
