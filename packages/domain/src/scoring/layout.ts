import { type Instrument, type Mode, type Party, parties } from "../instrument/types.ts";
import { scoredStatements, statementsPutTo } from "./group.ts";

/** A dimension with the columns of its statements. */
export interface DimensionLayout {
  readonly id: string;
  /** Column of its importance. */
  readonly importance: number;
  /** Its statements put to anyone in this mode, in the instrument's order. */
  readonly items: readonly ItemLayout[];
  /** Columns of the statements that make up each party's score. */
  readonly scored: Readonly<Record<Party, readonly number[]>>;
  /** Ids of all that make up any party's score, each once. */
  readonly everyScored: readonly string[];
}

/** A statement with its column. */
export interface ItemLayout {
  readonly id: string;
  readonly column: number;
  /** Those it is put to in this mode. */
  readonly parties: readonly Party[];
}

/** Where every answer of a round has its place: a column per statement, then one per dimension for its importance. */
export interface Layout {
  /** Statement ids, then dimension ids, by column. */
  readonly ids: readonly string[];
  /** How many of the columns are statements. */
  readonly statements: number;
  readonly statementColumn: ReadonlyMap<string, number>;
  readonly importanceColumn: ReadonlyMap<string, number>;
  readonly dimensions: readonly DimensionLayout[];
}

const layouts = new WeakMap<Instrument, Partial<Record<Mode, Layout>>>();

/** The layout of an instrument in a mode. Worked out once per instrument object: a published instrument never changes. */
export function layoutOf(instrument: Instrument, mode: Mode): Layout {
  let known = layouts.get(instrument);
  if (known === undefined) {
    known = {};
    layouts.set(instrument, known);
  }
  known[mode] ??= makeLayout(instrument, mode);
  return known[mode];
}

function makeLayout({ dimensions }: Instrument, mode: Mode): Layout {
  const statements = [...new Set(dimensions.flatMap((dimension) => dimension.items.map((item) => item.id)))];
  const statementColumn = new Map(statements.map((id, column) => [id, column]));
  const importanceColumn = new Map(dimensions.map(({ id }, index) => [id, statements.length + index]));
  const columnOf = (id: string) => statementColumn.get(id) ?? 0;
  return {
    ids: [...statements, ...dimensions.map(({ id }) => id)],
    statements: statements.length,
    statementColumn,
    importanceColumn,
    dimensions: dimensions.map((dimension) => {
      const lists = new Map<string, readonly number[]>();
      const scored = (party: Party) => oneOf(lists, scoredStatements(dimension, party, mode).map(columnOf));
      return {
        id: dimension.id,
        importance: importanceColumn.get(dimension.id) ?? 0,
        items: dimension.items.flatMap((item) => {
          const putTo = parties.filter((party) => statementsPutTo(dimension, party, mode).includes(item));
          return putTo.length === 0 ? [] : [{ id: item.id, column: columnOf(item.id), parties: putTo }];
        }),
        scored: { municipality: scored("municipality"), industry: scored("industry"), residents: scored("residents") },
        everyScored: [...new Set(parties.flatMap((party) => scoredStatements(dimension, party, mode)))],
      };
    }),
  };
}

/** The list, or the equal one before it: parties that are put the same have the same list, which is quick to see. */
function oneOf(lists: Map<string, readonly number[]>, columns: readonly number[]): readonly number[] {
  const key = columns.join();
  const known = lists.get(key) ?? columns;
  lists.set(key, known);
  return known;
}
