// How fast a place is scored: 65 statements × 9 role groups from tallies, with every part. Prints nothing; judges nothing.
import { type Dimension, type GroupTally, type Instrument, type Party, parties, type RoundScores, scoreRound } from "../src/index.ts";

/** How long the scoring of one place takes. */
export interface ScoringRow {
  readonly what: string;
  /** Milliseconds per place: median, lowest and highest over the batches. */
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
  /** Places in a second at the median. */
  readonly perSecond: number;
}

const text = (id: string) => ({ sv: id, en: id });

/** Thirteen dimensions of five statements each, put to everyone. */
export function benchInstrument(dimensions = 13, statements = 5): Instrument {
  const dimensionOf = (index: number): Dimension => ({
    id: `d${index}`,
    ...text(`d${index}`),
    domain: "live",
    kind: "physical",
    weight: 1,
    why: text("why"),
    indicators: [],
    items: Array.from({ length: statements }, (_, item) => ({
      id: `d${index}-${item + 1}`,
      ...text(`d${index}-${item + 1}`),
      parties: [...parties],
      core: item < 2,
      outcome: false,
      revision: 1,
    })),
  });
  return {
    version: "bench",
    scale: { min: 1, max: 5, labels: [] },
    domains: [],
    dimensions: Array.from({ length: dimensions }, (_, index) => dimensionOf(index)),
    preconditions: [],
  } as unknown as Instrument;
}

const groups: readonly (readonly [Party, string, GroupTally["roleGroup"]])[] = [
  ["municipality", "kommun", "politicians"],
  ["municipality", "kommun", "administration"],
  ["municipality", "kommun", "municipal_companies"],
  ["industry", "verket", "management"],
  ["industry", "verket", "hr"],
  ["industry", "verket", "employees"],
  ["industry", "gruvan", "management"],
  ["industry", "gruvan", "hr"],
  ["industry", "gruvan", "employees"],
];

/** Nine role groups in three organisations that have answered everything, three to eleven people each; another place, other answers. */
export function benchTallies(instrument: Instrument, place: number): readonly GroupTally[] {
  const statements = instrument.dimensions.flatMap((dimension) => dimension.items.map((item) => item.id));
  const spread = (people: number, at: number) => {
    const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
    for (let person = 0; person < people; person += 1) {
      const answer = (at * 7 + person * 3 + ((person * at) % 4)) % 5;
      counts[answer] = (counts[answer] ?? 0) + 1;
    }
    return counts;
  };
  return groups.map(([party, organisationId, roleGroup], group) => {
    const respondents = 3 + ((group + place) % 9);
    const items = statements.map((id, index) => [
      id,
      { counts: spread(respondents - (index % 2), index + group + place), cannotJudge: index % 2 },
    ]);
    const importance = instrument.dimensions.map(({ id }, index) => [id, spread(respondents, index + 2 * group + place)]);
    return { party, organisationId, roleGroup, respondents, items: Object.fromEntries(items), importance: Object.fromEntries(importance) };
  });
}

/**
 * Times `scoreRound` over places that differ, in batches so that a clock's tick does not matter.
 *
 * @param batches At least 1; each scores every place once.
 * @param places Different places in a batch, at least 1.
 */
export function measureScoring(batches = 60, places = 50): ScoringRow {
  const instrument = benchInstrument();
  const rounds = Array.from({ length: places }, (_, place) => benchTallies(instrument, place));
  let last: RoundScores | null = null;
  const batch = () => {
    const started = performance.now();
    for (const tallies of rounds) last = scoreRound({ instrument, mode: "full", tallies });
    return (performance.now() - started) / places;
  };
  // A few thousand calls until the engine has compiled everything.
  for (let i = 0; i * places < 4000; i += 1) batch();
  const times = Array.from({ length: batches }, batch).sort((a, b) => a - b);
  if (last === null) throw new RangeError("places must be at least 1");
  const medianMs = times[Math.floor(times.length / 2)] ?? 0;
  return {
    what: "scores of a place: 65 statements, 9 role groups, every part",
    medianMs,
    lowMs: times[0] ?? 0,
    highMs: times.at(-1) ?? 0,
    perSecond: 1000 / medianMs,
  };
}
