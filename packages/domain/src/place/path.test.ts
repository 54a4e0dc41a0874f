import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextStep, nextStepKeys } from "./next-step.ts";
import { type PathReader, type PlaceState, placePath, stationKeys } from "./path.ts";

const fresh: PlaceState = {
  createdAt: "2026-11-01T08:00:00.000Z",
  joined: [],
  invited: [],
  profile: { answered: 7, total: 60 },
  round: null,
  advisedAt: null,
  actions: { total: 0, incomplete: 0, done: 0 },
  decisionOn: null,
  followUpOn: null,
};
const round = {
  startedAt: "2026-11-03T08:00:00.000Z",
  deadlineOn: null,
  openedAt: null,
  submitted: { municipality: 0, industry: 0 },
  ready: [],
  canOpen: false,
} as const;
const both = ["municipality", "industry"] as const;
const joined: PlaceState = { ...fresh, joined: both, profile: { answered: 40, total: 60 } };
const opened: PlaceState = {
  ...joined,
  round: { ...round, openedAt: "2026-11-10T08:00:00.000Z", submitted: { municipality: 3, industry: 2 }, ready: both },
};
const advised: PlaceState = { ...opened, advisedAt: "2026-11-11T08:00:00.000Z" };

const coordinator: PathReader = { role: "coordinator", party: null, mine: null };
const industry: PathReader = { role: "company_editor", party: "industry", mine: null };
const municipality: PathReader = { role: "municipality_editor", party: "municipality", mine: null };
const viewer: PathReader = { role: "viewer", party: "municipality", mine: null };

describe("a place's next step, in the order that work goes", () => {
  test.each([
    ["nobody invited: the coordinator invites the municipality first", fresh, coordinator, "invite_municipality", true],
    ["the municipality has joined: then the company", { ...fresh, joined: ["municipality"] }, coordinator, "invite_company", true],
    ["both invited, none joined: wait for them", { ...fresh, invited: both }, coordinator, "wait_for_parties", false],
    ["under half of the profile: the parties fill it in", { ...fresh, joined: both }, industry, "fill_profile", true],
    ["half of the profile is enough to start", joined, coordinator, "start_round", true],
    ["a party waits for the coordinator to start", joined, industry, "start_round", false],
    ["a round: my own answers come first", { ...joined, round }, industry, "answer", true],
    ["begun and not handed in", { ...joined, round }, { ...industry, mine: { answered: 4, submitted: false } }, "submit_answers", true],
    [
      "handed in: the place waits for the other side",
      { ...joined, round: { ...round, submitted: { municipality: 0, industry: 2 } } },
      { ...industry, mine: { answered: 26, submitted: true } },
      "answer",
      false,
    ],
    [
      "both have answered: each says that it is ready",
      { ...joined, round: { ...round, submitted: { municipality: 1, industry: 2 } } },
      { ...industry, mine: { answered: 26, submitted: true } },
      "declare_ready",
      true,
    ],
    [
      "it can be opened: the coordinator does",
      { ...joined, round: { ...round, submitted: { municipality: 1, industry: 2 }, ready: both, canOpen: true } },
      coordinator,
      "open_results",
      true,
    ],
    ["opened: anyone may ask for advice", opened, municipality, "run_advice", true],
    ["advised: the parties choose", advised, industry, "add_to_plan", true],
    [
      "chosen: details before the decision",
      { ...advised, actions: { total: 3, incomplete: 1, done: 0 } },
      municipality,
      "complete_actions",
      true,
    ],
    ["complete: a day for the decision", { ...advised, actions: { total: 3, incomplete: 0, done: 0 } }, coordinator, "set_decision", true],
    [
      "decided: a day for the follow-up",
      { ...advised, actions: { total: 3, incomplete: 0, done: 0 }, decisionOn: "2027-02-01" },
      coordinator,
      "set_follow_up",
      true,
    ],
    [
      "all set: nothing waits",
      { ...advised, actions: { total: 3, incomplete: 0, done: 1 }, decisionOn: "2027-02-01", followUpOn: "2028-02-01" },
      industry,
      "follow_up",
      true,
    ],
  ] as const)("%s", (_, state, reader, key, mine) => {
    expect(nextStep(state as PlaceState, reader as PathReader)).toMatchObject({ key, mine });
  });

  test("a viewer never has a step of their own", () => {
    for (const state of [fresh, joined, { ...joined, round }, opened, advised]) expect(nextStep(state, viewer).mine).toBe(false);
  });
});

const states = fc.record({
  createdAt: fc.constant(fresh.createdAt),
  joined: fc.subarray([...both]),
  invited: fc.subarray([...both]),
  profile: fc.record({ answered: fc.nat(60), total: fc.constant(60) }),
  round: fc.option(
    fc.record({
      startedAt: fc.constant(round.startedAt),
      deadlineOn: fc.constant(null),
      openedAt: fc.option(fc.constant("2026-11-10T08:00:00.000Z")),
      submitted: fc.record({ municipality: fc.nat(3), industry: fc.nat(3) }),
      ready: fc.subarray([...both]),
      canOpen: fc.boolean(),
    }),
  ),
  advisedAt: fc.option(fc.constant("2026-11-11T08:00:00.000Z")),
  actions: fc.record({ total: fc.nat(9), incomplete: fc.nat(9), done: fc.nat(9) }),
  decisionOn: fc.option(fc.constant("2027-02-01")),
  followUpOn: fc.option(fc.constant("2028-02-01")),
});
const readers = fc.constantFrom(coordinator, industry, municipality, viewer, { ...industry, mine: { answered: 3, submitted: true } });

test("the path has seven stations, one of them current, done before it and to come after it", () => {
  fc.assert(
    fc.property(states, (state) => {
      const { stations, current } = placePath(state);
      expect(stations.map((station) => station.key)).toEqual(stationKeys);
      expect(stations.map((station) => station.state)).toEqual(
        stations.map((_, index) => (index < current ? "done" : index === current ? "now" : "next")),
      );
    }),
    { numRuns: 1000 },
  );
});

test("whatever the state, there is a next step, and what is mine waits on me", () => {
  fc.assert(
    fc.property(states, readers, (state, reader) => {
      const step = nextStep(state, reader);
      expect(nextStepKeys).toContain(step.key);
      if (step.mine && step.waitsOn.length > 0)
        expect(step.waitsOn).toContain(reader.role === "coordinator" ? "coordinator" : reader.party);
    }),
    { numRuns: 1000 },
  );
});
