import fc from "fast-check";
import { expect, test } from "vitest";
import { type EffectChange, type EffectOutcome, effectQueue } from "./effect-queue.ts";

/** A place that saves as the procedure does: only from the version that is the newest, and answers when it is let. */
function store(begin: number) {
  const measures = new Map<string, { version: number; effects: Record<string, number> }>();
  const waiting: (() => void)[] = [];
  const sent: EffectChange[] = [];
  const of = (key: string) => measures.get(key) ?? { version: begin, effects: {} };
  const send = (change: EffectChange) =>
    new Promise<EffectOutcome>((resolve) => {
      sent.push(change);
      waiting.push(() => {
        const now = of(change.key);
        if (now.version !== change.version) return resolve({ why: "stale", current: now });
        const saved = { version: now.version + 1, effects: { ...now.effects, [change.dimensionId]: change.value } };
        measures.set(change.key, saved);
        resolve({ saved });
      });
    });
  return { measures, waiting, sent, of, send };
}

async function answerAll(waiting: (() => void)[], pick: (count: number) => number) {
  for (let turn = 0; turn < 10_000; turn++) {
    const [answer] = waiting.splice(pick(waiting.length), 1);
    if (answer === undefined) return;
    answer();
    for (let tick = 0; tick < 5; tick++) await Promise.resolve();
  }
}

test("two changes of one measure go one after the other, the second from the version that the first gave", async () => {
  const { send, sent, waiting, of } = store(4);
  const queue = effectQueue(send, () => {});
  queue.put({ key: "BO06", version: 4, dimensionId: "boende", value: 2 });
  queue.put({ key: "BO06", version: 4, dimensionId: "skola", value: 1 });
  expect(sent).toHaveLength(1);
  expect(queue.isIdle()).toBe(false);
  await answerAll(waiting, () => 0);
  expect(sent.map(({ version }) => version)).toEqual([4, 5]);
  expect(of("BO06").effects).toEqual({ boende: 2, skola: 1 });
  expect(queue.isIdle()).toBe(true);
});

test("a spot that is set anew before it is sent is saved once, as it was last set", async () => {
  const { send, sent, waiting } = store(1);
  const queue = effectQueue(send, () => {});
  for (const value of [1, 2, 3] as const) queue.put({ key: "BO06", version: 1, dimensionId: "boende", value });
  await answerAll(waiting, () => 0);
  expect(sent.map(({ value }) => value)).toEqual([1, 3]);
});

test("a refusal is told with what is saved, and the measure's next change is made from that", async () => {
  const { send, measures, waiting, of } = store(1);
  const outcomes: EffectOutcome[] = [];
  const queue = effectQueue(send, (_, outcome) => outcomes.push(outcome));
  measures.set("BO06", { version: 7, effects: { boende: 3 } });
  queue.put({ key: "BO06", version: 1, dimensionId: "boende", value: 1 });
  queue.put({ key: "BO06", version: 1, dimensionId: "skola", value: 2 });
  await answerAll(waiting, () => 0);
  expect(outcomes[0]).toEqual({ why: "stale", current: { version: 7, effects: { boende: 3 } } });
  expect(of("BO06")).toEqual({ version: 8, effects: { boende: 3, skola: 2 } });
});

test("whatever is set and in whatever order answers come, nothing is refused and the last of every spot is what stands", async () => {
  const change = fc.record({
    key: fc.constantFrom("AA01", "BO06", "SK01"),
    dimensionId: fc.constantFrom("boende", "skola", "natur"),
    value: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 30 }), fc.nat(), async (changes, seed) => {
      const { send, waiting, of } = store(1);
      const refused: EffectOutcome[] = [];
      const queue = effectQueue(send, (_, outcome) => "why" in outcome && refused.push(outcome));
      const last: Record<string, Record<string, number>> = {};
      for (const { key, dimensionId, value } of changes) {
        queue.put({ key, version: 1, dimensionId, value });
        last[key] = { ...last[key], [dimensionId]: value };
      }
      await answerAll(waiting, (count) => (count === 0 ? 0 : seed % count));
      expect(refused).toEqual([]);
      for (const [key, effects] of Object.entries(last)) expect(of(key).effects).toEqual(effects);
      expect(queue.isIdle()).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
