/**
 * Writes docs/generated/specificity.md: what moves the advice, over the 290 municipalities and several seeds that had no
 * part in choosing the parameters. Run it after scripts/commonness.ts.
 */
import { ENGINE_VERSION, fieldsOf } from "@hp/domain";
import { loadCatalogue, loadInstrument } from "../src/index.ts";
import { type Preconditions, referenceSeed, type Specificity, specificityOf } from "../src/reference/index.ts";
import { writeShipped } from "./files.ts";
import { type Expected, expectedAmong, expectedMeasures } from "./specificity/archetypes.ts";
import { fewestUsed, limits, releaseRun, testRuns, topShare } from "./specificity/limits.ts";
import { type Never, neverAdvised } from "./specificity/never.ts";

const catalogue = loadCatalogue();
const titles = new Map(catalogue.measures.map(({ id, sv }) => [id, sv]));
const seeds = testRuns.map(referenceSeed);
const over = (preconditions: Preconditions) => seeds.map((seed) => specificityOf(seed, preconditions));
const imputed = over("imputed");
const others = { real: over("real"), shuffled: over("shuffled") };

const fixed = (value: number, decimals = 3) => value.toFixed(decimals);
const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;
const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [row(heads), row(heads.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(row)].join("\n");
}
const named = (id: string) => `${id} ${titles.get(id) ?? ""}`;

function used(of: readonly Specificity[]): ReadonlySet<string> {
  return new Set([...catalogue.basicPackage, ...of.flatMap(({ advised }) => advised.map(([id]) => id))]);
}

const figures = (of: Specificity): readonly (string | number)[] => [
  fixed(of.overlap),
  used([of]).size,
  `${of.advised[0]?.[0]} ${percent(topShare(of))}`,
  fixed(of.swap),
  fixed(of.redraw),
  fixed(of.nudge),
  percent(of.factGap),
];
const figureHeads = ["overlap", "measures used", "most common", "swap", "redraw", "nudge", "fact gap"];

function meansOf(of: readonly Specificity[]): readonly (string | number)[] {
  const average = (figure: (one: Specificity) => number) => mean(of.map(figure));
  const [first] = pooled(of);
  return [
    fixed(average(({ overlap }) => overlap)),
    used(of).size,
    first === undefined ? "" : `${first[0]} ${percent(first[1])}`,
    fixed(average(({ swap }) => swap)),
    fixed(average(({ redraw }) => redraw)),
    fixed(average(({ nudge }) => nudge)),
    percent(average(({ factGap }) => factGap)),
  ];
}

