import { type AdviceInput, type DimensionScore, type FactValue, gapBand, type Scored } from "@hp/domain";
import { loadInstrument } from "../src/index.ts";
import file from "./fixtures/archetypes.json" with { type: "json" };

/** A made-up place with what should be advised and what must not be. */
export interface Archetype {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly facts: Readonly<Record<string, FactValue | null>>;
  readonly scores: Readonly<Record<string, number>>;
  readonly gaps: Readonly<Record<string, number>>;
  readonly expectedIn: readonly (readonly string[])[];
  readonly expectedExcluded: readonly { readonly measure: string; readonly by: "rule" | "heldBack" }[];
}

export const archetypes = file.archetypes as unknown as readonly Archetype[];

const scored = (score: number): Scored => ({ kind: "scored", score, interval: { low: score, high: score }, coverage: 1, respondents: 10 });

/** A made-up place as the engine takes it: its scores with their gaps, its facts as they stand, nothing else. */
export function archetypeInput({ facts, scores, gaps }: Pick<Archetype, "facts" | "scores" | "gaps">): AdviceInput {
  const dimensions = loadInstrument().dimensions.map(({ id }): DimensionScore => {
    const [place, gap] = [scores[id] ?? Number.NaN, gaps[id] ?? 0];
    return {
      dimensionId: id,
      place: scored(place),
      byParty: { municipality: scored(place + gap / 2), industry: scored(place - gap / 2) },
      byOrganisation: {},
      byRoleGroup: [],
      gap: { points: gap, interval: { low: gap, high: gap }, band: gapBand(gap), wasserstein: Math.abs(gap) / 100 },
      importance: null,
      importanceByParty: {},
      quadrant: null,
      items: [],
    };
  });
  const assessed = dimensions.flatMap(({ dimensionId, gap }) => [
    [`score.${dimensionId}`, scores[dimensionId] ?? null],
    [`gap.${dimensionId}`, gap?.points ?? null],
  ]);
  return {
    facts: { ...Object.fromEntries(assessed), ...facts },
    scores: { partiesPresent: ["municipality", "industry"], dimensions, consensusIndex: null },
    factIndex: {},
    done: [],
  };
}
