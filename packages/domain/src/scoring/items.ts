import type { Dimension, Mode, Party } from "../instrument/types.ts";
import { agreement } from "./agreement.ts";
import { itemScore, voicesFor } from "./estimate.ts";
import { type Group, statementsPutTo } from "./group.ts";
import { meanOf, sum } from "./sum.ts";
import type { ItemScore } from "./types.ts";

/**
 * Each statement put to anyone present in this mode, with its scores. Outcome statements are among them (they are asked,
 * so they are shown) although no dimension score has them in it.
 *
 * @returns In the instrument's order. Agreement counts people, not groups: it is about how united they are.
 */
export function scoreItems(dimension: Dimension, mode: Mode, groups: readonly Group[], present: readonly Party[]): readonly ItemScore[] {
  return dimension.items.flatMap((item) => {
    const askedParties = present.filter((party) => statementsPutTo(dimension, party, mode).some((put) => put.id === item.id));
    return askedParties.length === 0 ? [] : [scoreItem(item.id, groups, askedParties)];
  });
}

function scoreItem(statementId: string, groups: readonly Group[], askedParties: readonly Party[]): ItemScore {
  const sides = askedParties.map((party) => ({ party, own: groups.filter((group) => group.tally.party === party) }));
  const scores = sides.flatMap(({ party, own }) => {
    const score = itemScore(voicesFor(own, statementId));
    return score === null ? [] : [{ party, score }];
  });
  const agreed = sides.flatMap(({ party, own }) => {
    const value = agreement(pooledCounts(own, statementId));
    return value === null ? [] : [{ party, value }];
  });
  return {
    statementId,
    place: meanOf(scores.map(({ score }) => score)),
    byParty: Object.fromEntries(scores.map(({ party, score }) => [party, score])),
    cannotJudgeShare: cannotJudgeShare(
      sides.flatMap(({ own }) => own),
      statementId,
    ),
    agreement: Object.fromEntries(agreed.map(({ party, value }) => [party, value])),
  };
}

function pooledCounts(groups: readonly Group[], id: string): readonly number[] {
  return [0, 1, 2, 3, 4].map((index) => sum(groups.map((group) => group.tally.items[id]?.counts[index] ?? 0)));
}

function cannotJudgeShare(groups: readonly Group[], id: string): number | null {
  const cannot = sum(groups.map((group) => group.tally.items[id]?.cannotJudge ?? 0));
  const answered = sum(pooledCounts(groups, id));
  return cannot + answered === 0 ? null : cannot / (cannot + answered);
}
