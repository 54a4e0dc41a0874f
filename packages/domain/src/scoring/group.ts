import type { Dimension, Mode, Party, Statement } from "../instrument/types.ts";
import { type AnswerCounts, estimateItem, type ItemEstimate } from "./posterior.ts";
import type { GroupTally } from "./types.ts";

/** A role group that has answered, with an estimate per statement and per dimension's importance. */
export interface Group {
  readonly tally: GroupTally;
  readonly items: ReadonlyMap<string, ItemEstimate>;
  /** By dimension id, on 0–100: importance 1–5 is 1 + score/25. */
  readonly importance: ReadonlyMap<string, ItemEstimate>;
}

/** The groups of each party present, in the order of the parties. */
export type GroupsByParty = ReadonlyMap<Party, readonly Group[]>;

/** The statements put to a party in a mode, outcome statements included: what its people are asked. */
export function statementsPutTo(dimension: Dimension, party: Party, mode: Mode): readonly Statement[] {
  return dimension.items.filter((item) => item.parties.includes(party) && (mode === "full" || item.core));
}

/** Those of them that make up the score: outcome statements never do. */
export function scoredStatements(dimension: Dimension, party: Party, mode: Mode): readonly string[] {
  return statementsPutTo(dimension, party, mode)
    .filter((item) => !item.outcome)
    .map((item) => item.id);
}

/**
 * The groups that have answered, in an order of their own: the order they come in changes nothing, not even the last
 * digit. A group without respondents is as if it were not there.
 *
 * @throws RangeError if a count is not a whole number from 0, or a group of an organisation stands twice.
 */
export function readGroups(tallies: readonly GroupTally[]): readonly Group[] {
  const named = new Map<string, GroupTally>();
  for (const tally of tallies) {
    const name = `${tally.party} ${tally.organisationId} ${tally.roleGroup}`;
    if (named.has(name)) throw new RangeError(`tally of ${name} stands twice`);
    checkTally(tally, name);
    if (tally.respondents > 0) named.set(name, tally);
  }
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => readGroup(tally));
}

function readGroup(tally: GroupTally): Group {
  const counts = Object.entries(tally.items).map(([id, item]) => [id, item.counts] as const);
  return { tally, items: estimates(counts), importance: estimates(Object.entries(tally.importance)) };
}

function estimates(entries: Iterable<readonly [string, AnswerCounts]>): ReadonlyMap<string, ItemEstimate> {
  const known = new Map<string, ItemEstimate>();
  for (const [id, counts] of entries) {
    const estimate = estimateItem(counts);
    if (estimate !== null) known.set(id, estimate);
  }
  return known;
}

function checkTally(tally: GroupTally, name: string): void {
  checkCounts([tally.respondents], `respondents of ${name}`, 1);
  for (const [id, { counts, cannotJudge }] of Object.entries(tally.items))
    checkCounts(Array.isArray(counts) ? [...counts, cannotJudge] : [], `counts of ${id} from ${name}`, 6);
  for (const [id, counts] of Object.entries(tally.importance)) checkCounts(counts, `importance of ${id} from ${name}`, 5);
}

function checkCounts(counts: readonly number[], what: string, length: number): void {
  if (counts.length !== length || counts.some((count) => !Number.isSafeInteger(count) || count < 0)) {
    throw new RangeError(`${what} must be ${length} whole number(s) from 0: ${counts.join(", ")}`);
  }
}
