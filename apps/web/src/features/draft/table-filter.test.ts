import type { DraftMeasureRow } from "@hp/contracts";
import { expect, test } from "vitest";
import { filterRows, readFilter } from "./table-filter.ts";

const row = (key: string, rest: Partial<DraftMeasureRow> = {}) =>
  ({
    key,
    title: { sv: `Åtgärd ${key}`, en: `Measure ${key}` },
    mainDimension: "boende",
    evidence: "b",
    change: "none",
    missingTexts: 0,
    openComments: 0,
    retired: false,
    hasCard: true,
    ...rest,
  }) as DraftMeasureRow;
const rows = [
  row("AA01"),
  row("BO06", { change: "changed", evidence: "d" }),
  row("SK01", { mainDimension: "skola", missingTexts: 2, hasCard: false }),
];
const keys = (query: Record<string, string>) => filterRows(rows, readFilter(query)).map(({ key }) => key);

test("without anything in the address all rows are there", () => expect(keys({})).toEqual(["AA01", "BO06", "SK01"]));
test.each([
  [{ omrade: "skola" }, ["SK01"]],
  [{ evidens: "d" }, ["BO06"]],
  [{ visa: "changed" }, ["BO06"]],
  [{ visa: "missing" }, ["SK01"]],
  [{ visa: "no_card" }, ["SK01"]],
  [{ visa: "nonsense" }, ["AA01", "BO06", "SK01"]],
  [{ sok: " åtgärd b " }, ["BO06"]],
  [{ sok: "bo06" }, ["BO06"]],
  [{ sok: "MEASURE", omrade: "boende", visa: "changed" }, ["BO06"]],
])("%j leaves %j", (query, expected) => expect(keys(query as Record<string, string>)).toEqual(expected));
