import { createHash, randomUUID } from 'node:crypto';
import type { Change } from './changes.ts';
import { contactType } from './object-types.ts';
import type { Portal } from './portal.ts';
import { signV3 } from './signature.ts';

/** A one-step workflow: contacts who fill in a form whose name contains `form` run a custom action of the app. */
export interface Workflow {
  readonly form: string;
  readonly actionUrl: string;
  readonly inputFields: Readonly<Record<string, string>>;
}

interface Caller {
  readonly portal: Portal;
  readonly clientSecret: string;
  readonly signal: AbortSignal;
}

/** HubSpot repeats what was not answered with 2xx. */
const TRIES = 3;

/**
 * Runs the workflows that a change enrols its contact in. The calls go out by themselves; what is not answered after three tries is
 * given up.
 *
 * @source HubSpot docs: Custom workflow actions; Validating requests: actions carry the v2 signature
 */
export function runWorkflows(workflows: readonly Workflow[], change: Change, caller: Caller): void {
  if (change.kind !== 'propertyChange' || change.record.typeId !== contactType) return;
  if (change.property !== 'recent_conversion_date' || change.value === '') return;
  const { id } = change.record;
  // The write this change belongs to may not be through yet: the form's name comes after its date.
  queueMicrotask(() => {
    const form = caller.portal.table(contactType).get(id)?.values.get('recent_conversion_event_name') ?? '';
    for (const workflow of workflows)
      if (form.toLowerCase().includes(workflow.form.toLowerCase())) void callAction(workflow, id, caller);
  });
}

async function callAction({ actionUrl, inputFields }: Workflow, contactId: string, caller: Caller): Promise<void> {
  const body = JSON.stringify({
    callbackId: `ap-${caller.portal.setup.portalId}-${randomUUID()}`,
    origin: { portalId: Number(caller.portal.setup.portalId), actionDefinitionId: 1, actionDefinitionVersion: 1 },
    context: { source: 'WORKFLOWS', workflowId: 1 },
    object: { objectId: Number(contactId), objectType: 'CONTACT', properties: {} },
    inputFields,
  });
  for (let tries = 0; tries < TRIES && !caller.signal.aborted; tries += 1) {
    try {
      const headers = { 'content-type': 'application/json', ...signed(actionUrl, body, caller) };
      const answer = await fetch(actionUrl, {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
        signal: caller.signal,
      });
      await answer.arrayBuffer();
      if (answer.ok) return;
    } catch {
      // Unreachable: tried again like any bad answer.
    }
  }
}

function signed(uri: string, body: string, { portal, clientSecret }: Caller): Record<string, string> {
  const older = {
    'x-hubspot-signature': createHash('sha256').update(`${clientSecret}POST${uri}${body}`).digest('hex'),
    'x-hubspot-signature-version': 'v2',
  };
  if (portal.setup.switches.workflowSignature === 'v2') return older;
  const timestamp = String(portal.setup.now());
  return {
    ...older,
    'x-hubspot-signature-v3': signV3(clientSecret, { method: 'POST', uri, body, timestamp }),
    'x-hubspot-request-timestamp': timestamp,
  };
}
