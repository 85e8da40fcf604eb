import { type Change, type Intent, isClickKey, type NewDeal, type NewTask } from '../domain/handoff/handoff.ts';
import type { Outcome } from '../domain/handoff/settle.ts';
import { type PortalId, recordId } from '../domain/values/ids.ts';
import { type Instant, MINUTE_MS, SECOND_MS, toIso } from '../domain/values/instant.ts';
import {
  type Clock,
  type CrmRecord,
  HubSpotUnavailableError,
  type NewRecord,
  type PortalGateway,
  type WaitingIntent,
  type WriteOutcome,
} from './ports.ts';

export interface IntentNeeds {
  readonly gateway: PortalGateway;
  readonly clock: Clock;
  readonly dueIntents: (portalId: PortalId, limit: number) => Promise<WaitingIntent[]>;
  readonly markSent: (portalId: PortalId, intentId: number) => Promise<void>;
  readonly settle: (portalId: PortalId, intentId: number, outcome: Outcome) => Promise<void>;
  /** Values we ourselves asked a record to have not long ago, by property. */
  readonly ownValues: (portalId: PortalId, record: Intent['record']) => Promise<ReadonlyMap<string, readonly string[]>>;
  readonly refused: (intent: Intent, why: string) => void;
  readonly failed: (intent: Intent, fault: unknown) => void;
  readonly retry: (portalId: PortalId, intentId: number, dueAt: Instant) => Promise<void>;
}

const BATCH = 50;
/** With growing pauses, about two hours. */
const MOST_ATTEMPTS = 12;

/**
 * Asks HubSpot for what we want of properties that people set as well, and makes deals and tasks. People wait for some of it, so it
 * goes before everything else. Each record is read just before: where a person was faster, the intent is dropped (design D3).
 *
 * @returns how many intents were settled
 */
export async function drainIntents(portalId: PortalId, needs: IntentNeeds): Promise<number> {
  let settled = 0;
  for (;;) {
    const due = await needs.dueIntents(portalId, BATCH);
    if (due.length === 0) return settled;
    for (const waiting of due) {
      await needs.markSent(portalId, waiting.intentId);
      const outcome = await ask(portalId, waiting, needs);
      if (outcome.state !== 'later') {
        if (outcome.state === 'refused') needs.refused(waiting.intent, outcome.why ?? '');
        await needs.settle(portalId, waiting.intentId, outcome);
        settled += 1;
      } else {
        await needs.retry(portalId, waiting.intentId, outcome.at ?? needs.clock() + backOffMs(waiting.attempts));
        if (outcome.at !== undefined) return settled;
      }
    }
  }
}

type Answer = Outcome | { readonly state: 'later'; readonly at?: Instant };

/** What fails in an unforeseen way is tried again later, so that it stands in nobody else's way, and given up in the end. */
async function ask(portalId: PortalId, { intent, attempts }: WaitingIntent, needs: IntentNeeds): Promise<Answer> {
  try {
    switch (intent.kind) {
      case 'set':
        return await set(portalId, intent, needs);
      case 'create_deal':
        return answerOf(await needs.gateway.create(await newDeal(intent, needs), 'person'));
      case 'create_task':
        return answerOf(await needs.gateway.create(await newTask(intent.key, intent.content, needs), 'person'));
    }
  } catch (fault) {
    if (fault instanceof HubSpotUnavailableError) return { state: 'later', at: fault.retryAt };
    needs.failed(intent, fault);
    return attempts < MOST_ATTEMPTS
      ? { state: 'later' }
      : { state: 'refused', why: fault instanceof Error ? fault.message : String(fault) };
  }
}

