import { isoInstant } from '../iso-instant.ts';
import type { Pipeline, Stage } from '../default-pipelines.ts';
import { notFound } from '../errors.ts';
import { param } from './route.ts';
import type { Api, Route } from './route.ts';

/**
 * Pipelines and their stages, to read.
 *
 * @source HubSpot docs: Pipelines API
 */
export function pipelineRoutes({ portal }: Api): Route[] {
  return [
    {
      method: 'get',
      path: '/pipelines/:type',
      handle: (call) => {
        const pipelines = portal.pipelines.list(portal.typeId(param(call, 'type')));
        return { status: 200, body: { results: pipelines.map(pipelineAnswer) } };
      },
    },
    {
      method: 'get',
      path: '/pipelines/:type/:id',
      handle: (call) => {
        const pipeline = portal.pipelines.get(portal.typeId(param(call, 'type')), param(call, 'id'));
        if (pipeline === undefined) throw notFound();
        return { status: 200, body: pipelineAnswer(pipeline) };
      },
    },
  ];
}

/** Pipelines have no dates of their own in a portal that never changed them: HubSpot then says 1970. */
const stamps = { createdAt: isoInstant(0), updatedAt: isoInstant(0), archived: false };

const pipelineAnswer = ({ id, label, displayOrder, stages }: Pipeline): Record<string, unknown> => ({
  id,
  label,
  displayOrder,
  stages: stages.map(stageAnswer),
  ...stamps,
});

const stageAnswer = ({ id, label, displayOrder, probability, isClosed }: Stage): Record<string, unknown> => ({
  id,
  label,
  displayOrder,
  metadata: { isClosed: String(isClosed), probability },
  writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
  ...stamps,
});
