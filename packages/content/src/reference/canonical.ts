import type { FactValue } from "@hp/domain";
import type { ReferencePlace } from "./place.ts";

/** A value as reference-places.csv writes it; null and the empty list are empty, numbers carry no needless zeros. */
function cell(value: FactValue | null | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? value.join("+") : String(value);
}

/**
 * A test place as field to text, as in reference-places.csv: differences from similar municipalities with two decimals at most.
 */
export function canonicalCells({ values, peers }: ReferencePlace): Readonly<Record<string, string>> {
  const rounded = Object.entries(peers).map(([kpi, value]) => [
    `peer.${kpi}`,
    cell(value === null ? null : Math.round(value * 100) / 100 + 0),
  ]);
  return Object.fromEntries([...Object.entries(values).map(([field, value]) => [field, cell(value)]), ...rounded]);
}

/** One line for a place, its fields in alphabetical order: what the digest of all places is taken of. */
export function canonicalLine(cells: Readonly<Record<string, string>>): string {
  return Object.keys(cells)
    .sort()
    .map((field) => `${field}=${cells[field]}`)
    .join(";");
}
