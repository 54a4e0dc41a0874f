import { randomUUID } from "node:crypto";
import type { BenchSummary, BenchView, DraftSummary } from "@hp/contracts";
import { DataTable, LinkButton, Section, Status } from "@hp/ui";
import { DraftFrame } from "../content/content-frame.tsx";
import { draftPaths } from "../content/content-paths.ts";
import { CallForm } from "../place/form/call-form.tsx";
import { readerLocale, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { readerFormat } from "../place/reader-format.ts";
import { WorkProgress } from "../place/work-progress.tsx";
import { type BenchKit, BenchReportSections } from "./bench-report.tsx";

const tones = { queued: "wait", running: "wait", done: "done", cancelled: "stop", failed: "stop" } as const;

/** Whether a trial is still to be finished. */
const isUnderWay = ({ status }: BenchSummary) => status === "queued" || status === "running";

function verdict(bench: BenchSummary, t: BenchKit["t"]) {
  if (bench.status !== "done") return <Status tone={tones[bench.status]}>{t(`status.${bench.status}`)}</Status>;
  return <Status tone={bench.isGreen ? "done" : "stop"}>{t(bench.isGreen ? "green" : "red", { count: bench.red ?? 0 })}</Status>;
}

/** A draft tried on all places: begun here, carried out in the background, and its report kept. */
export async function BenchPage({
  draft,
  benches,
  shown,
}: {
  readonly draft: DraftSummary;
  readonly benches: readonly BenchSummary[];
  readonly shown: BenchView | null;
}) {
  const t = await say("bench");
  const locale = await readerLocale();
  const paths = draftPaths(draft.id);
  const kit: BenchKit = { t, locale, format: readerFormat(locale), measurePath: paths.measure };
  const isOpen = draft.status === "draft" || draft.status === "review";
  const underWay = benches.find(isUnderWay);
  const bench = shown?.bench ?? null;
  return (
    <DraftFrame draft={draft} page="trial">
      <Section id="provning" title={t("title")} side={<p>{t("side")}</p>}>
        <div className="stack-6">
          {bench === null ? <p className="say">{t("none")}</p> : null}
          {bench === null ? null : (
            <p className="say">
              {bench.status === "done"
                ? t(bench.isGreen ? "say.green" : "say.red", { red: bench.red ?? 0, yellow: bench.yellow ?? 0 })
                : t(`say.${bench.status}`)}
            </p>
          )}
          {bench !== null && bench.status === "done" && !bench.isCurrent ? (
            <p className="measure">
              <Status tone="wait">{t("outdated")}</Status>
            </p>
          ) : null}
          {shown?.failure ? <p className="measure">{t(`failure.${shown.failure}`)}</p> : null}
          {underWay === undefined ? null : (
            <>
              <WorkProgress
                work={{ kind: "bench", benchId: underWay.id }}
                start={{ status: underWay.status, done: underWay.done, total: underWay.total }}
                words={{ queued: t("progress.queued"), running: t.raw("progress.running"), label: t("progress.label") }}
              />
              <CallForm
                call="bench.cancel"
                hidden={{ benchId: underWay.id }}
                back={paths.trial}
                submit={t("cancel")}
                busy={t("saving")}
                variant="quiet"
                done={t("cancelled")}
                focusId="provning-h"
              />
            </>
          )}
          <div className="actions">
            {isOpen && underWay === undefined ? (
              <CallForm
                call="bench.start"
                hidden={{ draftId: draft.id, idempotencyKey: randomUUID() }}
                back={paths.trial}
                next={paths.trial}
                submit={t(bench === null ? "start" : "again")}
                busy={t("starting")}
                variant={bench === null || !bench.isCurrent ? "go" : "plain"}
                done={t("started")}
                focusId="provning-h"
              />
            ) : null}
            {bench !== null && bench.status === "done" && bench.isGreen && bench.isCurrent && isOpen ? (
              <LinkButton href={paths.publish} variant="go" link={PageLink}>
                {t("toPublish")}
              </LinkButton>
            ) : null}
          </div>
        </div>
      </Section>
      {shown?.report ? <BenchReportSections report={shown.report} kit={kit} /> : null}
      {benches.length < 2 ? null : (
        <Section id="tidigare" title={t("earlier.title")} side={<p>{t("earlier.side")}</p>}>
          <DataTable
            caption={t("earlier.title")}
            hideCaption
            cards
            columns={[
              { key: "when", label: t("earlier.when"), cardLabel: false },
              { key: "verdict", label: t("earlier.verdict") },
              { key: "current", label: t("earlier.current") },
            ]}
            rows={benches.map((one) => ({
              key: one.id,
              cells: [
                <PageLink key="when" href={paths.report(one.id)}>
                  {kit.format.moment(one.createdAt)}
                </PageLink>,
                verdict(one, t),
                t(one.isCurrent ? "earlier.yes" : "earlier.no"),
              ],
            }))}
          />
        </Section>
      )}
    </DraftFrame>
  );
}
