import type { Catalogue, ReferenceFigures } from "../catalogue/types.ts";
import type { Instrument } from "../instrument/types.ts";
import { parameters } from "./parameters.ts";
import { referenceFigures } from "./reference-figures.ts";
import { type Ranking, rankPlace, seat } from "./select.ts";
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
  /**
   * By measure id, all of the catalogue: share of the places, 0–1, where it is among the nine best with floor and
   * triggers. Of a measure in Grundpaket, the share that brought it there; of the others, the share beside Grundpaket.
   */
  readonly commonness: Readonly<Record<string, number>>;
  /** Grundpaket, at most ten: in the order they were added, of those added at once the most common first, ties by id. */
  readonly basicPackage: readonly string[];
  /** What is usual among the places: what the rarity and the margin of a fact are told by. */
  readonly reference: ReferenceFigures;
}

/**
 * How common each measure's advice is, which are so common that they form Grundpaket, and what is usual among the places.
 *
 * The places are ranked without commonness (it is what is being found). Measures that at least 40 % of them have among
 * their nine are moved to Grundpaket; that leaves seats, others become common, and so it is done again until none is
 * that common outside it, or Grundpaket has ten.
 *
 * @throws RangeError without any place: a share of nothing has no value.
 * @see docs/method.md#commonness
 */
export function computeCommonness({ instrument, catalogue, places }: Reference): Commonness {
  if (places.length === 0) throw new RangeError("commonness needs at least one reference place");
  const reference = referenceFigures(catalogue, places);
  const plain = { measures: catalogue.measures, rules: catalogue.rules, commonness: {}, reference };
  const rankings = places.map((place) => {
    const { ranked, demands } = rankPlace(instrument, plain, place);
    return { ranked, demands };
  });
  const ids = catalogue.measures.map(({ id }) => id).sort();
  const { fromShare, atMost } = parameters.basicPackage;
  const basicPackage: string[] = [];
  const settled = new Map<string, number>();
  for (;;) {
    const shares = sharesBeside(rankings, basicPackage);
    const common = [...shares].filter(([, share]) => share >= fromShare).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const added = common.slice(0, atMost - basicPackage.length);
    for (const [id, share] of added) settled.set(id, share);
    basicPackage.push(...added.map(([id]) => id));
    if (added.length === 0) {
      const commonness = Object.fromEntries(ids.map((id) => [id, settled.get(id) ?? shares.get(id) ?? 0]));
      return { commonness, basicPackage, reference };
    }
  }
}

/** By measure id: share of the places with it among their nine, the basic package apart; only those that some place has. */
function sharesBeside(
  rankings: readonly Pick<Ranking, "ranked" | "demands">[],
  basicPackage: readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const ranking of rankings) {
    for (const { measure } of seat(ranking, basicPackage).advised) counts.set(measure.id, (counts.get(measure.id) ?? 0) + 1);
  }
  return new Map([...counts].map(([id, count]) => [id, count / rankings.length]));
}
