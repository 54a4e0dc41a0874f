import type { DraftView } from "@hp/contracts";
import type { Instrument } from "@hp/domain";
import { LinkButton, Section } from "@hp/ui";
import { DraftFrame } from "../content/content-frame.tsx";
import { draftPaths } from "../content/content-paths.ts";
import { readerLocale, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { CommentList } from "./comment-list.tsx";
import { editorWords } from "./editor-kit.ts";
import { MeasuresTable } from "./measures-table.tsx";
import { filterRows, type TableFilter } from "./table-filter.ts";

/** The measures of a draft, narrowed by what stands in the address. */
export async function TablePage({
  view,
  instrument,
  filter,
}: {
  readonly view: DraftView;
  readonly instrument: Instrument;
  readonly filter: TableFilter;
}) {
  const locale = await readerLocale();
  const [t, words] = [await say("editor"), await editorWords()];
  const { draft } = view;
  const paths = draftPaths(draft.id);
  const isReadOnly = draft.status === "published" || draft.status === "discarded";
  const rows = filterRows(view.measures, filter);
  const option = (value: string, label: string) => (
    <option key={value} value={value}>
      {label}
    </option>
  );
  return (
    <DraftFrame draft={draft} page="table">
      <Section
        id="atgarder"
        title={t("table.title", { count: rows.length, all: view.measures.length })}
        side={
          <>
            <p>{t("table.side")}</p>
            {isReadOnly ? null : (
              <p>
                <LinkButton href={paths.newMeasure} link={PageLink}>
                  {t("measure.newTitle")}
                </LinkButton>
              </p>
            )}
          </>
        }
      >
        <div className="stack-6">
          <form method="get" action={paths.table} className="editor-row" aria-label={t("filter.label")}>
            <label className="stack-2">
              <span>{t("filter.text")}</span>
              <input className="input" type="search" name="sok" defaultValue={filter.text} maxLength={100} />
            </label>
            <label className="stack-2">
              <span>{t("filter.dimension")}</span>
              <select className="input" name="omrade" defaultValue={filter.dimension}>
                {option("", t("filter.all"))}
                {instrument.dimensions.map((one) => option(one.id, one[locale]))}
              </select>
            </label>
            <label className="stack-2">
              <span>{t("filter.evidence")}</span>
              <select className="input" name="evidens" defaultValue={filter.evidence}>
                {option("", t("filter.all"))}
                {(["a", "b", "c", "d"] as const).map((grade) => option(grade, t(`evidence.${grade}`)))}
              </select>
            </label>
            <label className="stack-2">
              <span>{t("filter.only")}</span>
              <select className="input" name="visa" defaultValue={filter.only}>
                {option("", t("filter.all"))}
                {(["changed", "missing", "comments", "no_card", "retired"] as const).map((key) => option(key, t(`filter.${key}`)))}
              </select>
            </label>
            <button className="btn" type="submit">
              {t("filter.submit")}
            </button>
          </form>
          <MeasuresTable
            draftId={draft.id}
            rows={rows}
            dimensions={instrument.dimensions.map((one) => ({ id: one.id, title: one[locale] }))}
            undo={view.undo}
            redo={view.redo}
            words={words}
            locale={locale}
            isReadOnly={isReadOnly}
          />
        </div>
      </Section>
      <Section id="kommentarer" title={t("comments.title")} side={<p>{t("comments.side")}</p>}>
        <CommentList draftId={draft.id} item={null} comments={view.comments} back={`${paths.table}#kommentarer`} isReadOnly={isReadOnly} />
      </Section>
    </DraftFrame>
  );
}
