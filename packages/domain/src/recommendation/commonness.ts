import type { Catalogue } from "../catalogue/types.ts";
import type { Instrument } from "../instrument/types.ts";
import { parameters } from "./parameters.ts";
import { select } from "./select.ts";
import type { AdviceInput } from "./types.ts";

/** What a catalogue's commonness is computed over. */
export interface Reference {
  readonly instrument: Instrument;
  readonly catalogue: Pick<Catalogue, "measures" | "rules">;
  /** The fixed reference places (290 municipalities × three seeds): at least one. */
  readonly places: readonly AdviceInput[];
}

/** What is stored with a catalogue version at publishing. */
export interface Commonness {
  /** By measure id, all of the catalogue: share of the places, 0–1, where it is among the nine best with floor and triggers. */
  readonly commonness: Readonly<Record<string, number>>;
  /** Grundpaket: at least 40 % of the places, the most common first, ties by id, at most ten. */
  readonly basicPackage: readonly string[];
}

/**
 * How common each measure's advice is, and which are so common that they form Grundpaket: the advice of every reference
 * place, ranked without commonness and without a basic package (they are what is being found).
 *
 * @throws RangeError without any place: a share of nothing has no value.
 * @see docs/method.md#commonness
 */
export function computeCommonness({ instrument, catalogue, places }: Reference): Commonness {
  if (places.length === 0) throw new RangeError("commonness needs at least one reference place");
  const counts = new Map(catalogue.measures.map((measure) => [measure.id, 0]));
  const plain = { ...catalogue, commonness: {}, basicPackage: [] };
  for (const place of places) {
    for (const { measure } of select(instrument, plain, place).advised) counts.set(measure.id, (counts.get(measure.id) ?? 0) + 1);
  }
  const shares = [...counts].map(([id, count]) => ({ id, share: count / places.length })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const { fromShare, atMost } = parameters.basicPackage;
  const common = shares.filter(({ share }) => share >= fromShare).sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
  return {
    commonness: Object.fromEntries(shares.map(({ id, share }) => [id, share])),
    basicPackage: common.slice(0, atMost).map(({ id }) => id),
  };
}
