import type { NextStep as NextStepView, PlaceHead } from "@hp/contracts";
import { LinkButton, NextStep, Section } from "@hp/ui";
import { readerLocale, type Say, say } from "./kit.ts";
import { PageLink } from "./page-link.tsx";
import { partyList } from "./parties.ts";
import { readableValues } from "./path-stations.ts";
import { placePaths } from "./place-paths.ts";
import { type ReaderFormat, readerFormat } from "./reader-format.ts";

/** Where a step is taken. */
export function stepHref(step: Pick<NextStepView, "key">, placeId: string): string {
  const paths = placePaths(placeId);
  switch (step.key) {
    case "invite_municipality":
    case "invite_company":
      return `${paths.people}#bjud-in`;
    case "wait_for_parties":
      return paths.people;
    case "fill_profile":
      return paths.profile;
    case "answer":
    case "submit_answers":
      return paths.answer;
    case "start_round":
    case "declare_ready":
    case "open_results":
    case "wait_for_answers":
    case "wait_for_opening":
    case "wait_for_round":
      return paths.assessment;
    case "run_advice":
    case "add_to_plan":
      return paths.advice;
    case "set_decision":
      return paths.decision;
    case "set_follow_up":
      return paths.followUp;
    default:
      return paths.plan;
  }
}

/** The step as a sentence: to the one whose turn it is, or about those it waits on. */
export function stepSentence(step: NextStepView, t: Say, format: ReaderFormat): string {
  const values = { ...readableValues(step.values, format), parties: partyList(t, format, step.waitsOn), partiesFirst: format.upper(partyList(t, format, step.waitsOn)), count: step.waitsOn.length };
  const key = `nextStep.${step.key}.${step.mine ? "mine" : "theirs"}`;
  return format.upper(t(key, values));
}

/** Props of {@link NextStepSection}. */
export interface NextStepSectionProps {
  readonly head: PlaceHead;
  /** The page that the step is taken on has its own button: the section then only says so. */
  readonly here?: readonly NextStepView["key"][];
}

/** The one next step for the reader: theirs, with the page's red button; or whom the place waits on, and since when. */
export async function NextStepSection({ head, here = [] }: NextStepSectionProps) {
  const t = await say("place");
  const format = readerFormat(await readerLocale());
  const { nextStep: step, place } = head;
  const sentence = stepSentence(step, t, format);
  const title = step.mine ? t("nextStep.title.mine") : step.waitsOn.length > 0 ? t("nextStep.title.theirs") : t("nextStep.title.none");
  const single = step.waitsOn.length === 1 && step.waitsOn[0] !== "coordinator" ? step.waitsOn[0] : undefined;
  return (
    <Section id="nasta-steg" title={title} side={<p>{t("nextStep.side")}</p>}>
      {step.mine && !here.includes(step.key) ? (
        <NextStep
          kind="mine"
          say={sentence}
          action={
            <LinkButton href={stepHref(step, place.id)} variant="go" link={PageLink}>
              {t(`nextStep.${step.key}.action`)}
            </LinkButton>
          }
        />
      ) : step.mine ? (
        <NextStep kind="none" say={sentence} />
      ) : step.waitsOn.length > 0 ? (
        <NextStep kind="waiting" say={sentence} party={single} who={format.upper(partyList(t, format, step.waitsOn))} since={step.since === null ? t("nextStep.waiting") : t("nextStep.since", { day: format.day(step.since) })} />
      ) : (
        <NextStep kind="none" say={sentence} />
      )}
    </Section>
  );
}
