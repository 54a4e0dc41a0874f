import { z } from "zod";
import { instant } from "./common.ts";
import { dimensionId, statementId } from "./ids.ts";

/** 0–100, unrounded, with its 95 % interval; null where too little was answered. */
export const scoreCell = z
  .object({ score: z.number(), low: z.number(), high: z.number(), coverage: z.number(), respondents: z.int() })
  .nullable();
export type ScoreCell = z.infer<typeof scoreCell>;

/** One dimension's results. */
export const dimensionView = z.object({
  id: dimensionId,
  label: z.string(),
  domain: z.string(),
  place: scoreCell,
  municipality: scoreCell,
  industry: scoreCell,
  /** The reader's own company, when there are several; null otherwise. */
  ownCompany: scoreCell,
  gap: z.object({ points: z.number(), low: z.number(), high: z.number(), band: z.enum(["consensus", "nuance", "gap"]) }).nullable(),
  importance: z.number().nullable(),
  quadrant: z.object({ name: z.enum(["prioritise", "keep", "improve_if_possible", "lower_priority"]), certain: z.boolean() }).nullable(),
  /** 0–100 within the municipality group; null where there is no data. */
  fact: z.number().nullable(),
  factGap: z.enum(["better_than_facts", "worse_than_facts"]).nullable(),
  factSource: z.string().nullable(),
  cannotJudgeShare: z.number().nullable(),
  items: z.array(
    z.object({
      id: statementId,
      text: z.string(),
      place: z.number().nullable(),
      municipality: z.number().nullable(),
      industry: z.number().nullable(),
      cannotJudgeShare: z.number().nullable(),
    }),
  ),
});
export type DimensionView = z.infer<typeof dimensionView>;

/** Where we stand: closed until the round is opened for both at once. */
export const scoresView = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("closed"), reason: z.enum(["no_round", "not_opened"]) }),
  z.object({
    kind: z.literal("open"),
    openedAt: instant,
    mode: z.enum(["quick", "full"]),
    instrumentVersion: z.string(),
    respondents: z.object({ municipality: z.int(), industry: z.int() }),
    missingParty: z.enum(["municipality", "industry"]).nullable(),
    consensus: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
    domains: z.array(z.object({ key: z.string(), label: z.string() })),
    dimensions: z.array(dimensionView),
    means: z.object({ score: z.number().nullable(), importance: z.number().nullable() }),
    outcome: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        value: z.number(),
        median: z.number(),
        standing: z.enum(["above", "level", "below"]),
        sourceLine: z.string(),
      }),
    ),
  }),
]);
export type ScoresView = z.infer<typeof scoresView>;
export type OpenScores = Extract<ScoresView, { kind: "open" }>;
