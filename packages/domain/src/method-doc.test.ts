import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fields } from "../test/arbitraries.ts";
import { action, boundless, measure as candidate, request } from "../test/portfolio-requests.ts";
import { catalogue, catalogueOf, inputOf, instrument, measure, rule } from "../test/world.ts";
import { nearestChanges } from "./condition/changes.ts";
import type { Facts, MeasureRule } from "./index.ts";
import * as domain from "./index.ts";
import { callsOf } from "./recommendation/calls.ts";
import { gateOf } from "./recommendation/gate.ts";
import { needsOf } from "./recommendation/need.ts";
import { contributionsOf, scoreMeasure } from "./recommendation/score-measure.ts";
import { select } from "./recommendation/select.ts";

/** docs/method.md is held against the engine: each example's function is called, and the output compared. */
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const text = readFileSync(here("../../../docs/method.md"), "utf8");

// biome-ignore lint/suspicious/noExplicitAny: what an example gives is checked by the function it is given to
type Given = any;
interface Example {
  readonly function: string;
  readonly input: Given;
  readonly output: unknown;
}
const examples: readonly Example[] = [...text.matchAll(/```example\n([\s\S]*?)```/g)].map(([, json]) => JSON.parse(json ?? ""));

const open = { status: "open", exclude: "fails", require: "holds" } as const;

/** A question about measures that the municipality pays for: each with its cost, within one sum. */
const packageOf = ({ measures, budgetSek, extraSek = 0 }: Given, given: Partial<domain.PortfolioRequest> = {}): domain.PortfolioRequest =>
  request(
    measures.map(({ id, effects, costSek }: Given) => candidate(id, { effects, costSek: { municipality: [costSek], industry: [] } })),
    { budgets: { municipality: { ...boundless(1), totalSek: budgetSek }, industry: boundless(1) }, extraSek, ...given },
  );

