import type { DraftMeasureRow } from "@hp/contracts";

/** What the table of measures is narrowed to; read from the address. */
export interface TableFilter {
  readonly text: string;
  readonly dimension: string;
  readonly evidence: string;
  readonly only: "" | "changed" | "missing" | "comments" | "retired" | "no_card";
}

const onlys = ["changed", "missing", "comments", "retired", "no_card"] as const;
type Query = Readonly<Record<string, string | string[] | undefined>>;
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** Reads the filter from the address; what is not one of its values counts as none. */
export function readFilter({ sok, omrade, evidens, visa }: Query): TableFilter {
  const only = onlys.find((key) => key === visa) ?? "";
  return { text: one(sok).slice(0, 100), dimension: one(omrade), evidence: one(evidens), only };
}

const isOnly: Record<TableFilter["only"], (row: DraftMeasureRow) => boolean> = {
  "": () => true,
  changed: ({ change }) => change !== "none",
  missing: ({ missingTexts }) => missingTexts > 0,
  comments: ({ openComments }) => openComments > 0,
  retired: ({ retired }) => retired,
  no_card: ({ hasCard }) => !hasCard,
};

/** The rows that a filter lets through, in their order. Text is looked for in both titles and in the id, whatever the case. */
export function filterRows(rows: readonly DraftMeasureRow[], { text, dimension, evidence, only }: TableFilter): readonly DraftMeasureRow[] {
  const wanted = text.trim().toLocaleLowerCase("sv");
  return rows.filter(
    (row) =>
      (dimension === "" || row.mainDimension === dimension) &&
      (evidence === "" || row.evidence === evidence) &&
      isOnly[only](row) &&
      [row.key, row.title.sv, row.title.en].some((title) => title.toLocaleLowerCase("sv").includes(wanted)),
  );
}
