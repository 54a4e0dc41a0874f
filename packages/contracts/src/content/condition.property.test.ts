import { type Condition, MAX_CONDITION_DEPTH, MAX_CONDITION_NODES, validateCondition } from "@hp/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { condition } from "./condition.ts";

const atom: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constantFrom("vakans", "score.boende", "peer.N15424"),
    op: fc.constantFrom("lt", "gte", "eq"),
    value: fc.integer(),
  }),
  fc.record({
    field: fc.constant("fas"),
    op: fc.constant("in"),
    value: fc.array(fc.constantFrom("stabil", "expansion"), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ field: fc.constant("natur_lage"), op: fc.constant("contains"), value: fc.constantFrom("sjo", "skog") }),
  fc.record({ field: fc.constant("arv"), op: fc.constant("known"), value: fc.boolean() }),
) as fc.Arbitrary<Condition>;

const { tree } = fc.letrec<{ tree: Condition }>((tie) => {
  const parts = fc.array(tie("tree"), { minLength: 1, maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 3, depthIdentifier: "condition" },
      atom,
      fc.record({ all: parts }),
      fc.record({ any: parts }),
      fc.record({ not: tie("tree") }),
      parts.map((of) => ({ atLeast: of.length, of })),
    ),
  };
});

function nested(levels: number): unknown {
  let value: unknown = { field: "vakans", op: "gte", value: 5 };
  for (let level = 0; level < levels; level += 1) value = { not: value };
  return value;
}

describe("the contract of a condition", () => {
  test("lets every well-formed tree through unchanged", () => {
    fc.assert(
      fc.property(tree, (value) => {
        const size = JSON.stringify(value).split("{").length - 1;
        fc.pre(size <= MAX_CONDITION_NODES);
        expect(condition.parse(value)).toEqual(value);
      }),
    );
  });

  test("refuses anything else without throwing", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(condition.safeParse(value).success).toBe(false);
      }),
    );
  });

  test("is as deep and as large as the domain allows, and no more", () => {
    expect(condition.safeParse(nested(MAX_CONDITION_DEPTH - 1)).success).toBe(true);
    expect(condition.safeParse(nested(MAX_CONDITION_DEPTH)).success).toBe(false);
    expect(condition.safeParse(nested(100_000)).success).toBe(false);
    const atoms = (count: number) => ({ all: Array.from({ length: count }, () => nested(0)) });
    expect(condition.safeParse(atoms(MAX_CONDITION_NODES - 1)).success).toBe(true);
    expect(condition.safeParse(atoms(MAX_CONDITION_NODES)).success).toBe(false);
  });

  test("refuses a field that only looks like one, and keys of the prototype", () => {
    for (const field of ["", "a b", "__proto__", "score.", "a.b.c", "x".repeat(90)]) {
      expect(condition.safeParse({ field, op: "eq", value: 1 }).success, field).toBe(false);
    }
    expect(condition.safeParse(JSON.parse('{"field":"vakans","op":"eq","value":1,"__proto__":{"all":[]}}')).success).toBe(false);
  });

  test("refuses in shape what the domain refuses in shape", () => {
    const shape = new Set([
      "not_a_condition",
      "unknown_key",
      "too_deep",
      "too_large",
      "empty_branch",
      "bad_at_least",
      "unknown_operator",
      "empty_interval",
    ]);
    const bad = [
      null,
      [],
      "x",
      {},
      { all: [] },
      { any: "x" },
      { atLeast: 0, of: [nested(0)] },
      { field: "a", op: "like", value: 1 },
      { all: [nested(0)], not: nested(0) },
    ];
    for (const value of bad) {
      expect(
        validateCondition(value, new Map()).some(({ code }) => shape.has(code)),
        JSON.stringify(value),
      ).toBe(true);
      expect(condition.safeParse(value).success, JSON.stringify(value)).toBe(false);
    }
  });
});
