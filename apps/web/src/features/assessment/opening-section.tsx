import { Section, Status } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { placePaths } from "../place/place-paths.ts";
import type { Round, RoundKit, RoundParty } from "./round-kit.ts";

interface Props {
  readonly kit: RoundKit;
  readonly round: Round;
}

/** Saying that one's party is ready, agreeing to open without a silent party, and opening for both at once; or why it is closed. */
export function OpeningSection({ kit, round }: Props) {
  const { head, t, format } = kit;
  const own = round.parties.find(({ party }) => party === head.me.party);
  const may = (action: string) => head.me.actions.includes(action);
  const mayOpen = may("assessment.open");
  const shared = { back: placePaths(head.place.id).assessment, busy: t("opening.busy") };
  const silent = round.parties.find(({ submitted }) => submitted === 0);
  return (
    <Section id="oppna" title={t("opening.title")} side={<p>{t("opening.side")}</p>}>
      <div className="stack-8">
        <p className="say">
          {round.canOpen
            ? t(mayOpen ? "opening.canOpen" : "opening.canOpenOther")
            : t(`notYet.${round.notYet ?? "no_answers"}`, { party: t(`partyInText.${silent?.party ?? "industry"}`) })}
        </p>
        {round.notYet === "silent_party" && round.deadlineOn !== null ? (
          <p className="measure">{t("opening.afterDeadline", { on: format.day(round.deadlineOn) })}</p>
        ) : null}
        {own !== undefined && may("assessment.ready") ? <Ready kit={kit} round={round} own={own} shared={shared} /> : null}
        {mayOpen && round.canOpen ? (
          <CallForm
            call="assessment.open"
            hidden={{ placeId: head.place.id, roundId: round.id, version: String(round.version) }}
            {...shared}
            variant="go"
            submit={t("opening.open")}
            done={t("opening.opened")}
            focusId="oppnad-h"
          />
        ) : null}
      </div>
    </Section>
  );
}

function Ready({
  kit,
  round,
  own,
  shared,
}: Props & { readonly own: RoundParty; readonly shared: { readonly back: string; readonly busy: string } }) {
  const { head, t, format } = kit;
  const hidden = { placeId: head.place.id, roundId: round.id };
  if (own.submitted === 0) return <p className="measure">{t("opening.answerFirst")}</p>;
  const isSilentCase = round.notYet === "silent_party" || (round.canOpen && round.parties.some(({ submitted }) => submitted === 0));
  return (
    <div className="stack-6">
      {own.readyAt === null ? (
        <div className="stack">
          <p className="measure">{t("opening.readyText")}</p>
          <CallForm
            call="assessment.declareReady"
            hidden={hidden}
            {...shared}
            variant={head.nextStep.key === "declare_ready" && head.nextStep.mine ? "go" : "plain"}
            submit={t(`opening.ready.${own.party}`)}
            done={t("opening.readyDone")}
            focusId="lage-h"
          />
        </div>
      ) : (
        <p>
          <Status tone="done">{t("opening.isReady", { at: format.moment(own.readyAt) })}</Status>
        </p>
      )}
      {isSilentCase ? (
        own.agreedAt === null ? (
          <div className="stack">
            <p className="measure">{t("opening.agreeText")}</p>
            <CallForm
              call="assessment.agreeToOpen"
              hidden={hidden}
              {...shared}
              submit={t("opening.agree")}
              done={t("opening.agreeDone")}
              focusId="oppna-h"
            />
          </div>
        ) : (
          <p>
            <Status tone="done">{t("opening.agreed", { at: format.moment(own.agreedAt) })}</Status>
          </p>
        )
      ) : null}
    </div>
  );
}
