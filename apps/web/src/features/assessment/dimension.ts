import type { MyAnswers } from "@hp/contracts";

/** A dimension as it is put to one person. */
export type AnswerDimension = MyAnswers["dimensions"][number];

/** A dimension is done when all of it is answered, its importance too. */
export const isDimensionDone = (dimension: AnswerDimension) =>
  dimension.importance !== null && dimension.statements.every(({ answer }) => answer !== null);
