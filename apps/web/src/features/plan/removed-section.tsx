import type { ActionView } from "@hp/contracts";
import { Note, Section } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { actionAnchor, placePaths } from "../place/place-paths.ts";
import type { PlanKit } from "./plan-kit.ts";

function Restore({ action, kit, submit }: { readonly action: ActionView; readonly kit: PlanKit; readonly submit: string }) {
  const { t, head } = kit;
  return (
    <CallForm
      call="plan.restoreAction"
      hidden={{ placeId: head.place.id, actionId: action.id, version: String(action.version) }}
      back={placePaths(head.place.id).plan}
      submit={submit}
      busy={t("removed.restoring")}
      done={t("removed.restored", { title: action.title })}
      focusId={actionAnchor(action.id)}
    />
  );
}

/** Just removed: said at the top, with the way back. */
export function JustRemoved({ action, kit }: { readonly action: ActionView; readonly kit: PlanKit }) {
  const { t } = kit;
  return (
    <div className="mt-8" id="borttagen" tabIndex={-1}>
      <Note tone="done" title={t("removed.just", { title: action.title })}>
        {kit.mayEdit ? <Restore action={action} kit={kit} submit={t("removed.undo")} /> : null}
      </Note>
    </div>
  );
}

/** Actions that were removed: nothing is lost, each can be put back. */
export function RemovedSection({ removed, kit }: { readonly removed: readonly ActionView[]; readonly kit: PlanKit }) {
  const { t, format } = kit;
  if (removed.length === 0) return null;
  return (
    <Section id="borttagna" title={t("removed.title")} side={<p>{t("removed.side")}</p>}>
      <ul className="plain">
        {removed.map((action) => (
          <li key={action.id} className="stack">
            <p>
              <strong>{action.title}</strong>{" "}
              <span className="small muted">
                {t("removed.by", { name: action.updatedBy.name ?? t("someone"), at: format.moment(action.updatedAt) })}
              </span>
            </p>
            {kit.mayEdit ? <Restore action={action} kit={kit} submit={t("removed.restore", { title: action.title })} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
