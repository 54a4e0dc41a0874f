import type { OpenScores } from "@hp/contracts";
import { KeyFigure, Section } from "@hp/ui";
import { headline, type ScoreKit } from "./score-words.ts";

/** Where the place stands in one sentence, with the agreement index beside. */
export function MirrorSection({ scores, kit }: { readonly scores: OpenScores; readonly kit: ScoreKit }) {
  const { t, format } = kit;
  const { respondents, consensus } = scores;
  return (
    <Section
      id="spegeln"
      title={t("mirror.title")}
      side={
        <p>
          {t("mirror.side", {
            municipality: respondents.municipality,
            industry: respondents.industry,
            opened: format.moment(scores.openedAt),
          })}{" "}
          {t(`mirror.mode.${scores.mode}`)}
        </p>
      }
    >
      <div className="cols cols-2-1">
        <p className="say say-3xl">{headline(scores, kit)}</p>
        {consensus === null ? (
          <div>
            <p className="label">{t("consensus.label")}</p>
            <p className="small muted measure">{t("consensus.none")}</p>
          </div>
        ) : (
          <KeyFigure label={t("consensus.label")} value={format.number(consensus.value, 0)}>
            {t("consensus.text", { interval: format.interval(consensus.low, consensus.high) })}{" "}
            <a href="#skillnader">{t("consensus.how")}</a>
          </KeyFigure>
        )}
      </div>
    </Section>
  );
}
