import { z } from "zod";
import { day, instant, party, roleGroup, version } from "./common.ts";
import { dimensionId, roundId, statementId } from "./ids.ts";

/** How much a round asks; see the domain's modes. */
export const roundMode = z.enum(["quick", "full"]);
/** Starts a round. */
export const roundStart = z.strictObject({ mode: roundMode, deadlineOn: day.nullable() });
/** Names a round. */
export const roundRef = z.strictObject({ roundId });
/** Names a round, or one's own answers in it, as they were seen. */
export const roundVersioned = z.strictObject({ roundId, version });

/** 1–5, `cannot_judge`, or null for not answered. */
export const answer = z.union([z.int().min(1).max(5), z.literal("cannot_judge")]).nullable();
/** One dimension's answers, saved. */
export const stepSave = z.strictObject({
  roundId,
  dimensionId,
  /** By statement id; statements left out keep what they had. */
  answers: z.record(statementId, answer),
  importance: z.int().min(1).max(5).nullable(),
  /** Version of one's own response that the step was opened from; 0 before the first save. */
  version,
});
export type StepSave = z.infer<typeof stepSave>;

/** A round as every member may see it: counts of people, never answers. */
export const roundView = z.object({
  id: roundId,
  number: z.int(),
  mode: roundMode,
  instrumentVersion: z.string(),
  startedAt: instant,
  deadlineOn: day.nullable(),
  openedAt: instant.nullable(),
  version,
  parties: z.array(
    z.object({
      party,
      organisations: z.array(z.object({ name: z.string(), people: z.int(), started: z.int(), submitted: z.int() })),
      submitted: z.int(),
      readyAt: instant.nullable(),
      agreedAt: instant.nullable(),
    }),
  ),
  /** Whether the results can be opened now, and if not, why: message key under `assessment.notYet`. */
  canOpen: z.boolean(),
  notYet: z.enum(["parties_not_ready", "silent_party", "no_answers"]).nullable(),
});
export type RoundView = z.infer<typeof roundView>;

/** The assessment page of a place: the round under way or last opened, and one's own part in it. */
export const assessmentView = z.object({
  round: roundView.nullable(),
  mine: z
    .object({ answered: z.int(), total: z.int(), dimensionsDone: z.int(), dimensions: z.int(), submittedAt: instant.nullable(), version })
    .nullable(),
  minutes: z.object({ quick: z.int(), full: z.int() }),
});
export type AssessmentView = z.infer<typeof assessmentView>;

/** One dimension as put to one's party, with one's own answers. */
export const answerDimension = z.object({
  id: dimensionId,
  label: z.string(),
  why: z.string(),
  statements: z.array(z.object({ id: statementId, text: z.string(), answer })),
  importance: z.int().min(1).max(5).nullable(),
});
/** One's own answers, dimension by dimension, as put to one's party in this round's mode. */
export const myAnswers = z.object({
  roundId,
  mode: roundMode,
  roleGroup: roleGroup.nullable(),
  scale: z.array(z.object({ value: z.int(), label: z.string() })),
  cannotJudge: z.string(),
  importanceQuestion: z.string(),
  dimensions: z.array(answerDimension),
  submittedAt: instant.nullable(),
  closed: z.boolean(),
  version,
});
export type MyAnswers = z.infer<typeof myAnswers>;
/** What a save leaves: the new version, and how far one has come. */
export const stepSaved = z.object({ version, savedAt: instant, answered: z.int(), total: z.int(), submittedAt: instant.nullable() });
export type StepSaved = z.infer<typeof stepSaved>;
