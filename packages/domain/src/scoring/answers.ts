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
   * `ItemEstimate`), from `CELL_COUNTS` on the counts of the answers 1–5, and last that of "cannot judge".
   */
  readonly cells: Float64Array;
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
  const named = new Map<string, GroupTally>();
  for (const tally of given) {
    const name = nameOf(tally);
    if (named.has(name)) throw new RangeError(`tally of ${name} stands twice`);
    named.set(name, tally);
  }
  const sorted = [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => tally);
  const tallies = sorted.filter((tally) => checkPeople(tally) > 0);
  const width = layout.ids.length;
  const answers: Answers = { layout, tallies, width, cells: new Float64Array(CELL * tallies.length * width) };
  let group = 0;
  for (const tally of sorted) {
    const row = tally.respondents > 0 ? group : -1;
    readItems(answers, tally, row);
    readImportance(answers, tally, row);
    if (tally.respondents > 0) group += 1;
  }
  return answers;
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
  const keys = Object.keys(tally.items);
  const items = Object.values(tally.items);
  let next = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const id = keys[index] as string;
    const item = items[index];
    if (item === undefined || !areCounts(item.counts) || !isCount(item.cannotJudge)) throw broken("counts", id, tally, 6);
    // Mostly they come in the instrument's order.
    const column = next < statements && ids[next] === id ? next : statementColumn.get(id);
    if (column === undefined || group < 0) continue;
    next = column + 1;
    write(answers, row + column, item.counts, tally.population);
    answers.cells[CELL * (row + column) + CELL - 1] = item.cannotJudge;
  }
}

function readImportance(answers: Answers, tally: GroupTally, group: number): void {
  const { importanceColumn } = answers.layout;
  const keys = Object.keys(tally.importance);
  const values = Object.values(tally.importance);
  for (let index = 0; index < keys.length; index += 1) {
    const id = keys[index] as string;
    const counts = values[index];
    if (!areCounts(counts)) throw broken("importance", id, tally, 5);
    const column = importanceColumn.get(id);
    if (column !== undefined && group >= 0) write(answers, group * answers.width + column, counts, tally.population);
  }
}

function write({ cells }: Answers, place: number, counts: AnswerCounts, population: number | undefined): void {
  const at = CELL * place;
  if (estimateInto(cells, at, counts, population) === 0) return;
  cells[at + CELL_COUNTS] = counts[0];
  cells[at + CELL_COUNTS + 1] = counts[1];
  cells[at + CELL_COUNTS + 2] = counts[2];
  cells[at + CELL_COUNTS + 3] = counts[3];
  cells[at + CELL_COUNTS + 4] = counts[4];
}

/** A whole number from 0. The first test settles all that occur, at once. */
const isCount = (count: unknown): count is number =>
  (count as number) >>> 0 === count || (Number.isSafeInteger(count) && (count as number) >= 0);

/** Five whole numbers from 0. */
function areCounts(counts: unknown): counts is AnswerCounts {
  if (!Array.isArray(counts) || counts.length !== 5) return false;
  for (let index = 0; index < 5; index += 1) if (!isCount(counts[index])) return false;
  return true;
}

function broken(what: string, id: string, tally: GroupTally, length: number): RangeError {
  const found = JSON.stringify(what === "counts" ? tally.items[id] : tally.importance[id]);
  return new RangeError(`${what} of ${id} from ${nameOf(tally)} must be ${length} whole number(s) from 0: ${found}`);
}
