import type { OpenScores } from "@hp/contracts";
import { Legend, perceivedTwin, Section } from "@hp/ui";
import { DataTable, Figure, PerceivedVsFact } from "../place/from-data.tsx";
import { perceivedRows } from "./chart-data.ts";
import { areaList, factSentence, type ScoreKit } from "./score-words.ts";

/** How the place is perceived against what the figures say; areas without figures are named. */
export function FactSection({ scores, kit }: { readonly scores: OpenScores; readonly kit: ScoreKit }) {
  const { t, format } = kit;
  const rows = perceivedRows(scores, kit);
  const absent = scores.dimensions.filter(({ fact }) => fact === null);
  const sources = [...new Set(scores.dimensions.flatMap((one) => (one.factSource === null ? [] : [one.factSource])))];
  const twin = perceivedTwin(
    rows,
    {
      caption: t("fact.caption"),
      area: t("area"),
      perceived: t("fact.perceived"),
      fact: t("fact.facts"),
      difference: t("fact.difference"),
    },
    { number: (value) => format.number(value, 0), interval: format.interval, missing: t("fact.noFact") },
  );
  return (
    <Section
      id="fakta"
      title={t("fact.title")}
      side={
        <>
          <Legend
            items={[
              { mark: "perceived", label: t("legend.perceived") },
              { mark: "facts", label: t("legend.facts") },
            ]}
          />
          <p>{t("fact.side")}</p>
        </>
      }
    >
      {rows.length === 0 ? (
        <p className="say">{factSentence(scores, kit)}</p>
      ) : (
        <Figure
          say={factSentence(scores, kit)}
          twin={{ summary: t("showTable"), table: twin }}
          source={`${sources.join(" ")}${absent.length > 0 ? ` ${t("fact.absent", { areas: areaList(absent, kit, 6) })}` : ""}`}
        >
          <PerceivedVsFact rows={rows} />
        </Figure>
      )}
    </Section>
  );
}

/** What an outcome is called: our own name where there is one, since the producers' are long. */
const outcomeName = ({ key, label }: OpenScores["outcome"][number], t: ScoreKit["t"]) =>
  t.has(`outcome.name.${key}`) ? t(`outcome.name.${key}`) : label;

/** What has come of it, beside the middle of similar municipalities: never part of a score. */
export function OutcomeSection({ scores, kit }: { readonly scores: OpenScores; readonly kit: ScoreKit }) {
  const { t, format } = kit;
  const [first] = scores.outcome;
  if (first === undefined) return null;
  const percent = (value: number) => format.fixed(value, 1);
  return (
    <Section id="utfall" title={t("outcome.title")} side={<p>{t("outcome.side")}</p>}>
      <div className="stack-6">
        {scores.outcome.map((one) => (
          <p className="say" key={one.key}>
            {t("outcome.say", {
              label: outcomeName(one, t),
              value: percent(one.value),
              median: percent(one.median),
              standing: one.standing,
            })}
          </p>
        ))}
        <DataTable
          caption={t("outcome.caption")}
          cards
          columns={[
            { key: "label", label: t("outcome.label") },
            { key: "value", label: t("outcome.value"), align: "end" },
            { key: "median", label: t("outcome.median"), align: "end" },
            { key: "standing", label: t("outcome.standing") },
          ]}
          rows={scores.outcome.map((one) => ({
            key: one.key,
            cells: [outcomeName(one, t), percent(one.value), percent(one.median), t(`outcome.${one.standing}`)],
          }))}
        />
        <p className="src">{[...new Set(scores.outcome.map(({ sourceLine }) => sourceLine))].join(" ")}</p>
      </div>
    </Section>
  );
}
