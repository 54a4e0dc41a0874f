import { Drawing, Shape, Text, Texts } from "./drawing.tsx";
import { type PerceivedRow, type PerceivedSize, perceivedDrawing, perceivedNarrow, perceivedWide } from "./perceived-geometry.ts";

/** Props of {@link PerceivedVsFact}. */
export interface PerceivedVsFactProps {
  readonly rows: readonly PerceivedRow[];
}

/** How an area is perceived (diamond, with interval) against what facts say (bar), largest difference as the caller sorts. */
export function PerceivedVsFact({ rows }: PerceivedVsFactProps) {
  return <Drawing wide={sheet(rows, perceivedWide)} narrow={sheet(rows, perceivedNarrow)} />;
}

function sheet(rows: readonly PerceivedRow[], size: PerceivedSize) {
  const drawing = perceivedDrawing(rows, size);
  return {
    width: size.width,
    height: drawing.height,
    children: (
      <>
        <Texts at={drawing.axisNames} className="t-s t-m" />
        <Shape className="ax" d={drawing.axis} />
        <Shape className="link" d={drawing.links} />
        <Shape className="link-gap" d={drawing.strongLinks} />
        <Shape className="iv iv-p" d={drawing.intervals} />
        <Shape className="mk m-x" d={drawing.facts} />
        <Shape className="mk m-p" d={drawing.perceived} />
        {drawing.rows.map((row) => (
          <Words key={row.id} row={row} />
        ))}
      </>
    ),
  };
}

function Words({ row }: { readonly row: ReturnType<typeof perceivedDrawing>["rows"][number] }) {
  return (
    <>
      <Texts at={row.labels} className={row.strong ? "t t-b" : "t"} />
      <Text at={row.difference} className="t t-b t-h" />
      <Texts at={row.notes} className="t-s" />
    </>
  );
}
