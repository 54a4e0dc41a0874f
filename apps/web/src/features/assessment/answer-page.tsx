import type { MyAnswers, PlaceHead } from "@hp/contracts";
import { LinkButton, ProgressMarks, Scale } from "@hp/ui";
import type { ReactNode } from "react";
import { say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";
import { AnswerForm } from "./answer-form.tsx";
import { AnswerFrame } from "./answer-frame.tsx";

type Dimension = MyAnswers["dimensions"][number];

/** A dimension is done when all of it is answered, its importance too. */
export const isDimensionDone = (dimension: Dimension) => dimension.importance !== null && dimension.statements.every(({ answer }) => answer !== null);

/** Props of {@link AnswerPage}. */
export interface AnswerPageProps {
  readonly head: PlaceHead;
  readonly answers: MyAnswers;
  readonly dimension: Dimension;
  /** Minutes that the whole takes. */
  readonly minutes: number;
}

/** One dimension as one step: its statements, its importance, and the way back and on. */
export async function AnswerPage({ head, answers, dimension, minutes }: AnswerPageProps) {
  const t = await say("assessment");
  const paths = placePaths(head.place.id);
  const { dimensions } = answers;
  const index = dimensions.indexOf(dimension);
  const previous = dimensions[index - 1];
  const next = dimensions[index + 1];
  const done = dimensions.filter(isDimensionDone).length;
  const party = head.me.party ?? "municipality";
  const left = Math.max(Math.round(minutes * (1 - index / dimensions.length)), 1);
  const ends: [string, string] = [answers.scale[0]?.label ?? "", answers.scale.at(-1)?.label ?? ""];
  const steps = answers.scale.map(({ value }) => ({ value: String(value), label: String(value) }));
  const importanceSteps = [1, 2, 3, 4, 5].map((value) => ({ value: String(value), label: String(value) }));
  const scales: ReactNode = (
    <>
      {dimension.statements.map(({ id, text, answer }) => (
        <Scale
          key={id}
          name={`answer.${id}`}
          id={id}
          label={text}
          steps={steps}
          ends={ends}
          unknown={{ value: "cannot_judge", label: answers.cannotJudge }}
          defaultValue={answer === null ? undefined : String(answer)}
          party={party}
        />
      ))}
      <Scale
        name="importance"
        label={answers.importanceQuestion}
        hint={dimension.label}
        steps={importanceSteps}
        ends={[t("answer.notImportant"), t("answer.veryImportant")]}
        defaultValue={dimension.importance === null ? undefined : String(dimension.importance)}
        party={party}
      />
    </>
  );
  return (
    <AnswerFrame head={head}>
      <p className="small muted">
        <PageLink href={paths.assessment}>{t("answer.crumb", { place: head.place.name })}</PageLink>
        {". "}
        {answers.closed ? t("answer.closedStep", { number: index + 1, total: dimensions.length }) : t("answer.step", { number: index + 1, total: dimensions.length, left })}
      </p>
      <ProgressMarks party={party} total={dimensions.length} done={done} current={index} label={t("answer.done", { done, total: dimensions.length })} />
      <h1 className="text-2xl">{dimension.label}</h1>
      <p className="mt-3 mb-8">{answers.closed ? t("answer.closed") : t("answer.lead", { place: head.place.name })}</p>
      {answers.closed ? (
        <ClosedAnswers answers={answers} dimension={dimension} t={t} next={next === undefined ? undefined : { href: paths.answerStep(next.id), label: t("answer.next", { area: next.label }) }} />
      ) : (
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
            next: next === undefined ? t("answer.last") : t("answer.next", { area: next.label }),
            busy: t("answer.busy"),
            back: previous === undefined ? t("answer.toAssessment") : t("answer.back"),
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
          }}
        >
          {scales}
        </AnswerForm>
      )}
      <p className="small muted measure">{t("answer.privacy")}</p>
    </AnswerFrame>
  );
}

interface ClosedProps {
  readonly answers: MyAnswers;
  readonly dimension: Dimension;
  readonly t: (key: string) => string;
  readonly next: { readonly href: string; readonly label: string } | undefined;
}

/** One's answers after opening: to read, not to change. */
function ClosedAnswers({ answers, dimension, t, next }: ClosedProps) {
  const words = (answer: Dimension["statements"][number]["answer"]) => (answer === null ? t("answer.unanswered") : answer === "cannot_judge" ? answers.cannotJudge : `${answer}`);
  return (
    <div className="stack-6">
      <dl className="stack">
        {dimension.statements.map(({ id, text, answer }) => (
          <div key={id}>
            <dt>{text}</dt>
            <dd className="label">{words(answer)}</dd>
          </div>
        ))}
        <div>
          <dt>{answers.importanceQuestion}</dt>
          <dd className="label">{words(dimension.importance)}</dd>
        </div>
      </dl>
      {next === undefined ? null : (
        <LinkButton href={next.href} link={PageLink} wide>
          {next.label}
        </LinkButton>
      )}
    </div>
  );
}
