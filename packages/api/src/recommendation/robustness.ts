import type { AdviceItem } from "@hp/contracts";
import {
  type AdviceInput,
  type AdviceRobustness,
  adviceRobustness,
  type Catalogue,
  type Instrument,
  robustnessText,
  tenthsOf,
} from "@hp/domain";
import type { Locale } from "../services.ts";

/** Draws behind "9 av 10": a tenth is then told apart from its neighbours in nearly all cases. */
const draws = 400;
/** Runs whose firmness is kept in memory. A run never changes, so neither does what is reckoned from it. */
const mostKept = 200;
const kept = new Map<string, AdviceRobustness>();

/** A stored run with the versions that it pins. */
export interface RunToTry {
  readonly run: { readonly id: string; readonly digest: string };
  readonly input: AdviceInput;
  readonly instrument: Instrument;
  readonly catalogue: Catalogue;
  readonly locale: Locale;
}

function robustnessOf({ run, input, instrument, catalogue }: RunToTry): AdviceRobustness {
  const known = kept.get(run.id);
  if (known !== undefined) return known;
  // The run's own digest is the seed: the same run gives the same words, on every machine.
  const made = adviceRobustness({ instrument, catalogue, input }, { draws, seed: run.digest });
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(run.id, made);
  return made;
}

/** How firmly each advised measure of a run stands, in words; null for one that does not compete for a seat. */
export function firmnessIn(run: RunToTry): (measureId: string) => AdviceItem["robustness"] {
  const byId = new Map(robustnessOf(run).measures.map((one) => [one.measureId, one.bySource]));
  return (measureId) => {
    const its = byId.get(measureId);
    if (its === undefined) return null;
    const told = (source: "weights" | "together") => ({
      tenths: tenthsOf(its[source]),
      text: robustnessText(its[source], source, run.locale),
    });
    return { weights: told("weights"), together: told("together") };
  };
}
