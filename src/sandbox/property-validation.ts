import { ApiError, invalid } from './errors.ts';
import type { ErrorDetail } from './errors.ts';
import { dealType } from './object-types.ts';
import type { Portal } from './portal.ts';
import { formatValue } from './property-format.ts';
import type { CrmRecord } from './record-table.ts';

/** Values as a request carries them; null clears like the empty text. */
export type WrittenValues = Readonly<Record<string, string | number | boolean | null>>;

interface Problem {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

/**
 * Checks everything one write contains and returns the values in the form HubSpot keeps them. One bad value refuses the
 * whole write, and the error names every bad value.
 *
 * @param record the record written to, undefined when it is being made
 * @param byApp false for people and for HubSpot itself, who also fill properties that apps may only read
 * @throws ApiError 400 VALIDATION_ERROR, or 400 INVALID_PIPELINE_STAGE_ID for a stage of another pipeline
 * @source HubSpot docs: Error handling; Properties API
 */
export function checkValues(
  portal: Portal,
  typeId: string,
  given: WrittenValues,
  { record, byApp }: { record: CrmRecord | undefined; byApp: boolean },
): Record<string, string> {
  const values: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const [name, written] of Object.entries(given)) {
    const text = written === null ? '' : String(written);
    const checked = checkValue(portal, typeId, name, text, record?.values.get(name) ?? '', byApp);
    if (typeof checked === 'string') values[name] = checked;
    else problems.push(checked);
  }
  if (problems.length > 0) throw refusal(problems, portal.setup.portalId);
  if (typeId === dealType) checkStage(portal, values, record);
  return values;
}

function checkValue(
  portal: Portal,
  typeId: string,
  name: string,
  text: string,
  current: string,
  byApp: boolean,
): string | Problem {
  const definition = portal.properties.find(typeId, name);
  if (definition === undefined) {
    return { name, code: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` };
  }
  if (definition.readOnly && byApp) {
    return { name, code: 'READ_ONLY_VALUE', message: `"${name}" is a read only property; its value cannot be set.` };
  }
  const formatted = formatValue(definition, text, current);
  if (!formatted.ok) return { name, code: formatted.code, message: formatted.reason };
  return externalProblem(portal, typeId, name, formatted.value) ?? formatted.value;
}

/** Owners and pipelines are options that live outside the property. */
function externalProblem(portal: Portal, typeId: string, name: string, value: string): Problem | undefined {
  if (value === '') return undefined;
  if (name === 'hubspot_owner_id' && portal.owners.get(value) === undefined) {
    return { name, code: 'INVALID_OWNER_ID', message: `Owner ${value} does not exist` };
  }
  if (name === 'pipeline' && typeId === dealType && portal.pipelines.get(typeId, value) === undefined) {
    return { name, code: 'INVALID_OPTION', message: `${value} was not one of the allowed options` };
  }
  return undefined;
}

function checkStage(portal: Portal, values: Readonly<Record<string, string>>, record: CrmRecord | undefined): void {
  if (values['dealstage'] === undefined && values['pipeline'] === undefined) return;
  const after = (name: string): string | undefined => values[name] ?? record?.values.get(name);
  const pipeline = after('pipeline') ?? 'default';
  const stage = after('dealstage') ?? '';
  if (stage === '' || portal.pipelines.stage(dealType, pipeline, stage) !== undefined) return;
  const message = `"${stage}" is not a valid pipeline stage ID in the pipeline "${pipeline}"`;
  const details = [{ message, code: 'INVALID_PIPELINE_STAGE_ID', context: { propertyName: ['dealstage'] } }];
  throw new ApiError(400, 'VALIDATION_ERROR', message, { details, subCategory: 'INVALID_PIPELINE_STAGE_ID' });
}

function refusal(problems: readonly Problem[], portalId: string): ApiError {
  const listed = problems.map(({ name, code, message }) => ({
    isValid: false,
    message,
    error: code,
    name,
    localizedErrorMessage: message,
    portalId: Number(portalId),
  }));
  const details: ErrorDetail[] = problems.map(({ name, code, message }) => {
    return { message, code, context: { propertyName: [name] } };
  });
  return invalid(`Property values were not valid: ${JSON.stringify(listed)}`, details);
}
