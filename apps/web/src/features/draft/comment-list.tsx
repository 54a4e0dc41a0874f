import { randomUUID } from "node:crypto";
import type { DraftComment } from "@hp/contracts";
import { TextField } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { readerLocale, say } from "../place/kit.ts";
import { readerFormat } from "../place/reader-format.ts";

/** What co-editors say to each other, on one item or on the whole draft. */
export async function CommentList({
  draftId,
  item,
  comments,
  back,
  isReadOnly,
}: {
  readonly draftId: string;
  readonly item: { readonly kind: "measure" | "dimension"; readonly key: string } | null;
  readonly comments: readonly DraftComment[];
  readonly back: string;
  readonly isReadOnly: boolean;
}) {
  const t = await say("editor");
  const format = readerFormat(await readerLocale());
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null);
  const about: Record<string, string> = item === null ? {} : { kind: item.kind, key: item.key };
  return (
    <div className="stack-6">
      {open.length === 0 ? <p>{t("comments.empty")}</p> : null}
      <ul className="plain measure">
        {open.map((comment) => (
          <li key={comment.id}>
            {item === null && comment.item !== null ? <strong>{comment.item.key}: </strong> : null}
            {comment.body}
            <span className="sub">
              {comment.by.isMe ? t("me") : (comment.by.name ?? t("somebody"))}, {format.moment(comment.at)}
            </span>
            {isReadOnly ? null : (
              <CallForm
                call="draft.resolveComment"
                hidden={{ draftId, commentId: comment.id }}
                back={back}
                submit={t("comments.resolve")}
                busy={t("saving")}
                variant="quiet"
                done={t("comments.resolved")}
                focusId="kommentarer-h"
              />
            )}
          </li>
        ))}
      </ul>
      {isReadOnly ? null : (
        <CallForm
          call="draft.comment"
          hidden={{ draftId, idempotencyKey: randomUUID(), ...about }}
          back={back}
          submit={t("comments.add")}
          busy={t("saving")}
          done={t("comments.added")}
          errorTitle={t("errorTitle")}
          fieldIds={{ body: "kommentar" }}
        >
          <TextField name="body" id="kommentar" label={t("comments.new")} maxLength={2000} required autoComplete="off" />
        </CallForm>
      )}
    </div>
  );
}
