import type { PlaceHead, PlanView } from "@hp/contracts";
import { ExpectedSection } from "../place/expected-section.tsx";
import { readerLocale, say } from "../place/kit.ts";
import { NextStepSection } from "../place/next-step-section.tsx";
import { PageLink } from "../place/page-link.tsx";
import { PlacePage } from "../place/place-page.tsx";
import { placePaths } from "../place/place-paths.ts";
import { readerFormat, signed } from "../place/reader-format.ts";
import { ActionsSection } from "./actions-section.tsx";
import { AddOwnForm } from "./add-own-form.tsx";
import { ContributionsSection } from "./contributions-section.tsx";
import { DecisionSections } from "./decision-sections.tsx";
import { lacking, type PlanKit } from "./plan-kit.ts";
import { JustRemoved, RemovedSection } from "./removed-section.tsx";

/** What the plan as a whole is expected to do, as a sentence. */
const expectedLead = ({ now, after }: NonNullable<NonNullable<PlanView["expected"]>["place"]>, { t, format }: PlanKit): string =>
  t("expected.lead", { now: format.number(now, 0), after: format.number(after.expected, 0), gain: signed(after.expected - now, format) });

/** The shared plan: its actions, what each party gives, the decision and the follow-up. Both parties edit it. */
export async function PlanPage({
  head,
  plan,
  justRemovedId,
}: {
  readonly head: PlaceHead;
  readonly plan: PlanView;
  readonly justRemovedId?: string;
}) {
  const t = await say("plan");
  const locale = await readerLocale();
  const kit: PlanKit = { head, t, format: readerFormat(locale), locale, mayEdit: head.me.actions.includes("plan.edit") };
  const justRemoved = plan.removed.find(({ id }) => id === justRemovedId);
  const place = await say("place");
  const firstLacking = plan.actions.find((action) => lacking(action).length > 0);
  const steps: Partial<Record<typeof head.nextStep.key, { readonly href: string; readonly label: string }>> = {
    ...(firstLacking === undefined
      ? {}
      : {
          complete_actions: {
            href: placePaths(head.place.id).action(firstLacking.id),
            label: place("nextStep.firstLacking", { title: firstLacking.title }),
          },
        }),
    set_decision: { href: "#beslut", label: place("nextStep.set_decision.action") },
    set_follow_up: { href: "#uppfoljning", label: place("nextStep.set_follow_up.action") },
  };
  const nearby = steps[head.nextStep.key];
  const isDecidable = plan.actions.length > 0 && firstLacking === undefined;
  return (
    <PlacePage head={head} station="plan" title={t("title")}>
      {justRemoved === undefined ? null : <JustRemoved action={justRemoved} kit={kit} />}
      <NextStepSection head={head} here={["set_decision", "set_follow_up", "follow_up"]} action={nearby} />
      <ActionsSection plan={plan} kit={kit}>
        {kit.mayEdit ? <AddOwnForm kit={kit} /> : null}
        {plan.actions.length === 0 && !head.path.some(({ key, state }) => key === "advice" && state === "done") ? null : (
          <p className="measure">
            <PageLink href={placePaths(head.place.id).package}>{t("package.link")}</PageLink> {t("package.text")}
          </p>
        )}
      </ActionsSection>
      <ContributionsSection plan={plan} kit={kit} />
      {plan.expected === null ? null : (
        <ExpectedSection
          expected={plan.expected}
          title={t("expected.title")}
          {...(plan.expected.place === null ? {} : { lead: expectedLead(plan.expected.place, kit) })}
          format={kit.format}
        />
      )}
      <DecisionSections decision={plan.decision} kit={kit} isDecidable={isDecidable} />
      <RemovedSection removed={plan.removed} kit={kit} />
    </PlacePage>
  );
}
