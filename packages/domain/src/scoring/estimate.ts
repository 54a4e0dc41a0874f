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
  const voices = statements.map((id) => voicesFor(groups, id, lookup));
  const parts: Part[] = statements.map((id, index) => ({ id, score: itemScore(voices[index] ?? []), weight: 1 }));
  const composite = aggregate(parts, MINIMUM_COVERAGE);
  const answered = voices.filter((item) => item.length > 0);
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
export function voicesFor(groups: readonly Group[], id: string, lookup: Lookup = (group, item) => group.items.get(item)): readonly Voice[] {
  const byOrganisation = new Map<string, { readonly group: Group; readonly estimate: ItemEstimate }[]>();
  for (const group of groups) {
    const estimate = lookup(group, id);
    if (estimate === undefined) continue;
    const organisation = byOrganisation.get(group.tally.organisationId) ?? [];
    organisation.push({ group, estimate });
    byOrganisation.set(group.tally.organisationId, organisation);
  }
  return [...byOrganisation.values()].flatMap((members) =>
    members.map((member) => ({ ...member, share: 1 / (members.length * byOrganisation.size) })),
  );
}

/** The item's score over its voices, 0–100: the mean over organisations of the mean over each one's groups; null for none. */
export function itemScore(voices: readonly Voice[]): number | null {
  const byOrganisation = Map.groupBy(voices, (voice) => voice.group.tally.organisationId);
  return meanOf([...byOrganisation.values()].map((members) => meanOf(members.map((voice) => voice.estimate.score)) ?? 0));
}

function varianceOf(voices: readonly Voice[], items: number): number {
  const byGroup = new Map<Group, number>();
  for (const { group, share, estimate } of voices) byGroup.set(group, (byGroup.get(group) ?? 0) + (share * estimate.sd) / items);
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
