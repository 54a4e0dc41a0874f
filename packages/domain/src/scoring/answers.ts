import { parties } from "../instrument/types.ts";
import type { Layout } from "./layout.ts";
import { type AnswerCounts, ESTIMATE_SIZE, estimateInto } from "./posterior.ts";
import type { GroupTally } from "./types.ts";

/**
 * The answers of a round as numbers. Group g and column c meet in the place g·width + c; the hot part of scoring reads
 * these numbers and nothing else.
 */
export interface Answers {
  readonly layout: Layout;
  /** The groups that have answered, in an order of their own. */
  readonly tallies: readonly GroupTally[];
  /** Columns of the layout. */
  readonly width: number;
  /**
   * `CELL` numbers for each place: how many have answered, score, centre, sd and error (0 where nobody has; see
   * `ItemEstimate`), from `CELL_COUNTS` on the counts of the answers 1–5, and last that of "cannot judge". After all places
   * comes room for what panels work out, since making a short list takes longer than filling it.
   */
  readonly cells: Float64Array;
  /** Where in `cells` the next panel's room begins. */
  used: number;
}

/** Room for so many numbers, all 0. */
export function takeRoom(answers: Answers, length: number): number {
  const at = answers.used;
  if (at + length > answers.cells.length) throw new RangeError("answers have no room for another panel");
  answers.used = at + length;
  return at;
}

/** Where a place's counts begin, and how many numbers it has. */
export const CELL_COUNTS = ESTIMATE_SIZE;
/** Numbers of one cell: its estimate, and its counts. */
export const CELL = CELL_COUNTS + 6;

/**
 * Reads the groups that have answered, in an order of their own: the order they come in changes nothing, not even the last
 * digit. A group without respondents is as if it were not there; answers to statements the instrument does not have are
 * checked and left out.
 *
 * @throws RangeError if a count is not a whole number from 0, a group of an organisation stands twice, or a population is
 *   smaller than the answers of its group.
 */
export function readAnswers(layout: Layout, given: readonly GroupTally[]): Answers {
  const sorted = inOrder(given);
  const tallies = sorted.filter((tally) => checkPeople(tally) > 0);
  const width = layout.ids.length;
  const used = CELL * tallies.length * width;
  // Groups in an organisation's panel and in its party's, and a score for each panel: of as many organisations as groups at most.
  const room = (3 * tallies.length + parties.length) * width;
  const answers: Answers = { layout, tallies, width, cells: takeCells(used + room), used };
  let group = 0;
  for (const tally of sorted) {
    const row = tally.respondents > 0 ? group : -1;
    readItems(answers, tally, row);
    readImportance(answers, tally, row);
    if (tally.respondents > 0) group += 1;
  }
  return answers;
}

/** Cells that no round uses now, zeros or not: making them anew takes longer than clearing them. */
let spare: Float64Array | null = null;
/** Cells beyond this are not kept: 512 kB. */
const SPARE_MOST = 65_536;

function takeCells(length: number): Float64Array {
  const cells = spare;
  if (cells === null || cells.length < length) return new Float64Array(length);
  spare = null;
  return cells.fill(0, 0, length);
}

/** Says that nobody reads the answers any more. */
export function giveBack({ cells }: Answers): void {
  if (cells.length <= SPARE_MOST) spare = cells;
}

/** The groups by party, organisation and role group, each at most once. */
function inOrder(given: readonly GroupTally[]): readonly GroupTally[] {
  const sorted: GroupTally[] = [];
  for (const tally of given) {
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (comesBefore(tally, sorted[middle] as GroupTally)) to = middle;
      else from = middle + 1;
    }
    const before = sorted[from - 1];
    if (before !== undefined && !comesBefore(before, tally)) throw new RangeError(`tally of ${nameOf(tally)} stands twice`);
    sorted.splice(from, 0, tally);
  }
  return sorted;
}

