import { digestOf } from "@hp/api";
import { runNextProposal } from "@hp/api/worker";
import { solvePortfolio } from "@hp/solver";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, limitsOf, openHouse, placeWith, type World } from "../src/index.ts";

let house: House;
let world: World;
beforeAll(async () => {
  house = await openHouse();
  world = await placeWith(house, "planned");
});
afterAll(() => house.close());

const key = () => crypto.randomUUID();
type Limits = Omit<ReturnType<typeof limitsOf>, "choose"> & { readonly choose: "advised" | "possible" };
// What is in the plan already takes some of it.
const [municipalitySek, industrySek] = [12_000_000, 8_000_000];

async function ask(limits: Partial<Limits>, who: "municipality_editor" | "company_editor" = "municipality_editor") {
  const { placeId, runId, as } = world;
  const view = await as[who].api.proposal.ask({
    placeId,
    runId,
    limits: { ...limitsOf(3, municipalitySek, industrySek), ...limits },
    idempotencyKey: key(),
  });
  if (view.kind !== "ready" || view.shown === null) throw new Error("nothing was asked");
  return view.shown;
}

async function show(proposalId: string | null, who: "coordinator" | "viewer" = "coordinator") {
  const view = await world.as[who].api.proposal.view({ placeId: world.placeId, proposalId });
  if (view.kind !== "ready" || view.shown === null) throw new Error("nothing is shown");
  return { ...view, shown: view.shown };
}

test("a party asks for the best package, the worker answers, both see it, and it is put into the plan", async () => {
  const { placeId, as, measureIds } = world;
  const asked = await ask({});
  expect(asked).toMatchObject({ status: "queued", answer: null, outdated: false });
  expect(await runNextProposal(house.database)).toEqual({ proposalId: asked.id, outcome: "done" });
  expect(await runNextProposal(house.database)).toBeNull();

  const { shown, all } = await show(null, "viewer");
  expect(shown).toMatchObject({ id: asked.id, status: "done", createdBy: { party: "municipality" }, outdated: false });
  expect(all.map(({ id }) => id)).toEqual([asked.id]);
  const { answer } = shown;
  if (answer == null) throw new Error("no answer");
  expect(answer).toMatchObject({ status: "optimal", gap: 0 });
  // What is in the plan is in the package, and every year keeps its budget.
  expect(answer.measures.find(({ measureId }) => measureId === measureIds[0])?.actionId).toBe(world.actionId);
  expect(answer.byYear.map(({ year }) => year)).toEqual([2027, 2028, 2029]);
  for (const { costSek } of answer.byYear) {
    expect(costSek.municipality).toBeLessThanOrEqual(municipalitySek);
    expect(costSek.industry).toBeLessThanOrEqual(industrySek);
  }
  const sum = answer.measures.reduce((total, { costSek }) => total + costSek.municipality + costSek.industry, 0);
  expect(sum).toBe(answer.costSek);
  // The front leads up to it, and its gain is what the place's mean is expected to rise.
  const last = answer.front?.points.at(-1);
  expect(answer.front?.complete).toBe(true);
  expect(last?.costSek).toBe(answer.costSek);
  expect((answer.place?.after.expected ?? 0) - (answer.place?.now ?? 0)).toBeCloseTo(last?.gain ?? -1, 9);
  expect(answer.place?.after.low).toBeLessThan(answer.place?.after.expected ?? 0);

  const fresh = answer.measures.flatMap(({ measureId, actionId }) => (actionId === null && measureId !== null ? [measureId] : []));
  expect(fresh.length).toBeGreaterThan(1);
  const adopt = (who: "municipality_editor" | "company_editor") =>
    as[who].api.proposal.adopt({ placeId, proposalId: asked.id, measureIds: fresh, idempotencyKey: key() });
  expect((await adopt("company_editor")).added).toHaveLength(fresh.length);
  expect(await adopt("municipality_editor")).toEqual({ added: [], already: fresh });
  const { actions } = await as.coordinator.api.plan.get({ placeId });
  for (const { measureId, startYear } of answer.measures)
    if (measureId !== null && fresh.includes(measureId))
      expect(actions.find((action) => action.measureId === measureId)?.startsOn).toBe(`${startYear}-01-01`);
  // The plan has changed since it was asked.
  expect((await show(asked.id)).shown.outdated).toBe(true);
});

test("more money: a measure that is left out comes in at the sum that was told, and not at a krona less", async () => {
  world = await placeWith(house, "planned");
  const { totals } = await world.as.coordinator.api.plan.get({ placeId: world.placeId });
  const tight = limitsOf(1, totals.municipality.costSek + 300_000, totals.industry.costSek + 200_000);
  const asked = await ask(tight);
  await runNextProposal(house.database);
  const { shown } = await show(asked.id);
  const fits = shown.answer?.leftOut?.find(({ kind, sek }) => kind === "fits" && sek > 0);
  if (fits === undefined) throw new Error("no sum was told");
  const { rows } = await house.owner.query(`SELECT "request" FROM "Proposal" WHERE "id" = $1`, [asked.id]);
  const valueWith = async (extraSek: number, lock: "lockedIn" | "lockedOut") => {
    const [request] = rows.map((row) => ({ ...row.request, extraSek, [lock]: [...row.request[lock], fits.measureId] }));
    return (await solvePortfolio(request, { timeLimitMs: 20_000 })).plan?.value ?? -1;
  };
  expect(await valueWith(fits.sek, "lockedIn")).toBeGreaterThanOrEqual((await valueWith(fits.sek, "lockedOut")) - 1e-6);
  expect(await valueWith(fits.sek - 1, "lockedIn")).toBeLessThan(await valueWith(fits.sek - 1, "lockedOut"));
});

