import type { Dice } from './dice.ts';
import { DIRTY_KINDS, type DirtyKind } from './dirty-kinds.ts';
import type { DemoFile, DemoRow, DemoTable } from './portal-tables.ts';

/** A table some of whose rows may not even have its shape. */
export interface SpoiledTable {
  columns: readonly string[];
  rows: readonly (DemoRow | string[])[];
}

export interface Spoiled {
  tables: Record<string, SpoiledTable>;
  /** Dirty rows by kind. */
  counts: Record<string, number>;
}

/**
 * Makes rows of the tables dirty, each kind of `DIRTY_KINDS` about as often as the others of its file. Every clean row is used at most once;
 * rows that come beside the clean ones stand at the end, as a second export would leave them.
 *
 * @param share of the dirty rows in all rows of each file that has a dirty kind
 */
export function spoilTables(tables: Readonly<Record<DemoFile, DemoTable>>, share: number, dice: Dice): Spoiled {
  const counts: Record<string, number> = {};
  const spoiled = Object.entries(tables).map(([file, table]) => {
    const kinds = kindsOf(file);
    let missing = kinds.length * rowsOfEach(kinds, table.rows.length, share);
    const left = dice.shuffled([...table.rows.keys()]);
    const inPlace = new Map<number, DemoRow | string[]>();
    const beside: (DemoRow | string[])[] = [];
    for (const [index, { kind, place, suits = () => true, spoil }] of kinds.entries()) {
      const count = Math.ceil(missing / (kinds.length - index));
      const chosen = takeSome(left, count, (row) => suits(table.rows[row] ?? {}));
      counts[kind] = chosen.length;
      missing -= chosen.length;
      for (const row of chosen) {
        const dirty = spoil(table.rows[row] ?? {}, table.columns);
        if (place === 'instead') inPlace.set(row, dirty);
        else beside.push(dirty);
      }
    }
    const rows = table.rows.map((row, index) => inPlace.get(index) ?? row);
    return [file, { columns: table.columns, rows: [...rows, ...beside] }] as const;
  });
  return { tables: Object.fromEntries(spoiled), counts };
}

/** Choosy kinds first, so that the others make up for what those do not find. */
function kindsOf(file: string): DirtyKind[] {
  const isChoosy = ({ suits }: DirtyKind) => Number(suits !== undefined);
  return DIRTY_KINDS.filter((kind) => kind.file === file).sort((a, b) => isChoosy(b) - isChoosy(a));
}

/** How many rows of each kind make `share` of the whole, the added rows included. */
function rowsOfEach(kinds: readonly DirtyKind[], clean: number, share: number): number {
  const added = kinds.filter(({ place }) => place === 'beside').length;
  return kinds.length === 0 ? 0 : Math.round((share * clean) / (kinds.length - share * added));
}

/** Takes up to `count` suitable items out of a list. */
function takeSome(list: number[], count: number, suits: (item: number) => boolean): number[] {
  const taken = list.filter(suits).slice(0, count);
  const gone = new Set(taken);
  list.splice(0, list.length, ...list.filter((item) => !gone.has(item)));
  return taken;
}
