import type { DecisionView } from "@hp/contracts";
import { Section } from "@hp/ui";
import { VersionedForm } from "../place/form/versioned-form.tsx";
import { placePaths } from "../place/place-paths.ts";
import { decisionFields, planFormWords } from "./plan-forms.ts";
import type { PlanKit } from "./plan-kit.ts";

/** The decision: its day and note, and the day of follow-up. Both parties and the coordinator can set them. */
export function DecisionSections({
  decision,
  kit,
  isDecidable,
}: {
  readonly decision: DecisionView;
  readonly kit: PlanKit;
  readonly isDecidable: boolean;
}) {
  const { t, format, head, locale } = kit;
  const { decisionOn, decisionNote, followUpOn } = decision;
  const back = placePaths(head.place.id).decision;
  return (
    <Section id="beslut" title={t("decision.title")} side={<p>{t("decision.side")}</p>}>
      <div className="stack-6">
        <p className="say">
          {decisionOn === null ? t(isDecidable ? "decision.none" : "decision.notYet") : t("decision.on", { on: format.day(decisionOn) })}
        </p>
        {decisionNote === "" || head.me.actions.includes("plan.decide") ? null : (
          <p className="measure whitespace-pre-line">{decisionNote}</p>
        )}
        <p id="uppfoljning">{followUpOn === null ? t("followUp.none") : t("followUp.on", { on: format.day(followUpOn) })}</p>
        {head.me.actions.includes("plan.decide") ? (
          <VersionedForm
            call="plan.setDecision"
            hidden={{ placeId: head.place.id }}
            version={decision.version}
            fields={decisionFields(decision, kit)}
            words={planFormWords(t, t("decision.submit"))}
            locale={locale}
            back={back}
            variant={head.nextStep.mine && (head.nextStep.key === "set_decision" || head.nextStep.key === "set_follow_up") ? "go" : "plain"}
          />
        ) : null}
      </div>
    </Section>
  );
}
