import type { ActionView, PlaceHead } from "@hp/contracts";
import { Note, Section } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { VersionedForm } from "../place/form/versioned-form.tsx";
import { readerLocale, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { PlacePage } from "../place/place-page.tsx";
import { actionAnchor, placePaths } from "../place/place-paths.ts";
import { readerFormat } from "../place/reader-format.ts";
import { actionFields, planFormWords } from "./plan-forms.ts";
import { lacking, type PlanKit } from "./plan-kit.ts";

/** One action: all that can be said of it, changed by either party; and taking it out of the plan. */
export async function ActionPage({ head, action }: { readonly head: PlaceHead; readonly action: ActionView }) {
  const t = await say("plan");
  const locale = await readerLocale();
  const format = readerFormat(locale);
  const kit: PlanKit = { head, t, format, locale, mayEdit: head.me.actions.includes("plan.edit") };
  const paths = placePaths(head.place.id);
  const missing = lacking(action);
  return (
    <PlacePage head={head} station="plan" title={action.title}>
      <Section
        id="atgard"
        title={t("action.title")}
        side={
          <>
            <p>{t("action.changed", { name: action.updatedBy.name ?? t("someone"), at: format.moment(action.updatedAt) })}</p>
            {action.measureId === null ? (
              <p>{t("action.own")}</p>
            ) : (
              <p>
                <PageLink href={paths.measure(action.measureId)}>{t("action.fromAdvice")}</PageLink>
              </p>
            )}
            <p>
              <PageLink href={paths.plan}>{t("action.back")}</PageLink>
            </p>
          </>
        }
      >
        <div className="stack-8">
          {missing.length === 0 ? null : (
            <Note>
              <p>{t("lacksSentence", { what: format.list(missing.map((field) => t(`lacking.${field}`))) })}</p>
            </Note>
          )}
          <VersionedForm
            key={action.id}
            call="plan.updateAction"
            hidden={{ placeId: head.place.id, actionId: action.id }}
            version={action.version}
            fields={actionFields(action, kit)}
            words={planFormWords(t, t("action.submit"))}
            locale={locale}
            back={paths.action(action.id)}
            next={`${paths.plan}#${actionAnchor(action.id)}`}
            focusId={actionAnchor(action.id)}
            patch
          />
        </div>
      </Section>
      <Section id="ta-bort" title={t("action.removeTitle")} side={<p>{t("action.removeSide")}</p>}>
        <CallForm
          call="plan.removeAction"
          hidden={{ placeId: head.place.id, actionId: action.id, version: String(action.version) }}
          back={paths.action(action.id)}
          next={`${paths.plan}?borttagen=${action.id}`}
          focusId="borttagen"
          submit={t("action.remove")}
          busy={t("action.removing")}
          done={t("removed.just", { title: action.title })}
        />
      </Section>
    </PlacePage>
  );
}
