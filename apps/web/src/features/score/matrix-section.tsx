import type { OpenScores } from "@hp/contracts";
import { Legend, matrixTwin, Section } from "@hp/ui";
import { Figure, PriorityMatrix } from "../place/from-data.tsx";
import { matrixPoints, matrixSplit } from "./chart-data.ts";
import { matrixSentence, type ScoreKit } from "./score-words.ts";

/** What weighs most: scores against weights in four fields. */
export function MatrixSection({ scores, kit }: { readonly scores: OpenScores; readonly kit: ScoreKit }) {
  const { t, format } = kit;
  const points = matrixPoints(scores, kit);
  const quadrants = new Map(scores.dimensions.map((one) => [one.id, one.quadrant]));
  const fieldOf = ({ id }: { readonly id: string }) => {
    const quadrant = quadrants.get(id);
    if (!quadrant) return t("missing");
    const field = t(`matrix.name.${quadrant.name}`);
    return quadrant.certain ? field : t("matrix.uncertain", { field });
  };
  const twin = matrixTwin(
    points,
    { caption: t("matrix.caption"), area: t("area"), x: t("matrix.x"), y: t("matrix.y"), field: t("matrix.field") },
    fieldOf,
    {
      x: (value) => format.number(value, 0),
      y: (value) => format.fixed(value, 1),
      missing: t("missing"),
    },
  );
  return (
    <Section
      id="vikt"
      title={t("matrix.title")}
      side={
        <>
          <Legend
            items={[
              { mark: "certain", label: t("legend.certain") },
              { mark: "uncertain_field", label: t("legend.uncertainField") },
            ]}
          />
          <p>{t("matrix.side")}</p>
        </>
      }
    >
      <Figure say={matrixSentence(scores, kit)} twin={{ summary: t("showTable"), table: twin }}>
        <PriorityMatrix
          points={points}
          split={matrixSplit(scores)}
          fields={{
            topLeft: t("matrix.name.prioritise"),
            topRight: t("matrix.name.keep"),
            bottomLeft: t("matrix.name.improve_if_possible"),
            bottomRight: t("matrix.name.lower_priority"),
          }}
          axes={{ xLow: t("matrix.lowScore"), xHigh: t("matrix.highScore"), yHigh: t("matrix.important") }}
        />
      </Figure>
    </Section>
  );
}
