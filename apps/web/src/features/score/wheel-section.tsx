import type { OpenScores } from "@hp/contracts";
import { Legend, Section, wheelTwin } from "@hp/ui";
import { Figure, Wheel } from "../place/from-data.tsx";
import { presentParties, wheelGroups } from "./chart-data.ts";
import { type ScoreKit, wheelSentence } from "./score-words.ts";

/** All areas at once: the place's means, with the parties' marks and how uncertain they are. */
export function WheelSection({ scores, kit }: { readonly scores: OpenScores; readonly kit: ScoreKit }) {
  const { t, format } = kit;
  const groups = wheelGroups(scores, kit);
  const present = presentParties(scores);
  const twin = wheelTwin(
    groups,
    {
      caption: t("wheel.caption"),
      area: t("area"),
      parties: Object.fromEntries(present.map((party) => [party, t(`party.${party}`)])),
      place: t("party.place"),
    },
    { number: (value) => format.number(value, 0), interval: format.interval, missing: t("missing") },
  );
  return (
    <Section
      id="omraden"
      title={format.upper(t("wheel.title", { number: format.count(scores.dimensions.length) }))}
      side={
        <>
          <Legend items={present.map((party) => ({ mark: party, label: t(`party.${party}`) }))} />
          <Legend
            items={[
              { mark: "mean", label: t("legend.mean") },
              { mark: "uncertain", label: t("legend.uncertain") },
              { mark: "interval", label: t("legend.interval") },
            ]}
          />
          <p>{t("wheel.side")}</p>
        </>
      }
    >
      <Figure say={wheelSentence(scores, kit)} twin={{ summary: t("showTable"), table: twin }}>
        <Wheel groups={groups} />
      </Figure>
    </Section>
  );
}