test("what cannot be kept together is named, and nothing is proposed", async () => {
  const asked = await ask({ ...limitsOf(1, 0, 0) });
  await runNextProposal(house.database);
  const { shown } = await show(asked.id);
  expect(shown.answer).toMatchObject({ status: "infeasible", measures: [], place: null });
  const rules = shown.answer?.conflicts?.map(({ rule }) => rule) ?? [];
  // The plan has them: nobody has asked that they be in.
  expect(rules).toContain("in_plan");
  expect(rules).not.toContain("locked_in");
  expect(rules).toContain("budget_year");
  await expect(
    world.as.coordinator.api.proposal.adopt({
      placeId: world.placeId,
      proposalId: asked.id,
      measureIds: [world.measureIds[0] ?? ""],
      idempotencyKey: key(),
    }),
  ).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
});

test("the same question is not put twice while it waits; a question that is called off is never answered", async () => {
  const { placeId, as } = world;
  const first = await ask({ years: 2 });
  expect((await ask({ years: 2 }, "company_editor")).id).toBe(first.id);
  const callOff = () => as.company_editor.api.proposal.callOff({ placeId, proposalId: first.id });
  expect(await callOff()).toMatchObject({ shown: { status: "cancelled" } });
  await expect(callOff()).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  expect(await runNextProposal(house.database)).toBeNull();
  // Finished rows do not change, and a question never does, not even by the owner's hand.
  await expect(house.owner.query(`UPDATE "Proposal" SET "error" = 'x' WHERE "id" = $1`, [first.id])).rejects.toThrow("never changes");
  const waits = await ask({ years: 4 });
  await expect(house.owner.query(`UPDATE "Proposal" SET "limits" = '{}' WHERE "id" = $1`, [waits.id])).rejects.toThrow("never changes");
  await as.coordinator.api.proposal.callOff({ placeId, proposalId: waits.id });
});

test("a question that is called off while the optimiser is at work is left at once", async () => {
  const asked = await ask({ years: 5, choose: "possible" });
  const running = runNextProposal(house.database);
  const until = async (): Promise<void> => {
    const { rows } = await house.owner.query(`SELECT "status" FROM "Proposal" WHERE "id" = $1`, [asked.id]);
    if (rows[0]?.status === "queued") return until();
  };
  await until();
  await world.as.municipality_editor.api.proposal.callOff({ placeId: world.placeId, proposalId: asked.id });
  expect(await running).toEqual({ proposalId: asked.id, outcome: "cancelled" });
  expect((await show(asked.id)).shown.status).toBe("cancelled");
});

test("measures and dimensions that the place cannot have are refused by name, and too many questions at once", async () => {
  const { placeId, runId, as } = world;
  const view = await as.coordinator.api.proposal.view({ placeId, proposalId: null });
  if (view.kind !== "ready") throw new Error("not ready");
  const candidates = new Set(view.candidates.map(({ measureId }) => measureId));
  const impossible = ["BO01", "BO02", "BO03", "BO04", "BO05", "BO06", "BO07", "BO08"].find(
    (id) => !candidates.has(id) && !world.measureIds.includes(id),
  );
  const refused = (limits: object) =>
    expect(
      as.coordinator.api.proposal.ask({ placeId, runId, limits: { ...limitsOf(3, 1, 1), ...limits }, idempotencyKey: key() }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await refused({ lockedIn: [impossible ?? "ZZ99"] });
  await refused({ requiredDimensions: ["nowhere"] });
  await refused({ lockedIn: [[...candidates][0]], lockedOut: [[...candidates][0]] });
  await refused({ municipalityShare: { min: 0.8, max: 0.2 } });
  for (let sek = 1; sek <= 5; sek++) await ask(limitsOf(3, sek, sek));
  await expect(ask(limitsOf(3, 6, 6))).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
});

test("the worker sees questions and answers them, and nothing else of a place", async () => {
  const { rows } = await house.owner.query(`SELECT "id", "request", "digest" FROM "Proposal" ORDER BY "createdAt" LIMIT 1`);
  expect(digestOf(rows[0].request)).toBe(rows[0].digest);
  const app = new pg.Client(house.appUrl);
  await app.connect();
  try {
    await app.query(`SELECT set_config('app.system', 'worker', false)`);
    expect((await app.query(`SELECT 1 FROM "Proposal"`)).rowCount).toBeGreaterThan(0);
    for (const table of ["PlanAction", "RecommendationRun", "ProfileFact", "Response", "Membership"])
      expect((await app.query(`SELECT 1 FROM "${table}"`)).rowCount, table).toBe(0);
    const copied = `"placeId", "runId", "limits", "request", "digest", "createdById"`;
    await expect(
      app.query(`INSERT INTO "Proposal" ("id", ${copied}) SELECT gen_random_uuid(), ${copied} FROM "Proposal" LIMIT 1`),
    ).rejects.toThrow("row-level security");
  } finally {
    await app.end();
  }
});
