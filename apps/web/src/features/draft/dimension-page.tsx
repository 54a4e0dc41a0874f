import type { DraftItemView, DraftView } from "@hp/contracts";
import type { Instrument } from "@hp/domain";
import { Section } from "@hp/ui";
import { DraftFrame } from "../content/content-frame.tsx";
import { draftPaths } from "../content/content-paths.ts";
import { readerLocale, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { readerFormat } from "../place/reader-format.ts";
import { CommentList } from "./comment-list.tsx";
import type { DraftDimension } from "./dimension-edit.ts";
import { DimensionEditor } from "./dimension-editor.tsx";
import { moreWords } from "./editor-more-kit.ts";

/** One dimension of a draft's questions: its form with the survey beside it, and what co-editors say. */
export async function DimensionPage({
  view,
  item,
  instrument,
}: {
  readonly view: DraftView;
  readonly item: DraftItemView;
  readonly instrument: Instrument;
}) {
  const locale = await readerLocale();
  const [t, editor, words] = [await say("editorMore"), await say("editor"), await moreWords("area")];
  const format = readerFormat(locale);
  const { draft } = view;
  const document = item.document as DraftDimension;
  const isReadOnly = draft.status === "published" || draft.status === "discarded";
  const paths = draftPaths(draft.id);
  const by = item.updatedBy;
  return (
    <DraftFrame draft={draft} page="questions" title={document[locale] === "" ? item.key : document[locale]}>
      <p className="measure mt-8 small muted">
        <PageLink href={paths.questions}>{t("areas.all")}</PageLink>
        {by === null
          ? null
          : `. ${t("areas.changedBy", { who: by.isMe ? editor("me") : (by.name ?? editor("somebody")), when: format.moment(item.updatedAt) })}`}
      </p>
      <DimensionEditor
        draftId={draft.id}
        version={item.version}
        document={document}
        base={item.base as DraftDimension | null}
        scale={instrument.scale}
        importance={instrument.importance}
        words={words}
        locale={locale}
        isReadOnly={isReadOnly}
      />
      <Section id="kommentarer" title={editor("comments.title")} side={<p>{editor("comments.side")}</p>}>
        <CommentList
          draftId={draft.id}
          item={{ kind: "dimension", key: item.key }}
          comments={item.comments}
          back={paths.dimension(item.key)}
          isReadOnly={isReadOnly}
        />
      </Section>
    </DraftFrame>
  );
}