/** Whether the one's name (`nameOf`) comes before the other's. */
function comesBefore(one: GroupTally, other: GroupTally): boolean {
  if (one.party !== other.party) return one.party < other.party;
  if (one.organisationId === other.organisationId) return one.roleGroup < other.roleGroup;
  return `${one.organisationId} ${one.roleGroup}` < `${other.organisationId} ${other.roleGroup}`;
}

const nameOf = ({ party, organisationId, roleGroup }: GroupTally): string => `${party} ${organisationId} ${roleGroup}`;

function checkPeople(tally: GroupTally): number {
  const { respondents, population } = tally;
  if (!isCount(respondents)) throw new RangeError(`respondents of ${nameOf(tally)} must be a whole number from 0: ${respondents}`);
  if (population !== undefined && !(isCount(population) && population >= respondents))
    throw new RangeError(`population of ${nameOf(tally)} must be a whole number from ${respondents}: ${population}`);
  return respondents;
}

/** Checks a group's answers, and writes them where it has a row (−1 if it has none). */
function readItems(answers: Answers, tally: GroupTally, group: number): void {
  const { ids, statements, statementColumn } = answers.layout;
  const row = group * answers.width;
  const { items, population } = tally;
  let left = Object.keys(items).length;
  let next = 0;
  // Twice as fast as a list of entries; what is inherited comes last, and is none of its own.
  for (const id in items) {
    if (left === 0) break;
    left -= 1;
    const item = items[id];
    if (item === undefined || !areCounts(item.counts) || !isCount(item.cannotJudge)) throw broken("counts", id, tally, 6);
    // Mostly they come in the instrument's order.
    const column = next < statements && ids[next] === id ? next : statementColumn.get(id);
    if (column === undefined || group < 0) continue;
    next = column + 1;
    write(answers, row + column, item.counts, population);
    answers.cells[CELL * (row + column) + CELL - 1] = item.cannotJudge;
  }
}

function readImportance(answers: Answers, tally: GroupTally, group: number): void {
  const { importanceColumn } = answers.layout;
  const { importance } = tally;
  let left = Object.keys(importance).length;
  for (const id in importance) {
    if (left === 0) break;
    left -= 1;
    const counts = importance[id];
    if (!areCounts(counts)) throw broken("importance", id, tally, 5);
    const column = importanceColumn.get(id);
    if (column !== undefined && group >= 0) write(answers, group * answers.width + column, counts, tally.population);
  }
}

function write({ cells }: Answers, place: number, counts: AnswerCounts, population: number | undefined): void {
  const at = CELL * place;
  const one = counts[0];
  const two = counts[1];
  const three = counts[2];
  const four = counts[3];
  const five = counts[4];
  if (estimateInto(cells, at, one, two, three, four, five, population) === 0) return;
  cells[at + CELL_COUNTS] = one;
  cells[at + CELL_COUNTS + 1] = two;
  cells[at + CELL_COUNTS + 2] = three;
  cells[at + CELL_COUNTS + 3] = four;
  cells[at + CELL_COUNTS + 4] = five;
}

/** A whole number from 0. The first test settles all that occur, at once. */
const isCount = (count: unknown): count is number =>
  (count as number) >>> 0 === count || (Number.isSafeInteger(count) && (count as number) >= 0);

/** Five whole numbers from 0. */
function areCounts(counts: unknown): counts is AnswerCounts {
  if (!Array.isArray(counts) || counts.length !== 5) return false;
  return isCount(counts[0]) && isCount(counts[1]) && isCount(counts[2]) && isCount(counts[3]) && isCount(counts[4]);
}

function broken(what: string, id: string, tally: GroupTally, length: number): RangeError {
  const found = JSON.stringify(what === "counts" ? tally.items[id] : tally.importance[id]);
  return new RangeError(`${what} of ${id} from ${nameOf(tally)} must be ${length} whole number(s) from 0: ${found}`);
}
