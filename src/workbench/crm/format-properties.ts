import type { Portal } from '../../sandbox/portal.ts';
import type { PropertyDefinition } from '../../sandbox/property-definition.ts';
import { money, shownValue } from '../record/shown-value.ts';
import type { FormattingOptions, Properties } from './shapes.ts';

interface Wish {
  readonly typeId: string;
  readonly names: 'all' | readonly string[];
  readonly options: FormattingOptions | undefined;
}

/** Values as HubSpot formats them for a card; names that are not asked for stay raw. */
export function formatProperties(portal: Portal, properties: Properties, { typeId, names, options }: Wish): Properties {
  const formatted = Object.entries(properties).map(([name, value]) => {
    const definition = portal.properties.find(typeId, name);
    const isAsked = names === 'all' || names.includes(name);
    if (!isAsked || definition === undefined || value === null || value === '') return [name, value];
    return [name, formatOne(portal, typeId, definition, value, options)];
  });
  return Object.fromEntries(formatted) as Properties;
}

function formatOne(
  portal: Portal,
  typeId: string,
  definition: PropertyDefinition,
  value: string,
  options: FormattingOptions | undefined,
): string {
  const { timeZone, currency, now } = portal.setup;
  if (definition.type === 'date' && options?.date?.relative) return relative(Date.parse(value), now());
  if (definition.type === 'datetime' && options?.dateTime?.relative) return relative(Date.parse(value), now());
  if (definition.type === 'date') return shownDay(value, 'UTC', options?.date?.format);
  if (definition.type === 'datetime' && options?.dateTime?.format) {
    return shownDay(value, timeZone, options.dateTime.format);
  }
  if (definition.name === 'amount' && options?.currency?.addSymbol === false) {
    return new Intl.NumberFormat('en-GB').format(Number(value));
  }
  return definition.name === 'amount' ? money(value, currency) : shownValue(portal, typeId, definition, value);
}

/** `short`, `medium`, `long`, and `YYYY-MM-DD`; any other pattern gives the medium form. */
function shownDay(value: string, timeZone: string, format = 'medium'): string {
  const at = Date.parse(value);
  if (format === 'YYYY-MM-DD') return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
  const dateStyle = format === 'short' || format === 'long' ? format : 'medium';
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle }).format(at);
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function relative(at: number, now: number): string {
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const [unit, length] = UNITS.find(([, ms]) => Math.abs(at - now) >= ms) ?? (['second', 1_000] as const);
  return words.format(Math.trunc((at - now) / length), unit);
}
