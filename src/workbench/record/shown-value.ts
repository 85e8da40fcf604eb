import { dealType } from '../../sandbox/object-types.ts';
import type { Portal } from '../../sandbox/portal.ts';
import type { PropertyDefinition } from '../../sandbox/property-definition.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What a property may be set to; owners, pipelines and their stages stand outside its definition. */
export function optionsOf(portal: Portal, typeId: string, { name, type, options }: PropertyDefinition): Option[] {
  if (name === 'hubspot_owner_id') {
    return portal.owners
      .list(false)
      .map(({ id, firstName, lastName }) => ({ value: id, label: `${firstName} ${lastName}`.trim() }));
  }
  if (typeId === dealType && name === 'pipeline') {
    return portal.pipelines.list(dealType).map(({ id, label }) => ({ value: id, label }));
  }
  if (typeId === dealType && name === 'dealstage') {
    const stages = portal.pipelines.list(dealType).flatMap((pipeline) => pipeline.stages);
    return stages.map(({ id, label }) => ({ value: id, label }));
  }
  if (type === 'bool') {
    return [
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ];
  }
  return options.filter(({ hidden }) => !hidden).map(({ value, label }) => ({ value, label }));
}

/** A value as people read it, in the portal's time zone and currency. */
export function shownValue(portal: Portal, typeId: string, definition: PropertyDefinition, value: string): string {
  if (value === '') return '';
  if (definition.type === 'date') return dayFormat('UTC').format(Date.parse(value));
  if (definition.type === 'datetime') return instantFormat(portal.setup.timeZone).format(Date.parse(value));
  if (definition.type === 'number') return shownNumber(portal, definition.name, value);
  const labels = new Map(optionsOf(portal, typeId, definition).map((option) => [option.value, option.label]));
  if (labels.size === 0) return value;
  const shown = value.split(';').map((one) => labels.get(one) ?? one);
  return shown.join(', ');
}

function shownNumber({ setup }: Portal, name: string, value: string): string {
  if (name === 'amount' || name === 'amount_in_home_currency') return money(value, setup.currency);
  return name.endsWith('id') ? value : new Intl.NumberFormat('en-GB').format(Number(value));
}

/** @param currency ISO 4217 code */
export function money(amount: string, currency: string): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, minimumFractionDigits: 0 }).format(
    Number(amount),
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();
const dayFormat = (timeZone: string) => format('day', { timeZone, dateStyle: 'medium' });
const instantFormat = (timeZone: string) => format('instant', { timeZone, dateStyle: 'medium', timeStyle: 'short' });

/** Making a format costs far more than using it, and a page shows hundreds of values a second. */
function format(kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${kind} ${options.timeZone}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', options);
  formats.set(key, known);
  return known;
}
