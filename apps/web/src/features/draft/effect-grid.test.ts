import fc from "fast-check";
import { expect, test } from "vitest";
import { effectLevels, type GridSpot, levelFor, mayHave, movedSpot, nextLevel } from "./effect-grid.ts";

const size = { rows: 93, columns: 14 };
const at = (row: number, column: number): GridSpot => ({ row, column });

test.each([
  ["ArrowDown", at(0, 3), at(1, 3)],
  ["ArrowUp", at(5, 3), at(4, 3)],
  ["ArrowLeft", at(5, 1), at(5, 0)],
  ["ArrowRight", at(5, 3), at(5, 4)],
  ["Home", at(5, 3), at(5, 0)],
  ["End", at(5, 3), at(5, 13)],
  ["PageDown", at(5, 3), at(15, 3)],
  ["PageUp", at(15, 3), at(5, 3)],
  ["PageDown", at(90, 3), at(92, 3)],
  ["PageUp", at(4, 3), at(0, 3)],
  ["ArrowUp", at(0, 0), at(0, 0)],
  ["ArrowRight", at(92, 13), at(92, 13)],
])("%s leads from %j to %j", (key, from, to) => expect(movedSpot(from, { key }, size)).toEqual(to));

test("with Ctrl, Home and End lead to the corners of the grid", () => {
  expect(movedSpot(at(5, 3), { key: "Home", ctrlKey: true }, size)).toEqual(at(0, 0));
  expect(movedSpot(at(5, 3), { key: "End", ctrlKey: true }, size)).toEqual(at(92, 13));
});

test("other keys, the browser's own shortcuts and a grid without rows do not move", () => {
  for (const key of ["2", " ", "Enter", "Tab", "toString", "a"]) expect(movedSpot(at(5, 3), { key }, size)).toBeNull();
  expect(movedSpot(at(5, 3), { key: "ArrowLeft", altKey: true }, size)).toBeNull();
  expect(movedSpot(at(5, 3), { key: "ArrowLeft", metaKey: true }, size)).toBeNull();
  expect(movedSpot(at(5, 3), { key: "ArrowLeft", ctrlKey: true }, size)).toBeNull();
  expect(movedSpot(at(0, 0), { key: "ArrowDown" }, { rows: 0, columns: 14 })).toBeNull();
});

test("no walk leaves the grid, whatever its size", () => {
  const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];
  const walk = fc.array(fc.record({ key: fc.constantFrom(...keys), ctrlKey: fc.boolean() }), { maxLength: 60 });
  const sizes = fc.record({ rows: fc.integer({ min: 1, max: 300 }), columns: fc.integer({ min: 1, max: 14 }) });
  fc.assert(
    fc.property(walk, sizes, (pressed, { rows, columns }) => {
      let spot = at(0, 0);
      for (const key of pressed) {
        spot = movedSpot(spot, key, { rows, columns }) ?? spot;
        expect(spot.row >= 0 && spot.row < rows && spot.column >= 0 && spot.column < columns).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test("0–3 set the effect, Space and Enter go round, and other keys do nothing", () => {
  for (const level of effectLevels) expect(levelFor({ key: String(level) }, 1, false)).toBe(level);
  expect([0, 1, 2, 3].map((level) => levelFor({ key: " " }, level as 0, false))).toEqual([1, 2, 3, 0]);
  expect(levelFor({ key: "Enter" }, 3, false)).toBe(0);
  for (const key of ["4", "-", "x", "Tab", "ArrowUp"]) expect(levelFor({ key }, 1, false)).toBeNull();
  for (const modifier of ["ctrlKey", "altKey", "metaKey"]) expect(levelFor({ key: "2", [modifier]: true }, 1, false)).toBeNull();
});

test("on the main dimension the round leaves out 0, and 0 may not be had", () => {
  expect([0, 1, 2, 3].map((level) => nextLevel(level as 0, true))).toEqual([1, 2, 3, 1]);
  expect(mayHave(0, true)).toBe(false);
  expect(mayHave(0, false) && mayHave(1, true)).toBe(true);
});
