import { aggregate, type Part } from "./aggregate.ts";
import type { Group } from "./group.ts";
import { type ItemEstimate, intervalAround } from "./posterior.ts";
import { meanOf, sum } from "./sum.ts";
import type { Scored } from "./types.ts";

/** Share of the statements put that must have an answer for a dimension to be scored. */
export const MINIMUM_COVERAGE = 0.5;

/** A mean of items with its posterior: what a score is made from, at any level. */
export interface Estimate {
  readonly score: number | null;
  readonly centre: number;
  readonly variance: number;
  readonly coverage: number;
  readonly respondents: number;
  readonly missing: readonly string[];
}

type Lookup = (group: Group, id: string) => ItemEstimate | undefined;

/**
 * The mean of some items over some groups: each organisation is the mean of its groups, the whole the mean of its
 * organisations, item by item; then the mean of the items. So that thirty clerks do not drown three politicians, nor a
 * large company a small one.
 *
 * Spread: with a_gi the weight of group g's item i in that mean and s_gi its posterior sd, the variance is
 * Σ_g (Σ_i a_gi·s_gi)². One person's answers to several items are taken as fully correlated (the widest they can be),
 * people in different groups as independent.
 *
 * @param statements Ids, at least one, of equal weight.
 * @see docs/method.md#dimension and docs/method.md#interval
 */
export function estimateMean(
  groups: readonly Group[],
  statements: readonly string[],
  lookup: Lookup = (group, id) => group.items.get(id),
): Estimate {
  const items = statements.map((id) => voicesFor(groups, id, lookup));
  const parts: Part[] = statements.map((id, index) => ({ id, score: itemScore(items[index] ?? []), weight: 1 }));
  const composite = aggregate(parts, MINIMUM_COVERAGE);
  const answered = items.filter((item) => item.length > 0);
  const all = answered.flat();
  return {
    score: composite.kind === "scored" ? composite.score : null,
    centre: answered.length === 0 ? 0 : sum(all.map((voice) => voice.share * voice.estimate.centre)) / answered.length,
    variance: answered.length === 0 ? 0 : varianceOf(all, answered.length),
    coverage: composite.coverage,
    respondents: sum([...new Set(all.map((voice) => voice.group))].map((group) => group.tally.respondents)),
    missing: parts.filter((part) => part.score === null).map((part) => part.id),
  };
}

interface Voice {
  readonly group: Group;
  readonly estimate: ItemEstimate;
  /** Weight of the group in the item's mean; an item's shares sum to 1. */
  readonly share: number;
}

/** The groups that answered an item, each with its share of the item's mean. */
export function voicesFor(groups: readonly Group[], id: string, lookup: Lookup = itemOf): readonly Voice[] {
  if (lookup !== itemOf) return findVoices(groups, id, lookup);
  const known = voices.get(groups) ?? new Map<string, readonly Voice[]>();
  voices.set(groups, known);
  const found = known.get(id) ?? findVoices(groups, id, lookup);
  known.set(id, found);
  return found;
}

const itemOf: Lookup = (group, id) => group.items.get(id);
/** Found once per list of groups and item: a score, its gap and its statements ask for the same. */
const voices = new WeakMap<readonly Group[], Map<string, readonly Voice[]>>();

function findVoices(groups: readonly Group[], id: string, lookup: Lookup): readonly Voice[] {
  const answered: { group: Group; estimate: ItemEstimate }[] = [];
  const sizes = new Map<string, number>();
  for (const group of groups) {
    const estimate = lookup(group, id);
    if (estimate === undefined) continue;
    answered.push({ group, estimate });
    sizes.set(group.tally.organisationId, (sizes.get(group.tally.organisationId) ?? 0) + 1);
  }
  return answered.map(({ group, estimate }) => ({
    group,
    estimate,
    share: 1 / ((sizes.get(group.tally.organisationId) ?? 1) * sizes.size),
  }));
}

/** The item's score over its voices, 0–100: the mean over organisations of the mean over each one's groups; null for none. */
export function itemScore(those: readonly Voice[]): number | null {
  const byOrganisation = new Map<string, number[]>();
  for (const { group, estimate } of those) {
    const scores = byOrganisation.get(group.tally.organisationId);
    if (scores === undefined) byOrganisation.set(group.tally.organisationId, [estimate.score]);
    else scores.push(estimate.score);
  }
  return meanOf([...byOrganisation.values()].map((scores) => meanOf(scores) ?? 0));
}

function varianceOf(those: readonly Voice[], items: number): number {
  const byGroup = new Map<Group, number>();
  for (const { group, share, estimate } of those) byGroup.set(group, (byGroup.get(group) ?? 0) + (share * estimate.sd) / items);
  return sum([...byGroup.values()].map((sd) => sd ** 2));
}

/** The equal mean of independent estimates that have a score: the place over its parties. Coverage is the mean of all. */
export function meanEstimate(estimates: readonly Estimate[]): Estimate {
  const scored = estimates.filter((estimate) => estimate.score !== null);
  return {
    score: meanOf(scored.map((estimate) => estimate.score ?? 0)),
    centre: meanOf(scored.map((estimate) => estimate.centre)) ?? 0,
    variance: scored.length === 0 ? 0 : sum(scored.map((estimate) => estimate.variance)) / scored.length ** 2,
    coverage: meanOf(estimates.map((estimate) => estimate.coverage)) ?? 0,
    respondents: sum(estimates.map((estimate) => estimate.respondents)),
    missing: [...new Set(estimates.flatMap((estimate) => estimate.missing))],
  };
}

/** The estimate as it is shown: a score with its interval, or what is missing. */
export function toScored({ score, centre, variance, coverage, respondents, missing }: Estimate): Scored {
  if (score === null) return { kind: "insufficient", coverage, respondents, missing };
  return { kind: "scored", score, interval: intervalAround(centre, Math.sqrt(variance), score), coverage, respondents };
}
