import { existsSync } from 'node:fs';
import { followedSubscriptions, knownProperties, neededScopes } from './backend-facts.ts';
import { addressesIn, profileVariablesIn, propertiesIn } from './read-bundle.ts';
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
interface Card {
  readonly entrypoint: string;
  readonly objectTypes: readonly ('contacts' | 'deals')[];
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
  return [...problems, ...(await packageProblems(project))];
}

async function problemsOf(project: Project, profile: string, components: readonly Component[]): Promise<string[]> {
  const app = components.find(({ type }) => type === 'APPLICATION')?.config as unknown as App;
  const profileFile = `hubspot-project/hsprofile.${profile}.json`;
  const { variables } = JSON.parse(await project.read(profileFile)) as { variables: Record<string, string> };
  const origin = variables['API_ORIGIN'];
  const problems: string[] = [];
  for (const { file, type, config } of components) {
    const found =
      type === 'APPLICATION'
        ? [...(await scopeProblems(app)), ...app.auth.redirectUrls.flatMap((url) => elsewhere(url, origin))]
        : type === 'CARD'
          ? await cardProblems(project, config as unknown as Card, app, variables)
          : type === 'WEBHOOKS'
            ? webhookProblems(config as unknown as Webhooks, origin)
            : elsewhere(String(config['actionUrl']), origin);
    problems.push(...found.map((problem) => `${file}: ${problem}`));
  }
  return problems;
}

const elsewhere = (url: string, origin: string | undefined): string[] =>
  new URL(url).origin === origin ? [] : [`${url} is not at the backend's origin ${origin}`];

async function scopeProblems({ auth }: App): Promise<string[]> {
  const { required, optional } = await neededScopes();
  return [
    ...differences('required scope', auth.requiredScopes, required),
    ...differences('optional scope', auth.optionalScopes, optional),
  ];
}

function webhookProblems({ settings, subscriptions }: Webhooks, origin: string | undefined): string[] {
  const { crmObjects, legacyCrmObjects, hubEvents } = subscriptions;
  const asked = [...crmObjects, ...legacyCrmObjects, ...hubEvents].map(nameOf);
  return [...elsewhere(settings.targetUrl, origin), ...differences('subscription', asked, followedSubscriptions())];
}

/** Generic subscriptions (`object.creation` of a `contact`) under their classic name (`contact.creation`). */
function nameOf({ subscriptionType, objectType, propertyName }: Subscription): string {
  const type = objectType === undefined ? subscriptionType : subscriptionType.replace(/^object/, objectType);
  return propertyName === undefined ? type : `${type}:${propertyName}`;
}

async function cardProblems(
  project: Project,
  { entrypoint, objectTypes }: Card,
  { permittedUrls }: App,
  variables: Readonly<Record<string, string>>,
): Promise<string[]> {
  const path = `hubspot-project${entrypoint}`;
  if (!existsSync(project.at(path))) return [`the entrypoint ${entrypoint} does not exist`];
  const code = await project.read(path);
  const known = new Set(objectTypes.flatMap((type) => [...knownProperties(type === 'deals' ? 'deal' : 'contact')]));
  const used = profileVariablesIn(code);
  const origins = [
    ...used.map((name) => variables[name]),
    ...addressesIn(code).map((address) => new URL(address).origin),
  ];
  return [
    ...used.filter((name) => variables[name] === undefined).map((name) => `the profile does not set ${name}`),
    ...origins
      .filter((origin) => origin !== undefined && !permittedUrls.fetch.includes(origin))
      .map((origin) => `${entrypoint} calls ${origin}, which permittedUrls.fetch does not name`),
    ...propertiesIn(code)
      .filter((name) => !known.has(name))
      .map((name) => `${entrypoint} waits for the property ${name}, which nobody writes or follows`),
  ];
}

/** HubSpot installs what these two files say, on machines that reach no registry but its own. */
async function packageProblems(project: Project): Promise<string[]> {
  const folder = 'hubspot-project/app/cards';
  const lock = await project.read(`${folder}/package-lock.json`);
  const own = JSON.parse(await project.read(`${folder}/package.json`)) as { dependencies: object };
  const locked = (JSON.parse(lock) as { packages: Record<string, { dependencies: object }> }).packages['']
    ?.dependencies;
  return [
    ...(lock.includes('"resolved"') ? [`${folder}/package-lock.json: names the address of a registry`] : []),
    ...(JSON.stringify(locked) === JSON.stringify(own.dependencies)
      ? []
      : [`${folder}/package-lock.json: is not the lock of package.json`]),
  ];
}

function differences(what: string, there: readonly string[], wanted: readonly string[]): string[] {
  return [
    ...wanted.filter((each) => !there.includes(each)).map((each) => `the ${what} ${each} is missing`),
    ...there.filter((each) => !wanted.includes(each)).map((each) => `the backend has no use for the ${what} ${each}`),
  ];
}
