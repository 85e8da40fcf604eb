import type { Formats } from '../../words/formats.ts';
import type { AskableProperty } from '../document/types.ts';

/** How far one can rely on a property: "Filled in on 84 % of known records. Seen within about 2 minutes." */
export function propertyNote({ fillRate, seen }: AskableProperty, { number }: Pick<Formats, 'number'>): string {
  const filled = fillRate === null ? '' : `Filled in on ${number(fillRate * 100)} % of the records known here. `;
  return seen === '' ? 'Not among the portal’s properties.' : `${filled}Seen ${seen}.`;
}
