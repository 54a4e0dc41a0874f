import { partyClass } from "../party.ts";
import {
  type ContributionGroup,
  type ContributionSize,
  contributionDrawing,
  contributionNarrow,
  contributionWide,
} from "./contribution-geometry.ts";
import { Drawing, Shape, Text, Texts } from "./drawing.tsx";

/** Props of {@link ContributionBars}. */
export interface ContributionBarsProps {
  readonly groups: readonly ContributionGroup[];
}

/** What each party gives, as bars: filled for planned, dashed ochre for proposed, an ink line along the foot for carried out. */
export function ContributionBars({ groups }: ContributionBarsProps) {
  return <Drawing wide={sheet(groups, contributionWide)} narrow={sheet(groups, contributionNarrow)} />;
}

function sheet(groups: readonly ContributionGroup[], size: ContributionSize) {
  const drawing = contributionDrawing(groups, size);
  return {
    width: size.width,
    height: drawing.height,
    children: (
      <>
        <Texts at={drawing.headings} className="t t-h" />
        {drawing.rows.map((row) => (
          <g key={row.key}>
            <Shape className={partyClass("m", row.party)} d={row.mark + row.bar} />
            <Shape className="draft" d={row.proposed} />
            <Shape className="mk m-p" d={row.done} />
            <Text at={row.name} />
            <Text at={row.text} />
          </g>
        ))}
      </>
    ),
  };
}
