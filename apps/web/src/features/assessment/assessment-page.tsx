import type { AssessmentView, PlaceHead } from "@hp/contracts";
import { LinkButton, Section } from "@hp/ui";
import type { ReactNode } from "react";
import { readerLocale, say } from "../place/kit.ts";
import { NextStepSection } from "../place/next-step-section.tsx";
import { PageLink } from "../place/page-link.tsx";
import { PlacePage } from "../place/place-page.tsx";
import { placePaths } from "../place/place-paths.ts";
import { readerFormat } from "../place/reader-format.ts";
import { MyPartSection } from "./my-part-section.tsx";
import { OpeningSection } from "./opening-section.tsx";
import type { Round, RoundKit } from "./round-kit.ts";
import { RoundProgressSection } from "./round-progress-section.tsx";
import { StartRoundSection } from "./start-round-section.tsx";

/** The assessment: how far both sides have come, one's own part, and why the results are closed until they open for both. */
export async function AssessmentPage({
  head,
  assessment,
  children,
}: {
  readonly head: PlaceHead;
  readonly assessment: AssessmentView;
  /** What stands below, such as one's own answers from before the place was moved to other questions. */
  readonly children?: ReactNode;
}) {
  const kit: RoundKit = { head, t: await say("assessment"), format: readerFormat(await readerLocale()) };
  const { round } = assessment;
  return (
    <PlacePage head={head} station="assessment" title={kit.t("title")}>
      {round === null ? (
        <BeforeRound kit={kit} minutes={assessment.minutes} />
      ) : round.openedAt === null ? (
        <DuringRound kit={kit} round={round} assessment={assessment} />
      ) : (
        <AfterOpening kit={kit} round={round} assessment={assessment} openedAt={round.openedAt} />
      )}
      {children}
    </PlacePage>
  );
}

function BeforeRound({ kit, minutes }: { readonly kit: RoundKit; readonly minutes: AssessmentView["minutes"] }) {
  const { head, t } = kit;
  if (head.me.actions.includes("assessment.start")) return <StartRoundSection kit={kit} minutes={minutes} isFirst />;
  return (
    <>
      <NextStepSection head={head} />
      <Section id="hur" title={t("how.title")}>
        <p className="measure">{t("how.text")}</p>
      </Section>
    </>
  );
}

interface RoundProps {
  readonly kit: RoundKit;
  readonly round: Round;
  readonly assessment: AssessmentView;
}

function DuringRound({ kit, round, assessment }: RoundProps) {
  const { mine, minutes } = assessment;
  return (
    <>
      {mine === null ? null : <MyPartSection kit={kit} round={round} mine={mine} minutes={minutes[round.mode]} />}
      <RoundProgressSection kit={kit} round={round} />
      <OpeningSection kit={kit} round={round} />
    </>
  );
}

function AfterOpening({ kit, round, assessment, openedAt }: RoundProps & { readonly openedAt: string }) {
  const { head, t, format } = kit;
  const paths = placePaths(head.place.id);
  return (
    <>
      <Section id="oppnad" title={t("opened.title")} side={<p>{t(`mode.${round.mode}`)}.</p>}>
        <div className="stack-6">
          <p className="say">{t("opened.say", { at: format.moment(openedAt) })}</p>
          <p className="actions">
            <LinkButton href={paths.situation} link={PageLink}>
              {t("opened.link")}
            </LinkButton>
            {assessment.mine === null ? null : (
              <LinkButton href={paths.answer} variant="quiet" link={PageLink}>
                {t("opened.mine")}
              </LinkButton>
            )}
          </p>
        </div>
      </Section>
      <RoundProgressSection kit={kit} round={round} />
      {head.me.actions.includes("assessment.start") ? <StartRoundSection kit={kit} minutes={assessment.minutes} isFirst={false} /> : null}
      <NextStepSection head={head} />
    </>
  );
}
