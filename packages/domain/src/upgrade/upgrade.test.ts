import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Instrument, Statement } from "../instrument/types.ts";
import { type AnswerDecision, answerMap, answerMapBack, statementMoves } from "./upgrade.ts";

interface Sketch {
  readonly id: string;
  readonly items: readonly { readonly id: string; readonly words: number; readonly revision: number }[];
}

const statement = ({ id, words, revision }: Sketch["items"][number]): Statement => ({
  id,
  sv: `påstående ${words}`,
  en: `statement ${words}`,
  parties: ["municipality"],
  core: true,
  outcome: false,
  revision,
});
const instrument = (sketch: readonly Sketch[]) =>
  ({ dimensions: sketch.map(({ id, items }) => ({ id, sv: id, en: id, items: items.map(statement) })) }) as unknown as Instrument;

const sketch: fc.Arbitrary<readonly Sketch[]> = fc
  .shuffledSubarray(["a-1", "a-2", "b-1", "b-2", "b-3", "c-1"], { minLength: 1 })
  .chain((ids) =>
    fc
      .array(fc.record({ words: fc.nat(1), revision: fc.integer({ min: 1, max: 2 }) }), { minLength: ids.length, maxLength: ids.length })
      .map((rest) => {
        const items = ids.map((id, index) => ({ id, words: rest[index]?.words ?? 0, revision: rest[index]?.revision ?? 1 }));
        const dimensions = [...new Set(ids.map((id) => id[0] ?? ""))];
        return dimensions.map((id) => ({ id, items: items.filter((one) => one.id.startsWith(id)) }));
      }),
  );
const decisions = fc
  .dictionary(fc.constantFrom("a-1", "a-2", "b-1", "b-2", "b-3", "c-1"), fc.constantFrom<AnswerDecision>("keep", "ask_again"))
  .map((one) => new Map(Object.entries(one)));

const move = (answers: readonly number[], from: readonly number[]) =>
  from.map((position) => (position === 0 ? 0 : (answers[position - 1] ?? 0)));
const idsOf = (of: Instrument) => of.dimensions.flatMap(({ items }) => items.map(({ id }) => id));
const runs = { numRuns: 1000 };

describe("moving a place to another instrument", () => {
  test("U1: every statement of either has exactly one fate, and it is the true one", () => {
    fc.assert(
      fc.property(sketch, sketch, (one, other) => {
        const [before, after] = [instrument(one), instrument(other)];
        const moves = statementMoves(before, after);
        expect(moves.map(({ statementId }) => statementId).sort()).toEqual([...new Set([...idsOf(before), ...idsOf(after)])].sort());
        for (const { statementId, fate } of moves) {
          const was = before.dimensions.flatMap(({ items }) => items).find(({ id }) => id === statementId);
          const is = after.dimensions.flatMap(({ items }) => items).find(({ id }) => id === statementId);
          if (fate === "new") expect(was).toBeUndefined();
          else if (fate === "retired") expect(is).toBeUndefined();
          else if (fate === "kept") expect(is).toEqual(was);
          else expect(is).not.toEqual(was);
        }
      }),
      runs,
    );
  });

  test("U2: an answer follows its statement, and is never made up", () => {
    fc.assert(
      fc.property(sketch, sketch, decisions, (one, other, decided) => {
        const [before, after] = [instrument(one), instrument(other)];
        const answers = idsOf(before).map((_, index) => (index % 5) + 1);
        const moved = move(answers, answerMap(before, after, decided).answersFrom);
        const fates = new Map(statementMoves(before, after).map((each) => [each.statementId, each]));
        idsOf(after).forEach((id, position) => {
          const { fate, suggested } = fates.get(id) ?? {};
          const keeps = fate === "kept" || (fate === "reworded" && (decided.get(id) ?? suggested) === "keep");
          expect(moved[position]).toBe(keeps ? answers[idsOf(before).indexOf(id)] : 0);
        });
      }),
      runs,
    );
  });

  test("U2: a raised revision is asked again unless somebody decides otherwise; a corrected spelling is not", () => {
    const before = instrument([
      {
        id: "a",
        items: [
          { id: "a-1", words: 0, revision: 1 },
          { id: "a-2", words: 0, revision: 1 },
        ],
      },
    ]);
    const after = instrument([
      {
        id: "a",
        items: [
          { id: "a-1", words: 1, revision: 2 },
          { id: "a-2", words: 1, revision: 1 },
        ],
      },
    ]);
    expect(statementMoves(before, after).map(({ suggested }) => suggested)).toEqual(["ask_again", "keep"]);
    expect(answerMap(before, after, new Map()).answersFrom).toEqual([0, 2]);
    expect(answerMap(before, after, new Map([["a-1", "keep"]])).answersFrom).toEqual([1, 2]);
  });

  test("U3: the way back returns what was moved and writes nothing else", () => {
    fc.assert(
      fc.property(sketch, sketch, decisions, (one, other, decided) => {
        const [before, after] = [instrument(one), instrument(other)];
        const there = answerMap(before, after, decided);
        const back = answerMapBack(before, after, decided);
        const answers = idsOf(before).map((_, index) => (index % 5) + 1);
        const returned = move(move(answers, there.answersFrom), back.answersFrom);
        returned.forEach((answer, position) => {
          expect([0, answers[position]]).toContain(answer);
          expect(answer > 0).toBe(there.answersFrom.includes(position + 1));
        });
        const importance = before.dimensions.map((_, index) => (index % 5) + 1);
        const again = move(move(importance, there.importanceFrom), back.importanceFrom);
        again.forEach((value, position) => {
          const isShared = after.dimensions.some(({ id }) => id === before.dimensions[position]?.id);
          expect(value).toBe(isShared ? importance[position] : 0);
        });
      }),
      runs,
    );
  });
});
