import { randomUUID } from "node:crypto";
import type { AdviceView, PlaceHead } from "@hp/contracts";
import { Section } from "@hp/ui";
import { readerLocale, say } from "../place/kit.ts";
import { NextStepSection } from "../place/next-step-section.tsx";
import { PlacePage } from "../place/place-page.tsx";
import { placePaths } from "../place/place-paths.ts";
import { readerFormat } from "../place/reader-format.ts";
import { AddingProvider } from "./add-to-plan.tsx";
import { AdviceItemView } from "./advice-item.tsx";
import type { AdviceKit } from "./advice-kit.ts";
import { BasicSection } from "./basic-section.tsx";
import { QuestionsSection } from "./questions-section.tsx";
import { AboutRun, NoRun, Outdated } from "./run-section.tsx";
import { type WhyNotQuery, WhyNotSection } from "./why-not-section.tsx";

/** Advice that fits the place, with its reasons; what to answer first; the basic package; and why not the rest. */
export async function AdvicePage({
  head,
  advice,
  query,
}: {
  readonly head: PlaceHead;
  readonly advice: AdviceView;
  readonly query: WhyNotQuery;
}) {
  const t = await say("recommendation");
  const locale = await readerLocale();
  if (advice.kind === "none")
    return (
      <PlacePage head={head} station="advice" title={t("title")}>
        <NoRun head={head} advice={advice} t={t} />
        {head.nextStep.key === "run_advice" && head.nextStep.mine ? null : <NextStepSection head={head} />}
      </PlacePage>
    );
  const ids = [...advice.advised, ...advice.basic, ...advice.notAdvised].map(({ id }) => id as string);
  const kit: AdviceKit = {
    head,
    t,
    format: readerFormat(locale),
    locale,
    indexOf: (id) => ids.indexOf(id),
    mayEdit: head.me.actions.includes("plan.edit"),
  };
  const adding = {
    placeId: head.place.id,
    runId: advice.runId,
    back: placePaths(head.place.id).advice,
    baseKey: randomUUID(),
    words: { add: t("add"), addShort: t("addShort"), addAnyway: t("addAnyway"), adding: t("adding"), added: t("added") },
  };
  return (
    <PlacePage head={head} station="advice" title={t("title")}>
      <AddingProvider value={adding}>
        <Section
          id="sarskilt"
          title={t("special.title")}
          side={
            <>
              <p>
                {kit.format.upper(
                  t("special.count", {
                    count: advice.advised.length,
                    number: kit.format.count(advice.advised.length),
                    total: advice.catalogueSize,
                  }),
                )}
              </p>
              <p>{t("special.side")}</p>
            </>
          }
        >
          <div className="stack-8">
            <Outdated run={advice} kit={kit} />
            <p className="say">{advice.headline}</p>
            <ol className="rank">
              {advice.advised.map((item, index) => (
                <AdviceItemView key={item.id} item={item} kit={kit} open={index === 0} />
              ))}
            </ol>
          </div>
        </Section>
        <QuestionsSection run={advice} kit={kit} />
        <BasicSection run={advice} kit={kit} />
        <WhyNotSection run={advice} kit={kit} query={query} />
      </AddingProvider>
      <AboutRun run={advice} kit={kit} />
      <NextStepSection head={head} here={["add_to_plan"]} />
    </PlacePage>
  );
}
