import type { Dimension, Mode, Party } from "../instrument/types.ts";
import { agreement } from "./agreement.ts";
import { itemScore, voicesFor } from "./estimate.ts";
import { type Group, type GroupsByParty, statementsPutTo } from "./group.ts";
import { meanOf, sum } from "./sum.ts";
import type { ItemScore } from "./types.ts";

/**
 * Each statement put to anyone present in this mode, with its scores. Outcome statements are among them (they are asked,
 * so they are shown) although no dimension score has them in it.
 *
 * @returns In the instrument's order. Agreement counts people, not groups: it is about how united they are.
 */
export function scoreItems(dimension: Dimension, mode: Mode, byParty: GroupsByParty): readonly ItemScore[] {
  const put = [...byParty].map(([party, groups]) => ({
    party,
    groups,
    ids: new Set(statementsPutTo(dimension, party, mode).map((item) => item.id)),
  }));
  return dimension.items.flatMap(({ id }) => {
    const sides = put.filter((side) => side.ids.has(id));
    return sides.length === 0 ? [] : [scoreItem(id, sides)];
  });
}

function scoreItem(statementId: string, sides: readonly { readonly party: Party; readonly groups: readonly Group[] }[]): ItemScore {
  const byParty: Partial<Record<Party, number>> = {};
  const agreed: Partial<Record<Party, number>> = {};
  for (const { party, groups } of sides) {
    const score = itemScore(voicesFor(groups, statementId));
    const united = agreement(pooledCounts(groups, statementId));
    if (score !== null) byParty[party] = score;
    if (united !== null) agreed[party] = united;
  }
  const groups = sides.flatMap((side) => side.groups);
  return {
    statementId,
    place: meanOf(Object.values(byParty)),
    byParty,
    cannotJudgeShare: cannotJudgeShare(groups, statementId),
    agreement: agreed,
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
