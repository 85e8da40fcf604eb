/** A custom object type of the portal. */
export interface Schema {
  /** `2-<number>` */
  readonly objectTypeId: string;
  readonly name: string;
  /** `p<portal>_<name>` */
  readonly fullyQualifiedName: string;
  readonly labels: { readonly singular?: string | undefined; readonly plural?: string | undefined };
  readonly description: string | undefined;
  readonly primaryDisplayProperty: string;
  readonly secondaryDisplayProperties: readonly string[];
  readonly searchableProperties: readonly string[];
  readonly requiredProperties: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
  /** An archived type is gone but for its name, which stays taken. */
  readonly archived: boolean;
}

/** The custom object types of a portal, found by id, qualified name or bare name, whatever the case. */
export class Schemas {
  readonly #schemas = new Map<string, Schema>();
  #lastNumber = 9_000_000;

  all(archived = false): Schema[] {
    return [...this.#schemas.values()].filter((schema) => schema.archived === archived);
  }

  /** Not the archived ones. */
  find(name: string): Schema | undefined {
    return this.all().find((schema) => isCalled(schema, name));
  }

  /** Archived or not. */
  findAny(name: string): Schema | undefined {
    return [...this.#schemas.values()].find((schema) => isCalled(schema, name));
  }

  isTaken(name: string): boolean {
    return this.findAny(name) !== undefined;
  }

  nextTypeId(): string {
    this.#lastNumber += 1;
    return `2-${this.#lastNumber}`;
  }

  put(schema: Schema): void {
    this.#schemas.set(schema.objectTypeId, schema);
  }

  remove(schema: Schema): void {
    this.#schemas.delete(schema.objectTypeId);
  }
}

const isCalled = ({ objectTypeId, fullyQualifiedName, name }: Schema, wanted: string): boolean =>
  [objectTypeId, fullyQualifiedName, name].some((known) => known.toLowerCase() === wanted.toLowerCase());
