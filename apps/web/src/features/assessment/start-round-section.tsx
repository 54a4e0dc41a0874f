import type { AssessmentView } from "@hp/contracts";
import { DateField, Disclosure, RadioGroupField, Section } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { placePaths } from "../place/place-paths.ts";
import type { RoundKit } from "./round-kit.ts";

/** Starting a round: how much is asked, and until when. The same for everyone until it is opened. */
export function StartRoundSection({
  kit,
  minutes,
  isFirst,
}: {
  readonly kit: RoundKit;
  readonly minutes: AssessmentView["minutes"];
  readonly isFirst: boolean;
}) {
  const { head, t } = kit;
  const form = (
    <CallForm
      call="assessment.start"
      hidden={{ placeId: head.place.id }}
      back={placePaths(head.place.id).assessment}
      variant={head.nextStep.key === "start_round" && head.nextStep.mine ? "go" : "plain"}
      submit={t("start.submit")}
      busy={t("start.busy")}
      done={t("start.done")}
      focusId="lage-h"
      errorTitle={t("errorTitle")}
      fieldIds={{ mode: "mode-0", deadlineOn: "deadlineOn" }}
    >
      <RadioGroupField
        name="mode"
        label={t("start.mode")}
        defaultValue="quick"
        options={(["quick", "full"] as const).map((mode) => ({
          value: mode,
          label: t(`mode.${mode}`),
          hint: t(`start.${mode}`, { minutes: minutes[mode] }),
        }))}
      />
      <DateField name="deadlineOn" label={t("start.deadline")} hint={t("start.deadlineHint")} />
    </CallForm>
  );
  return (
    <Section id="starta" title={isFirst ? t("start.title") : t("start.again")} side={<p>{t("start.side")}</p>}>
      {isFirst ? (
        <div className="stack-8">
          <p className="say">{t("start.say")}</p>
          {form}
        </div>
      ) : (
        <Disclosure summary={t("start.againSummary")}>{form}</Disclosure>
      )}
    </Section>
  );
}