async function set(
  portalId: PortalId,
  { key, record, changes }: Intent & { kind: 'set' },
  { gateway, ownValues }: IntentNeeds,
): Promise<Answer> {
  const write = async (values: Readonly<Record<string, string>>): Promise<Answer> => {
    const row = { type: record.type, id: record.id, properties: values };
    const [outcome] = await gateway.writeRecords(record.type, [row], 'person');
    return answerOf(outcome);
  };
  if (record.type === 'task') return write(valuesOf(changes));
  const { type, id } = record;
  const [now] = await gateway.readRecords({ type, ids: [id], properties: Object.keys(changes) }, 'person');
  if (!now) return { state: 'refused', why: `The ${type} no longer exists in HubSpot.` };
  const taken = takenByPeople(now, changes, await ownValues(portalId, record));
  const kept = Object.entries(changes).filter(([name]) => !taken.has(name));
  if (taken.size > 0 && (isClickKey(key) || kept.length === 0))
    return { state: 'dropped', why: [...taken.values()].join(' ') };
  const open = Object.fromEntries(kept.filter(([name, { to }]) => (now.properties[name] ?? '') !== to));
  const cleared = Object.keys(open).filter((name) => open[name]?.clearFirst && (now.properties[name] ?? '') !== '');
  if (cleared.length > 0) {
    const answer = await write(Object.fromEntries(cleared.map((name) => [name, ''])));
    if (answer.state !== 'confirmed') return answer;
  }
  return Object.keys(open).length === 0 ? { state: 'confirmed' } : write(valuesOf(open));
}

const valuesOf = (changes: Readonly<Record<string, Change>>): Record<string, string> =>
  Object.fromEntries(Object.entries(changes).map(([name, { to }]) => [name, to]));

/** Properties whose value is neither what we saw nor what we want, nor what we ourselves wrote meanwhile; with a sentence for each. */
function takenByPeople(
  { properties }: CrmRecord,
  changes: Readonly<Record<string, Change>>,
  own: ReadonlyMap<string, readonly string[]>,
): Map<string, string> {
  const taken = new Map<string, string>();
  for (const [name, { from, to }] of Object.entries(changes)) {
    const value = properties[name] ?? '';
    if (from === undefined || value === from || value === to || own.get(name)?.includes(value)) continue;
    taken.set(name, `Somebody set ${name} to "${value}" first.`);
  }
  return taken;
}

/** A reminder in the past may remind nobody. */
const REMIND_AHEAD_MS = MINUTE_MS;

/** Bodies of tasks are HTML, and a company's name comes from public forms. */
const asHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A task tells its reader about the person it is for; the name is read when it is written and kept nowhere else. */
async function newTask(key: string, task: NewTask, { gateway, clock }: IntentNeeds): Promise<NewRecord> {
  const company = task.linkTo.type === 'contact' ? await companyOf(task.linkTo.id, gateway) : '';
  return {
    type: 'task',
    key,
    linkTo: task.linkTo,
    properties: {
      hs_timestamp: toIso(task.dueAt),
      hs_task_reminders: String(Math.max(task.remindAt, clock() + REMIND_AHEAD_MS)),
      hs_task_subject: task.subject,
      hs_task_body: company === '' ? task.body : `Company: ${asHtml(company)}. ${task.body}`,
      hs_task_status: 'NOT_STARTED',
      hs_task_priority: 'HIGH',
      hs_task_type: 'TODO',
      hubspot_owner_id: task.ownerId,
    },
  };
}

async function newDeal(
  { key, record, content }: Intent & { kind: 'create_deal' },
  { gateway }: IntentNeeds,
): Promise<NewRecord> {
  const { pipeline, stage, ownerId }: NewDeal = content;
  const company = await companyOf(record.id, gateway);
  return {
    type: 'deal',
    key,
    linkTo: record,
    properties: {
      dealname: company === '' ? 'New opportunity' : `${company} – new opportunity`,
      pipeline,
      dealstage: stage,
      ...(ownerId === undefined ? {} : { hubspot_owner_id: ownerId }),
    },
  };
}

async function companyOf(contactId: string, gateway: PortalGateway): Promise<string> {
  const [contact] = await gateway.readRecords(
    { type: 'contact', ids: [recordId(contactId)], properties: ['company'] },
    'person',
  );
  return contact?.properties['company'] ?? '';
}

function answerOf(outcome: WriteOutcome | undefined): Answer {
  if (!outcome || outcome.kind === 'unknown') return { state: 'later' };
  return outcome.kind === 'written' ? { state: 'confirmed' } : { state: 'refused', why: outcome.reason };
}

const backOffMs = (attempts: number): number => Math.min(30 * MINUTE_MS, 2 ** attempts * SECOND_MS);
