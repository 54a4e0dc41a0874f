import { partyClass, partyOrder } from "../party.ts";
import { Drawing, Shape, Texts } from "./drawing.tsx";
import { type WheelGroup, type WheelSize, wheelDrawing, wheelNarrow, wheelWide } from "./wheel-geometry.ts";

/** Props of {@link Wheel}. */
export interface WheelProps {
  readonly groups: readonly WheelGroup[];
}

const weights = { plain: "", bold: " t-b", note: " t-m" } as const;

/**
 * All areas at once: a sector is the place's mean (ink arc) with a pale outer zone of uncertainty, the parties' marks
 * stand side by side in it with their 95 per cent intervals. Further out is higher.
 */
export function Wheel({ groups }: WheelProps) {
  return <Drawing wide={sheet(groups, wheelWide)} narrow={sheet(groups, wheelNarrow)} />;
}

function sheet(groups: readonly WheelGroup[], size: WheelSize) {
  const drawing = wheelDrawing(groups, size);
  const font = size.isNarrow ? "t-s" : "t";
  return {
    width: size.width,
    height: size.height,
    children: (
      <>
        <Shape className="wedge-u" d={drawing.uncertain} />
        <Shape className="wedge" d={drawing.mean} />
        <Shape className="hatch" d={drawing.hatch} />
        <Shape className="wedge-m" d={drawing.meanArc} />
        <Shape className="ax" d={drawing.rings} />
        <Texts at={drawing.ringNames} className="t-s t-m halo" />
        {partyOrder.map((party) => (
          <Shape key={party} className={`iv ${partyClass("iv", party)}`} d={drawing.intervals.get(party)} />
        ))}
        {partyOrder.map((party) => (
          <Shape key={party} className={`mk ${partyClass("m", party)}`} d={drawing.marks.get(party)} />
        ))}
        <Texts at={drawing.labels} classOf={(label) => (label.weight === "note" ? "t-s" : font) + weights[label.weight]} />
      </>
    ),
  };
}
