import { expect, test } from "vitest";
import { pathWord } from "./path-word.ts";

const words = {
  "measure.title": "Vad åtgärden heter",
  "measure.cost": "Kostnad första året",
  "measure.costSek.min": "Från",
  "measure.hours.company": "Företagets tid",
  "measure.source": "Källa",
  "card.summary": "I korthet",
  "rule.require": "Krävs",
};

test.each([
  ["document.measure.sv", "Vad åtgärden heter"],
  ["document.measure.costSek", "Kostnad första året"],
  ["document.measure.costSek.min", "Kostnad första året"],
  ["document.measure.hours.company", "Företagets tid"],
  ["document.measure.source.en", "Källa"],
  ["document.measure.card.summary.sv", "I korthet"],
  ["document.rule.require.all.0.value", "Krävs"],
  ["document.measure.reviewBy", "reviewBy"],
  ["version", "version"],
])("what is wrong at %s is told of %s", (path, name) => expect(pathWord(words, path)).toBe(name));
