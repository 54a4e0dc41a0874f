import type { Party } from "../instrument/types.ts";
import { agreementOfFive } from "./agreement.ts";
import { CELL, CELL_COUNTS } from "./answers.ts";
import type { DimensionLayout, ItemLayout } from "./layout.ts";
import { type Panel, scoreIn } from "./panel.ts";
import { type ByParty, setParty } from "./parties.ts";
import type { ItemScore } from "./types.ts";

/** The panel of each party present, in the order of the parties. */
export type PanelsByParty = ReadonlyMap<Party, Panel>;

/**
 * Each statement put to anyone present in this mode, with its scores. Outcome statements are among them (they are asked,
 * so they are shown) although no dimension score has them in it.
 *
 * @returns In the instrument's order. Agreement counts people, not groups: it is about how united they are.
 */
export function scoreItems({ items }: DimensionLayout, panels: PanelsByParty): readonly ItemScore[] {
  const scores: ItemScore[] = [];
  for (const item of items) {
    const score = scoreItem(item, panels);
    if (score !== null) scores.push(score);
  }
  return scores;
}

function scoreItem({ id, column, parties }: ItemLayout, panels: PanelsByParty): ItemScore | null {
  const byParty: ByParty<number> = {};
  const agreed: ByParty<number> = {};
  let present = 0;
  let scored = 0;
  let total = 0;
  let cannotJudge = 0;
  let answered = 0;
  for (let index = 0; index < parties.length; index += 1) {
    const party = parties[index] as Party;
    const panel = panels.get(party);
    if (panel === undefined) continue;
    present += 1;
    const { cells, width } = panel.answers;
    const { members } = panel;
    let one = 0;
    let two = 0;
    let three = 0;
    let four = 0;
    let five = 0;
    for (let position = 0; position < members.length; position += 1) {
      const at = CELL * ((members[position] as number) * width + column) + CELL_COUNTS;
      one += cells[at] as number;
      two += cells[at + 1] as number;
      three += cells[at + 2] as number;
      four += cells[at + 3] as number;
      five += cells[at + 4] as number;
      cannotJudge += cells[at + 5] as number;
    }
    const score = scoreIn(panel, column);
    if (Number.isNaN(score)) continue;
    answered += one + two + three + four + five;
    scored += 1;
    total += score;
    setParty(byParty, party, score);
    const united = agreementOfFive(one, two, three, four, five);
    if (!Number.isNaN(united)) setParty(agreed, party, united);
  }
  if (present === 0) return null;
  const cannotJudgeShare = cannotJudge + answered === 0 ? null : cannotJudge / (cannotJudge + answered);
  return { statementId: id, place: scored === 0 ? null : total / scored, byParty, cannotJudgeShare, agreement: agreed };
}
