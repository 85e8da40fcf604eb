import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import type { DefinitionSet } from '../../src/domain/definitions/definition-set.ts';
import type { Fact } from '../../src/domain/journey/fact.ts';
import { assess, type Assessment } from '../../src/domain/qualification/assess.ts';
import { KnownPerson } from '../../src/domain/qualification/known-person.ts';
import { rulesOf } from '../../src/domain/qualification/rules.ts';
import { signalValue, SIGNAL } from '../../src/domain/touch/signal.ts';
import { TOUCH, touchValue } from '../../src/domain/touch/touch.ts';
import { recordId } from '../../src/domain/values/ids.ts';
import type { PortalFolder } from '../../src/sandbox/seed/portal-folder.ts';

export interface Assessed {
  id: string;
  /** After each thing that happened to the person or the company, oldest first. */
  steps: Assessment[];
}

/** How the definitions would have seen each contact of a portal folder, one thing after another, every one heard of as it happened. */
export function assessFolder(folder: PortalFolder, definitions: DefinitionSet = SHIPPED_DEFINITIONS): Assessed[] {
  const rules = rulesOf(definitions);
  if (!rules) throw new Error('The definitions have no scores.');
  const facts = factsByRecord(folder);
  const companies = new Map(
    folder.associations.filter(({ toType }) => toType === 'company').map(({ fromId, toId }) => [fromId, toId]),
  );
  return folder.records
    .filter(({ type }) => type === 'contact')
    .map(({ id }) => {
      const known = new KnownPerson(rules);
      const own = [...(facts.get(`contact ${id}`) ?? []), ...(facts.get(`company ${companies.get(id) ?? ''}`) ?? [])];
      const steps: Assessment[] = [];
      for (const fact of own.sort((a, b) => a.occurredAt - b.occurredAt)) {
        known.learn(fact);
        if (fact.dated) steps.push(assess(known, fact.occurredAt, rules));
      }
      return { id, steps };
    });
}

function factsByRecord({ records, history, touches, signals }: PortalFolder): Map<string, Fact[]> {
  const told = new Set(history.map(({ type, id, property }) => `${type} ${id} ${property}`));
  const fact = (type: string, id: string, property: string, value: string, at: number, dated = true) => ({
    ...{ record: { type: type as 'contact', id: recordId(id) }, property, value, occurredAt: at, knownAt: at, dated },
  });
  const undated = records.flatMap(({ type, id, createdAt, properties }) =>
    Object.entries(properties)
      .filter(([property]) => !told.has(`${type} ${id} ${property}`))
      .map(([property, value]) => fact(type, id, property, value, createdAt, false)),
  );
  const all = [
    ...undated,
    ...history.map(({ type, id, property, value, at }) => fact(type, id, property, value, at)),
    ...touches.map(({ contactId, at, ...touch }) => fact('contact', contactId, TOUCH, touchValue(touch), at)),
    ...signals.map(({ type, id, at, strength, ...signal }) =>
      fact(type, id, SIGNAL, signalValue({ ...signal, strength: Math.round(strength * 1000) }), at),
    ),
  ];
  return Map.groupBy(all, ({ record: { type, id } }) => `${type} ${id}`);
}
