import type { DraftView } from "@hp/contracts";
import { DataTable, Section, Status } from "@hp/ui";
import { DraftFrame } from "../content/content-frame.tsx";
import { draftPaths } from "../content/content-paths.ts";
import { readerLocale, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { readerFormat } from "../place/reader-format.ts";

/** The dimensions of a draft's questions. */
export async function QuestionsPage({ view }: { readonly view: DraftView }) {
  const locale = await readerLocale();
  const t = await say("editorMore");
  const format = readerFormat(locale);
  const paths = draftPaths(view.draft.id);
  return (
    <DraftFrame draft={view.draft} page="questions">
      <Section id="omraden" title={t("areas.title", { count: view.dimensions.length })} side={<p>{t("areas.side")}</p>}>
        <DataTable
          caption={t("areas.caption")}
          hideCaption
          cards
          columns={[
            { key: "area", label: t("areas.area"), cardLabel: false },
            { key: "weight", label: t("areas.weight"), align: "end" },
            { key: "statements", label: t("areas.statements"), align: "end" },
            { key: "core", label: t("areas.core"), align: "end" },
            { key: "measures", label: t("areas.measures"), align: "end" },
            { key: "state", label: t("areas.state") },
          ]}
          rows={view.dimensions.map((one) => ({
            key: one.key,
            cells: [
              <PageLink key="area" href={paths.dimension(one.key)}>
                {one.title[locale] === "" ? one.key : one.title[locale]}
              </PageLink>,
              format.number(one.weight, 2),
              format.number(one.statements, 0),
              format.number(one.core, 0),
              format.number(one.measures, 0),
              one.change === "none" ? (
                t("areas.change.none")
              ) : (
                <Status key="state" tone="wait">
                  {t(`areas.change.${one.change}`)}
                </Status>
              ),
            ],
          }))}
        />
      </Section>
    </DraftFrame>
  );
}
