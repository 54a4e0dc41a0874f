import { contentFieldLabel } from "@hp/domain";
import type { CellValue } from "./cells.ts";

/** A sheet with its columns, and what one of them holds somewhere. */
export interface ToldSheet {
  readonly kind: "measure" | "dimension" | "statement" | "precondition";
  readonly sheet: string;
  readonly columns: readonly { readonly path: string; readonly example: CellValue }[];
}

/** As much of an example as one reads at a glance. */
const shown = 60;
const short = (value: CellValue): CellValue =>
  typeof value === "string" && value.length > shown ? `${value.slice(0, shown - 1)}…` : value;

const advice = [
  "En rad är en åtgärd, ett område, ett påstående eller en förutsättning. En kolumn är en uppgift.",
  "A row is a measure, an area, a statement or a precondition. A column is one of its fields.",
  "Ändra inte nycklar och kolumnrubriker: de säger vad raden och kolumnen är. Ordningen får ändras. Det här bladet läses inte.",
  "Leave keys and column headings as they are: they say what the row and the column are. Their order may change. This sheet is not read.",
  "En tom cell betyder att uppgiften saknas, (null) att den är satt till ingenting. En text som börjar med ' = + - @ [ eller { skrivs med ' först.",
  "An empty cell means that the field is not there, (null) that it is set to nothing. A text that begins with ' = + - @ [ or { is written with ' first.",
  "Villkor och listor är en cell med JSON. De är lättast att ändra i redigeraren, som också säger vad de betyder i ord.",
  "Conditions and lists are one cell of JSON. They are easiest to change in the editor, which also reads them out in words.",
  "Inläsningen visar först vad som skulle ändras. Är något fel läses ingenting in, och varje fel sägs med blad, rad och kolumn.",
  "Reading the file in first shows what would change. If anything is wrong nothing is read in, and every fault is told with sheet, row and column.",
] as const;

const itself = "vad raden är, ändras inte / what the row is, leave as it is";
const ownWords: Readonly<Record<string, string>> = {
  "measure.id": itself,
  id: itself,
  key: itself,
  område: "området som påståendet hör till / the area the statement belongs to",
};

/** The rows of the sheet that tells how to work in the workbook, and what each column is in both languages, with an example. */
export function readMe(sheets: readonly ToldSheet[]): readonly (readonly CellValue[])[] {
  const columns = sheets.flatMap(({ kind, sheet, columns: its }) =>
    its.map(({ path, example }) => {
      const [sv, en] = [contentFieldLabel(kind, path, "sv"), contentFieldLabel(kind, path, "en")];
      return [sheet, path, sv === null ? (ownWords[path] ?? null) : `${sv} / ${en}`, short(example)];
    }),
  );
  return [...advice.map((words) => [words]), [null], ["Blad", "Kolumn", "Betyder / means", "Till exempel / example"], ...columns];
}
