import { Drawing, Shape, Texts } from "./drawing.tsx";
import { type FrontAxes, type FrontPoint, type FrontSize, frontDrawing, frontNarrow, frontWide } from "./front-geometry.ts";

/** Props of {@link CostGainFront}. */
export interface CostGainFrontProps {
  /** In rising order of cost; the last is the package that is proposed. */
  readonly points: readonly FrontPoint[];
  readonly axes: FrontAxes;
}

/** What more money gives: the best package for every sum, as steps. Cost along the foot, gain upwards. */
export function CostGainFront({ points, axes }: CostGainFrontProps) {
  return <Drawing wide={sheet(points, axes, frontWide)} narrow={sheet(points, axes, frontNarrow)} />;
}

function sheet(points: readonly FrontPoint[], axes: FrontAxes, size: FrontSize) {
  const drawing = frontDrawing(points, axes, size);
  return {
    width: size.width,
    height: drawing.height,
    children: (
      <>
        <Shape className="ax" d={drawing.axis} />
        <Shape className="link" d={drawing.steps} />
        <Shape className="mk m-x" d={drawing.points} />
        <Shape className="mk m-p" d={drawing.chosen} />
        <Texts at={drawing.gains} className="t t-h" />
        <Texts at={drawing.costs} className="t-s t-m" />
        <Texts at={drawing.axisNames} className="t-s" />
      </>
    ),
  };
}
