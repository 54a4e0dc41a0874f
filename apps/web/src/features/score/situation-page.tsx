import type { PlaceHead, ScoresView } from "@hp/contracts";
import { LinkButton, NextStep, Section } from "@hp/ui";
import { readerLocale, say } from "../place/kit.ts";
import { NextStepSection } from "../place/next-step-section.tsx";
import { PageLink } from "../place/page-link.tsx";
import { PlacePage } from "../place/place-page.tsx";
import { placePaths } from "../place/place-paths.ts";
import { readerFormat } from "../place/reader-format.ts";
import { DumbbellSection } from "./dumbbell-section.tsx";
import { FactSection, OutcomeSection } from "./fact-section.tsx";
import { MatrixSection } from "./matrix-section.tsx";
import { MirrorSection } from "./mirror-section.tsx";
import { comparedDimensions, type ScoreKit } from "./score-words.ts";
import { StatementsSection } from "./statements-section.tsx";
import { WheelSection } from "./wheel-section.tsx";

/** Props of {@link SituationPage}. */
export interface SituationPageProps {
  readonly head: PlaceHead;
  readonly scores: ScoresView;
  /** The area whose statements the address asks for. */
  readonly opened: string | null;
}

/** Where the place stands: closed until opened for both at once. */
export async function SituationPage({ head, scores, opened }: SituationPageProps) {
  const t = await say("score");
  const kit: ScoreKit = { t, format: readerFormat(await readerLocale()) };
  const paths = placePaths(head.place.id);
  return (
    <PlacePage head={head} station="situation" title={t("title")}>
      {scores.kind === "closed" ? (
        <>
          <Section id="stangt" title={t("closed.title")} side={<p>{t("closed.side")}</p>}>
            <div className="stack-6">
              <p className="say">{t(`closed.${scores.reason}`)}</p>
              <p>
                <LinkButton href={paths.assessment} link={PageLink}>
                  {t("closed.link")}
                </LinkButton>
              </p>
            </div>
          </Section>
          <NextStepSection head={head} />
        </>
      ) : (
        <>
          <MirrorSection scores={scores} kit={kit} />
          <WheelSection scores={scores} kit={kit} />
          <DumbbellSection scores={scores} kit={kit} />
          <MatrixSection scores={scores} kit={kit} />
          <FactSection scores={scores} kit={kit} />
          <OutcomeSection scores={scores} kit={kit} />
          <StatementsSection scores={scores} kit={kit} address={paths.situation} opened={opened} />
          {head.nextStep.key === "run_advice" && head.nextStep.mine ? (
            <Section id="nasta-steg" title={t("next.title")}>
              <NextStep
                kind="mine"
                say={talkFirst(scores, kit)}
                action={
                  <LinkButton href={paths.advice} variant="go" link={PageLink}>
                    {t("next.action")}
                  </LinkButton>
                }
              />
            </Section>
          ) : (
            <NextStepSection head={head} />
          )}
        </>
      )}
    </PlacePage>
  );
}

/** What to talk about first: what is surely important and low, else where the parties differ most. */
function talkFirst(scores: Extract<ScoresView, { kind: "open" }>, { t, format }: ScoreKit): string {
  const [largest] = comparedDimensions(scores);
  const important = scores.dimensions
    .filter(({ quadrant }) => quadrant?.name === "prioritise" && quadrant.certain)
    .sort((a, b) => (a.place?.score ?? 0) - (b.place?.score ?? 0));
  const both = important.find((one) => one.id === largest?.id);
  if (largest?.gap.band === "gap")
    return [t("next.talk", { area: format.lower(largest.label) }), t("next.why"), both ? t("next.whyImportant") : ""].join(" ").trim();
  const [first] = important;
  if (first !== undefined) return `${t("next.talk", { area: format.lower(first.label) })} ${t("next.whyImportant")}`;
  return t("next.none");
}
