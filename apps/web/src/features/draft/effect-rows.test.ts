import { expect, test } from "vitest";
import { type EffectRow, mergedRows, shownLevel, withOutcome, withRefusal, withWanted } from "./effect-rows.ts";

const row: EffectRow = {
  key: "BO06",
  title: "Bygg",
  mainDimension: "boende",
  isRetired: false,
  version: 3,
  effects: { boende: 2 },
  wanted: {},
  refused: {},
};
const change = { key: "BO06", version: 3, dimensionId: "skola", value: 1 } as const;

test("a spot shows what was set last, else what is saved, else 0", () => {
  expect(shownLevel(row, "boende")).toBe(2);
  expect(shownLevel(row, "skola")).toBe(0);
  expect(shownLevel(withWanted(row, "skola", 3), "skola")).toBe(3);
});

test("a saved change leaves the version and the effects that the answer gave", () => {
  const after = withOutcome(withWanted(row, "skola", 1), change, { saved: { version: 4, effects: { boende: 2, skola: 1 } } });
  expect(after).toEqual({ ...row, version: 4, effects: { boende: 2, skola: 1 } });
});

test("a refused change shows what is saved, with the reason", () => {
  const stale = withOutcome(withWanted(row, "skola", 1), change, {
    why: "Någon hann före.",
    current: { version: 9, effects: { boende: 3 } },
  });
  expect([stale.version, shownLevel(stale, "skola"), shownLevel(stale, "boende")]).toEqual([9, 0, 3]);
  expect(stale.refused).toEqual({ skola: "Någon hann före." });
  const offline = withOutcome(withWanted(row, "skola", 1), change, { why: "Ingen kontakt.", current: null });
  expect([offline.version, shownLevel(offline, "skola")]).toEqual([3, 0]);
  expect(withWanted(stale, "skola", 2).refused).toEqual({});
  expect(withRefusal(withWanted(row, "boende", 1), "boende", "Nej.")).toEqual({ ...row, refused: { boende: "Nej." } });
});

test("a spot that was set anew while its change was on its way keeps what it was set to", () => {
  const again = withWanted(withWanted(row, "skola", 1), "skola", 3);
  expect(shownLevel(withOutcome(again, change, { saved: { version: 4, effects: { boende: 2, skola: 1 } } }), "skola")).toBe(3);
  const refused = withOutcome(again, change, { why: "Nej.", current: null });
  expect([shownLevel(refused, "skola"), refused.refused]).toEqual([3, {}]);
});

test("when the page comes anew, newer rows replace older ones and what is on its way stays", () => {
  const come = { ...row, version: 5, effects: { boende: 1 } };
  expect(mergedRows(new Map([["BO06", row]]), [come]).get("BO06")).toBe(come);
  const wanted = withWanted(row, "skola", 1);
  expect(mergedRows(new Map([["BO06", wanted]]), [come]).get("BO06")).toBe(wanted);
  const newer = { ...row, version: 6 };
  expect(mergedRows(new Map([["BO06", newer]]), [come]).get("BO06")).toBe(newer);
  expect([...mergedRows(new Map([["ZZ01", row]]), [come]).keys()]).toEqual(["BO06"]);
});
