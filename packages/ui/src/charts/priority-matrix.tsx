import { Drawing, Shape, Text, Texts } from "./drawing.tsx";
import {
  type MatrixFields,
  type MatrixPoint,
  type MatrixSize,
  type MatrixSplit,
  matrixDrawing,
  matrixNarrow,
  matrixWide,
} from "./matrix-geometry.ts";

/** Words along the axes. */
export interface MatrixAxes {
  /** At the left and right end of the x axis. */
  readonly xLow: string;
  readonly xHigh: string;
  /** At the top of the y axis. */
  readonly yHigh: string;
}

/** Props of {@link PriorityMatrix}. */
export interface PriorityMatrixProps {
  readonly points: readonly MatrixPoint[];
  readonly split: MatrixSplit;
  readonly fields: MatrixFields;
  readonly axes: MatrixAxes;
}

/**
 * Rating against weight in four fields, split at the place's own means. The grey cross is where the field cannot be
 * told; a point in it is a dashed ring. The whisker is the rating's 95 per cent interval.
 */
export function PriorityMatrix(props: PriorityMatrixProps) {
  return <Drawing wide={sheet(props, matrixWide)} narrow={sheet(props, matrixNarrow)} />;
}

function sheet({ points, split, fields, axes }: PriorityMatrixProps, size: MatrixSize) {
  const drawing = matrixDrawing(points, split, fields, size);
  const foot = size.bottom + 26;
  return {
    width: size.width,
    height: size.height,
    children: (
      <>
        <Shape className="wedge-u" d={drawing.cross} />
        <Shape className="ax" d={drawing.axes} />
        <Texts at={drawing.fields} className={size.isNarrow ? "t t-h t-m" : "t-l t-h t-m"} />
        <Shape className="iv" d={drawing.whiskers} />
        <Shape className="mk m-p" d={drawing.certain} />
        <Shape className="hollow" d={drawing.uncertain} />
        <Texts at={drawing.labels} classOf={(label) => `${size.isNarrow ? "t-s" : "t"}${label.crowded ? " halo" : ""}`} />
        <Text at={{ x: size.left, y: foot, text: axes.xLow, anchor: "start" }} className="t-s t-m" />
        <Text at={{ x: size.right, y: foot, text: axes.xHigh, anchor: "end" }} className="t-s t-m" />
        <Text at={{ x: size.left, y: size.top - 12, text: axes.yHigh, anchor: "start" }} className="t-s t-m" />
      </>
    ),
  };
}
