import { expect, test } from "vitest";
import { packageLimits } from "./package-limits.ts";

const posted = (fields: Readonly<Record<string, string>>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ locale: "sv", firstYear: "2027", choose: "advised", ...fields })) form.append(name, value);
  return packageLimits(form as never);
};

test("an amount counts for every year but those that have one of their own; empty is no limit", () => {
  const { budgets } = posted({ years: "3", "municipality.sek": "5 000 000", "municipality.sek.1": "0", "industry.hours.2": "40" });
  expect(budgets.municipality.sekByYear).toEqual([5_000_000, 0, 5_000_000]);
  expect(budgets.industry).toEqual({ sekByYear: [null, null, null], hoursByYear: [null, null, 40] });
});

test.each(["1000000000", "9007199254740993", "1e308", "-3", "många"])("posting %s years takes no more room than some do", (years) => {
  const { budgets } = posted({ years });
  expect(budgets.municipality.sekByYear.length).toBeLessThanOrEqual(10);
});

test("shares are written in per cent, and an end that is left out is no limit", () => {
  expect(posted({ years: "1", shareMin: "40" }).municipalityShare).toEqual({ min: 0.4, max: 1 });
  expect(posted({ years: "1" }).municipalityShare).toBeNull();
});
