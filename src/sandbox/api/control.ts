import { z } from 'zod';
import { notFound } from '../errors.ts';
import { linkRecords } from '../link-records.ts';
import { mergeRecords } from '../merge-records.ts';
import type { Portal } from '../portal.ts';
import { writtenAnswer } from '../record-answer.ts';
import type { CrmRecord, Origin } from '../record-table.ts';
import { planCreate, planUpdate } from '../write-record.ts';
import { idText, param, readBody, writtenValues } from './route.ts';
import type { Answer, Call, Route } from './route.ts';

const instant = z.union([z.number().int(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))]);
const originFields = {
  sourceType: z.string().default('CRM_UI'),
  sourceId: z.string().default('userId:1'),
  occurredAt: instant.optional(),
};
const originBody = z.object(originFields);
const linkInput = z.object({ toType: z.string(), toId: idText, label: z.string().optional() });
const createBody = z.object({
  ...originFields,
  type: z.string(),
  properties: writtenValues,
  associations: z.array(linkInput).default([]),
});
const updateBody = z.object({ ...originFields, properties: writtenValues });
const mergeBody = z.object({ ...originFields, type: z.string(), primaryId: idText, otherId: idText });
const associateBody = z.object({
  ...originFields,
  ...linkInput.shape,
  fromType: z.string(),
  fromId: idText,
  remove: z.boolean().default(false),
});

/** The portal as people, forms and imports change it, rather than an app. Values are checked, read-only ones may be set. */
export function controlRoutes(portal: Portal): Route[] {
  return [
    { method: 'post', path: '/records', handle: (call) => create(portal, call) },
    { method: 'patch', path: '/records/:type/:id', handle: (call) => update(portal, call) },
    { method: 'delete', path: '/records/:type/:id', handle: (call) => archive(portal, call) },
    { method: 'post', path: '/records/:type/:id/restore', handle: (call) => restore(portal, call) },
    { method: 'post', path: '/merge', handle: (call) => merge(portal, call) },
    { method: 'post', path: '/associate', handle: (call) => associate(portal, call) },
  ];
}

function create(portal: Portal, call: Call): Answer {
  const body = readBody(createBody, call.body);
  const typeId = portal.typeId(body.type);
  const links = body.associations.map(({ toType, toId, label }) => {
    const to = find(portal, toType, toId);
    return { to, kind: portal.associationTypes.labelled(typeId, to.typeId, label ?? null) };
  });
  const writer = { origin: originOf(portal, body), byApp: false };
  const record = planCreate(portal, typeId, body.properties, links, writer).apply();
  return { status: 201, body: writtenAnswer(portal, record) };
}

function update(portal: Portal, call: Call): Answer {
  const record = find(portal, param(call, 'type'), param(call, 'id'));
  const body = readBody(updateBody, call.body);
  const plan = planUpdate(portal, record, body.properties, { origin: originOf(portal, body), byApp: false });
  return { status: 200, body: writtenAnswer(portal, plan.apply()) };
}

function archive(portal: Portal, call: Call): Answer {
  const record = find(portal, param(call, 'type'), param(call, 'id'));
  portal.archive(record, originOf(portal, readBody(originBody, call.body ?? {})));
  return { status: 204 };
}

function restore(portal: Portal, call: Call): Answer {
  const record = portal.table(portal.typeId(param(call, 'type'))).get(param(call, 'id'));
  if (record === undefined) throw notFound();
  portal.restore(record, originOf(portal, readBody(originBody, call.body ?? {})));
  return { status: 200, body: writtenAnswer(portal, record) };
}

function merge(portal: Portal, call: Call): Answer {
  const body = readBody(mergeBody, call.body);
  const [primary, other] = [find(portal, body.type, body.primaryId), find(portal, body.type, body.otherId)];
  return { status: 200, body: writtenAnswer(portal, mergeRecords(portal, primary, other, originOf(portal, body))) };
}

function associate(portal: Portal, call: Call): Answer {
  const body = readBody(associateBody, call.body);
  const [from, to] = [find(portal, body.fromType, body.fromId), find(portal, body.toType, body.toId)];
  const origin = originOf(portal, body);
  const kind = portal.associationTypes.labelled(from.typeId, to.typeId, body.label ?? null);
  if (body.remove) portal.unlink(from, to, origin);
  else linkRecords(portal, from, to, kind, origin);
  return { status: 204 };
}

const originOf = (portal: Portal, { sourceType, sourceId, occurredAt }: z.infer<typeof originBody>): Origin => ({
  at: occurredAt ?? portal.setup.now(),
  sourceType,
  sourceId,
});

function find(portal: Portal, type: string, id: string): CrmRecord {
  const record = portal.table(portal.typeId(type)).get(id);
  if (record === undefined || record.archivedAt !== undefined) throw notFound(`No ${type} ${id} exists`);
  return record;
}
