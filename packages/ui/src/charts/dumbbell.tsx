import { type Party, partyClass } from "../party.ts";
import { Drawing, Shape, Text, Texts } from "./drawing.tsx";
import {
  type DumbbellDrawing,
  type DumbbellGroup,
  type DumbbellSize,
  dumbbellDrawing,
  dumbbellNarrow,
  dumbbellWide,
} from "./dumbbell-geometry.ts";
import { markPath } from "./marks.ts";

/** Props of {@link Dumbbell}. */
export interface DumbbellProps {
  readonly groups: readonly DumbbellGroup[];
  /** Heading over the gaps at the right. */
  readonly gapLabel: string;
  /** Who a and b are. */
  readonly parties?: readonly [a: Exclude<Party, "facts">, b: Exclude<Party, "facts">];
}

/**
 * Two parties' values per area, largest gap first under headings. Each value has its interval as a tinted band, the
 * first party's in the upper half and the second's in the lower, so that overlap shows.
 */
export function Dumbbell({ groups, gapLabel, parties = ["municipality", "industry"] }: DumbbellProps) {
  return <Drawing wide={sheet(groups, gapLabel, parties, dumbbellWide)} narrow={sheet(groups, gapLabel, parties, dumbbellNarrow)} />;
}

function sheet(groups: readonly DumbbellGroup[], gapLabel: string, [a, b]: NonNullable<DumbbellProps["parties"]>, size: DumbbellSize) {
  const drawing = dumbbellDrawing(groups, size);
  const party = { a, b };
  return {
    width: size.width,
    height: drawing.height,
    children: (
      <>
        <Shape className="ax" d={drawing.axis} />
        <Texts at={drawing.axisNames} className="t-s t-m" />
        <Text at={{ x: size.width, y: 18, text: gapLabel, anchor: "end" }} className="t-s t-m" />
        <Texts at={drawing.headings} className="t t-h" />
        <Shape className={partyClass("bar", a)} d={drawing.bands.a} />
        <Shape className={partyClass("bar", b)} d={drawing.bands.b} />
        <Shape className="hatch" d={drawing.hatch} />
        <Shape className="link" d={drawing.links} />
        <Shape className="link-gap" d={drawing.strongLinks} />
        <Shape className={`mk ${partyClass("m", a)}`} d={marks(drawing, "a", a)} />
        <Shape className={`mk ${partyClass("m", b)}`} d={marks(drawing, "b", b)} />
        {drawing.rows.map((row) => (
          <Row key={row.id} row={row} party={party} />
        ))}
      </>
    ),
  };
}

function marks(drawing: DumbbellDrawing, side: "a" | "b", party: Party): string {
  return drawing.rows.map((row) => (row.points[side] === null ? "" : markPath(party, row.points[side], row.y, 7.5))).join("");
}

function Row({ row, party }: { readonly row: DumbbellDrawing["rows"][number]; readonly party: { readonly a: Party; readonly b: Party } }) {
  return (
    <>
      <Texts at={row.labels} className={row.strong ? "t t-b" : "t"} />
      <Texts at={row.numbers} classOf={(number) => `t-s ${partyClass("t", party[number.side])}`} />
      {row.note === undefined ? null : <Text at={row.note} className="t-s" />}
      {row.gap.text === "" ? null : <Text at={row.gap} className="t t-b t-h" />}
    </>
  );
}
