import type { AssessmentView, MyAnswers, PlaceHead } from "@hp/contracts";
import { ProgressMarks, Status } from "@hp/ui";
import { CallForm } from "../place/form/call-form.tsx";
import { readerLocale, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";
import { readerFormat } from "../place/reader-format.ts";
import { AnswerFrame } from "./answer-frame.tsx";
import { isDimensionDone } from "./dimension.ts";

/** The last step: what is answered and what is not, and handing in. Gaps are allowed; they are said. */
export async function AnswerSummary({
  head,
  answers,
  mine,
}: {
  readonly head: PlaceHead;
  readonly answers: MyAnswers;
  readonly mine: NonNullable<AssessmentView["mine"]>;
}) {
  const t = await say("assessment");
  const format = readerFormat(await readerLocale());
  const paths = placePaths(head.place.id);
  const open = answers.dimensions.filter((dimension) => !isDimensionDone(dimension));
  const last = answers.dimensions.at(-1);
  return (
    <AnswerFrame head={head}>
      <p className="small muted">
        <PageLink href={paths.assessment}>{t("answer.crumb", { place: head.place.name })}</PageLink>
      </p>
      <ProgressMarks
        party={head.me.party ?? "municipality"}
        total={answers.dimensions.length}
        done={answers.dimensions.length - open.length}
        label={t("answer.done", { done: answers.dimensions.length - open.length, total: answers.dimensions.length })}
      />
      <h1 className="text-2xl">{t("summary.title")}</h1>
      <div className="stack-8 mt-6">
        <p className="say say-xl">
          {open.length === 0 ? t("summary.all", { total: mine.total }) : t("summary.some", { answered: mine.answered, total: mine.total })}
        </p>
        {open.length === 0 ? null : (
          <div className="stack">
            <h2 className="h-sm">{t("summary.left")}</h2>
            <ul className="plain">
              {open.map((dimension) => {
                const missing = dimension.statements.filter(({ answer }) => answer === null).length;
                return (
                  <li key={dimension.id}>
                    <PageLink href={paths.answerStep(dimension.id)}>{dimension.label}</PageLink>{" "}
                    <span className="small muted">
                      {missing > 0 ? t("summary.missing", { count: missing }) : t("summary.missingImportance")}
                    </span>
                  </li>
                );
              })}
            </ul>
            <p className="small muted">{t("summary.allowed")}</p>
          </div>
        )}
        {mine.submittedAt === null ? null : (
          <p>
            <Status tone="done">{t("mine.submittedAt", { at: format.moment(mine.submittedAt) })}</Status>
          </p>
        )}
        {answers.closed ? (
          <p>{t("answer.closed")}</p>
        ) : mine.answered === 0 ? (
          <p>{t("summary.nothing")}</p>
        ) : (
          <CallForm
            call="assessment.submit"
            hidden={{ placeId: head.place.id, roundId: answers.roundId, version: String(answers.version) }}
            back={paths.answerSummary}
            next={paths.assessment}
            focusId="din-del-h"
            variant="go"
            submit={mine.submittedAt === null ? t("summary.submit") : t("summary.submitAgain")}
            busy={t("summary.busy")}
            done={t("summary.done")}
          />
        )}
        <p className="small muted">{t("summary.change")}</p>
        <p>
          <PageLink href={last === undefined ? paths.assessment : paths.answerStep(last.id)}>{t("answer.back")}</PageLink>
        </p>
      </div>
    </AnswerFrame>
  );
}
