import type { EffectLevel } from "./effect-grid.ts";
import type { EffectChange, EffectOutcome, SavedEffects } from "./effect-queue.ts";

/** A row of the grid: the measure as it was saved, what is on its way, and what was refused. */
export interface EffectRow extends SavedEffects {
  readonly key: string;
  readonly title: string;
  readonly mainDimension: string;
  readonly isRetired: boolean;
  /** Set here and not answered yet, by dimension. */
  readonly wanted: Readonly<Record<string, EffectLevel>>;
  /** Why the last change of a spot was refused, by dimension. */
  readonly refused: Readonly<Record<string, string>>;
}

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> => {
  const { [key]: _gone, ...rest } = record;
  return rest;
};

/** The effect that a spot shows: what was set last, else what is saved; 0 where the measure has none. */
export const shownLevel = ({ wanted, effects }: EffectRow, dimensionId: string): EffectLevel =>
  wanted[dimensionId] ?? ((effects[dimensionId] ?? 0) as EffectLevel);

/** The row with an effect set that is on its way; an earlier refusal of the spot is forgotten. */
export const withWanted = (row: EffectRow, dimensionId: string, value: EffectLevel): EffectRow => ({
  ...row,
  wanted: { ...row.wanted, [dimensionId]: value },
  refused: without(row.refused, dimensionId),
});

/** The row with a change refused before it was sent. What is saved is what it shows. */
export const withRefusal = (row: EffectRow, dimensionId: string, why: string): EffectRow => ({
  ...row,
  wanted: without(row.wanted, dimensionId),
  refused: { ...row.refused, [dimensionId]: why },
});

/** The row after an answer. A spot that was set anew meanwhile keeps what it was set to. */
export function withOutcome(row: EffectRow, { dimensionId, value }: EffectChange, outcome: EffectOutcome): EffectRow {
  const now = ("saved" in outcome ? outcome.saved : outcome.current) ?? row;
  const saved = { ...row, version: now.version, effects: now.effects };
  if (row.wanted[dimensionId] !== value) return saved;
  return "why" in outcome ? withRefusal(saved, dimensionId, outcome.why) : { ...saved, wanted: without(saved.wanted, dimensionId) };
}

/** The rows as the page came with them anew: what was saved here since, or is on its way, is newer and stays. */
export function mergedRows(own: ReadonlyMap<string, EffectRow>, come: readonly EffectRow[]): ReadonlyMap<string, EffectRow> {
  return new Map(
    come.map((row) => {
      const mine = own.get(row.key);
      return [row.key, mine !== undefined && (mine.version >= row.version || Object.keys(mine.wanted).length > 0) ? mine : row] as const;
    }),
  );
}
