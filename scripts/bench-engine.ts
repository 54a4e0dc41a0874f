// node scripts/bench-engine.ts <part>: measures one part of the engine and prints it as JSON. A process for each part, so
// that neither memory nor compiled code of another stands in the figures.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { loadCatalogue, loadInstrument } from "../packages/content/src/index.ts";
import { referenceAdviceInput, referencePlaces } from "../packages/content/src/reference/index.ts";
import { measureHostile } from "../packages/domain/bench/hostile.ts";
import { benchCatalogue, measureAdvice, measureAllPlaces, measureSizes } from "../packages/domain/bench/recommendation.ts";
import { measureAcceptability, measureAdviceRobustness } from "../packages/domain/bench/robustness.ts";
import { measureScoring } from "../packages/domain/bench/scoring.ts";
import { fieldCatalogue } from "../packages/domain/src/index.ts";

const placesOf = (count: number) =>
  referencePlaces("1")
    .slice(0, count)
    .map((place) => referenceAdviceInput(place));
const content = () => ({ instrument: loadInstrument(), catalogue: loadCatalogue() });

const parts = {
  scoring: () => measureScoring(),
  acceptability: () => measureAcceptability(),
  firmness: () => measureAdviceRobustness(placesOf(8).map((input) => ({ ...content(), input }))),
  advice: () => measureAdvice(content().instrument, benchCatalogue(content().catalogue), placesOf(20)),
  places: () => measureAllPlaces(content().instrument, content().catalogue, placesOf(290)),
  sizes: () => measureSizes(content().instrument, content().catalogue, placesOf(40)),
  hostile: () => measureHostile(fieldCatalogue(content().instrument, {}), placesOf(1)[0]?.facts ?? {}),
};
type Parts = typeof parts;

/** Measures a part in a process of its own. */
export function measuredAlone<Part extends keyof Parts>(part: Part): ReturnType<Parts[Part]> {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), part], { encoding: "utf8", maxBuffer: 1e7 });
  if (child.status !== 0) throw new Error(`${part} was not measured: ${child.stderr}`);
  return JSON.parse(child.stdout);
}

const [, script, part] = process.argv;
if (script?.endsWith("/bench-engine.ts") && part !== undefined) console.log(JSON.stringify(parts[part as keyof Parts]()));
