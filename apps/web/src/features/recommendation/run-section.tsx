import type { AdviceView, PlaceHead } from "@hp/contracts";
import { Note, Section } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import type { Say } from "../place/kit.ts";
import { placePaths } from "../place/place-paths.ts";
import type { AdviceKit, AdviceRunView } from "./advice-kit.ts";

/** The button that makes the advice, for those who may. */
export function RunForm({ head, t, isFirst }: { readonly head: PlaceHead; readonly t: Say; readonly isFirst: boolean }) {
  if (!head.me.actions.includes("advice.run")) return null;
  return (
    <CallForm
      call="recommendation.run"
      hidden={{ placeId: head.place.id }}
      back={placePaths(head.place.id).advice}
      variant={isFirst ? "go" : "plain"}
      submit={t(isFirst ? "run.first" : "run.again")}
      busy={t("run.busy")}
      done={t("run.done")}
      focusId="sarskilt-h"
    />
  );
}

/** No advice yet: why, and what to do. */
export function NoRun({
  head,
  advice,
  t,
}: {
  readonly head: PlaceHead;
  readonly advice: Extract<AdviceView, { kind: "none" }>;
  readonly t: Say;
}) {
  return (
    <Section id="inga" title={t(`none.${advice.reason}.title`)} side={<p>{t("none.side")}</p>}>
      <div className="stack-6">
        <p className="say">{t(`none.${advice.reason}.say`)}</p>
        {advice.reason === "not_run" ? <RunForm head={head} t={t} isFirst /> : null}
      </div>
    </Section>
  );
}

/** That the place has changed since the advice was made. */
export function Outdated({ run, kit }: { readonly run: AdviceRunView; readonly kit: AdviceKit }) {
  const { t, head, format } = kit;
  if (!run.outdated) return null;
  return (
    <Note tone="wait" title={t("outdated.title")}>
      <p>{t("outdated.text", { at: format.moment(run.createdAt) })}</p>
      <RunForm head={head} t={t} isFirst={false} />
    </Note>
  );
}

/** What the run was made from: versions, who and when, and the digest by which it can be checked. */
export function AboutRun({ run, kit }: { readonly run: AdviceRunView; readonly kit: AdviceKit }) {
  const { t, head, format } = kit;
  return (
    <Section id="korningen" title={t("about.title")}>
      <div className="stack">
        <p className="small muted measure">
          {t("about.made", { at: format.moment(run.createdAt), name: run.createdByName ?? t("about.someone") })}{" "}
          {t("about.versions", { catalogue: run.catalogueVersion, instrument: run.instrumentVersion, engine: run.engineVersion })}{" "}
          {t("about.digest", { digest: run.digest.slice(0, 12) })} {t("about.same")}
        </p>
        {run.outdated ? null : <RunForm head={head} t={t} isFirst={false} />}
      </div>
    </Section>
  );
}
