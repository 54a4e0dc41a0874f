/** A spot in the grid of effects: rows from 0; column 0 is the measure itself, the dimensions follow from 1. */
export interface GridSpot {
  readonly row: number;
  readonly column: number;
}

/** How large the grid is, column 0 counted. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** A key as it was pressed. */
export interface GridKey {
  readonly key: string;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
}

/** Rows that PageUp and PageDown go. */
export const gridPage = 10;
/** The effects there are, from none to large. */
export const effectLevels = [0, 1, 2, 3] as const;
/** An effect: 0 none, 1 small, 2 clear, 3 large. */
export type EffectLevel = (typeof effectLevels)[number];

const steps: Readonly<Record<string, (spot: GridSpot, size: GridSize) => GridSpot>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: row - gridPage, column }),
  PageDown: ({ row, column }) => ({ row: row + gridPage, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
};
const corners: typeof steps = {
  Home: () => ({ row: 0, column: 0 }),
  End: (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
};

const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));

/**
 * Where a key leads from a spot, never outside the grid: arrows a step, PageUp and PageDown ten rows, Home and End to the ends
 * of the row, and with Ctrl to the corners of the grid.
 *
 * @returns Null for a key that does not move, and in a grid without rows.
 */
export function movedSpot(spot: GridSpot, { key, ctrlKey = false, altKey = false, metaKey = false }: GridKey, size: GridSize) {
  if (altKey || metaKey || size.rows === 0) return null;
  const table = ctrlKey ? corners : steps;
  const step = Object.hasOwn(table, key) ? table[key] : undefined;
  if (step === undefined) return null;
  const next = step(spot, size);
  return { row: within(next.row, size.rows), column: within(next.column, size.columns) };
}

/** Whether a measure may have the effect there: on its main dimension it has one, from 1. */
export const mayHave = (level: EffectLevel, isMain: boolean): boolean => level > 0 || !isMain;

/** The effect after this one: 0, 1, 2, 3 and round; on the main dimension without 0. */
export function nextLevel(level: EffectLevel, isMain: boolean): EffectLevel {
  const next = effectLevels[level + 1] ?? 0;
  return mayHave(next, isMain) ? next : 1;
}

/**
 * The effect that a key asks for: its own for 0–3, the next for Space and Enter.
 *
 * @returns Null for any other key, and together with Ctrl, Alt or Meta, which belong to the browser.
 */
export function levelFor({ key, ctrlKey, altKey, metaKey }: GridKey, level: EffectLevel, isMain: boolean): EffectLevel | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (key === " " || key === "Enter") return nextLevel(level, isMain);
  return effectLevels.find((one) => String(one) === key) ?? null;
}
