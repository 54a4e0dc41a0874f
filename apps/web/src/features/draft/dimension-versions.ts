import type { DraftDimension, DraftStatement } from "./dimension-edit.ts";

/** What a dimension holds at one place; null where there is nothing, as for a statement that only the other version has. */
export type VersionValue = string | number | boolean | readonly string[] | null;

/** One place where two versions of a dimension differ. */
export interface VersionDifference {
  /** The statement it is about; null for the dimension itself. */
  readonly statement: string | null;
  readonly field:
    | "weight"
    | "title.sv"
    | "title.en"
    | "why.sv"
    | "why.en"
    | "sv"
    | "en"
    | "parties"
    | "core"
    | "outcome"
    | "revision"
    | "order";
  readonly mine: VersionValue;
  readonly saved: VersionValue;
}

const statementFields = ["sv", "en", "parties", "core", "outcome", "revision"] as const;
const isSame = (one: VersionValue, other: VersionValue) => JSON.stringify(one) === JSON.stringify(other);
const orderOf = (one: DraftDimension, other: DraftDimension) =>
  one.items.map(({ id }) => id).filter((id) => other.items.some((item) => item.id === id));

function statementDifferences(id: string, mine: DraftStatement | undefined, saved: DraftStatement | undefined): VersionDifference[] {
  // A statement that only one version has is told by its words alone.
  const fields = mine === undefined || saved === undefined ? (["sv", "en"] as const) : statementFields;
  return fields.map((field) => ({ statement: id, field, mine: mine?.[field] ?? null, saved: saved?.[field] ?? null }));
}

/** Where two versions of a dimension differ, in the order of the page; empty where they say the same. */
export function versionDifferences(mine: DraftDimension, saved: DraftDimension): VersionDifference[] {
  const at = (field: VersionDifference["field"], one: VersionValue, other: VersionValue) => ({
    statement: null,
    field,
    mine: one,
    saved: other,
  });
  const ids = [...new Set([...mine.items, ...saved.items].map(({ id }) => id))];
  const find = ({ items }: DraftDimension, id: string) => items.find((one) => one.id === id);
  return [
    at("title.sv", mine.sv, saved.sv),
    at("title.en", mine.en, saved.en),
    at("weight", mine.weight, saved.weight),
    at("why.sv", mine.why.sv, saved.why.sv),
    at("why.en", mine.why.en, saved.why.en),
    ...ids.flatMap((id) => statementDifferences(id, find(mine, id), find(saved, id))),
    at("order", orderOf(mine, saved), orderOf(saved, mine)),
  ].filter((one) => !isSame(one.mine, one.saved));
}
