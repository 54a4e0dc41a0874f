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
  const values = {
    ...readableValues(step.values, format),
    parties: partyList(t, format, step.waitsOn),
    partiesFirst: format.upper(partyList(t, format, step.waitsOn)),
    count: step.waitsOn.length,
  };
  const key = `nextStep.${step.key}.${step.mine ? "mine" : "theirs"}`;
  return format.upper(t(key, values));
}

/** Props of {@link NextStepSection}. */
export interface NextStepSectionProps {
  readonly head: PlaceHead;
  /** The page that the step is taken on has its own button: the section then only says so. */
  readonly here?: readonly NextStepView["key"][];
  /** Where the step is taken from here, when that is nearer than its page. */
  readonly action?: { readonly href: string; readonly label: string };
}

/** The one next step for the reader: theirs, with the page's red button; or whom the place waits on, and since when. */
export async function NextStepSection({ head, here = [], action }: NextStepSectionProps) {
  const t = await say("place");
  const kit: StepKit = { t, format: readerFormat(await readerLocale()), head };
  const { nextStep: step } = head;
  const who = step.mine ? "mine" : step.waitsOn.length > 0 ? "theirs" : "none";
  return (
    <Section id="nasta-steg" title={t(`nextStep.title.${who}`)} side={<p>{t("nextStep.side")}</p>}>
      {who === "theirs" ? (
        <Waiting step={step} kit={kit} />
      ) : who === "mine" && (action !== undefined || !here.includes(step.key)) ? (
        <Mine step={step} kit={kit} action={action} isHere={here.includes(step.key)} />
      ) : (
        <NextStep kind="none" say={stepSentence(step, t, kit.format)} />
      )}
    </Section>
  );
}

interface StepKit {
  readonly t: Say;
  readonly format: ReaderFormat;
  readonly head: PlaceHead;
}

interface MineProps {
  readonly step: NextStepView;
  readonly kit: StepKit;
  readonly action: NextStepSectionProps["action"];
  /** The red button stands further down on this page. */
  readonly isHere: boolean;
}

function Mine({ step, kit, action, isHere }: MineProps) {
  const { t, format, head } = kit;
  return (
    <NextStep
      kind="mine"
      say={stepSentence(step, t, format)}
      action={
        <LinkButton href={action?.href ?? stepHref(step, head.place.id)} variant={isHere ? "plain" : "go"} link={PageLink}>
          {action?.label ?? t(`nextStep.${step.key}.action`)}
        </LinkButton>
      }
    />
  );
}

function Waiting({ step, kit }: { readonly step: NextStepView; readonly kit: StepKit }) {
  const { t, format } = kit;
  const [only] = step.waitsOn;
  const count = step.waitsOn.length;
  const party = step.waitsOn.length === 1 && only !== "coordinator" ? only : undefined;
  return (
    <NextStep
      kind="waiting"
      say={stepSentence(step, t, format)}
      party={party}
      who={format.upper(partyList(t, format, step.waitsOn))}
      since={step.since === null ? t("nextStep.waiting", { count }) : t("nextStep.since", { day: format.day(step.since), count })}
    />
  );
}
