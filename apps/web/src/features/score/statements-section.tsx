import type { DimensionView, OpenScores } from "@hp/contracts";
import { DataTable, Filters, Section } from "@hp/ui";
import { PageLink } from "../place/page-link.tsx";
import { presentParties } from "./chart-data.ts";
import { comparedDimensions, type ScoreKit } from "./score-words.ts";

/** From this share of "don't know" an area lacks knowledge rather than quality. */
const knowledgeGapShare = 0.4;

interface Props {
  readonly scores: OpenScores;
  readonly kit: ScoreKit;
}

/** Every score opened to the statements behind it, an area at a time; which one lives in the address. */
export function StatementsSection({ scores, kit, address, opened }: Props & { readonly address: string; readonly opened: string | null }) {
  const { t, format } = kit;
  const shown = scores.dimensions.find(({ id }) => id === opened) ?? comparedDimensions(scores)[0] ?? scores.dimensions[0];
  return (
    <Section id="pastaenden" title={t("statements.title")} side={<p>{t("statements.side")}</p>}>
      <div className="stack-6">
        <Filters
          label={t("statements.filter")}
          link={AreaLink}
          items={scores.dimensions.map((one) => ({
            href: `${address}?omrade=${one.id}#pastaenden`,
            label:
              one.place === null
                ? t("statements.summaryNone", { area: one.label })
                : t("statements.summary", { area: one.label, score: format.number(one.place.score, 0) }),
            current: one.id === shown?.id,
          }))}
        />
        {shown === undefined ? null : <Statements dimension={shown} scores={scores} kit={kit} />}
      </div>
    </Section>
  );
}

function AreaLink(props: React.ComponentProps<typeof PageLink>) {
  return <PageLink {...props} scroll={false} />;
}

function Statements({ dimension, scores, kit }: Props & { readonly dimension: DimensionView }) {
  const { t, format } = kit;
  const present = presentParties(scores);
  const score = (value: number | null) => (value === null ? t("missing") : format.number(value, 0));
  const percent = (share: number) => format.number(share * 100, 0);
  const share = dimension.cannotJudgeShare;
  return (
    <div className="stack">
      <h3 className="h-sm">{dimension.label}</h3>
      {share !== null && share > knowledgeGapShare ? <p>{t("statements.knowledgeGap", { share: percent(share) })}</p> : null}
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
          { key: "unknown", label: t("statements.unknown"), align: "end", nowrap: true },
        ]}
        rows={dimension.items.map((item) => ({
          key: item.id,
          cells: [
            item.text,
            ...present.map((party) => score(item[party])),
            item.cannotJudgeShare === null ? "–" : t("statements.unknownShare", { share: percent(item.cannotJudgeShare) }),
          ],
        }))}
      />
    </div>
  );
}
