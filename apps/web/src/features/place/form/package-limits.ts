import type { PackageLimitsInput } from "@hp/contracts";
import { type FormFields, number, text, whole } from "./form-fields.ts";

type Limits = PackageLimitsInput;

/** Years that are read from a form: more than the contract lets through, so that it says what is wrong, and not as many as somebody posts. */
const mostRead = 10;

/** What a party can carry: the amount of every year, or that of the year itself where it is given. Empty is no limit. */
function yearLimits(form: FormFields, party: "municipality" | "industry", years: number): Limits["budgets"]["municipality"] {
  const of = (kind: "sek" | "hours") =>
    Array.from(
      { length: Math.min(years, mostRead) },
      (_, year) => number(form, `${party}.${kind}.${year}`) ?? number(form, `${party}.${kind}`),
    );
  return { sekByYear: of("sek"), hoursByYear: of("hours") };
}

/** Shares are written in per cent; one that is left out is no limit at its end. */
function share(form: FormFields): Limits["municipalityShare"] {
  const [min, max] = [number(form, "shareMin"), number(form, "shareMax")];
  if (min === null && max === null) return null;
  return { min: (min ?? 0) / 100, max: (max ?? 100) / 100 };
}

/** The limits of a package as its form has them. Nothing is checked here: the contract does that. */
export function packageLimits(form: FormFields): Limits {
  const years = whole(form, "years");
  const locked = (way: string) =>
    [...form.entries()].flatMap(([name, value]) => (name.startsWith("lock.") && value === way ? [name.slice("lock.".length)] : []));
  return {
    firstYear: number(form, "firstYear") as number,
    years,
    budgets: { municipality: yearLimits(form, "municipality", years), industry: yearLimits(form, "industry", years) },
    choose: text(form, "choose") as Limits["choose"],
    atMostPerDimension: number(form, "atMostPerDimension"),
    municipalityShare: share(form),
    lockedIn: locked("in"),
    lockedOut: locked("out"),
    requiredDimensions: form.getAll("required").map(String),
  };
}
