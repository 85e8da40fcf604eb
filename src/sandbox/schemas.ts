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
}

/** The custom object types of a portal, found by id, qualified name or bare name, whatever the case. */
export class Schemas {
  readonly #schemas = new Map<string, Schema>();
  #lastNumber = 9_000_000;

  all(): Schema[] {
    return [...this.#schemas.values()];
  }

  find(name: string): Schema | undefined {
    const wanted = name.toLowerCase();
    return this.all().find((schema) =>
      [schema.objectTypeId, schema.fullyQualifiedName, schema.name].some((known) => known.toLowerCase() === wanted),
    );
  }

  nextTypeId(): string {
    this.#lastNumber += 1;
    return `2-${this.#lastNumber}`;
  }

  add(schema: Schema): void {
    this.#schemas.set(schema.objectTypeId, schema);
  }
}
