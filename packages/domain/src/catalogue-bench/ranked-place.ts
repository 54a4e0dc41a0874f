import type { Catalogue } from "../catalogue/types.ts";
import type { FieldCatalogue } from "../condition/field-catalogue.ts";
import { validateCondition } from "../condition/validate.ts";
import type { Instrument } from "../instrument/types.ts";
import { ruleOf } from "../recommendation/gate.ts";
import { type Candidate, rankPlace, seat } from "../recommendation/select.ts";
import type { AdviceInput, AdvisedMeasure } from "../recommendation/types.ts";
import { clausesOf } from "./clauses.ts";

/** A place as a catalogue ranks it. */
export interface RankedPlace {
  /** All measures that can be advised, by id. */
  readonly candidates: ReadonlyMap<string, Candidate>;
  /** Past their gate, best first: ids. */
  readonly ranked: readonly string[];
  /** Särskilt för er ort and Grundpaket, best first: ids. */
  readonly advised: readonly string[];
  readonly basic: readonly string[];
  readonly broughtBy: ReadonlyMap<string, NonNullable<AdvisedMeasure["broughtBy"]>>;
}

/** What is ranked of a catalogue: no retired measure, and none whose rule is too faulty to be carried out. */
export interface Rankable {
  readonly catalogue: Catalogue;
  /** Measures left out because of a faulty rule. */
  readonly faulty: ReadonlySet<string>;
}

/**
 * What of a catalogue can be ranked.
 *
 * @param fields Null for a version in use, which was checked when it was published.
 */
export function rankable(catalogue: Catalogue, fields: FieldCatalogue | null): Rankable {
  const isFaulty = (id: string) =>
    fields !== null && clausesOf(ruleOf(catalogue, id)).some(({ condition }) => validateCondition(condition, fields).length > 0);
  const inUse = catalogue.measures.filter(({ retired }) => retired !== true);
  const faulty = new Set(inUse.map(({ id }) => id).filter(isFaulty));
  return { catalogue: { ...catalogue, measures: inUse.filter(({ id }) => !faulty.has(id)) }, faulty };
}

/** Ranks one place. */
export function rankedPlace(instrument: Instrument, { catalogue }: Rankable, input: AdviceInput): RankedPlace {
  const ranking = rankPlace(instrument, catalogue, input);
  const { advised, basic, broughtBy } = seat(ranking, catalogue.basicPackage);
  const ids = (list: readonly Candidate[]) => list.map(({ measure }) => measure.id);
  return {
    candidates: new Map(ranking.candidates.map((one) => [one.measure.id, one])),
    ranked: ids(ranking.ranked),
    advised: ids(advised),
    basic: ids(basic),
    broughtBy,
  };
}
