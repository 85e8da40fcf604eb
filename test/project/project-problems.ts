import { followedSubscriptions, neededScopes } from './backend-facts.ts';
import { extensionOf, extensionProblems, isExtension } from './extension-problems.ts';
import { packageProblems } from './package-problems.ts';
import { type Component, parseProject } from './parse-project.ts';
import type { Project } from './project-folder.ts';

interface App {
  readonly auth: {
    readonly redirectUrls: string[];
    readonly requiredScopes: string[];
    readonly optionalScopes: string[];
  };
  readonly permittedUrls: { readonly fetch: string[] };
}
interface Subscription {
  readonly subscriptionType: string;
  readonly objectType?: string;
  readonly propertyName?: string;
}
interface Webhooks {
  readonly settings: { readonly targetUrl: string };
  readonly subscriptions: Readonly<Record<'crmObjects' | 'legacyCrmObjects' | 'hubEvents', readonly Subscription[]>>;
}

/** Everything wrong with the project: what HubSpot's parser finds, then what nothing of HubSpot's looks at. */
export async function projectProblems(project: Project): Promise<string[]> {
  const { parsed, problems } = await parseProject(project);
  if (problems.length > 0) return problems;
  for (const { profile, components } of parsed) problems.push(...(await problemsOf(project, profile, components)));
  return [...problems, ...(await packageProblems(project, parsed[0]?.components ?? []))];
}

async function problemsOf(project: Project, profile: string, components: readonly Component[]): Promise<string[]> {
  const app = components.find(({ type }) => type === 'APPLICATION')?.config as unknown as App;
  const profileFile = `hubspot-project/hsprofile.${profile}.json`;
  const { variables } = JSON.parse(await project.read(profileFile)) as { variables: Record<string, string> };
  const origin = variables['API_ORIGIN'];
  const surroundings = { permitted: app.permittedUrls.fetch, variables, all: components };
  const objectTypes = components.filter(isExtension).flatMap((each) => extensionOf(each).objectTypes ?? []);
  const problems: string[] = [];
  for (const component of components) {
    const { file, type, config } = component;
    const found = isExtension(component)
      ? await extensionProblems(project, component, surroundings)
      : type === 'APPLICATION'
        ? [
            ...(await scopeProblems(app, objectTypes)),
            ...app.auth.redirectUrls.flatMap((url) => elsewhere(url, origin)),
          ]
        : type === 'WEBHOOKS'
          ? webhookProblems(config as unknown as Webhooks, origin)
          : elsewhere(String(config['actionUrl']), origin);
    problems.push(...found.map((problem) => `${file}: ${problem}`));
  }
  return problems;
}

const elsewhere = (url: string, origin: string | undefined): string[] =>
  new URL(url).origin === origin ? [] : [`${url} is not at the backend's origin ${origin}`];

async function scopeProblems({ auth }: App, objectTypes: readonly string[]): Promise<string[]> {
  const { required, optional } = await neededScopes(objectTypes);
  return [
    ...differences('required scope', auth.requiredScopes, required),
    ...differences('optional scope', auth.optionalScopes, optional),
  ];
}

function webhookProblems({ settings, subscriptions }: Webhooks, origin: string | undefined): string[] {
  const { crmObjects, legacyCrmObjects, hubEvents } = subscriptions;
  const asked = [...crmObjects, ...legacyCrmObjects, ...hubEvents].map(nameOf);
  const wanted = followedSubscriptions();
  const missing = wanted.filter((each) => !asked.includes(each)).map(lineOf);
  return [
    ...elsewhere(settings.targetUrl, origin),
    ...differences('subscription', asked, wanted),
    ...(missing.length === 0
      ? []
      : [`add to legacyCrmObjects, and to docs/connect-a-portal.md:\n${missing.join(',\n')}`]),
  ];
}

/** A subscription as the file has it. */
function lineOf(name: string): string {
  const [subscriptionType, propertyName] = name.split(':');
  return JSON.stringify({ subscriptionType, propertyName, active: true });
}

/** Generic subscriptions (`object.creation` of a `contact`) under their classic name (`contact.creation`). */
function nameOf({ subscriptionType, objectType, propertyName }: Subscription): string {
  const type = objectType === undefined ? subscriptionType : subscriptionType.replace(/^object/, objectType);
  return propertyName === undefined ? type : `${type}:${propertyName}`;
}

function differences(what: string, there: readonly string[], wanted: readonly string[]): string[] {
  return [
    ...wanted.filter((each) => !there.includes(each)).map((each) => `the ${what} ${each} is missing`),
    ...there.filter((each) => !wanted.includes(each)).map((each) => `the backend has no use for the ${what} ${each}`),
  ];
}
