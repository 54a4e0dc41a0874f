import type { FactView } from "@hp/contracts";
import type { Say } from "../place/kit.ts";
import type { ReaderFormat } from "../place/reader-format.ts";

type Shown = Pick<FactView, "type" | "unit" | "choices" | "state" | "value" | "askedOf">;

/** A fact as its reader sees it when it is not a field: the value with its unit, or that it is unknown, unanswered or closed. */
export function factText(fact: Shown, t: Say, format: ReaderFormat): string {
  if (fact.state === "hidden") return t(fact.askedOf === "company" ? "value.hiddenIndustry" : "value.hiddenMunicipality");
  if (fact.state === "unanswered")
    return fact.askedOf === "derived" ? t("value.notDerived") : fact.askedOf === "openData" ? t("value.noData") : t("value.unanswered");
  if (fact.value === null) return t("value.unknown");
  return valueText(fact, fact.value, t, format);
}

/** A known value in words. */
export function valueText(
  { unit, choices }: Pick<Shown, "unit" | "choices">,
  value: NonNullable<FactView["value"]>,
  t: Say,
  format: ReaderFormat,
): string {
  const choice = (key: string) => choices.find((one) => one.key === key)?.label ?? key;
  if (typeof value === "boolean") return t(value ? "value.yes" : "value.no");
  if (Array.isArray(value))
    return value.length === 0
      ? t("value.none")
      : format.list(value.map((key, index) => (index === 0 ? choice(key) : format.lower(choice(key)))));
  if (typeof value === "string") return choice(value);
  if (choices.length > 0) return choice(String(value));
  return unit === null
    ? format.number(value, 2)
    : unit === "%"
      ? `${format.number(value, 2)} ${t("value.percent")}`
      : `${format.number(value, 2)} ${unit}`;
}
