import type { MyAnswers } from "@hp/contracts";
import { LinkButton } from "@hp/ui";
import type { Say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { placePaths } from "../place/place-paths.ts";
import type { AnswerDimension } from "./dimension.ts";

/** Props of {@link ClosedAnswers}. */
export interface ClosedAnswersProps {
  readonly answers: MyAnswers;
  readonly dimension: AnswerDimension;
  readonly placeId: string;
  readonly t: Say;
}

/** One's answers after opening: to read, not to change. */
export function ClosedAnswers({ answers, dimension, placeId, t }: ClosedAnswersProps) {
  const next = answers.dimensions[answers.dimensions.indexOf(dimension) + 1];
  const words = (answer: AnswerDimension["statements"][number]["answer"]) =>
    answer === null ? t("answer.unanswered") : answer === "cannot_judge" ? answers.cannotJudge : String(answer);
  const rows = [
    ...dimension.statements.map(({ id, text, answer }) => ({ id, text, answer })),
    { id: "importance", text: answers.importanceQuestion, answer: dimension.importance },
  ];
  return (
    <div className="stack-6">
      <dl className="stack">
        {rows.map(({ id, text, answer }) => (
          <div key={id}>
            <dt>{text}</dt>
            <dd className="label">{words(answer)}</dd>
          </div>
        ))}
      </dl>
      {next === undefined ? null : (
        <LinkButton href={placePaths(placeId).answerStep(next.id)} link={PageLink} wide>
          {t("answer.next", { area: next.label })}
        </LinkButton>
      )}
    </div>
  );
}
