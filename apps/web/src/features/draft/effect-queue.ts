import type { EffectLevel } from "./effect-grid.ts";

/** A measure as it was saved: what the next change of it is made from. */
export interface SavedEffects {
  readonly version: number;
  readonly effects: Readonly<Record<string, number>>;
}

/** How saving one effect ended: saved, or refused with the reason; and the measure as it stands now, where that is known. */
export type EffectOutcome = { readonly saved: SavedEffects } | { readonly why: string; readonly current: SavedEffects | null };

/** One effect to be saved. */
export interface EffectChange {
  readonly key: string;
  readonly version: number;
  readonly dimensionId: string;
  readonly value: EffectLevel;
}

/** Effects on their way to be saved. */
export interface EffectQueue {
  /** Puts a change in line. One for the same spot that has not been sent yet gives way to it. */
  readonly put: (change: EffectChange) => void;
  /** Whether nothing is on its way. */
  readonly isIdle: () => boolean;
}

/**
 * Saves effects measure by measure in the order they were set: the next of a measure is sent when the one before has been
 * answered, from the version that the answer gave. Different measures do not wait for each other.
 *
 * @param send Saves one effect; never throws.
 * @param told Hears of every outcome, in the order of the measure's changes.
 */
export function effectQueue(
  send: (change: EffectChange) => Promise<EffectOutcome>,
  told: (change: EffectChange, outcome: EffectOutcome) => void,
): EffectQueue {
  const lines = new Map<string, Map<string, EffectLevel>>();
  const versions = new Map<string, number>();

  const work = async (key: string, line: Map<string, EffectLevel>) => {
    for (let next = line.entries().next(); next.done !== true; next = line.entries().next()) {
      const [dimensionId, value] = next.value;
      line.delete(dimensionId);
      const change = { key, version: versions.get(key) ?? 0, dimensionId, value };
      const outcome = await send(change);
      const now = "saved" in outcome ? outcome.saved : outcome.current;
      if (now !== null) versions.set(key, now.version);
      told(change, outcome);
    }
    lines.delete(key);
  };

  return {
    put: ({ key, version, dimensionId, value }) => {
      versions.set(key, Math.max(version, versions.get(key) ?? 0));
      const line = lines.get(key);
      if (line !== undefined) {
        line.delete(dimensionId);
        line.set(dimensionId, value);
        return;
      }
      const begun = new Map([[dimensionId, value]]);
      lines.set(key, begun);
      void work(key, begun);
    },
    isIdle: () => lines.size === 0,
  };
}
