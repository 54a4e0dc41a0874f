import { randomUUID } from "node:crypto";
import type { BenchSummary, DifferenceView, DraftView } from "@hp/contracts";
import { LinkButton, Section, Status, TextArea, TextField } from "@hp/ui";
import { DraftFrame } from "../content/content-frame.tsx";
import { contentPaths, draftPaths } from "../content/content-paths.ts";
import { DifferenceList } from "../content/difference-list.tsx";
import { CallForm } from "../place/form/call-form.tsx";
import { readerLocale, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";

/** What stands between a draft and being published, in order; null when nothing does. */
function obstacle(view: DraftView, difference: DifferenceView, benches: readonly BenchSummary[], isNewestBase: boolean) {
  if (view.draft.status === "published" || view.draft.status === "discarded") return "closed";
  if (difference.lines.length === 0) return "nothing";
  if (!isNewestBase) return "base";
  const newest = benches.find(({ status }) => status === "done");
  if (newest === undefined || !newest.isCurrent) return "trial";
  return newest.isGreen ? null : "red";
}

/** What the draft changes, in words, and the step that makes it into a version for good. */
export async function PublishPage({
  view,
  difference,
  benches,
  isNewestBase,
  suggestedVersion,
}: {
  readonly view: DraftView;
  readonly difference: DifferenceView;
  readonly benches: readonly BenchSummary[];
  readonly isNewestBase: boolean;
  readonly suggestedVersion: string;
}) {
  const [t, content] = [await say("draft"), await say("content")];
  const locale = await readerLocale();
  const { draft } = view;
  const paths = draftPaths(draft.id);
  const stops = obstacle(view, difference, benches, isNewestBase);
  return (
    <DraftFrame draft={draft} page="publish">
      <Section id="skillnad" title={t("publish.difference")} side={<p>{content("difference.side")}</p>}>
        <DifferenceList lines={difference.lines} t={content} locale={locale} />
      </Section>
      <Section id="publicera" title={t("publish.title")} side={<p>{t("publish.side")}</p>}>
        <div className="stack-6">
          {stops === null ? null : (
            <p className="say">
              <Status tone={stops === "closed" ? "done" : "wait"}>{t(`publish.stops.${stops}`)}</Status>
            </p>
          )}
          {stops === "trial" || stops === "red" ? (
            <p className="actions">
              <LinkButton href={paths.trial} variant="go" link={PageLink}>
                {t("publish.toTrial")}
              </LinkButton>
            </p>
          ) : null}
          {stops === "base" ? (
            <CallForm
              call="draft.rebase"
              hidden={{ draftId: draft.id, version: String(draft.version) }}
              back={paths.publish}
              submit={t("publish.rebase")}
              busy={t("saving")}
              variant="go"
              done={t("publish.rebased")}
              focusId="skillnad-h"
            />
          ) : null}
          {stops === null ? (
            <CallForm
              call="draft.publish"
              hidden={{ draftId: draft.id, version: String(draft.version), fingerprint: view.fingerprint, idempotencyKey: randomUUID() }}
              back={paths.publish}
              next={contentPaths.overview}
              submit={t("publish.submit")}
              busy={t("publish.busy")}
              variant="go"
              errorTitle={t("errorTitle")}
              fieldIds={{ contentVersion: "pub-version", changeNote: "pub-not" }}
            >
              <TextField
                name="contentVersion"
                id="pub-version"
                label={t("publish.version")}
                hint={t("publish.versionHint")}
                defaultValue={suggestedVersion}
                width="s"
                required
                autoComplete="off"
              />
              <TextArea
                name="changeNote"
                id="pub-not"
                label={t("publish.note")}
                hint={t("publish.noteHint")}
                maxLength={2000}
                required
                defaultValue={draft.changeNote}
              />
            </CallForm>
          ) : null}
        </div>
      </Section>
      {draft.status === "draft" || draft.status === "review" ? (
        <Section id="lage" title={t("state.title")} side={<p>{t("state.side")}</p>}>
          <div className="actions">
            <CallForm
              call="draft.update"
              hidden={{ draftId: draft.id, version: String(draft.version), status: draft.status === "draft" ? "review" : "draft" }}
              back={paths.publish}
              submit={t(draft.status === "draft" ? "state.toReview" : "state.toDraft")}
              busy={t("saving")}
              done={t("state.done")}
              focusId="lage-h"
            />
            <CallForm
              call="draft.update"
              hidden={{ draftId: draft.id, version: String(draft.version), status: "discarded" }}
              back={paths.publish}
              next={contentPaths.overview}
              submit={t("state.discard")}
              busy={t("saving")}
              variant="quiet"
              done={t("state.done")}
            />
          </div>
        </Section>
      ) : null}
    </DraftFrame>
  );
}
