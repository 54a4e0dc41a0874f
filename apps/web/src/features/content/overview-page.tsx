import { randomUUID } from "node:crypto";
import type { ContentVersionView, DraftSummary } from "@hp/contracts";
import { DataTable, LinkButton, Section, Status, TextField } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { readerLocale, type Say, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { type ReaderFormat, readerFormat } from "../place/reader-format.ts";
import { ContentFrame } from "./content-frame.tsx";
import { contentPaths, draftPaths } from "./content-paths.ts";

const tones = { draft: "wait", review: "wait", published: "done", discarded: "stop" } as const;

function DraftsSection({
  drafts,
  t,
  format,
}: {
  readonly drafts: readonly DraftSummary[];
  readonly t: Say;
  readonly format: ReaderFormat;
}) {
  return (
    <Section id="utkast" title={t("drafts.title")} side={<p>{t("drafts.side")}</p>}>
      <div className="stack-6">
        {drafts.length === 0 ? (
          <p className="say">{t("drafts.empty")}</p>
        ) : (
          <DataTable
            caption={t("drafts.caption")}
            hideCaption
            cards
            columns={[
              { key: "name", label: t("drafts.name"), cardLabel: false },
              { key: "status", label: t("drafts.status") },
              { key: "changed", label: t("drafts.changed"), align: "end" },
              { key: "comments", label: t("drafts.comments"), align: "end" },
              { key: "updated", label: t("drafts.updated") },
            ]}
            rows={drafts.map((draft) => ({
              key: draft.id,
              cells: [
                <>
                  <PageLink href={draftPaths(draft.id).table}>{draft.name}</PageLink>
                  <span className="sub">{t("drafts.base", { version: draft.baseCatalogue })}</span>
                </>,
                <Status key="status" tone={tones[draft.status]}>
                  {t(`drafts.state.${draft.status}`)}
                </Status>,
                format.number(draft.changedItems, 0),
                format.number(draft.openComments, 0),
                format.day(draft.updatedAt),
              ],
            }))}
          />
        )}
        <CallForm
          call="draft.create"
          hidden={{ idempotencyKey: randomUUID() }}
          back={contentPaths.overview}
          next={draftPaths("{draft.id}").table}
          submit={t("drafts.create")}
          busy={t("saving")}
          variant="go"
          errorTitle={t("errorTitle")}
          fieldIds={{ name: "utkast-namn" }}
        >
          <TextField
            name="name"
            id="utkast-namn"
            label={t("drafts.newName")}
            hint={t("drafts.newHint")}
            maxLength={120}
            required
            autoComplete="off"
          />
        </CallForm>
      </div>
    </Section>
  );
}

function VersionsSection({
  versions,
  kind,
  t,
  format,
}: {
  readonly versions: readonly ContentVersionView[];
  readonly kind: "catalogue" | "instrument";
  readonly t: Say;
  readonly format: ReaderFormat;
}) {
  const rows = versions.filter((one) => one.kind === kind);
  return (
    <Section
      id={kind === "catalogue" ? "kataloger" : "instrument"}
      title={t(`versions.${kind}`)}
      side={<p>{t(`versions.side.${kind}`)}</p>}
    >
      <DataTable
        caption={t(`versions.${kind}`)}
        hideCaption
        cards
        columns={[
          { key: "version", label: t("versions.version"), cardLabel: false, nowrap: true },
          { key: "note", label: t("versions.note") },
          { key: "published", label: t("versions.published") },
          { key: "places", label: t("versions.places"), align: "end" },
          { key: "state", label: t("versions.state"), nowrap: true },
        ]}
        rows={rows.map((row) => ({
          key: row.version,
          cells: [
            <>
              {row.version}
              {row.basedOn === null ? null : (
                <span className="sub">
                  <PageLink href={contentPaths.difference(kind, row.basedOn, row.version)}>
                    {t("versions.difference", { version: row.basedOn })}
                  </PageLink>
                </span>
              )}
            </>,
            row.changeNote === "" ? t("versions.shipped") : row.changeNote,
            <>
              {format.day(row.publishedAt)}
              {row.publishedBy === null ? null : <span className="sub">{row.publishedBy}</span>}
            </>,
            format.number(row.places, 0),
            row.retiredAt !== null ? (
              <Status key="s" tone="stop">
                {t("versions.retired")}
              </Status>
            ) : row.isNewest ? (
              <Status key="s" tone="done">
                {t("versions.newest")}
              </Status>
            ) : (
              <CallForm
                key="s"
                call="catalogue.retire"
                hidden={{ kind, version: row.version }}
                back={contentPaths.overview}
                submit={t("versions.retire")}
                busy={t("saving")}
                variant="quiet"
                done={t("versions.retiredDone", { version: row.version })}
              />
            ),
          ],
        }))}
      />
    </Section>
  );
}

/** The content that all places share: what is being changed, and what is published. */
export async function ContentOverviewPage({
  drafts,
  versions,
}: {
  readonly drafts: readonly DraftSummary[];
  readonly versions: readonly ContentVersionView[];
}) {
  const t = await say("content");
  const format = readerFormat(await readerLocale());
  return (
    <ContentFrame title={t("title")} page="overview">
      <p className="lead measure mt-8">{t("lead")}</p>
      <DraftsSection drafts={drafts} t={t} format={format} />
      <VersionsSection versions={versions} kind="catalogue" t={t} format={format} />
      <VersionsSection versions={versions} kind="instrument" t={t} format={format} />
      <p className="actions py-12">
        <LinkButton href={contentPaths.usage} link={PageLink}>
          {t("toUsage")}
        </LinkButton>
      </p>
    </ContentFrame>
  );
}
