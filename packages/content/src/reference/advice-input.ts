import {
  type AdviceInput,
  type Dimension,
  type DimensionScore,
  deriveFacts,
  type GapBand,
  type Instrument,
  type Interval,
  type ItemScore,
  type RoundScores,
  type Scored,
} from "@hp/domain";
import { indicatorValues } from "../open-data/comparison.ts";
import { factIndexes } from "../open-data/fact-indexes.ts";
import { loadInstrument } from "../published/instrument.ts";
import { clamp, draw } from "./draws.ts";
import type { ReferencePlace } from "./place.ts";

/** Half the width of a drawn score's 95 % interval, points: about what two parties of ten answers each give. */
const halfWidth = 10;
const drawnRespondents = 10;

function around(value: number, half: number, min: number, max: number): Interval {
  return { low: clamp(value - half, min, max), high: clamp(value + half, min, max) };
}

function scored(score: number, respondents: number): Scored {
  return { kind: "scored", score, interval: around(score, halfWidth, 0, 100), coverage: 1, respondents };
}

function bandOf(points: number): GapBand {
  return Math.abs(points) < 10 ? "consensus" : Math.abs(points) < 20 ? "nuance" : "gap";
}

function dimensionScore(dimension: Dimension, code: string, seed: string): DimensionScore {
  const z = (field: string) => draw(seed, code, field).z;
  const middle = 52 + 12 * z(`perception.${dimension.id}`);
  const difference = 3 + 9 * z(`gap.${dimension.id}`);
  const municipality = clamp(middle + difference / 2, 0, 100);
  const industry = clamp(middle - difference / 2, 0, 100);
  const points = municipality - industry;
  const importance = clamp(4 + 0.5 * z(`importance.${dimension.id}`), 1, 5);
  const items = dimension.items.map(({ id }): ItemScore => {
    const place = clamp(middle + 10 * z(`item.${id}`), 0, 100);
    return { statementId: id, place, byParty: {}, cannotJudgeShare: 0, agreement: {} };
  });
  return {
    dimensionId: dimension.id,
    place: scored((municipality + industry) / 2, 2 * drawnRespondents),
    byParty: { municipality: scored(municipality, drawnRespondents), industry: scored(industry, drawnRespondents) },
    byOrganisation: {},
    byRoleGroup: [],
    gap: { points, interval: around(points, halfWidth * Math.SQRT2, -100, 100), band: bandOf(points), wasserstein: Math.abs(points) / 100 },
    importance,
    importanceByParty: { municipality: importance, industry: importance },
    quadrant: null,
    items,
  };
}

/**
 * A drawn perception: municipality and industry in every dimension, every statement and the importance of each.
 *
 * @param seed The seed of the perception; another seed than the place's draws its perception anew and keeps its facts.
 * @param instrument The instrument that is answered; a dimension keeps its draws from one version to the next.
 * @see content/reference-model.json, perception
 */
export function referenceScores(municipalityCode: string, seed: string, instrument: Instrument = loadInstrument()): RoundScores {
  return {
    partiesPresent: ["municipality", "industry"],
    dimensions: instrument.dimensions.map((dimension) => dimensionScore(dimension, municipalityCode, seed)),
    consensusIndex: null,
  };
}

/**
 * A test place as the engine takes it: its facts, a drawn perception and the real fact indexes of the municipality.
 *
 * @param perceptionSeed The place's own seed unless its perception is to be drawn anew.
 */
export function referenceAdviceInput(
  place: ReferencePlace,
  perceptionSeed: string = place.seed,
  instrument: Instrument = loadInstrument(),
): AdviceInput {
  return adviceInputOf(place, referenceScores(place.municipalityCode, perceptionSeed, instrument), instrument);
}

/** A test place's preconditions with any perception, also another place's. */
export function adviceInputOf(place: ReferencePlace, scores: RoundScores, instrument: Instrument = loadInstrument()): AdviceInput {
  const factIndex = Object.fromEntries(Object.entries(factIndexes(place.municipalityCode)).map(([id, { value }]) => [id, value]));
  const facts = deriveFacts({
    instrument,
    values: place.values,
    scores,
    factIndex,
    peers: place.peers,
    indicators: indicatorValues(place.municipalityCode),
  });
  return { facts, scores, factIndex, done: [] };
}
