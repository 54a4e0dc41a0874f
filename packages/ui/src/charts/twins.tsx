import type { ReactNode } from "react";
import type { TableColumn, TableData } from "../data-table.tsx";
import { type Party, partyOrder } from "../party.ts";
import type { ContributionGroup } from "./contribution-geometry.ts";
import { type DumbbellGroup, type Estimate, sortBySize } from "./dumbbell-geometry.ts";
import type { MatrixPoint } from "./matrix-geometry.ts";
import { known } from "./number.ts";
import type { PerceivedRow } from "./perceived-geometry.ts";
import type { WheelGroup, WheelMark, WheelSector } from "./wheel-geometry.ts";

/** How the twins write numbers. Functions, so that a twin is made from the very data that is drawn. */
export interface TwinFormat {
  readonly number: (value: number) => string;
  /** An interval in brackets or words: `(low, high) => "54–70"`. */
  readonly interval: (low: number, high: number) => string;
  /** Written where there is no value, such as "too few answers". */
  readonly missing: string;
}

/** Words of the twin of the wheel. */
export interface WheelTwinWords {
  readonly caption: string;
  readonly area: string;
  readonly parties: Readonly<Partial<Record<Party, string>>>;
  readonly place: string;
}

/** The table twin of the wheel: every area with each party's value and interval, and the place's. */
export function wheelTwin(groups: readonly WheelGroup[], words: WheelTwinWords, format: TwinFormat): TableData {
  const parties = partyOrder.filter((party) => words.parties[party] !== undefined);
  const columns = [
    { key: "area", label: words.area },
    ...parties.map((party) => end(party, words.parties[party])),
    end("place", words.place),
  ];
  const rows = groups.flatMap((group) =>
    group.sectors.map((sector) => ({
      key: sector.id,
      cells: [
        typeof sector.label === "string" ? sector.label : sector.label.join(" "),
        ...parties.map((party) =>
          markCell(
            sector,
            sector.marks.find((mark) => mark.party === party),
            format,
          ),
        ),
        estimateCell(sector, format),
      ],
    })),
  );
  return { caption: words.caption, columns, rows };
}

function markCell(sector: WheelSector, mark: WheelMark | undefined, format: TwinFormat): ReactNode {
  if (mark === undefined) return format.missing;
  if (mark.hidden === true && known(mark.value) === null) return sector.note ?? format.missing;
  return estimateCell(mark, format);
}

function estimateCell(
  { value, low, high }: { readonly value: number | null; readonly low: number; readonly high: number },
  format: TwinFormat,
): ReactNode {
  const shown = known(value);
  if (shown === null) return format.missing;
  return (
    <>
      {format.number(shown)} <span className="muted">({format.interval(low, high)})</span>
    </>
  );
}

/** Words of the twin of the dumbbell. */
export interface DumbbellTwinWords {
  readonly caption: string;
  readonly area: string;
  readonly a: string;
  readonly b: string;
  readonly gap: string;
  /** Heading of the column that says which group (gap, nuance, agreement) a row is in. */
  readonly state: string;
  /** Short names of the groups, in their order; the headings when not given. */
  readonly states?: readonly string[];
}

/** The table twin of the dumbbell, in the order of the drawing. */
export function dumbbellTwin(groups: readonly DumbbellGroup[], words: DumbbellTwinWords, format: TwinFormat): TableData {
  const value = (side: Estimate | null, note: string | undefined) => (side === null ? (note ?? format.missing) : side.text);
  return {
    caption: words.caption,
    columns: [
      { key: "area", label: words.area },
      end("a", words.a),
      end("b", words.b),
      end("gap", words.gap),
      { key: "state", label: words.state },
    ],
    rows: groups.flatMap((group, index) =>
      sortBySize(group.rows).map((row) => ({
        key: row.id,
        cells: [
          row.label,
          value(row.a, row.note),
          value(row.b, row.note),
          row.gap === "" ? format.missing : row.gap,
          words.states?.[index] ?? group.heading,
        ],
      })),
    ),
  };
}

/** Words of the twin of the matrix. */
export interface MatrixTwinWords {
  readonly caption: string;
  readonly area: string;
  readonly x: string;
  readonly y: string;
  readonly field: string;
}

/** The table twin of the matrix. `fieldOf` names a point's field, or says that it is uncertain. */
export function matrixTwin(
  points: readonly (MatrixPoint & { readonly name?: string })[],
  words: MatrixTwinWords,
  fieldOf: (point: MatrixPoint) => string,
  format: { readonly x: (value: number) => string; readonly y: (value: number) => string; readonly missing: string },
): TableData {
  const cell = (value: number | null, write: (value: number) => string) => {
    const shown = known(value);
    return shown === null ? format.missing : write(shown);
  };
  return {
    caption: words.caption,
    columns: [{ key: "area", label: words.area }, end("x", words.x), end("y", words.y), { key: "field", label: words.field }],
    rows: points.map((point) => ({
      key: point.id,
      cells: [point.name ?? point.label, cell(point.x, format.x), cell(point.y, format.y), fieldOf(point)],
    })),
  };
}

/** Words of the twin of perceived and fact. */
export interface PerceivedTwinWords {
  readonly caption: string;
  readonly area: string;
  readonly perceived: string;
  readonly fact: string;
  readonly difference: string;
}

/** The table twin of perceived and fact; rows that the drawing leaves out stand here with what is missing. */
export function perceivedTwin(rows: readonly PerceivedRow[], words: PerceivedTwinWords, format: TwinFormat): TableData {
  return {
    caption: words.caption,
    columns: [
      { key: "area", label: words.area },
      end("perceived", words.perceived),
      end("fact", words.fact),
      end("difference", words.difference),
    ],
    rows: rows.map((row) => {
      const fact = known(row.fact);
      return {
        key: row.id,
        cells: [
          row.label,
          row.perceived === null ? format.missing : estimateCell(row.perceived, format),
          fact === null ? format.missing : format.number(fact),
          row.difference === "" ? format.missing : row.difference,
        ],
      };
    }),
  };
}

/** Words of the twin of the contributions. */
export interface ContributionTwinWords {
  readonly caption: string;
  readonly party: string;
  readonly planned: string;
  readonly proposed: string;
  readonly done: string;
}

/** The table twin of the contributions: a row per kind and party. */
export function contributionTwin(groups: readonly ContributionGroup[], words: ContributionTwinWords, format: TwinFormat): TableData {
  const write = (value: number | null | undefined) => {
    const shown = known(value);
    return shown === null ? format.missing : format.number(shown);
  };
  return {
    caption: words.caption,
    columns: [
      { key: "party", label: words.party },
      end("planned", words.planned),
      end("proposed", words.proposed),
      end("done", words.done),
    ],
    rows: groups.flatMap((group) =>
      group.rows.map((row) => ({
        key: `${group.heading} ${row.name}`,
        cells: [`${row.name}, ${group.heading}`, write(row.planned), write(row.proposed ?? 0), write(row.done ?? 0)],
      })),
    ),
  };
}

function end(key: string, label: ReactNode): TableColumn {
  return { key, label, align: "end" };
}
