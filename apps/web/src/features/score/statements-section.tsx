import type { DimensionView, OpenScores } from "@hp/contracts";
import { Disclosure, Section } from "@hp/ui";
import { DataTable } from "../place/from-data.tsx";
import { presentParties } from "./chart-data.ts";
import type { ScoreKit } from "./score-words.ts";

/** From this share of "don't know" an area lacks knowledge rather than quality. */
const knowledgeGapShare = 0.4;

interface Props {
  readonly scores: OpenScores;
  readonly kit: ScoreKit;
}

/** Every score opened to the statements behind it. */
export function StatementsSection({ scores, kit }: Props) {
  const { t } = kit;
  return (
    <Section id="pastaenden" title={t("statements.title")} side={<p>{t("statements.side")}</p>}>
      <ul className="plain">
        {scores.dimensions.map((dimension) => (
          <li key={dimension.id}>
            <Disclosure
              summary={
                dimension.place === null
                  ? t("statements.summaryNone", { area: dimension.label })
                  : t("statements.summary", { area: dimension.label, score: kit.format.number(dimension.place.score, 0) })
              }
            >
              <Statements dimension={dimension} scores={scores} kit={kit} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Statements({ dimension, scores, kit }: Props & { readonly dimension: DimensionView }) {
  const { t, format } = kit;
  const present = presentParties(scores);
  const score = (value: number | null) => (value === null ? t("missing") : format.number(value, 0));
  const share = dimension.cannotJudgeShare;
  return (
    <div className="stack">
      {share !== null && share > knowledgeGapShare ? <p>{t("statements.knowledgeGap", { share: format.number(share * 100, 0) })}</p> : null}
      {dimension.ownCompany === null ? null : (
        <p>
          {t("party.own")}: {format.number(dimension.ownCompany.score, 0)}
        </p>
      )}
      <DataTable
        caption={t("statements.caption", { area: dimension.label })}
        hideCaption
        cards
        columns={[
          { key: "text", label: t("statements.statement") },
          ...present.map((party) => ({ key: party, label: t(`party.${party}`), align: "end" as const })),
          { key: "unknown", label: t("statements.unknown"), align: "end" },
        ]}
        rows={dimension.items.map((item) => ({
          key: item.id,
          cells: [
            item.text,
            ...present.map((party) => score(item[party])),
            item.cannotJudgeShare === null ? "–" : t("statements.unknownShare", { share: format.number(item.cannotJudgeShare * 100, 0) }),
          ],
        }))}
      />
    </div>
  );
}
