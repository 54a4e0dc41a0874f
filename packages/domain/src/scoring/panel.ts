import { type Answers, CELL, takeRoom } from "./answers.ts";

/** Some groups whose mean is asked for: a party's, or a company's. */
export interface Panel {
  readonly answers: Answers;
  /** Rows of its groups. */
  readonly members: readonly number[];
  /**
   * Where in the answers' `cells` its weights are: at weights + position·width + column that of a member's group in the
   * column's mean, 0 where it has not answered, else a column's sum to 1.
   */
  readonly weights: number;
  /** Where its scores are, by column: the mean over organisations of the mean over each one's groups, 0–100; NaN where nobody has answered. */
  readonly scores: number;
}

/** A column's score in a panel, 0–100; NaN where nobody has answered. */
export const scoreIn = ({ answers, scores }: Panel, column: number): number => answers.cells[scores + column] as number;

/**
 * The panel of an organisation's groups: in every column each group that has answered has the same voice, so that thirty
 * clerks do not drown three politicians.
 *
 * @see docs/method.md#dimension
 */
export function panelOfGroups(answers: Answers, members: readonly number[]): Panel {
  const { width, cells } = answers;
  const weights = takeRoom(answers, (members.length + 1) * width);
  const scores = weights + members.length * width;
  for (let column = 0; column < width; column += 1) {
    let total = 0;
    let groups = 0;
    for (let position = 0; position < members.length; position += 1) {
      const at = CELL * ((members[position] as number) * width + column);
      if (cells[at] === 0) continue;
      total += cells[at + 1] as number;
      groups += 1;
    }
    cells[scores + column] = total / groups;
    const voice = 1 / groups;
    for (let position = 0; position < members.length; position += 1)
      if (cells[CELL * ((members[position] as number) * width + column)] !== 0) cells[weights + position * width + column] = voice;
  }
  return { answers, members, weights, scores };
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
  const { width, cells } = answers;
  const members = panels.flatMap((panel) => panel.members);
  const weights = takeRoom(answers, (members.length + 1) * width);
  const scores = weights + members.length * width;
  for (let column = 0; column < width; column += 1) {
    let total = 0;
    let voices = 0;
    for (let index = 0; index < panels.length; index += 1) {
      const score = scoreIn(panels[index] as Panel, column);
      if (Number.isNaN(score)) continue;
      total += score;
      voices += 1;
    }
    cells[scores + column] = total / voices;
    shareOut(panels, column, voices, weights);
  }
  return { answers, members, weights, scores };
}

/** Writes the groups' weights in a column: those in their organisation, shared among the organisations. */
function shareOut(panels: readonly Panel[], column: number, voices: number, weights: number): void {
  let at = weights + column;
  for (let index = 0; index < panels.length; index += 1) {
    const { answers, weights: begin, scores } = panels[index] as Panel;
    const { cells, width } = answers;
    for (let from = begin + column; from < scores; from += width) {
      const share = cells[from] as number;
      if (share > 0) cells[at] = share / voices;
      at += width;
    }
  }
}
