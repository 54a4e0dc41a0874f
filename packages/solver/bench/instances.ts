import { defaultAssumptions, type PartyBudget, type PortfolioMeasure, type PortfolioRequest, type Scored } from "@hp/domain";

/** What a made-up question is like. */
export interface InstanceShape {
  readonly seed: number;
  readonly measures: number;
  readonly dimensions: number;
  readonly years: number;
  /** Budgets as a share of what all candidates would take. */
  readonly budgetShare: number;
  readonly atMostPerDimension: number | null;
  /** Share of candidates with a prerequisite, an exclusion, a synergy. */
  readonly tied: number;
}

/** Numbers in [0, 1) from a seed: mulberry32 (T. Ettinger), the same on every machine. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const grades = ["a", "b", "c", "d"] as const;

/** A made-up question of the catalogue's kind: three cost classes, one main effect and some side effects, four grades. */
export function instance(shape: InstanceShape): PortfolioRequest {
  const next = numbersFrom(shape.seed);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const scored = (): Scored => {
    const score = 30 + next() * 40;
    return { kind: "scored", score, interval: { low: score - 8, high: score + 8 }, coverage: 1, respondents: 20 };
  };
  const dimensions = Array.from({ length: shape.dimensions }, (_, index) => ({
    dimensionId: `d${index}`,
    weight: 0.8 + next() * 0.5,
    place: scored(),
    byParty: { municipality: scored(), industry: scored() },
  }));
  const idOf = (index: number) => `M${String(index).padStart(3, "0")}`;
  const measures = Array.from({ length: shape.measures }, (_, index): PortfolioMeasure => {
    const main = whole(0, shape.dimensions - 1);
    const effects: Record<string, number> = { [`d${main}`]: next() < 0.55 ? 3 : 2 };
    for (let side = whole(0, 3); side > 0; side -= 1) effects[`d${whole(0, shape.dimensions - 1)}`] ??= next() < 0.8 ? 1 : 2;
    const size = next();
    const cost = 1000 * (size < 0.4 ? whole(30, 300) : size < 0.8 ? whole(300, 3000) : whole(3000, 15_000));
    const owner = next();
    const share = owner < 0.45 ? 1 : owner < 0.65 ? 0 : 0.5;
    const ofMunicipality = Math.round(cost * share);
    const earlier = (chance: number) => (index > 0 && next() < chance ? [idOf(whole(0, index - 1))] : []);
    const running = shape.years > 1 && next() < 0.3 ? [Math.round(ofMunicipality / 5)] : [];
    return {
      id: idOf(index),
      mainDimension: `d${main}`,
      effects,
      evidence: { grade: grades[whole(0, 3)] ?? "d", mixed: next() < 0.1 },
      harm: next() < 0.05,
      synergies: earlier(shape.tied * 2).map((other) => ({ with: other, factor: next() < 0.75 ? 1.1 : 0.8 })),
      costSek: { municipality: [ofMunicipality, ...running], industry: [cost - ofMunicipality] },
      hours: { municipality: [whole(20, 400)], industry: [whole(10, 200)] },
      prerequisites: earlier(shape.tied).map((other) => ({
        anyOf: [...new Set([other, ...(next() < 0.4 ? earlier(1) : [])])],
        lagYears: shape.years > 1 ? whole(0, 1) : 0,
      })),
      exclusions: earlier(shape.tied),
    };
  });
  const taken = (party: "municipality" | "industry", kind: "costSek" | "hours") =>
    measures.reduce((sum, measure) => sum + measure[kind][party].reduce((part, amount) => part + amount, 0), 0);
  const budgetOf = (party: "municipality" | "industry"): PartyBudget => {
    const yearly = (amount: number) => new Array<number>(shape.years).fill(Math.floor((amount * shape.budgetShare) / shape.years));
    return {
      sekByYear: yearly(taken(party, "costSek")),
      totalSek: null,
      hoursByYear: yearly(taken(party, "hours") * 1.2),
      totalHours: null,
    };
  };
  return {
    dimensions,
    measures,
    done: [],
    horizonYears: shape.years,
    budgets: { municipality: budgetOf("municipality"), industry: budgetOf("industry") },
    extraSek: 0,
    costLimitSek: null,
    lockedIn: [],
    lockedOut: [],
    atMostPerDimension: shape.atMostPerDimension,
    requiredDimensions: [],
    balance: null,
    assumptions: defaultAssumptions,
  };
}