/** The functions of the examples. Those that take a whole instrument or catalogue get a small one around the example's numbers. */
const functions: Readonly<Record<string, (input: Example["input"]) => unknown>> = {
  estimateItem: ({ counts }) => domain.estimateItem(counts),
  aggregate: ({ parts, minimumCoverage }) => domain.aggregate(parts, minimumCoverage),
  intervalAround: ({ centre, sd, score }) => domain.intervalAround(centre, sd, score),
  agreement: ({ counts }) => domain.agreement(counts),
  gapBand: ({ points }) => domain.gapBand(points),
  wassersteinShare: ({ first, second }) => domain.wassersteinShare(first, second),
  consensusIndex: ({ gaps }) => domain.consensusIndex(gaps),
  quadrantOf: ({ score, importance, means }) => domain.quadrantOf(score, importance, means),
  factIndex: ({ indicators }) => domain.factIndex(indicators),
  peerDifference: ({ value, peers, direction }) => domain.peerDifference(value, peers, direction),
  clearFactGap: ({ place, fact }) => domain.clearFactGap(place, fact),
  evaluate: ({ condition, facts }) => domain.evaluate(condition, facts, fields),
  nearestFlip: ({ atom, fact }) => domain.evaluate(atom, { [atom.field]: fact }, fields).flip,
  nearestChanges: ({ condition, facts, goal }) => nearestChanges(condition, facts, goal, fields),
  nearestFlips: ({ condition, facts }) =>
    domain.nearestFlips(condition, facts, fields).sets.map((set) => set.map(({ atom, to }) => ({ field: atom.field, to }))),
  deriveFacts: ({ values, indicators, peers }) =>
    domain.deriveFacts({ instrument, values, indicators, peers, scores: null, factIndex: {} }),
  tenthsOf: (firmness) => domain.tenthsOf(firmness),
  robustnessText: ({ kept, draws, source, locale }) => domain.robustnessText({ kept, draws }, source, locale),
  expectedScores({ score, interval, actions }) {
    const place = { kind: "scored", score, interval, coverage: 1, respondents: 12 } as const;
    const [expected] = domain.expectedScores({
      standings: [{ dimensionId: "boende", place, byParty: {} }],
      actions: actions.map(({ id, effect, ...rest }: Given) => action(id, { effects: { boende: effect }, ...rest })),
      done: [],
      assumptions: domain.defaultAssumptions,
    });
    return expected?.place;
  },
  bestPackage(given) {
    const best = domain.bruteForce(packageOf(given));
    return { measures: best?.starts.map(({ measureId }) => measureId), value: best?.value, costSek: best?.costSek };
  },
  /** By trying every sum at which another package comes within reach: the optimiser's own search is held against the same in packages/solver. */
  fitsAt({ measure: id, ...given }) {
    const beyond = [-given.budgetSek];
    for (const { costSek } of given.measures) beyond.push(...beyond.map((sek) => sek + costSek));
    const worth = (extraSek: number, locked: Partial<domain.PortfolioRequest>) =>
      domain.bruteForce(packageOf({ ...given, extraSek }, locked))?.value ?? -1;
    return [0, ...beyond.filter((sek) => sek > 0).sort((one, other) => one - other)].find(
      (extraSek) => worth(extraSek, { lockedIn: [id] }) >= worth(extraSek, { lockedOut: [id] }),
    );
  },
  answerMap({ before, after }) {
    const asked = (statements: readonly (readonly [string, number])[]) => {
      const items = statements.map(([id, revision]) => ({ id, sv: `${id} ${revision}`, en: `${id} ${revision}`, revision }));
      return { ...instrument, dimensions: [{ ...instrument.dimensions[0], items }] } as unknown as domain.Instrument;
    };
    return { answersFrom: domain.answerMap(asked(before), asked(after), new Map()).answersFrom };
  },
  canonicalJson: ({ value }) => domain.canonicalJson(value),
  reasonText: ({ reason, locale }) => domain.reasonText(reason, locale, { instrument, catalogue }).replaceAll("\u00a0", " "),
  gateOf: ({ harm, rule: its, facts }) => gateOf(measure("X", "boende", { harm }), rule(its), facts, []),
  scoreRound({ groups }) {
    const statement = (id: string) => ({
      id,
      sv: id,
      en: id,
      parties: ["municipality", "industry", "residents"] as const,
      core: true,
      outcome: false,
      revision: 1,
    });
    const ids = Object.keys(groups[0].answers);
    const dimension = { ...instrument.dimensions[0], id: "d", items: ids.map(statement) } as domain.Dimension;
    const tallies = groups.map(
      (group: Given): domain.GroupTally => ({
        party: group.party,
        organisationId: group.organisation,
        roleGroup: group.roleGroup,
        respondents: 1,
        items: Object.fromEntries(
          Object.entries(group.answers).map(([id, counts]) => [id, { counts: counts as domain.AnswerCounts, cannotJudge: 0 }]),
        ),
        importance: {},
      }),
    );
    return domain.scoreRound({ instrument: { ...instrument, dimensions: [dimension] }, mode: "quick", tallies }).dimensions[0];
  },
  needsOf({ dimension, score, other, importance, factIndex }) {
    const its = inputOf(
      { boende: { municipality: score, industry: score, importance }, arbete: { municipality: other, industry: other } },
      {},
      { factIndex: { boende: factIndex } },
    );
    const [first, ...others] = instrument.dimensions;
    const dimensions = first === undefined ? [] : [{ ...first, weight: dimension.weight }, ...others];
    return needsOf({ ...instrument, dimensions }, its).get("boende");
  },
  callsOf: ({ rule: conditions, facts, reference }) => callsOf(rule(conditions), facts, { fields, reference }),
  scoreMeasure({ measure: its, rule: conditions, facts, needs, reference, share }) {
    const [one, ruled] = [
      measure("X", its.mainDimension, { ...its, evidence: { ...its.evidence, note: null } }),
      rule(conditions as Partial<MeasureRule>),
    ];
    const unused = { perceived: null, counted: 0, kept: 0, fact: null, standing: 0, importance: null, perPoint: 0 };
    const known = new Map(Object.entries(needs as Record<string, number>).map(([id, need]) => [id, { ...unused, dimensionId: id, need }]));
    const calls = callsOf(ruled, facts, { fields, reference });
    const factors = scoreMeasure({ measure: one, rule: ruled, gate: open, needs: known, facts, calls, share });
    return { score: factors.score, contributions: contributionsOf(one, known, factors) };
  },
  computeCommonness({ measures, places }) {
    const of = catalogueOf(
      measures.flatMap(({ id, require = null, effect = 3, count = 1 }: Given) =>
        Array.from(
          { length: count },
          (_, index) =>
            [measure(count === 1 ? id : `${id}-${index + 1}`, "boende", { effects: { boende: effect } }), rule({ require })] as const,
        ),
      ),
    );
    return domain.computeCommonness({
      instrument,
      catalogue: of,
      places: places.map((facts: Facts) => inputOf({ boende: { municipality: 40, industry: 40 } }, facts)),
    });
  },
  select({ scores, measures }) {
    const all = measures.flatMap(({ id, main, effect, grade = "c", retains = false, count = 1 }: Given) =>
      Array.from(
        { length: count },
        (_, index) =>
          [
            measure(count === 1 ? id : `${id}-${index + 1}`, main, {
              effects: { [main]: effect },
              evidence: { grade, mixed: false, note: null },
              retains,
            }),
            rule(),
          ] as const,
      ),
    );
    const its = inputOf(
      Object.fromEntries(
        Object.entries(scores as Record<string, number>).map(([id, score]) => [id, { municipality: score, industry: score }]),
      ),
    );
    const { advised, broughtBy } = select(instrument, catalogueOf(all), its);
    return { advised: advised.map((one) => one.measure.id), broughtBy: Object.fromEntries(broughtBy) };
  },
};

