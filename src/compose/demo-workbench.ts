import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { type Owner, userIdOf } from '../sandbox/owners.ts';
import { DEMO_OWNERS } from '../sandbox/seed/demo-owners.ts';
import { startWorkbench, type Workbench } from '../workbench/start-workbench.ts';

export interface WorkbenchSetup {
  readonly sandbox: Sandbox;
  readonly port: number;
  readonly backendUrl: string;
  readonly clientSecret: string;
}

/** The demo's own app; sandbox and workbench tell it to the backend alike. */
export const DEMO_APP_ID = 7_000_001;
const PROJECT = fileURLToPath(new URL('../../hubspot-project', import.meta.url));

/** Everybody who sells in the demo company may look at its records. */
export async function startDemoWorkbench({
  sandbox,
  port,
  backendUrl,
  clientSecret,
}: WorkbenchSetup): Promise<Workbench> {
  const profile = JSON.parse(await readFile(`${PROJECT}/hsprofile.dev.json`, 'utf8')) as {
    variables: { API_ORIGIN: string };
  };
  const [first, ...others] = DEMO_OWNERS.flatMap(({ id, role }) => {
    const owner = sandbox.portal.owners.get(id);
    return owner ? [personOf(owner, role)] : [];
  });
  if (!first) throw new Error('The demo portal has no owners.');
  return startWorkbench({
    port,
    sandbox,
    backendUrl,
    publicUrl: backendUrl,
    clientSecret,
    appId: DEMO_APP_ID,
    variables: profile.variables,
    people: [first, ...others],
    projectFolder: PROJECT,
  });
}

const personOf = (owner: Owner, title: string) => ({
  userId: userIdOf(owner),
  ownerId: owner.id,
  email: owner.email,
  name: `${owner.firstName} ${owner.lastName}`,
  title,
});
