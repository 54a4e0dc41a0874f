import { Drawing, Shape, Text, Texts } from "./drawing.tsx";
import { type PerceivedSize, perceivedDrawing, perceivedNarrow, perceivedWide } from "./perceived-geometry.ts";

/** A dimension now and when measures have had their effect, both 0–100. */
export interface ExpectedRow {
  readonly id: string;
  readonly label: string;
  readonly now: number;
  readonly after: { readonly expected: number; readonly low: number; readonly high: number };
  /** The change as written: "+4,2". */
  readonly change: string;
}

/** Props of {@link ExpectedChange}. */
export interface ExpectedChangeProps {
  readonly rows: readonly ExpectedRow[];
}

/** How far dimensions are expected to move: hollow for now, a diamond with its range for then. */
export function ExpectedChange({ rows }: ExpectedChangeProps) {
  return <Drawing wide={sheet(rows, perceivedWide)} narrow={sheet(rows, perceivedNarrow)} />;
}

function sheet(rows: readonly ExpectedRow[], size: PerceivedSize) {
  const drawing = perceivedDrawing(
    rows.map(({ id, label, now, after, change }) => ({
      id,
      label,
      perceived: { value: after.expected, low: after.low, high: after.high },
      fact: now,
      difference: change,
    })),
    size,
    "dot",
  );
  return {
    width: size.width,
    height: drawing.height,
    children: (
      <>
        <Texts at={drawing.axisNames} className="t-s t-m" />
        <Shape className="ax" d={drawing.axis} />
        <Shape className="link-gap" d={drawing.links} />
        <Shape className="iv iv-p" d={drawing.intervals} />
        <Shape className="now" d={drawing.facts} />
        <Shape className="mk m-p" d={drawing.perceived} />
        {drawing.rows.map((row) => (
          <g key={row.id}>
            <Texts at={row.labels} />
            <Text at={row.difference} className="t t-b t-h" />
          </g>
        ))}
      </>
    ),
  };
}
