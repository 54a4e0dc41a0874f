import type { OpenScores } from "@hp/contracts";
import { dumbbellTwin, Legend, Note, Section } from "@hp/ui";
import { Dumbbell, Figure } from "../place/from-data.tsx";
import { bandNames, dumbbellGroups } from "./chart-data.ts";
import { comparedDimensions, dumbbellSentence, type ScoreKit } from "./score-words.ts";

/** Where the two parties see differently, largest first. With one party silent it says so instead. */
export function DumbbellSection({ scores, kit }: { readonly scores: OpenScores; readonly kit: ScoreKit }) {
  const { t, format } = kit;
  const groups = dumbbellGroups(scores, kit);
  const words = {
    caption: t("dumbbell.caption"),
    area: t("area"),
    a: t("party.municipality"),
    b: t("party.industry"),
    gap: t("dumbbell.gap"),
    state: t("dumbbell.state"),
    states: bandNames(kit),
  };
  const twin = dumbbellTwin(groups, words, {
    number: (value) => format.number(value, 0),
    interval: format.interval,
    missing: t("missing"),
  });
  return (
    <Section
      id="skillnader"
      title={t("dumbbell.title")}
      side={
        <>
          <Legend
            items={[
              { mark: "municipality", label: t("party.municipality") },
              { mark: "industry", label: t("party.industry") },
              { mark: "bands", label: t("legend.bands") },
            ]}
          />
          <p>{t("dumbbell.side")}</p>
        </>
      }
    >
      {scores.missingParty === null ? (
        <Figure say={dumbbellSentence(comparedDimensions(scores), kit)} twin={{ summary: t("showTable"), table: twin }}>
          <Dumbbell groups={groups} gapLabel={t("dumbbell.gap")} />
        </Figure>
      ) : (
        <Note tone="wait">
          <p>{t("dumbbell.oneParty", { missing: scores.missingParty })}</p>
        </Note>
      )}
    </Section>
  );
}
