import { type Answers, CELL } from "./answers.ts";

/** Some groups whose mean is asked for: a party's, or a company's. */
export interface Panel {
  readonly answers: Answers;
  /** Rows of its groups. */
  readonly members: readonly number[];
  /**
   * At position·width + column the weight of a member's group in the column's mean: 0 where it has not answered, else a
   * column's sum to 1. From `scores` on, by column, the mean over organisations of the mean over each one's groups, 0–100; NaN
   * where nobody has answered. One list, since making a short one takes longer than filling it.
   */
  readonly numbers: Float64Array;
  readonly scores: number;
}

/** A column's score in a panel, 0–100; NaN where nobody has answered. */
export const scoreIn = ({ numbers, scores }: Panel, column: number): number => numbers[scores + column] as number;

/**
 * The panel of an organisation's groups: in every column each group that has answered has the same voice, so that thirty
 * clerks do not drown three politicians.
 *
 * @see docs/method.md#dimension
 */
export function panelOfGroups(answers: Answers, members: readonly number[]): Panel {
  const { width, cells } = answers;
  const scores = members.length * width;
  const numbers = new Float64Array(scores + width);
  for (let column = 0; column < width; column += 1) {
    let total = 0;
    let groups = 0;
    for (let position = 0; position < members.length; position += 1) {
      const at = CELL * ((members[position] as number) * width + column);
      if (cells[at] === 0) continue;
      total += cells[at + 1] as number;
      groups += 1;
    }
    numbers[scores + column] = total / groups;
    for (let position = 0; position < members.length; position += 1)
      if (cells[CELL * ((members[position] as number) * width + column)] !== 0) numbers[position * width + column] = 1 / groups;
  }
  return { answers, members, numbers, scores };
}

/**
 * The panel of several organisations together: in every column each that has answered has the same voice, so that a large
 * company does not drown a small one. That of one organisation is its own.
 *
 * @param panels At least one, of the same answers.
 * @see docs/method.md#dimension
 */
export function panelOfOrganisations(panels: readonly Panel[]): Panel {
  const [first] = panels;
  if (first === undefined) throw new RangeError("panels must have at least 1 entry");
  if (panels.length === 1) return first;
  const { answers } = first;
  const { width } = answers;
  const members = panels.flatMap((panel) => panel.members);
  const scores = members.length * width;
  const numbers = new Float64Array(scores + width);
  for (let column = 0; column < width; column += 1) {
    let total = 0;
    let voices = 0;
    for (let index = 0; index < panels.length; index += 1) {
      const score = scoreIn(panels[index] as Panel, column);
      if (Number.isNaN(score)) continue;
      total += score;
      voices += 1;
    }
    numbers[scores + column] = total / voices;
    shareOut(panels, column, voices, numbers);
  }
  return { answers, members, numbers, scores };
}

/** Writes the groups' weights in a column: those in their organisation, shared among the organisations. */
function shareOut(panels: readonly Panel[], column: number, voices: number, numbers: Float64Array): void {
  let at = column;
  for (let index = 0; index < panels.length; index += 1) {
    const panel = panels[index] as Panel;
    for (let from = column; from < panel.scores; from += panel.answers.width) {
      const share = panel.numbers[from] as number;
      if (share > 0) numbers[at] = share / voices;
      at += panel.answers.width;
    }
  }
}
