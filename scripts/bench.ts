// npm run bench: how fast the product is, as medians and as ratios to a named reference of the same run. Prints; judges nothing.
import { createCaller } from "../packages/api/src/index.ts";
import { measureRules, type RulesRow } from "../packages/bench/src/index.ts";
import { loadCatalogue, loadInstrument, openData } from "../packages/content/src/index.ts";
import { referenceAdviceInput, referencePlaces } from "../packages/content/src/reference/index.ts";
import { connect } from "../packages/db/src/index.ts";
import { reasonText, recommend, scoreRound } from "../packages/domain/src/index.ts";
import { measureShapes, optimiserTable } from "../packages/solver/bench/optimiser.ts";
import { measureContent } from "./bench-content.ts";
import { measuredAlone } from "./bench-engine.ts";
import { tallies } from "./bench-tallies.ts";

interface Row {
  readonly what: string;
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
}

const { DATABASE_URL: appUrl, HP_BASE_URL: site } = process.env;
if (!appUrl || !site) throw new Error("npm run bench starts the product and sets DATABASE_URL and HP_BASE_URL");

/** Median, lowest and highest of `runs` timed runs, after some that are not counted. */
async function time(what: string, runs: number, work: () => unknown): Promise<Row> {
  for (let i = 0; i < Math.max(3, runs / 5); i++) await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { what, medianMs: times[Math.floor(times.length / 2)] ?? 0, lowMs: times[0] ?? 0, highMs: times.at(-1) ?? 0 };
}

function table(title: string, reference: Row, rows: readonly Row[]): void {
  console.log(`\n${title}\n`);
  console.log("| what | median ms | lowest | highest | × reference |");
  console.log("|---|---:|---:|---:|---:|");
  for (const row of [reference, ...rows])
    console.log(
      `| ${row.what} | ${row.medianMs.toFixed(2)} | ${row.lowMs.toFixed(2)} | ${row.highMs.toFixed(2)} | ${(row.medianMs / reference.medianMs).toFixed(2)} |`,
    );
}

function rulesTable(rows: readonly RulesRow[]): void {
  console.log("\nRules: 100 measures × 4 conditions × 1,000 places. Reference: closures written by hand, in the same run.\n");
  console.log(
    "| what | million evaluations/s | fastest | × time of the closures | of the fastest | × as fast as json-rules-engine | places | hits |",
  );
  console.log("|---|---:|---:|---:|---:|---:|---:|---:|");
  for (const row of rows)
    console.log(
      `| ${row.what} | ${row.perSecondM.toFixed(3)} | ${row.bestPerSecondM.toFixed(3)} | ${row.timesClosures.toFixed(2)} | ${row.timesClosuresBest.toFixed(2)} | ${row.timesJsonRules.toFixed(1)} | ${row.places} | ${row.hits} |`,
    );
}

// First of all: what runs before it decides how the rules are compiled, ours and the reference unlike.
rulesTable(await measureRules());

const instrument = loadInstrument();
const catalogue = loadCatalogue();
const places = referencePlaces("1");
const inputs = places.slice(0, 40).map((place) => referenceAdviceInput(place));
let turn = 0;
const next = () => inputs[turn++ % inputs.length] as (typeof inputs)[number];
const context = { instrument, catalogue };
const advise = () => recommend({ instrument, catalogue, input: next() });
const adviseWithReasons = () => {
  for (const measure of advise().measures)
    for (const reason of [measure.strongest, measure.suits, measure.weakest, measure.wouldChange, measure.whyNot])
      if (reason) reasonText(reason, "sv", context);
};

const parse = JSON.stringify(catalogue);
table(
  "The engine: one place, 93 measures. Reference: reading the catalogue's JSON once.",
  await time("JSON.parse of the catalogue (reference)", 50, () => JSON.parse(parse)),
  [
    await time("advice", 50, advise),
    await time("advice with every reason as Swedish text", 50, adviseWithReasons),
    await time("scores of a full round, two parties, six role groups", 50, () =>
      scoreRound({ instrument, mode: "full", tallies: tallies(instrument) }),
    ),
    await time("prefill of one place from open data", 50, () => openData.prefill({ municipalityCode: "2081", localityCode: "2081TC101" })),
    await time("type-ahead over 2,307 places", 50, () => openData.searchPlaces("hag", 12)),
  ],
);

