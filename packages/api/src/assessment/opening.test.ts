import { expect, test } from "vitest";
import { openingOf } from "./opening.ts";

const party = (submitted: number, ready = false, agreed = false) => ({
  submitted,
  readyAt: ready ? "2026-11-10T08:00:00.000Z" : null,
  agreedAt: agreed ? "2026-11-10T08:00:00.000Z" : null,
});
const at = (parties: readonly ReturnType<typeof party>[], deadlineOn: string | null = null) =>
  openingOf({ openedAt: null, deadlineOn, parties, today: "2026-11-25" });

test.each([
  ["nobody has answered", at([party(0), party(0)]), "no_answers"],
  ["one side has answered and is ready", at([party(3, true), party(0)]), "silent_party"],
  ["one side agrees to open without the other", at([party(3, true, true), party(0)]), null],
  ["it agrees, but the deadline is still to come", at([party(3, true, true), party(0)], "2026-12-01"), "silent_party"],
  ["it agrees, and the deadline is past", at([party(3, false, true), party(0)], "2026-11-24"), null],
  ["past the deadline with a silent side, nobody has agreed", at([party(3, true), party(0)], "2026-11-24"), "silent_party"],
  ["both have answered, one is ready", at([party(3, true), party(2)]), "parties_not_ready"],
  ["both are ready", at([party(3, true), party(2, true)]), null],
  ["both have answered, and the deadline is past", at([party(3), party(2)], "2026-11-24"), null],
  ["both have answered, on the day of the deadline", at([party(3), party(2)], "2026-11-25"), "parties_not_ready"],
] as const)("%s", (_, opening, notYet) => {
  expect(opening).toEqual({ canOpen: notYet === null, notYet });
});

test("what is opened cannot be opened again", () => {
  expect(openingOf({ openedAt: new Date(), deadlineOn: null, parties: [party(3, true), party(2, true)], today: "2026-11-25" })).toEqual({
    canOpen: false,
    notYet: null,
  });
});
