import type { MyAnswers } from "@hp/contracts";
import { Scale } from "@hp/ui";
import type { Say } from "../place/kit.ts";
import type { AnswerDimension } from "./dimension.ts";

/** Props of {@link AnswerScales}. */
export interface AnswerScalesProps {
  readonly answers: MyAnswers;
  readonly dimension: AnswerDimension;
  readonly party: "municipality" | "industry";
  readonly t: Say;
}

const textOf = (answer: number | string | null) => (answer === null ? undefined : String(answer));

/** The statements of a dimension and its importance, as plain radios. */
export function AnswerScales({ answers, dimension, party, t }: AnswerScalesProps) {
  const ends: [string, string] = [answers.scale[0]?.label ?? "", answers.scale.at(-1)?.label ?? ""];
  const steps = answers.scale.map(({ value }) => ({ value: String(value), label: String(value) }));
  const importanceSteps = [1, 2, 3, 4, 5].map((value) => ({ value: String(value), label: String(value) }));
  return (
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
          defaultValue={textOf(answer)}
          party={party}
        />
      ))}
      <Scale
        name="importance"
        label={answers.importanceQuestion}
        hint={dimension.label}
        steps={importanceSteps}
        ends={[t("answer.notImportant"), t("answer.veryImportant")]}
        defaultValue={textOf(dimension.importance)}
        party={party}
      />
    </>
  );
}