/** Share of all places of all seeds, the most common measure first. */
function pooled(of: readonly Specificity[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const [id, count] of of.flatMap(({ advised }) => advised)) counts.set(id, (counts.get(id) ?? 0) + count);
  const places = of.reduce((total, one) => total + one.places, 0);
  return [...counts].map(([id, count]) => [id, count / places] as const).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

function limitRows(): readonly (readonly (string | number)[])[] {
  const rows = limits.map(({ figure, limit, of, kept }) => {
    const values = figure.startsWith("most common") ? [pooled(imputed)[0]?.[1] ?? 0] : [mean(imputed.map(of))];
    const each = imputed.map(of);
    const [value = 0] = values;
    return [figure, limit, fixed(value), `${fixed(Math.min(...each))}–${fixed(Math.max(...each))}`, kept(value) ? "yes" : "**no**"];
  });
  const count = used(imputed).size;
  const each = imputed.map((one) => used([one]).size);
  return [
    ...rows,
    [
      `measures of ${catalogue.measures.length} used, Grundpaket included`,
      `≥ ${fewestUsed}`,
      count,
      `${Math.min(...each)}–${Math.max(...each)}`,
      count >= fewestUsed ? "yes" : "**no**",
    ],
  ];
}

/** The part of a measure's score that is furthest below another's, in words. */
function lacks(ratios: Readonly<Record<"relevance" | "fit" | "evidence" | "feasibility", number>>): string {
  const words = {
    relevance: "need × effect",
    fit: "fit: less calls for it",
    evidence: "evidence",
    feasibility: "cost and staff",
  };
  const low = (Object.keys(words) as (keyof typeof words)[]).filter((key) => ratios[key] < 0.9).sort((a, b) => ratios[a] - ratios[b]);
  return low.map((key) => `${words[key]} (×${fixed(ratios[key], 2)})`).join(", ") || "nothing much";
}

function neverRow(never: Never): readonly string[] {
  const { measureId, open, bestRank, behind } = never;
  const { effects, mainDimension, evidence, cost } =
    catalogue.measures.find(({ id }) => id === measureId) ?? catalogue.measures[0] ?? fail();
  const { require, boost } = catalogue.rules[measureId] ?? fail();
  const asks = `${require === null ? "no requirement" : "a requirement"}, ${boost.length === 1 ? "one boost" : `${boost.length} boosts`}`;
  const sides = Object.entries(effects).filter(([id]) => id !== mainDimension);
  return [
    named(measureId),
    percent(open),
    open === 0 ? "–" : String(bestRank),
    `${mainDimension} ${effects[mainDimension]}${sides.map(([id, effect]) => `, ${id} ${effect}`).join("")}`,
    `${evidence.grade.toUpperCase()}${evidence.mixed ? " disputed" : ""}, ${cost}`,
    asks,
    open === 0 ? "the gate never opens" : lacks(never),
    behind.slice(0, 4).join(" ") || "–",
  ];
}

function fail(): never {
  throw new Error("a measure without a rule");
}

function whyLow({ measureId, seat, rank, parts, beside, unknown, rankIfKnown }: Expected): string {
  if (seat === "nine") return rank > expectedAmong ? "has a seat by a trigger" : "";
  if (rank <= expectedAmong) return "";
  const ratios = {
    relevance: parts.relevance / beside.relevance,
    fit: parts.fit / beside.fit,
    evidence: parts.evidence / beside.evidence,
    feasibility: parts.feasibility / beside.feasibility,
  };
  const known =
    rankIfKnown === null ? "" : `; the made-up place leaves ${unknown.join(", ")} unknown: ${rankIfKnown} if the rule got what it asks for`;
  const { require } = catalogue.rules[measureId] ?? fail();
  const trigger = require !== null && fieldsOf(require).includes("fact_gap_abs");
  const brought = trigger ? "; it comes by its trigger, a clear fact gap, and made-up places have no fact index" : "";
  return `beside the one on place ${expectedAmong}: ${lacks(ratios)}${known}${brought}`;
}

const expected = expectedMeasures();
const within = expected.filter(({ seat, rank }) => seat !== "none" || rank <= expectedAmong).length;
const never = neverAdvised(seeds);

writeShipped(
  "../../docs/generated/specificity.md",
  `# What moves the advice

Written by packages/content/scripts/specificity.ts; do not edit. Engine ${ENGINE_VERSION}, catalogue ${catalogue.version}, instrument ${loadInstrument().version}.
Places: the 290 municipalities, with real open data, everything else and all perceptions drawn (content/reference-model.json), seeds ${testRuns.join(", ")}. Commonness comes from seeds 1–3 and the parameters were tried on 4–15: none of these. Why it is computed so: docs/adr/0009-preconditions-move-the-advice.md.

The nine: Särskilt för er ort, with floor and triggers, Grundpaket apart. Overlap: mean Jaccard of the nine over all pairs of places. Swap: share of the nine kept (Jaccard) when a place gets another place's preconditions. Redraw: … when its perceptions are drawn anew. Nudge: … when one dimension moves by five points.

## Limits

${table(["figure", "limit", "over all seeds", "seed by seed", "kept"], limitRows())}

A single seed can bring a measure just over 40 %: a share of 290 places has a standard error of three points, and SV04 moreover comes by its trigger wherever a gap reaches 20, which is chance in drawn perceptions. The limit is for all seeds together, as Grundpaket's is. The release test (packages/content/test/specificity.test.ts) holds all of them on seed ${releaseRun}.

## Seed by seed

${table(
  ["seed", ...figureHeads],
  imputed.map((one, index) => [testRuns[index] ?? "", ...figures(one)]),
)}

## By what the places are known by

Imputed: real open data, and the rest drawn from the model that goes by them. Real: open data only, all else unknown. Shuffled: as imputed, each precondition dealt out anew among the places, so that what goes together in a real place no longer does. Means over the seeds; measures used and the most common over all of them.

${table(
  ["preconditions", ...figureHeads],
  [
    ["imputed", ...meansOf(imputed)],
    ["real", ...meansOf(others.real)],
    ["shuffled", ...meansOf(others.shuffled)],
  ],
)}

With open data only, fewer facts can call for a measure, and perception weighs more: the profile is what makes the advice a place's own.

## The most common

Grundpaket (share when it was added): ${catalogue.basicPackage.map((id) => `${named(id)} (${percent(catalogue.commonness[id] ?? 0)})`).join(" · ")}.

${table(
  ["outside Grundpaket", "share of the places"],
  pooled(imputed)
    .slice(0, 10)
    .map(([id, share]) => [named(id), percent(share)]),
)}

## Never advised

${never.length} of ${catalogue.measures.length}. The ratios are geometric means beside the last measure that has a seat on its own points, in the places where the gate is open. "Always behind": measures with the same main dimension that stand before it wherever both are open.

${table(["measure", "gate open", "best place", "effects", "evidence, cost", "rule", "what it lacks", "always behind"], never.map(neverRow))}

## Made-up places

${within} of ${expected.length} expected measures are among the first ${expectedAmong} or have a seat. All hard exclusions hold (packages/content/test/advice.test.ts).

${table(
  ["place", "measure", "place among those open", "seat", "fit", "why it stands low"].map((head, index) =>
    index === 0 ? "made-up place" : head,
  ),
  expected.map((one) => [
    one.archetype,
    named(one.measureId),
    `${one.rank} of ${one.of}`,
    { nine: "nine", basic: "Grundpaket", none: "" }[one.seat],
    fixed(one.parts.fit, 2),
    whyLow(one),
  ]),
)}
`,
);
