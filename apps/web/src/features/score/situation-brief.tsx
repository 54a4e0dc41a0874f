import type { DimensionView, OpenScores } from "@hp/contracts";
import { KeyFigure, Section } from "@hp/ui";
import { readerLocale, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { readerFormat } from "../place/reader-format.ts";
import { headline, type ScoreKit } from "./score-words.ts";

const shown = 2;
const byScore = (a: DimensionView, b: DimensionView) => (b.place?.score ?? 0) - (a.place?.score ?? 0);

/** What the place wants to keep and to develop: what is surely so comes first, then what is only probably so. */
function inQuadrant(scores: OpenScores, name: "keep" | "prioritise"): readonly DimensionView[] {
  const all = scores.dimensions
    .filter(({ quadrant }) => quadrant?.name === name)
    .sort((a, b) => (name === "keep" ? byScore(a, b) : byScore(b, a)));
  const isSure = (one: DimensionView) => Number(one.quadrant?.certain === true);
  return all.sort((a, b) => isSure(b) - isSure(a)).slice(0, shown);
}

/** The situation on the place's own page: the sentence, the agreement index, what to keep and what to develop. */
export async function SituationBrief({ scores, href }: { readonly scores: OpenScores; readonly href: string }) {
  const kit: ScoreKit = { t: await say("score"), format: readerFormat(await readerLocale()) };
  const t = await say("place.overview.situation");
  const { consensus } = scores;
  return (
    <Section id="laget" title={t("title")} side={<p>{t("side")}</p>}>
      <div className="stack-8">
        <p className="say">{headline(scores, kit)}</p>
        <div className="cols">
          {consensus === null ? null : (
            <KeyFigure label={kit.t("consensus.label")} value={kit.format.number(consensus.value, 0)}>
              {kit.t("consensus.brief", { interval: kit.format.interval(consensus.low, consensus.high) })}
            </KeyFigure>
          )}
          <Areas title={t("keep")} none={t("none")} dimensions={inQuadrant(scores, "keep")} kit={kit} />
          <Areas title={t("develop")} none={t("none")} dimensions={inQuadrant(scores, "prioritise")} kit={kit} />
        </div>
        <p>
          <PageLink href={href}>{t("link")}</PageLink>
        </p>
      </div>
    </Section>
  );
}

function Areas(props: {
  readonly title: string;
  readonly none: string;
  readonly dimensions: readonly DimensionView[];
  readonly kit: ScoreKit;
}) {
  const { title, none, dimensions, kit } = props;
  return (
    <div className="stack">
      <p className="label">{title}</p>
      {dimensions.length === 0 ? <p className="small muted">{none}</p> : null}
      <ul className="stack small">
        {dimensions.map((one) => (
          <li key={one.id}>
            <strong>{one.label}</strong>, {kit.format.number(one.place?.score ?? 0, 0)}.
            {one.gap?.band === "gap"
              ? ` ${kit.t("consensus.sides", { municipality: Math.round(one.municipality?.score ?? 0), industry: Math.round(one.industry?.score ?? 0) })}`
              : ""}
            {one.quadrant?.certain === true ? "" : ` ${kit.t("consensus.unsure")}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
