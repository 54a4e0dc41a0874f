import type { Party } from "../party.ts";
import type { PlacedText } from "./drawing.tsx";
import { markPath, rect } from "./marks.ts";
import { clamp, known } from "./number.ts";
import { textWidth } from "./text-width.ts";

/** What a party gives. Numbers in one unit within a group; missing counts as nothing drawn. */
export interface ContributionRow {
  readonly party: Exclude<Party, "facts">;
  readonly name: string;
  readonly planned: number | null;
  readonly proposed?: number | null;
  /** Carried out so far, at most what is planned. */
  readonly done?: number | null;
  /** The numbers in words, after the bar. */
  readonly text: string;
  /** The same, shorter, for the narrow drawing. */
  readonly shortText?: string;
}

/** Contributions of one kind: money, or hours. */
export interface ContributionGroup {
  readonly heading: string;
  readonly rows: readonly ContributionRow[];
}

/** Measures of one drawing. */
export interface ContributionSize {
  readonly width: number;
  readonly isNarrow: boolean;
}

/** The wide drawing: name, bar and words in one line. */
export const contributionWide: ContributionSize = { width: 896, isNarrow: false };

/** The narrow drawing: the name above its bar. */
export const contributionNarrow: ContributionSize = { width: 358, isNarrow: true };

/** Everything to draw. */
export interface ContributionDrawing {
  readonly height: number;
  readonly headings: readonly PlacedText[];
  readonly rows: readonly {
    readonly party: Party;
    readonly key: string;
    readonly mark: string;
    readonly bar: string;
    readonly proposed: string;
    readonly done: string;
    readonly name: PlacedText;
    readonly text: PlacedText;
  }[];
}

/** What is drawn of a number: nothing below a thousandth, and at most 10^15, so that sums and scales stay finite. */
const amount = (value: number | null | undefined) => {
  const shown = clamp(known(value) ?? 0, 0, 1e15);
  return shown < 1e-3 ? 0 : shown;
};
const maxBar = 560;

/** Lays the bars out. Within a group all bars share one scale, the largest at which every bar leaves room for its words. */
export function contributionDrawing(groups: readonly ContributionGroup[], size: ContributionSize): ContributionDrawing {
  const names = groups.flatMap((group) => group.rows.map((row) => textWidth(row.name, { size: 15 })));
  const left = size.isNarrow ? 0 : Math.max(106, ...names) + 30;
  const headings: PlacedText[] = [];
  const rows: ContributionDrawing["rows"][number][] = [];
  let y = 0;
  groups.forEach((group, index) => {
    if (index > 0) y += 28;
    headings.push({ x: 0, y: y + 18, text: group.heading, anchor: "start" });
    y += size.isNarrow ? 28 : 34;
    const scale = groupScale(group, size.width - left, size);
    for (const row of group.rows) {
      rows.push(placeRow(row, `${group.heading} ${row.name}`, y, left, scale, size));
      y += size.isNarrow ? 56 : 36;
    }
  });
  return { height: Math.max(y, 20), headings, rows };
}

const words = (row: ContributionRow, size: ContributionSize) => (size.isNarrow ? (row.shortText ?? row.text) : row.text);

function groupScale({ rows }: ContributionGroup, room: number, size: ContributionSize): number {
  const scales = rows.flatMap((row) => {
    const total = amount(row.planned) + amount(row.proposed);
    const free = Math.min(maxBar, room - 12 - textWidth(words(row, size), { size: 15 }));
    return total > 0 ? [Math.max(free, 24) / total] : [];
  });
  return scales.length === 0 ? 0 : Math.min(...scales);
}

function placeRow(
  row: ContributionRow,
  key: string,
  y: number,
  left: number,
  scale: number,
  size: ContributionSize,
): ContributionDrawing["rows"][number] {
  const bar = size.isNarrow ? y + 20 : y;
  const label = size.isNarrow ? y + 8 : y + 12;
  const planned = amount(row.planned) * scale;
  const proposed = amount(row.proposed) * scale;
  const done = Math.min(amount(row.done), amount(row.planned)) * scale;
  return {
    key,
    party: row.party,
    mark: markPath(row.party, 8, label, 6.5),
    name: { x: 24, y: label + 5, text: row.name, anchor: "start" },
    bar: planned > 0 ? rect(left, bar, planned, 24) : "",
    proposed: proposed > 0 ? rect(left + planned + 1, bar + 1, Math.max(proposed - 2, 2), 22) : "",
    done: done > 0 ? rect(left - 1, bar + 17, done + 1, 8) : "",
    text: { x: left + planned + proposed + 8, y: bar + 17, text: words(row, size), anchor: "start" },
  };
}
