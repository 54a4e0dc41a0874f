import type { Catalogue } from "../catalogue/types.ts";
import { isSame } from "../catalogue-diff/leaves.ts";
import { compileCondition } from "../condition/evaluate.ts";
import type { FieldCatalogue } from "../condition/field-catalogue.ts";
import { readCondition } from "../condition/read.ts";
import type { Facts } from "../condition/types.ts";
import { ruleOf } from "../recommendation/gate.ts";
import { clausesOf, type RuleClause } from "./clauses.ts";
import { finding, ofMeasure } from "./finding.ts";
import type { RankedPlace } from "./ranked-place.ts";
import type { BenchFinding, MeasureReach } from "./types.ts";

/** Share of the places from which a measure outside Grundpaket is nearly always advised. */
export const NEARLY_ALWAYS = 0.9;

/** In how many places something is so, by measure id. */
class Counts {
  readonly #counts = new Map<string, number>();
  add(ids: readonly string[]): void {
    for (const id of ids) this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
  }
  of(id: string): number {
    return this.#counts.get(id) ?? 0;
  }
}

interface Side {
  /** Among the nine or in Grundpaket, over the real places. */
  readonly advised: Counts;
  readonly nine: Counts;
  /** Past its gate, over the real places and over all. */
  readonly openReal: Counts;
  readonly openAll: Counts;
}

const emptySide = (): Side => ({ advised: new Counts(), nine: new Counts(), openReal: new Counts(), openAll: new Counts() });

function addTo(side: Side, { advised, basic, ranked }: RankedPlace, isReal: boolean): void {
  side.openAll.add(ranked);
  if (!isReal) return;
  side.advised.add([...advised, ...basic]);
  side.nine.add(advised);
  side.openReal.add(ranked);
}

interface TalliedClause extends RuleClause {
  readonly measureId: string;
  /** New or another than before. */
  readonly isChanged: boolean;
  holds: number;
  fails: number;
}

/** What the places of a trial add up to. */
export class Tally {
  readonly #before: Side | null;
  readonly #after = emptySide();
  readonly #clauses: readonly TalliedClause[];
  #places = 0;
  #real = 0;

  /** @param draft The measures that are ranked, with their rules. */
  constructor(draft: Catalogue, before: Catalogue | null) {
    this.#before = before === null ? null : emptySide();
    this.#clauses = draft.measures.flatMap(({ id }) => talliedClauses(id, draft, before));
  }

  /** @param isReal Not made up for the trial, or all are. */
  add(facts: Facts, before: RankedPlace | null, after: RankedPlace, isReal: boolean): void {
    this.#places += 1;
    if (isReal) this.#real += 1;
    if (before !== null && this.#before !== null) addTo(this.#before, before, isReal);
    addTo(this.#after, after, isReal);
    for (const clause of this.#clauses) {
      const verdict = compileCondition(clause.condition)(facts);
      if (verdict === "holds") clause.holds += 1;
      else if (verdict === "fails") clause.fails += 1;
    }
  }

  /** By measure of the draft, those retired among them. */
  reach(draft: Catalogue, before: Catalogue | null): readonly MeasureReach[] {
    const had = new Set(before?.measures.map(({ id }) => id));
    return draft.measures.map(({ id, sv, en }) => ({
      measureId: id,
      title: { sv, en },
      before: had.has(id) ? (this.#before?.advised.of(id) ?? null) : null,
      after: this.#after.advised.of(id),
    }));
  }

  /** Measures that no place or nearly every place gets. None without places: then nothing is known. */
  measureFindings({ measures, basicPackage }: Catalogue): readonly BenchFinding[] {
    if (this.#places === 0) return [];
    return measures.flatMap(({ id }): readonly BenchFinding[] => {
      const never = this.#neverFinding(id);
      const share = this.#real === 0 ? 0 : this.#after.nine.of(id) / this.#real;
      const common =
        share >= NEARLY_ALWAYS && !basicPackage.includes(id) ? [finding("yellow", "nearly_always", ofMeasure(id), { share })] : [];
      return [...(never === null ? [] : [never]), ...common];
    });
  }

  #neverFinding(id: string): BenchFinding | null {
    const [was, is] = [this.#before, this.#after];
    const openBefore = was?.openReal.of(id) ?? 0;
    if (openBefore > 0 && is.openAll.of(id) === 0) return finding("red", "nowhere_open", ofMeasure(id), { before: openBefore });
    if (openBefore > 0 && is.openReal.of(id) === 0) return finding("yellow", "nowhere_open_real", ofMeasure(id), { before: openBefore });
    if (is.advised.of(id) > 0) return null;
    const before = was?.advised.of(id) ?? 0;
    return before > 0 ? finding("yellow", "no_longer_advised", ofMeasure(id), { before }) : finding("info", "never_advised", ofMeasure(id));
  }

  /** Conditions that decide nothing among the places: yellow where new or changed, else for the record. */
  clauseFindings(fields: FieldCatalogue): readonly BenchFinding[] {
    return this.#clauses.flatMap(({ measureId, name, index, condition, isChanged, holds, fails }): readonly BenchFinding[] => {
      if (holds + fails === 0 || (holds > 0 && fails > 0)) return [];
      const reading = { sv: readCondition(condition, "sv", fields), en: readCondition(condition, "en", fields) };
      const values = { clause: name, index, holds, fails, ...reading };
      return [finding(isChanged ? "yellow" : "info", holds === 0 ? "never_in_places" : "always_in_places", ofMeasure(measureId), values)];
    });
  }
}

function talliedClauses(measureId: string, draft: Catalogue, before: Catalogue | null): readonly TalliedClause[] {
  const earlier = before === null ? [] : clausesOf(ruleOf(before, measureId));
  return clausesOf(ruleOf(draft, measureId)).map((clause) => ({
    ...clause,
    measureId,
    isChanged: !earlier.some((one) => one.name === clause.name && isSame(one.condition, clause.condition)),
    holds: 0,
    fails: 0,
  }));
}
