import type { MyAnswers, PlaceHead } from "@hp/contracts";
import { ProgressMarks } from "@hp/ui";
import { type Say, say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";
import { AnswerForm, type AnswerFormWords } from "./answer-form.tsx";
import { AnswerFrame } from "./answer-frame.tsx";
import { AnswerScales } from "./answer-scales.tsx";
import { ClosedAnswers } from "./closed-answers.tsx";
import { type AnswerDimension, isDimensionDone } from "./dimension.ts";

/** Props of {@link AnswerPage}. */
export interface AnswerPageProps {
  readonly head: PlaceHead;
  readonly answers: MyAnswers;
  readonly dimension: AnswerDimension;
  /** Minutes that the whole takes. */
  readonly minutes: number;
}

/** One dimension as one step: its statements, its importance, and the way back and on. */
export async function AnswerPage({ head, answers, dimension, minutes }: AnswerPageProps) {
  const t = await say("assessment");
  const paths = placePaths(head.place.id);
  const { dimensions } = answers;
  const index = dimensions.indexOf(dimension);
  const done = dimensions.filter(isDimensionDone).length;
  const party = head.me.party ?? "municipality";
  const total = dimensions.length;
  const left = Math.max(Math.round(minutes * (1 - index / total)), 1);
  return (
    <AnswerFrame head={head}>
      <p className="small muted">
        <PageLink href={paths.assessment}>{t("answer.crumb", { place: head.place.name })}</PageLink>
        {". "}
        {answers.closed ? t("answer.closedStep", { number: index + 1, total }) : t("answer.step", { number: index + 1, total, left })}
      </p>
      <ProgressMarks party={party} total={total} done={done} current={index} label={t("answer.done", { done, total })} />
      <h1 className="text-2xl">{dimension.label}</h1>
      <p className="mt-3 mb-8">{answers.closed ? t("answer.closed") : t("answer.lead", { place: head.place.name })}</p>
      {answers.closed ? (
        <ClosedAnswers answers={answers} dimension={dimension} placeId={head.place.id} t={t} />
      ) : (
        <OpenStep head={head} answers={answers} dimension={dimension} t={t}>
          <AnswerScales answers={answers} dimension={dimension} party={party} t={t} />
        </OpenStep>
      )}
      <p className="small muted measure mt-6">{t("answer.privacy")}</p>
    </AnswerFrame>
  );
}

interface StepProps extends Omit<AnswerPageProps, "minutes"> {
  readonly t: Say;
  readonly children: React.ReactNode;
}

function OpenStep({ head, answers, dimension, t, children }: StepProps) {
  const paths = placePaths(head.place.id);
  const { dimensions } = answers;
  const index = dimensions.indexOf(dimension);
  const previous = dimensions[index - 1];
  const next = dimensions[index + 1];
  return (
    <AnswerForm
      key={dimension.id}
      hidden={{ placeId: head.place.id, roundId: answers.roundId, dimensionId: dimension.id }}
      version={answers.version}
      back={paths.answerStep(dimension.id)}
      next={next === undefined ? paths.answerSummary : paths.answerStep(next.id)}
      previous={previous === undefined ? paths.assessment : paths.answerStep(previous.id)}
      statements={Object.fromEntries(dimension.statements.map(({ id, text }) => [id, text]))}
      cannotJudge={answers.cannotJudge}
      importance={answers.importanceQuestion}
      words={{
        ...formWords(t),
        next: next === undefined ? t("answer.last") : t("answer.next", { area: next.label }),
        back: previous === undefined ? t("answer.toAssessment") : t("answer.back"),
      }}
    >
      {children}
    </AnswerForm>
  );
}

const formWords = (t: Say): Omit<AnswerFormWords, "next" | "back"> => ({
  busy: t("answer.busy"),
  saving: t("answer.saving"),
  saved: t("answer.saved"),
  notSaved: t("answer.notSaved"),
  retry: t("answer.retry"),
  conflictTitle: t("answer.conflict.title"),
  conflictText: t("answer.conflict.text"),
  caption: t("answer.conflict.caption"),
  statement: t("answer.conflict.statement"),
  mine: t("answer.conflict.mine"),
  savedVersion: t("answer.conflict.saved"),
  differs: t("answer.conflict.differs"),
  keepMine: t("answer.conflict.keepMine"),
  takeSaved: t("answer.conflict.takeSaved"),
  unanswered: t("answer.unanswered"),
});
