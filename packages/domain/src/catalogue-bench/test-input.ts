import type { Cell } from "../condition/cells.ts";
import type { Facts } from "../condition/types.ts";
import type { Dimension, Instrument } from "../instrument/types.ts";
import { triggerFields } from "../recommendation/parameters.ts";
import type { AdviceInput } from "../recommendation/types.ts";
import { gapBand } from "../scoring/gap.ts";
import type { DimensionScore, Interval, Scored } from "../scoring/types.ts";
import type { Random } from "../statistics/random.ts";

/** Half the width of a made-up score's interval, points. */
const HALF_WIDTH = 10;
const RESPONDENTS = 10;

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const around = (value: number, low: number): Interval => ({
  low: within(value - HALF_WIDTH, low, 100),
  high: within(value + HALF_WIDTH, low, 100),
});

function scored(score: number | null): Scored {
  if (score === null) return { kind: "insufficient", coverage: 0, respondents: 0, missing: [] };
  return { kind: "scored", score, interval: around(score, 0), coverage: 1, respondents: RESPONDENTS };
}

const numberOf = (facts: Facts, key: string): number | null => (typeof facts[key] === "number" ? facts[key] : null);

/**
 * The facts as the engine takes them, with an assessment that says what they do: `score.*`, `gap.*` and `item.*` stand in
 * it, and where they do not decide it is drawn. No gap between the parties is larger than `max_gap`, and one is as large.
 *
 * @param given By field; null is unknown.
 */
export function inputFrom(instrument: Instrument, given: Readonly<Record<string, Cell>>, random: Random): AdviceInput {
  const largest = numberOf(given, triggerFields.gap);
  const factGap = numberOf(given, triggerFields.factGap);
  const pick = random.below(Math.max(1, instrument.dimensions.length));
  const dimensions = instrument.dimensions.map((dimension, index) => {
    const drawn = largest === null ? null : index === pick ? largest : Math.min(largest, HALF_WIDTH * random.uniform());
    return dimensionScore(dimension, given, drawn, random);
  });
  const facts = Object.fromEntries(dimensions.flatMap(factsOf));
  const factIndex = Object.fromEntries(
    dimensions.map(({ dimensionId, place }, index) => [
      dimensionId,
      place.kind === "scored" && factGap !== null && index === pick ? beside(place.score, factGap) : null,
    ]),
  );
  return {
    facts: { ...facts, ...given },
    scores: { partiesPresent: ["municipality", "industry"], dimensions, consensusIndex: null },
    factIndex,
    done: [],
  };
}

const beside = (score: number, distance: number): number => within(score >= 50 ? score - distance : score + distance, 0, 100);

function dimensionScore({ id, items }: Dimension, given: Facts, drawnGap: number | null, random: Random): DimensionScore {
  const own = (key: string, drawn: number | null) => (Object.hasOwn(given, key) ? numberOf(given, key) : drawn);
  const [score, importance] = [own(`score.${id}`, 20 + 60 * random.uniform()), 1 + 4 * random.uniform()];
  const points = score === null ? null : own(`gap.${id}`, drawnGap);
  const side = (sign: number) => scored(score === null ? null : within(score + (sign * (points ?? 0)) / 2, 0, 100));
  return {
    dimensionId: id,
    place: scored(score),
    byParty: { municipality: side(1), industry: side(-1) },
    byOrganisation: {},
    byRoleGroup: [],
    gap: points === null ? null : { points, interval: around(points, -100), band: gapBand(points), wasserstein: Math.abs(points) / 100 },
    importance,
    importanceByParty: { municipality: importance, industry: importance },
    quadrant: null,
    items: items.map((item) => ({
      statementId: item.id,
      place: own(`item.${item.id}`, score === null ? null : within(score + 20 * (random.uniform() - 0.5), 0, 100)),
      byParty: {},
      cannotJudgeShare: 0,
      agreement: {},
    })),
  };
}

function factsOf({ dimensionId, place, gap, items }: DimensionScore): readonly (readonly [string, number | null])[] {
  return [
    [`score.${dimensionId}`, place.kind === "scored" ? place.score : null],
    [`gap.${dimensionId}`, gap?.points ?? null],
    ...items.map((item) => [`item.${item.statementId}`, item.place] as const),
  ];
}