table(
  "The engine in the large, each in a process of its own. Reference: reading the catalogue's JSON once.",
  await time("JSON.parse of the catalogue (reference)", 50, () => JSON.parse(parse)),
  [measuredAlone("scoring"), measuredAlone("acceptability"), measuredAlone("firmness"), ...measuredAlone("advice")],
);

const every = measuredAlone("places");
console.log(
  `\n${every.what}: ${every.places} places in ${(every.totalMs / 1000).toFixed(2)} s, ${(every.processorMs / 1000).toFixed(2)} s of processor time, at most ${Math.round(every.highestMb)} MB resident.`,
);
for (const { what, medianBytes, lowBytes, highBytes } of measuredAlone("sizes"))
  console.log(
    `${what}: ${(medianBytes / 1000).toFixed(1)} kB in the median, ${(lowBytes / 1000).toFixed(1)}–${(highBytes / 1000).toFixed(1)} kB.`,
  );

console.log(
  "\nHostile conditions, microseconds each: the quickest of three.\n\n| what | conditions | median | highest |\n|---|---:|---:|---:|",
);
for (const { what, conditions, medianUs, highestUs } of measuredAlone("hostile"))
  console.log(`| ${what} | ${conditions} | ${medianUs.toFixed(1)} | ${highestUs.toFixed(1)} |`);

console.log("\nThe optimiser. Reference: HiGHS alone on the same model, up to 20 s on five of the instances.");
await measureShapes(20, (name, rows) => console.log(optimiserTable(name, rows)));

const database = connect(appUrl);
const apiOf = async (email: string) => {
  const user = await database.auth.userByEmail(email);
  if (user === null) throw new Error("the demo is not there");
  return createCaller({ database, userId: user.id, locale: "sv", requestId: crypto.randomUUID(), record: () => {} });
};
const api = await apiOf("linnea.berg@demo.example");
const { places: mine } = await api.portfolio.list();
const placeId = mine.find((place) => place.name === "Borlänge")?.placeId;
if (placeId === undefined) throw new Error("Borlänge is not there");
const create = () =>
  api.place.create({
    municipalityCode: "2081",
    localityCode: "2081TC101",
    name: "Borlänge",
    organisationName: null,
    idempotencyKey: crypto.randomUUID(),
  });

table(
  "Procedures, on PostgreSQL. Reference: a transaction that finds one's own account.",
  await time("member.me (reference)", 50, () => api.member.me()),
  [
    await time("place.create: a new place with its open data", 20, create),
    await time("place.head", 50, () => api.place.head({ placeId })),
    await time("profile.get", 50, () => api.profile.get({ placeId })),
    await time("score.view", 50, () => api.score.view({ placeId })),
    await time("recommendation.run: scores, advice, reasons, stored", 20, () => api.recommendation.run({ placeId })),
    await time("recommendation.latest", 50, () => api.recommendation.latest({ placeId })),
    await time("plan.get", 50, () => api.plan.get({ placeId })),
  ],
);

const page = (path: string) => async () => {
  const response = await fetch(`${site}${path}`, { redirect: "manual" });
  await response.text();
};
table("Pages, as served. Reference: the health check.", await time("/api/health (reference)", 50, page("/api/health")), [
  await time("/ (start page)", 30, page("/")),
  await time("/logga-in", 30, page("/logga-in")),
]);

const editor = "astrid.ek@demo.example";
const { table: editing, trial } = await measureContent(await apiOf(editor), database, { site, email: editor });
table("The catalogue with 300 measures, in the product. Reference: a page while nothing else goes on.", trial.before, [
  trial.during,
  ...editing,
]);
console.log(
  `\nThe trial itself: ${trial.places} places × ${trial.measures} measures in ${trial.seconds.toFixed(1)} s, asked for until kept.`,
);
await database.close();
