import { standardObjects } from './default-properties.ts';
import type { PropertyDefinition, PropertyGroup, PropertyOption } from './property-definition.ts';

/** Property definitions and groups of every object type; a new portal has HubSpot's own. */
export class PropertyTable {
  readonly #definitions = new Map<string, Map<string, PropertyDefinition>>();
  readonly #groups = new Map<string, Map<string, PropertyGroup>>();

  constructor() {
    for (const { typeId, properties, groups } of standardObjects) {
      for (const name of groups) this.putGroup(typeId, { name, label: name, displayOrder: -1 });
      for (const definition of properties) this.put(typeId, definition);
    }
  }

  /** The definition, unless it does not exist or is archived. */
  find(typeId: string, name: string): PropertyDefinition | undefined {
    const definition = this.#definitions.get(typeId)?.get(name);
    return definition?.archived === true ? undefined : definition;
  }

  list(typeId: string, archived = false): PropertyDefinition[] {
    return [...(this.#definitions.get(typeId)?.values() ?? [])].filter((one) => one.archived === archived);
  }

  put(typeId: string, definition: PropertyDefinition): void {
    childMap(this.#definitions, typeId).set(definition.name, definition);
  }

  /** Adds the value as an option if it is none yet. Properties whose options live elsewhere stay as they are. */
  addOption(typeId: string, name: string, value: string): void {
    const definition = this.find(typeId, name);
    if (definition?.type !== 'enumeration' || definition.externalOptions) return;
    if (definition.options.some((option) => option.value === value)) return;
    const option: PropertyOption = { label: value, value, displayOrder: definition.options.length, hidden: false };
    this.put(typeId, { ...definition, options: [...definition.options, option] });
  }

  group(typeId: string, name: string): PropertyGroup | undefined {
    return this.#groups.get(typeId)?.get(name);
  }

  groups(typeId: string): PropertyGroup[] {
    return [...(this.#groups.get(typeId)?.values() ?? [])];
  }

  putGroup(typeId: string, group: PropertyGroup): void {
    childMap(this.#groups, typeId).set(group.name, group);
  }
}

function childMap<T>(parents: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const known = parents.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, T>();
  parents.set(key, made);
  return made;
}
