import { defaultDealPipeline } from './default-pipelines.ts';
import type { Pipeline, Stage } from './default-pipelines.ts';
import { dealType } from './object-types.ts';

/** The pipelines of each object type; a new portal has HubSpot's default one for deals. */
export class Pipelines {
  readonly #pipelines = new Map<string, Map<string, Pipeline>>([
    [dealType, new Map([['default', defaultDealPipeline]])],
  ]);

  list(typeId: string): Pipeline[] {
    const all = [...(this.#pipelines.get(typeId)?.values() ?? [])];
    return all.sort((left, right) => left.displayOrder - right.displayOrder);
  }

  get(typeId: string, id: string): Pipeline | undefined {
    return this.#pipelines.get(typeId)?.get(id);
  }

  stage(typeId: string, pipelineId: string, stageId: string): Stage | undefined {
    return this.get(typeId, pipelineId)?.stages.find((stage) => stage.id === stageId);
  }

  put(typeId: string, pipeline: Pipeline): void {
    const known = this.#pipelines.get(typeId) ?? new Map<string, Pipeline>();
    this.#pipelines.set(typeId, known.set(pipeline.id, pipeline));
  }
}
