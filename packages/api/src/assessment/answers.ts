import type { MyAnswers, StepSave } from "@hp/contracts";
import type { ResponseRow, RoundRow } from "@hp/db";
import type { Instrument, Mode } from "@hp/domain";
import { AppError, invalidField } from "../errors.ts";
import { isPut, statementOrder } from "../score/statement-order.ts";
import type { Locale } from "../services.ts";

type PlaceParty = "municipality" | "industry";
type Stored = Pick<ResponseRow, "answers" | "importance"> | null;

/** How "cannot judge" is stored: one step above the scale. 0 is not answered. */
const cannotJudge = 6;

/** How far one person has come with what is put to their party. A dimension is done when all of it is answered, importance too. */
export function countAnswered(instrument: Instrument, party: PlaceParty, mode: Mode, response: Stored) {
  const order = statementOrder(instrument);
  const isAnswered = (index: number) => (response?.answers[index] ?? 0) > 0;
  const put = order.map((statement, index) => ({ statement, index })).filter(({ statement }) => isPut(statement, party, mode));
  const dimensionsDone = instrument.dimensions.filter(
    (dimension, position) =>
      (response?.importance[position] ?? 0) > 0 &&
      put.filter(({ statement }) => dimension.items.includes(statement)).every(({ index }) => isAnswered(index)),
  ).length;
  return {
    answered: put.filter(({ index }) => isAnswered(index)).length,
    total: put.length,
    dimensionsDone,
    dimensions: instrument.dimensions.length,
  };
}

/**
 * The stored arrays with one step laid over them.
 *
 * @throws AppError `not_found` for a dimension that the instrument lacks; `invalid` for a statement that is not put to the party here.
 */
export function mergeStep(
  instrument: Instrument,
  party: PlaceParty,
  mode: Mode,
  before: Stored,
  step: Pick<StepSave, "dimensionId" | "answers" | "importance">,
) {
  const order = statementOrder(instrument);
  const position = instrument.dimensions.findIndex((dimension) => dimension.id === step.dimensionId);
  const dimension = instrument.dimensions[position];
  if (dimension === undefined) throw new AppError("not_found", { reason: "dimension" });
  const answers = order.map((_, index) => before?.answers[index] ?? 0);
  const importance = instrument.dimensions.map((_, index) => before?.importance[index] ?? 0);
  for (const [id, answer] of Object.entries(step.answers)) {
    const statement = dimension.items.find((item) => item.id === id);
    if (statement === undefined || !isPut(statement, party, mode)) throw invalidField(`answers.${id}`, "not_asked");
    answers[order.indexOf(statement)] = answer === null ? 0 : answer === "cannot_judge" ? cannotJudge : answer;
  }
  importance[position] = step.importance ?? 0;
  return { answers, importance };
}

/** One person's answers as they see them. */
export function answersView(of: {
  readonly instrument: Instrument;
  readonly party: PlaceParty;
  readonly round: RoundRow;
  readonly response: ResponseRow | null;
  readonly roleGroup: string | null;
  readonly locale: Locale;
}): MyAnswers {
  const { instrument, party, round, response, locale } = of;
  const order = statementOrder(instrument);
  const answerOf = (index: number) => {
    const stored = response?.answers[index] ?? 0;
    return stored === 0 ? null : stored === cannotJudge ? ("cannot_judge" as const) : stored;
  };
  return {
    roundId: round.id,
    mode: round.mode,
    roleGroup: of.roleGroup,
    scale: instrument.scale.labels.map((label) => ({ value: label.value, label: label[locale] })),
    cannotJudge: instrument.scale.missing[locale],
    importanceQuestion: instrument.importance[locale],
    dimensions: instrument.dimensions.map((dimension, position) => ({
      id: dimension.id,
      label: dimension[locale],
      why: dimension.why[locale],
      statements: dimension.items
        .filter((statement) => isPut(statement, party, round.mode))
        .map((statement) => ({ id: statement.id, text: statement[locale], answer: answerOf(order.indexOf(statement)) })),
      importance: response?.importance[position] || null,
    })),
    submittedAt: response?.submittedAt?.toISOString() ?? null,
    closed: round.openedAt !== null,
    version: response?.version ?? 0,
  } as MyAnswers;
}
