import type { Instrument, Statement } from "../instrument/types.ts";
import type { Text } from "../text/text.ts";

/** What happens to a statement when a place moves from one instrument to another. */
export const statementFates = ["kept", "reworded", "new", "retired"] as const;
/** `kept` as it was · `reworded` same id, other words or another revision · `new` not asked before · `retired` no longer asked. */
export type StatementFate = (typeof statementFates)[number];

/** Of a reworded statement: whether the answers still say what they said. */
export const answerDecisions = ["keep", "ask_again"] as const;
export type AnswerDecision = (typeof answerDecisions)[number];

/** One statement of either instrument, and what becomes of it. */
export interface StatementMove {
  readonly statementId: string;
  readonly dimensionId: string;
  readonly fate: StatementFate;
  /** In the new instrument's words; in the old ones where it is retired. */
  readonly title: Text;
  /** The old words where they differ; else null. */
  readonly before: Text | null;
  /** Of a reworded statement: ask again where its revision was raised, since then it asks something else; else keep. Null for all others. */
  readonly suggested: AnswerDecision | null;
}

interface Placed {
  readonly statement: Statement;
  readonly dimensionId: string;
  /** From 0, in the instrument's order of statements. */
  readonly position: number;
}

function placedBy(instrument: Instrument): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const { id: dimensionId, items } of instrument.dimensions)
    for (const statement of items) placed.set(statement.id, { statement, dimensionId, position: placed.size });
  return placed;
}

/**
 * What becomes of every statement of two instruments: those of the new one in its order, then those that are retired in
 * the old one's. Each statement once. U1
 */
export function statementMoves(before: Instrument, after: Instrument): readonly StatementMove[] {
  const old = placedBy(before);
  const now = placedBy(after);
  const moves: StatementMove[] = [];
  for (const [statementId, { statement, dimensionId }] of now) {
    const earlier = old.get(statementId);
    const title = { sv: statement.sv, en: statement.en };
    if (earlier === undefined) {
      moves.push({ statementId, dimensionId, fate: "new", title, before: null, suggested: null });
      continue;
    }
    const { sv, en, revision } = earlier.statement;
    const isSame = sv === statement.sv && en === statement.en && revision === statement.revision;
    if (isSame) moves.push({ statementId, dimensionId, fate: "kept", title, before: null, suggested: null });
    else {
      const suggested = statement.revision > revision ? "ask_again" : "keep";
      moves.push({ statementId, dimensionId, fate: "reworded", title, before: { sv, en }, suggested });
    }
  }
  for (const [statementId, { statement, dimensionId }] of old) {
    if (!now.has(statementId))
      moves.push({
        statementId,
        dimensionId,
        fate: "retired",
        title: { sv: statement.sv, en: statement.en },
        before: null,
        suggested: null,
      });
  }
  return moves;
}

/** Where each answer comes from when a response moves to another instrument. */
export interface AnswerMap {
  /** By position of the statement in the new instrument: position in the old one, from 1; 0 for what is to be answered anew. */
  readonly answersFrom: readonly number[];
  /** The same for the importance of dimensions. */
  readonly importanceFrom: readonly number[];
}

/**
 * How answers move. An answer follows its statement's id; a reworded statement's only where `decisions` (or else the
 * suggestion) says keep. Nothing is made up: what has no source is unanswered. U2
 *
 * @param decisions By statement id; those that are not reworded are ignored.
 */
export function answerMap(before: Instrument, after: Instrument, decisions: ReadonlyMap<string, AnswerDecision>): AnswerMap {
  const old = placedBy(before);
  const keeps = new Map(
    statementMoves(before, after).map(({ statementId, fate, suggested }) => [
      statementId,
      fate === "kept" || (fate === "reworded" && (decisions.get(statementId) ?? suggested) === "keep"),
    ]),
  );
  const answersFrom = [...placedBy(after).keys()].map((id) => (keeps.get(id) ? (old.get(id)?.position ?? -1) + 1 : 0));
  const dimensions = before.dimensions.map(({ id }) => id);
  const importanceFrom = after.dimensions.map(({ id }) => dimensions.indexOf(id) + 1);
  return { answersFrom, importanceFrom };
}

/** The way back: every statement of `before` that `after` has too, whatever was decided. U3 */
export function answerMapBack(before: Instrument, after: Instrument, decisions: ReadonlyMap<string, AnswerDecision>): AnswerMap {
  const { answersFrom, importanceFrom } = answerMap(before, after, decisions);
  const reverse = (from: readonly number[], length: number) => {
    const back = Array.from({ length }, () => 0);
    from.forEach((position, index) => {
      if (position > 0) back[position - 1] = index + 1;
    });
    return back;
  };
  return {
    answersFrom: reverse(answersFrom, placedBy(before).size),
    importanceFrom: reverse(importanceFrom, before.dimensions.length),
  };
}
