import { z } from "zod";
import { costSek, hours, instant, party } from "./common.ts";
import { expectation } from "./expectation.ts";
import { dimensionId, idempotencyKey, measureId, planActionId, proposalId, runId } from "./ids.ts";

/** Years that a package may span at the most. */
export const MOST_PACKAGE_YEARS = 5;

/** What one party can carry, year by year from the first; null, and what is left out, is no limit. */
const yearLimits = z.strictObject({
  sekByYear: z.array(costSek).max(MOST_PACKAGE_YEARS),
  hoursByYear: z.array(hours).max(MOST_PACKAGE_YEARS),
});
const share = z.number().refine((part) => part >= 0 && part <= 1, { error: "percent" });
const measureIds = z.array(measureId).max(200);

/** The limits within which a place asks for its best package; see the domain's `PackageLimits`. */
export const packageLimits = z
  .strictObject({
    firstYear: z.int().refine((year) => year >= 2020 && year <= 2095, { error: "year" }),
    years: z.int().min(1).max(MOST_PACKAGE_YEARS),
    budgets: z.strictObject({ municipality: yearLimits, industry: yearLimits }),
    choose: z.enum(["advised", "possible"]),
    atMostPerDimension: z
      .int()
      .refine((count) => count >= 1 && count <= 20, { error: "one_to_twenty" })
      .nullable(),
    /** The municipality's share of the kronor, 0–1. */
    municipalityShare: z
      .strictObject({ min: share, max: share })
      .refine(({ min, max }) => min <= max, { error: "min_above_max", path: ["max"] })
      .nullable(),
    lockedIn: measureIds,
    lockedOut: measureIds,
    requiredDimensions: z.array(dimensionId).max(20),
  })
  .refine(({ lockedIn, lockedOut }) => !lockedIn.some((id) => lockedOut.includes(id)), { error: "in_and_out", path: ["lockedOut"] });
export type PackageLimitsInput = z.infer<typeof packageLimits>;

/** Asks for the best package within the limits, of the measures of a run of advice. */
export const proposalAsk = z.strictObject({ runId, limits: packageLimits, idempotencyKey });
export type ProposalAsk = z.infer<typeof proposalAsk>;
/** Names a proposal of the place. */
export const proposalRef = z.strictObject({ proposalId });
/** Which proposal to show; null for the newest. */
export const proposalChoice = z.strictObject({ proposalId: proposalId.nullable() });
/** Puts measures of a proposal into the plan, with the years it starts them in. */
export const proposalAdopt = z.strictObject({ proposalId, measureIds: measureIds.min(1), idempotencyKey });
export type ProposalAdopt = z.infer<typeof proposalAdopt>;

const kronor = z.int().min(0);
const byParty = z.object({ municipality: kronor, industry: kronor });

/** A measure, or an action of the place's own, in a package. */
export const packageMeasure = z.object({
  /** Null for an action of the place's own. */
  measureId: measureId.nullable(),
  /** Null for one that is not in the plan. */
  actionId: planActionId.nullable(),
  title: z.string(),
  dimension: z.string().nullable(),
  startYear: z.int(),
  costSek: byParty,
  hours: byParty,
});
export type PackageMeasure = z.infer<typeof packageMeasure>;

/** A rule that cannot be kept together with the others. */
export const packageConflict = z.object({
  /** A rule of the domain's `planRules`; `in_plan` for a measure that must be in since the plan has it. */
  rule: z.string(),
  /** The measure, dimension or party that it is about, in the reader's language; empty where it is about none. */
  name: z.string(),
  party: party.nullable(),
  year: z.int().nullable(),
  /** For a limit of a party: whole kronor or hours. */
  limit: z.int().nullable(),
  /** For a measure that must be in: what it costs. */
  costSek: byParty.nullable(),
});

/** The optimiser's answer. */
export const packageAnswer = z.object({
  /** `optimal`: proven the best · `time_limit`: the best found in the time there was · `infeasible`: nothing keeps every rule. */
  status: z.enum(["optimal", "time_limit", "infeasible"]),
  /** How far it may be from the best, 0–1; null where that is not known. */
  gap: z.number().nullable(),
  /** For `infeasible`: rules that cannot be kept together; null where they were not found in time. */
  conflicts: z.array(packageConflict).nullable(),
  /** In the order of their start, then of the catalogue; empty for `infeasible`. */
  measures: z.array(packageMeasure),
  costSek: kronor,
  /** By year from the first: what it takes of each party. */
  byYear: z.array(z.object({ year: z.int(), costSek: byParty, hours: byParty })),
  ...expectation.shape,
  /** Best packages for less money, rising; null until they are found. */
  front: z
    .object({
      complete: z.boolean(),
      points: z.array(z.object({ costSek: kronor, gain: z.number(), measures: z.int() })),
    })
    .nullable(),
  /** What it would take for measures that are left out, in the order of the advice; null until it is known. */
  leftOut: z
    .array(
      z.object({
        measureId,
        title: z.string(),
        /** `fits`: with `sek` kronor more · `not_by_money`: for no sum · `unknown`: for more than `sek` kronor, not found in time. */
        kind: z.enum(["fits", "not_by_money", "unknown"]),
        sek: kronor,
      }),
    )
    .nullable(),
});
export type PackageAnswer = z.infer<typeof packageAnswer>;

/** A question for a package, and its answer as far as it has come. */
export const proposalView = z.object({
  id: proposalId,
  status: z.enum(["queued", "running", "done", "cancelled", "failed"]),
  done: z.int(),
  total: z.int(),
  createdAt: instant,
  createdBy: z.object({ name: z.string().nullable(), party: party.nullable() }),
  limits: packageLimits,
  /** The plan, the scores or the advice have changed since: asked again, the answer may differ. */
  outdated: z.boolean(),
  answer: packageAnswer.nullable(),
});
export type ProposalView = z.infer<typeof proposalView>;

/** All that the package page shows, or why there is nothing to choose from yet. */
export const packageView = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none"), reason: z.enum(["results_closed", "not_run"]) }),
  z.object({
    kind: z.literal("ready"),
    runId,
    /** To begin the next question from: those of the shown proposal, or what is usual. */
    limits: packageLimits,
    /** Every measure that a package may hold, in the catalogue's order. */
    candidates: z.array(z.object({ measureId, title: z.string(), dimension: z.string(), advised: z.boolean() })),
    dimensions: z.array(z.object({ id: dimensionId, name: z.string() })),
    shown: proposalView.nullable(),
    /** All questions of the place, the newest first. */
    all: z.array(
      z.object({
        id: proposalId,
        status: proposalView.shape.status,
        createdAt: instant,
        createdBy: proposalView.shape.createdBy,
      }),
    ),
  }),
]);
export type PackageView = z.infer<typeof packageView>;

/** What came of putting a proposal's measures into the plan. */
export const adoptedView = z.object({
  added: z.array(planActionId),
  /** Measures that were in the plan already. */
  already: z.array(measureId),
});
export type AdoptedView = z.infer<typeof adoptedView>;
