import fc from "fast-check";
import { expect, test } from "vitest";
import { actionTitle, isComplete, planTotals, proposedAmounts } from "./plan.ts";

const amounts = { municipalityCostSek: 100_000, industryCostSek: null, municipalityHours: 40, industryHours: 0 };
const amount = fc.option(fc.nat(1_000_000_000));
const action = fc.record({ municipalityCostSek: amount, industryCostSek: amount, municipalityHours: amount, industryHours: amount });

test("an unknown cost is counted as unknown, not as nothing", () => {
  expect(planTotals([amounts, { ...amounts, industryCostSek: 50_000 }])).toEqual({
    municipality: { costSek: 200_000, hours: 80, unknownCosts: 0 },
    industry: { costSek: 50_000, hours: 0, unknownCosts: 1 },
  });
});

test("an empty plan costs nothing and leaves nothing unknown", () => {
  expect(planTotals([]).municipality).toEqual({ costSek: 0, hours: 0, unknownCosts: 0 });
});

test("totals add up over any split of the plan, in whole kronor", () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 20 }), fc.array(action, { maxLength: 20 }), (one, two) => {
      const whole = planTotals([...one, ...two]).industry;
      const parts = [planTotals(one).industry, planTotals(two).industry];
      expect(whole.costSek).toBe((parts[0]?.costSek ?? 0) + (parts[1]?.costSek ?? 0));
      expect(Number.isInteger(whole.costSek)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("an action is complete when it says who, from when and what it costs each", () => {
  const complete = { ...amounts, industryCostSek: 0, status: "planned", startsOn: "2027-01-01", responsibleName: "Eva" };
  expect(isComplete(complete)).toBe(true);
  expect(isComplete({ ...complete, startsOn: null })).toBe(false);
  expect(isComplete({ ...complete, responsibleName: "" })).toBe(false);
  expect(isComplete({ ...complete, industryCostSek: null })).toBe(false);
  expect(isComplete({ ...complete, startsOn: null, status: "stopped" })).toBe(true);
});

test.each([
  [["municipality"], "municipality", 1_650_000, 0],
  [["company", "civil"], "industry", 0, 1_650_000],
  [["municipality", "company"], "both", 825_000, 825_000],
  [["region"], "both", 825_000, 825_000],
])("owners %j: the proposal falls on %s", (owners, responsibleParty, municipalityCostSek, industryCostSek) => {
  const measure = { owners, costSek: { min: 300_000, max: 3_000_000 }, hours: { municipality: 120, company: 60 } };
  expect(proposedAmounts(measure)).toMatchObject({
    responsibleParty,
    municipalityCostSek,
    industryCostSek,
    municipalityHours: 120,
    industryHours: 60,
  });
});

test("an action is called as its measure is in the reader's language, and by the parties' own words where they have written any", () => {
  const measure = { sv: "Provabo-bostäder", en: "Trial homes" };
  expect(actionTitle("Provabo-bostäder", measure, "en")).toBe("Trial homes");
  expect(actionTitle("Trial homes", measure, "sv")).toBe("Provabo-bostäder");
  expect(actionTitle("Provabo i tre hus", measure, "en")).toBe("Provabo i tre hus");
  expect(actionTitle("Provabo-bostäder", undefined, "en")).toBe("Provabo-bostäder");
});
