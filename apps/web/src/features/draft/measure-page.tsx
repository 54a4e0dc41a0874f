import { kpis } from "@hp/content";
import type { DraftItemView, DraftMeasureItem, DraftView } from "@hp/contracts";
import type { Instrument } from "@hp/domain";
import { Section, Status } from "@hp/ui";
import { DraftFrame } from "../content/content-frame.tsx";
import { draftPaths } from "../content/content-paths.ts";
import { readerLocale, say } from "../place/kit.ts";
import { readerFormat } from "../place/reader-format.ts";
import { CommentList } from "./comment-list.tsx";
import { editorWords, fieldOptions } from "./editor-kit.ts";
import { MeasureEditor } from "./measure-editor.tsx";

const byTitle = (a: { title: string }, b: { title: string }) => a.title.localeCompare(b.title, "sv");

/** One measure of a draft: its form, what was done to it, and what co-editors say. */
export async function MeasurePage({
  view,
  item,
  document,
  instrument,
  takenIds,
}: {
  readonly view: DraftView;
  /** Null for a measure that is not there yet. */
  readonly item: DraftItemView | null;
  readonly document: DraftMeasureItem;
  readonly instrument: Instrument;
  readonly takenIds: readonly string[];
}) {
  const locale = await readerLocale();
  const [t, words] = [await say("editor"), await editorWords()];
  const format = readerFormat(locale);
  const { draft } = view;
  const isReadOnly = draft.status === "published" || draft.status === "discarded";
  const title = item === null ? t("measure.newTitle") : document.measure[locale] || document.measure.id;
  return (
    <DraftFrame draft={draft} page="table" title={title}>
      <MeasureEditor
        draftId={draft.id}
        version={item?.version ?? 0}
        document={document}
        takenIds={takenIds}
        fields={fieldOptions(instrument, locale)}
        dimensions={instrument.dimensions.map((one) => ({ id: one.id, title: one[locale] }))}
        measures={view.measures.map((one) => ({ id: one.key, title: one.title[locale] })).sort(byTitle)}
        kpis={[...kpis().values()].map((one) => ({ id: one.id, title: one[locale] })).sort(byTitle)}
        words={words}
        locale={locale}
        isReadOnly={isReadOnly}
      />
      {item === null ? null : (
        <>
          <Section id="kommentarer" title={t("comments.title")} side={<p>{t("comments.side")}</p>}>
            <CommentList
              draftId={draft.id}
              item={{ kind: "measure", key: item.key }}
              comments={item.comments}
              back={draftPaths(draft.id).measure(item.key)}
              isReadOnly={isReadOnly}
            />
          </Section>
          <Section id="historik" title={t("history.title")} side={<p>{t("history.side")}</p>}>
            {item.history.length === 0 ? (
              <p>{t("history.empty")}</p>
            ) : (
              <ol className="plain measure">
                {item.history.map((one) => (
                  <li key={one.at}>
                    {format.moment(one.at)}, {one.by.isMe ? t("me") : (one.by.name ?? t("somebody"))}{" "}
                    {one.undone ? <Status tone="stop">{t("history.undone")}</Status> : null}
                    {one.sentences.map((sentence) => (
                      <span key={sentence.sv} className="sub">
                        {sentence[locale]}
                      </span>
                    ))}
                  </li>
                ))}
              </ol>
            )}
          </Section>
        </>
      )}
    </DraftFrame>
  );
}
