import { noteType, taskType } from '../object-types.ts';
import type { PropertyDefinition } from '../property-definition.ts';
import { calculated, choice, dateTimes, longTexts, texts } from './builders.ts';
import * as shared from './shared-properties.ts';

const engagement = 'engagement';
const task = 'task';
const note = 'note';

/** What every activity has: its moment (of a task, the due date), its owner, its files and its stamps. */
const activityProperties: readonly PropertyDefinition[] = [
  ...dateTimes(engagement, ['hs_timestamp', 'Activity date']),
  ...texts(engagement, ['hs_attachment_ids', 'Attached file IDs']),
  ...shared.recordProperties(engagement),
  ...shared.stamps(engagement, 'hs_createdate', 'hs_lastmodifieddate'),
];

/**
 * HubSpot's own task properties. A reminder is one moment in UTC milliseconds, or several with `;` between.
 *
 * @source HubSpot docs: Tasks API
 */
export const taskProperties: readonly PropertyDefinition[] = [
  ...activityProperties,
  ...texts(task, ['hs_task_subject', 'Task Title'], ['hs_task_reminders', 'Reminders']),
  ...longTexts(task, ['hs_task_body', 'Task Notes']),
  ...choice(
    task,
    ['hs_task_status', 'Task Status'],
    [
      'NOT_STARTED=Not started',
      'IN_PROGRESS=In progress',
      'WAITING=Waiting',
      'COMPLETED=Completed',
      'DEFERRED=Deferred',
    ],
  ),
  ...choice(task, ['hs_task_priority', 'Priority'], ['NONE=None', 'LOW=Low', 'MEDIUM=Medium', 'HIGH=High']),
  ...choice(
    task,
    ['hs_task_type', 'Task Type'],
    [
      'TODO=To-do',
      'CALL=Call',
      'EMAIL=Email',
      'LINKED_IN_MESSAGE=LinkedIn message',
      'LINKED_IN_CONNECT=LinkedIn connect',
    ],
  ),
  ...calculated(dateTimes(task, ['hs_task_completion_date', 'Completed at'])),
];

/**
 * HubSpot's own note properties.
 *
 * @source HubSpot docs: Notes API
 */
export const noteProperties: readonly PropertyDefinition[] = [
  ...activityProperties,
  ...longTexts(note, ['hs_note_body', 'Note body']),
];

/** What a task says when it is made without saying it. */
export const newTaskValues: Readonly<Record<string, string>> = {
  hs_task_status: 'NOT_STARTED',
  hs_task_priority: 'NONE',
  hs_task_type: 'TODO',
};

export const tasks = { typeId: taskType, properties: taskProperties, groups: [engagement, task] };
export const notes = { typeId: noteType, properties: noteProperties, groups: [engagement, note] };
