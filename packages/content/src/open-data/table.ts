/** A shipped table: the names of its columns, then the rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * Rows of a shipped table as objects by column name. The files are written by scripts/pack-data.ts, which checks them;
 * here only the columns are compared, so that an old file does not pass for a new one.
 *
 * @throws Error if the columns are not the ones expected, in that order.
 */
export function rowsOf<Row extends object>(table: Table, columns: readonly (keyof Row & string)[]): readonly Row[] {
  if (table.columns.join() !== columns.join())
    throw new Error(`Columns ${table.columns.join()}, not ${columns.join()}: run scripts/pack-data.ts`);
  return table.rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])) as Row);
}
