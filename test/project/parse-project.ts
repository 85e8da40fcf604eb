import { http } from '@hubspot/local-dev-lib/http';
import { parseProjectConfig } from '@hubspot/project-parsing-lib/projects';
import {
  type IntermediateRepresentationNode,
  isTranslationError,
  translate,
} from '@hubspot/project-parsing-lib/translate';
import { profilesOf, type Project } from './project-folder.ts';
import { application } from './schemas/application.ts';
import { card } from './schemas/card.ts';
import { page, settings } from './schemas/page.ts';
import { webhooks } from './schemas/webhooks.ts';
import { workflowAction } from './schemas/workflow-action.ts';

/** HubSpot gives out its schemas only to an account: the parser gets ours in their place. */
const schemas = {
  APPLICATION: application,
  CARD: card,
  PAGE: page,
  SETTINGS: settings,
  WEBHOOKS: webhooks,
  WORKFLOW_ACTION: workflowAction,
};
http.get = (() => Promise.resolve({ data: schemas })) as unknown as typeof http.get;

/** A component as HubSpot would install it: with the values of a profile. */
export interface Component {
  readonly file: string;
  readonly type: string;
  readonly config: Readonly<Record<string, unknown>>;
}

export interface Parsed {
  readonly profile: string;
  readonly components: readonly Component[];
}

/** HubSpot's own parser over the whole project, once for each profile. Problems name the file. */
export async function parseProject(project: Project): Promise<{ parsed: Parsed[]; problems: string[] }> {
  try {
    const { srcDir, platformVersion } = parseProjectConfig(project.path);
    const context = { projectSourceDir: project.at(srcDir), platformVersion, accountId: 1 };
    const profiles = await profilesOf(project);
    const problems = profiles.length > 0 ? [] : [`${srcDir}: no profile`];
    const parsed: Parsed[] = [];
    for (const profile of profiles) {
      const { intermediateRepresentation, skippedHsMetaFiles } = await translate(context, {
        skipValidation: false,
        profile,
      });
      problems.push(...skippedHsMetaFiles.map((file) => `${String(file)}: HubSpot would skip this file`));
      const nodes = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid);
      parsed.push({ profile, components: nodes.map(componentOf) });
    }
    return { parsed, problems };
  } catch (fault) {
    return { parsed: [], problems: [isTranslationError(fault) ? fault.toString(false) : String(fault)] };
  }
}

const componentOf = ({ metaFilePath, componentType, config }: IntermediateRepresentationNode): Component => ({
  file: metaFilePath,
  type: componentType,
  config: config as Component['config'],
});