/** What the document says must be there, numbers to four decimals; what it leaves out may be anything. */
function expectSaid(actual: unknown, said: unknown, path: string): void {
  if (typeof said === "number") expect(Math.abs((actual as number) - said), `${path} is ${actual}`).toBeLessThanOrEqual(5.0001e-5);
  else if (Array.isArray(said)) {
    expect(actual, path).toHaveLength(said.length);
    for (const [index, entry] of said.entries()) expectSaid((actual as readonly unknown[])[index], entry, `${path}[${index}]`);
  } else if (typeof said === "object" && said !== null) {
    for (const [key, inner] of Object.entries(said)) expectSaid((actual as Record<string, unknown>)[key], inner, `${path}.${key}`);
  } else expect(actual, path).toBe(said);
}

test.each(examples.map((example, index) => [`${index + 1}: ${example.function}`, example] as const))(
  "worked example %s gives what docs/method.md says",
  (_, example) => {
    const call = functions[example.function];
    expect(call, `no function ${example.function}`).toBeDefined();
    expectSaid(call?.(example.input), example.output, example.function);
  },
);

describe("docs/method.md", () => {
  const sections = text.split(/^(?=#{1,2} )/m).filter((section) => section.startsWith("#"));
  const titleOf = (section: string) => section.slice(0, section.indexOf("\n")).replace(/^#+ /, "");

  test("has a worked example in every section that explains a formula", () => {
    const without = sections.filter((section) => !section.includes("```example")).map(titleOf);
    expect(without).toEqual(["The method", "Scores", "Ranking", "Package", "What is simplified now"]);
  });

  test("has the heading that every docstring points to", () => {
    const anchors = new Set(
      sections.map((section) =>
        titleOf(section)
          .toLowerCase()
          .replace(/[^\p{L}\d -]/gu, "")
          .replaceAll(" ", "-"),
      ),
    );
    const files = readdirSync(here("."), { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
    );
    const pointed = files.flatMap((name) =>
      [...readFileSync(here(`./${name}`), "utf8").matchAll(/docs\/method\.md#([\w-]+)/g)].map((match) => match[1]),
    );
    expect(pointed.length).toBeGreaterThan(10);
    expect([...new Set(pointed)].filter((anchor) => !anchors.has(anchor ?? ""))).toEqual([]);
  });
});
