import type { AssessmentView, PlaceHead } from "@hp/contracts";
import { LinkButton, Section } from "@hp/ui";
import { readerLocale, say } from "../place/kit.ts";
import { NextStepSection } from "../place/next-step-section.tsx";
import { PageLink } from "../place/page-link.tsx";
import { PlacePage } from "../place/place-page.tsx";
import { placePaths } from "../place/place-paths.ts";
import { readerFormat } from "../place/reader-format.ts";
import { MyPartSection } from "./my-part-section.tsx";
import { OpeningSection } from "./opening-section.tsx";
import { RoundProgressSection } from "./round-progress-section.tsx";
import type { RoundKit } from "./round-kit.ts";
import { StartRoundSection } from "./start-round-section.tsx";

/** The assessment: how far both sides have come, one's own part, and why the results are closed until they open for both. */
export async function AssessmentPage({ head, assessment }: { readonly head: PlaceHead; readonly assessment: AssessmentView }) {
  const kit: RoundKit = { head, t: await say("assessment"), format: readerFormat(await readerLocale()) };
  const { t, format } = kit;
  const { round, mine } = assessment;
  const mayStart = head.me.actions.includes("assessment.start");
  const isOpened = round !== null && round.openedAt !== null;
  return (
    <PlacePage head={head} station="assessment" title={t("title")}>
      {round === null ? (
        mayStart ? (
          <StartRoundSection kit={kit} minutes={assessment.minutes} isFirst />
        ) : (
          <>
            <NextStepSection head={head} />
            <Section id="hur" title={t("how.title")}>
              <p className="measure">{t("how.text")}</p>
            </Section>
          </>
        )
      ) : isOpened ? (
        <>
          <Section id="oppnad" title={t("opened.title")} side={<p>{t(`mode.${round.mode}`)}</p>}>
            <div className="stack-6">
              <p className="say">{t("opened.say", { at: format.moment(round.openedAt ?? round.startedAt) })}</p>
              <p className="actions">
                <LinkButton href={placePaths(head.place.id).situation} link={PageLink}>
                  {t("opened.link")}
                </LinkButton>
                {mine === null ? null : (
                  <LinkButton href={placePaths(head.place.id).answer} variant="quiet" link={PageLink}>
                    {t("opened.mine")}
                  </LinkButton>
                )}
              </p>
            </div>
          </Section>
          <RoundProgressSection kit={kit} round={round} />
          {mayStart ? <StartRoundSection kit={kit} minutes={assessment.minutes} isFirst={false} /> : null}
          <NextStepSection head={head} />
        </>
      ) : (
        <>
          {mine === null ? null : <MyPartSection kit={kit} round={round} mine={mine} minutes={assessment.minutes[round.mode]} />}
          <RoundProgressSection kit={kit} round={round} />
          <OpeningSection kit={kit} round={round} />
        </>
      )}
    </PlacePage>
  );
}
