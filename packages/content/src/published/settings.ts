import { type OpenDataFile, openDataFile, type ReferenceModel, referenceModelFile } from "@hp/contracts/content";
import openData from "../../content/open-data.json" with { type: "json" };
import reference from "../../content/reference-model.json" with { type: "json" };
import { once, parseContent } from "./parse-content.ts";

const loadedOpenData = once(() => parseContent("open-data.json", openDataFile, openData));
const loadedReference = once(() => parseContent("reference-model.json", referenceModelFile, reference));

/** How the shipped figures are used and shown: limits, cautions and the indicators of a profile, in order. */
export function openDataSettings(): OpenDataFile {
  return loadedOpenData();
}

/** The seeded generator of test places, as data. Its values are never facts about a real place. */
export function referenceModel(): ReferenceModel {
  return loadedReference();
}
