import { currentValue } from '../computed-values.ts';
import { invalid } from '../errors.ts';
import type { Portal } from '../portal.ts';
import type { PropertyDefinition } from '../property-definition.ts';
import type { CrmRecord } from '../record-table.ts';
import { comparable, compare } from './comparable.ts';
import type { Comparable } from './comparable.ts';
import { containsTokens } from './tokens.ts';
import type { Filter } from './search-request.ts';

export type Match = (record: CrmRecord) => boolean;

/**
 * Turns a filter into a test of records.
 *
 * @throws ApiError 400 for a property that does not exist and for an operand that is no value of its type
 * @source HubSpot docs: CRM search, filter operators
 */
export function matchOf(portal: Portal, typeId: string, filter: Filter): Match {
  if (filter.propertyName.startsWith('associations.')) return linkedTo(portal, filter);
  const property = portal.properties.find(typeId, filter.propertyName);
  if (property === undefined) throw unknownProperty(filter.propertyName);
  const test = testOf(portal, property, filter);
  return (record) => test(currentValue(portal, record, property.name) ?? '');
}

/** @param filter on `associations.{type}`, EQ the id of a record; not for custom objects */
function linkedTo(portal: Portal, filter: Filter): Match {
  const typeId = portal.typeId(filter.propertyName.slice('associations.'.length));
  if (filter.operator !== 'EQ' || typeId.startsWith('2-')) {
    throw invalid(`${filter.propertyName} takes EQ only, and no custom object`);
  }
  return (record) => portal.linked(record, typeId).includes(filter.value);
}

type Test = (value: string) => boolean;

function testOf(portal: Portal, property: PropertyDefinition, filter: Filter): Test {
  const { neqMatchesEmpty, notInMatchesEmpty } = portal.setup.switches;
  switch (filter.operator) {
    case 'HAS_PROPERTY':
      return (value) => value !== '';
    case 'NOT_HAS_PROPERTY':
      return (value) => value === '';
    case 'EQ':
      return oneOf(property, [operandOf(property, filter.value)]);
    case 'NEQ':
      return not(oneOf(property, [operandOf(property, filter.value)]), neqMatchesEmpty);
    case 'IN':
      return oneOf(
        property,
        filter.values.map((value) => exactOperand(property, value)),
      );
    case 'NOT_IN':
      return not(
        oneOf(
          property,
          filter.values.map((value) => exactOperand(property, value)),
        ),
        notInMatchesEmpty,
      );
    case 'CONTAINS_TOKEN':
      return (value) => containsTokens(value, filter.value);
    case 'NOT_CONTAINS_TOKEN':
      return not((value) => containsTokens(value, filter.value), notInMatchesEmpty);
    case 'BETWEEN':
      return both(
        ordered(property, filter.value, (order) => order >= 0),
        ordered(property, filter.highValue, (order) => order <= 0),
      );
    case 'LT':
      return ordered(property, filter.value, (order) => order < 0);
    case 'LTE':
      return ordered(property, filter.value, (order) => order <= 0);
    case 'GT':
      return ordered(property, filter.value, (order) => order > 0);
    case 'GTE':
      return ordered(property, filter.value, (order) => order >= 0);
  }
}

const not =
  (test: Test, matchesEmpty: boolean): Test =>
  (value) =>
    value === '' ? matchesEmpty : !test(value);

const both =
  (one: Test, other: Test): Test =>
  (value) =>
    one(value) && other(value);

function ordered(property: PropertyDefinition, operand: string, holds: (order: number) => boolean): Test {
  const right = operandOf(property, operand);
  return (value) => {
    const left = value === '' ? undefined : comparable(property, value);
    return left !== undefined && holds(compare(left, right));
  };
}

/** A multi-checkbox value is each of its choices. */
function oneOf(property: PropertyDefinition, wanted: readonly Comparable[]): Test {
  const split = property.fieldType === 'checkbox';
  return (value) => {
    const choices = split ? value.split(';') : [value];
    return choices.some((choice) => {
      const left = choice === '' ? undefined : comparable(property, choice);
      return left !== undefined && wanted.some((right) => compare(left, right) === 0);
    });
  };
}

function operandOf(property: PropertyDefinition, text: string): Comparable {
  const value = comparable(property, text);
  if (value !== undefined) return value;
  const message = `"${text}" is no value of ${property.name}, which is a ${property.type}`;
  throw invalid(message, [{ message, code: 'INVALID_VALUE', context: { propertyName: [property.name] } }]);
}

/** Texts in the array of IN and NOT_IN must be in small letters: those with capitals find nothing. */
const exactOperand = (property: PropertyDefinition, text: string): Comparable =>
  property.type === 'string' ? text : operandOf(property, text);

export function unknownProperty(name: string) {
  const message = `There is no property named "${name}"`;
  const context = { propertyName: [name] };
  return invalid('There was a problem with the request.', [{ message, code: 'PROPERTY_DOESNT_EXIST', context }]);
}
