import { compileCondition, type Facts, type Verdict } from "@hp/domain";
import { describe, expect, test } from "vitest";
import { loadCatalogue } from "../src/index.ts";
import file from "./fixtures/archetypes.json" with { type: "json" };

interface Archetype {
  readonly id: string;
  readonly facts: Facts;
  readonly scores: Readonly<Record<string, number>>;
  readonly gaps: Readonly<Record<string, number>>;
  readonly expectedIn: readonly (readonly string[])[];
  readonly expectedExcluded: readonly { readonly measure: string; readonly by: "rule" | "heldBack" }[];
}
const archetypes = file.archetypes as unknown as readonly Archetype[];
const { measures, rules } = loadCatalogue();

function prefixed(prefix: string, values: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}.${key}`, value]));
}

function gate({ facts, scores, gaps }: Archetype, measureId: string): "open" | "rule" | "heldBack" {
  const known = { ...facts, ...prefixed("score", scores), ...prefixed("gap", gaps) };
  const verdict = (kind: "exclude" | "require", none: Verdict): Verdict => {
    const condition = rules[measureId]?.[kind] ?? null;
    return condition === null ? none : compileCondition(condition)(known);
  };
  const [exclude, require] = [verdict("exclude", "fails"), verdict("require", "holds")];
  if (exclude === "holds" || require === "fails") return "rule";
  const isUnknown = exclude === "unknown" || require === "unknown";
  return isUnknown && measures.find(({ id }) => id === measureId)?.harm ? "heldBack" : "open";
}

describe("the five made-up places", () => {
  test("there are 14 expected exclusions", () => {
    expect(archetypes.flatMap((archetype) => archetype.expectedExcluded)).toHaveLength(14);
  });

  test.each(archetypes.map((archetype) => [archetype.id, archetype] as const))(
    "%s: what should be excluded is, and no expected measure is gated away",
    (_, archetype) => {
      const excluded = archetype.expectedExcluded.map(({ measure }) => ({ measure, by: gate(archetype, measure) }));
      expect(excluded).toEqual(archetype.expectedExcluded);
      for (const alternatives of archetype.expectedIn) {
        expect(
          alternatives.filter((id) => gate(archetype, id) !== "open"),
          `${alternatives}`,
        ).toEqual([]);
      }
    },
  );
});
