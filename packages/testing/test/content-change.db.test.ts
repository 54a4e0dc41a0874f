import { runNextBench } from "@hp/api/worker";
import { loadInstrument } from "@hp/content";
import { signUp } from "@hp/demo";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changedInstrument, type House, makeAdmin, openHouse, placeWith, publishByHand, type World } from "../src/index.ts";

let house: House;
let world: World;
beforeAll(async () => {
  house = await openHouse();
  world = await placeWith(house, "planned");
});
afterAll(() => house.close());

const key = () => crypto.randomUUID();

test("an admin changes a threshold, tries it, publishes; a place is moved with a preview, and back to the same digest", async () => {
  const admin = await signUp(house, "owner-of-content@test.example", "Admin");
  await makeAdmin(house, admin);
  const { draft, bench } = admin.api;
  const { placeId, as } = world;
  const { upgrade, recommendation } = as.coordinator.api;

  const before = await upgrade.list({ placeId });
  const adviceBefore = await recommendation.latest({ placeId });
  if (adviceBefore.kind !== "run") throw new Error("no advice");
  const first = adviceBefore.advised[0]?.id ?? "";

  const begun = await draft.create({ name: "Another effect", idempotencyKey: key() });
  const draftId = begun.draft.id;
  const item = await draft.item({ draftId, kind: "measure", key: first });
  // Whatever the place's first advice is, it is excluded everywhere from now on.
  const document = item.document as { measure: never; rule: object };
  const rule = { ...document.rule, exclude: { field: "score.boende", op: "gte", value: 0 }, boost: [] };
  const saved = await draft.saveItem({ draftId, kind: "measure", key: first, version: 1, document: { ...document, rule } as never });
  expect(saved.version).toBe(2);
  expect(saved.history[0]?.sentences.map(({ sv }) => sv).join(" ")).toContain(first);

  // Not tried, not published.
  const publish = async (contentVersion: string) => {
    const now = await draft.get({ draftId });
    return draft.publish({
      draftId,
      version: now.draft.version,
      fingerprint: now.fingerprint,
      contentVersion,
      changeNote: "Tried",
      idempotencyKey: key(),
    });
  };
  await expect(publish("2027-05-1")).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });

  const started = await bench.start({ draftId, idempotencyKey: key() });
  expect(started.bench.status).toBe("queued");
  const outcome = await runNextBench(house.database);
  expect(outcome).toEqual({ benchId: started.bench.id, outcome: "done" });
  const tried = await bench.get({ benchId: started.bench.id });
  expect(tried.bench).toMatchObject({ status: "done", isCurrent: true });
  const here = tried.report?.places.find(({ id }) => id === placeId);
  expect(here?.losses.map(({ measureId }) => measureId)).toContain(first);
  expect(tried.report?.counts).toMatchObject({ ours: 1, municipality: 290 });

  // A measure that reaches nobody any more stops publishing, and says so.
  expect(tried.bench.isGreen).toBe(false);
  await expect(publish("2027-05-1")).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  expect(tried.report?.findings.some(({ severity, subject }) => severity === "red" && subject === first)).toBe(true);

  // Excluded only where housing is seen as good, and open elsewhere: green.
  const milder = { ...document.rule, exclude: { field: "score.boende", op: "gte", value: 50 } };
  await draft.saveItem({ draftId, kind: "measure", key: first, version: 2, document: { ...document, rule: milder } as never });
  await bench.start({ draftId, idempotencyKey: key() });
  await runNextBench(house.database);
  const { benches } = await bench.list({ draftId });
  const newest = await bench.get({ benchId: benches[0]?.id ?? "" });
  expect(newest.report?.findings.filter(({ severity }) => severity === "red")).toEqual([]);
  expect(await publish("2027-05-1")).toEqual({ instrument: begun.draft.baseInstrument, catalogue: "2027-05-1" });

  // Publishing moved nobody.
  expect((await upgrade.list({ placeId })).digest).toBe(before.digest);
  await publishByHand(house, changedInstrument("2027-05-2"));
  const preview = await upgrade.preview({ placeId });
  expect(preview).toMatchObject({ isNewest: false, to: { instrument: "2027-05-2", catalogue: "2027-05-1" }, movesRound: false });
  expect(preview.statements.map(({ fate }) => fate).sort()).toEqual(["new", "retired", "reworded"]);

  const moved = await upgrade.move({
    placeId,
    toInstrument: preview.to.instrument,
    toCatalogue: preview.to.catalogue,
    previewDigest: preview.digest,
    decisions: [],
    idempotencyKey: key(),
  });
  expect(moved.digest).not.toBe(before.digest);
  expect(moved.upgrades[0]).toMatchObject({ beforeDigest: before.digest, afterDigest: moved.digest, mayRollBack: true });
  const adviceNow = await recommendation.latest({ placeId });
  if (adviceNow.kind !== "run") throw new Error("no advice");
  const ids = (run: typeof adviceNow) => run.advised.map(({ id }) => id);
  const gone = preview.advice?.goes.map(({ measureId }) => measureId) ?? [];
  for (const id of gone) expect([...ids(adviceNow), ...adviceNow.basic.map((one) => one.id)]).not.toContain(id);

  const back = await upgrade.rollBack({ placeId, upgradeId: moved.upgrades[0]?.id ?? "", idempotencyKey: key() });
  expect(back.digest).toBe(before.digest);
  const adviceBack = await recommendation.latest({ placeId });
  expect(adviceBack.kind === "run" && ids(adviceBack)).toEqual(ids(adviceBefore));
});

test("a move takes the answers of a round along, keeps those that are no longer asked for the one who gave them, and can be taken back", async () => {
  const { placeId, as, content } = await placeWith(house, "upgraded");
  const { upgrade, assessment } = as.company_editor.api;
  const { answers } = await upgrade.earlierAnswers({ placeId });
  const dimension = changedInstrument("x").dimensions[0];
  expect(answers.every(({ statementId }) => dimension?.items.every(({ id }) => id !== statementId))).toBe(true);
  expect(answers.length).toBeGreaterThan(0);
  expect((await as.coordinator.api.upgrade.earlierAnswers({ placeId })).answers).toEqual([]);

  const { round } = await assessment.state({ placeId });
  const roundId = round?.id ?? "";
  const mine = await assessment.myAnswers({ placeId, roundId });
  // Somebody answers the new question, then the move is taken back: what stood before stands again.
  await assessment.saveStep({
    placeId,
    roundId,
    dimensionId: dimension?.id ?? "",
    answers: { [`${dimension?.id}-99`]: 2 },
    importance: 3,
    version: mine.version,
  });
  const { upgrades } = await as.coordinator.api.upgrade.rollBack({ placeId, upgradeId: content.upgradeId, idempotencyKey: key() });
  expect(upgrades[0]?.rolledBackAt).not.toBeNull();
  const restored = await assessment.myAnswers({ placeId, roundId });
  const given = restored.dimensions.find(({ id }) => id === dimension?.id);
  expect(given?.importance).toBe(3);
  expect((await upgrade.earlierAnswers({ placeId })).answers.map(({ statementId }) => statementId)).toEqual([`${dimension?.id}-99`]);
});

test("two admins at once: an edit of the same measure is refused with what the other saved, and an undo never takes the other's words", async () => {
  const { content } = await placeWith(house, "drafted");
  const other = await signUp(house, "second-admin@test.example", "Second");
  await makeAdmin(house, other);
  const { draftId, changed, admin } = content;
  const change = (version: number, value: number) => ({
    draftId,
    measures: [{ key: changed.key, version }],
    change: { field: "effect" as const, dimensionId: "skola", value },
  });
  const results = await Promise.allSettled([
    admin.api.draft.changeMeasures(change(changed.version, 1)),
    other.api.draft.changeMeasures(change(changed.version, 2)),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [winner, loser] = results[0]?.status === "fulfilled" ? [admin, other] : [other, admin];
  await loser.api.draft.changeMeasures(change(changed.version + 1, 3));
  await expect(winner.api.draft.undo({ draftId })).rejects.toMatchObject({ code: "CONFLICT" });
  const item = await admin.api.draft.item({ draftId, kind: "measure", key: changed.key });
  expect((item.document as { measure: { effects: Record<string, number> } }).measure.effects.skola).toBe(3);
  expect(item.version).toBe(changed.version + 2);
});

test("a cancelled trial stays cancelled, and a trial whose draft has changed says so", async () => {
  const { content } = await placeWith(house, "drafted");
  const { bench, draft } = content.admin.api;
  await house.owner.query(`UPDATE "BenchRun" SET "status" = 'cancelled' WHERE "status" = 'queued' AND "id" <> $1`, [content.benchId]);
  await bench.cancel({ benchId: content.benchId });
  expect(await runNextBench(house.database)).toBeNull();
  const { bench: waiting } = await bench.start({ draftId: content.draftId, idempotencyKey: key() });
  await draft.changeMeasures({
    draftId: content.draftId,
    measures: [content.changed],
    change: { field: "effect", dimensionId: "skola", value: 1 },
  });
  expect(await runNextBench(house.database)).toEqual({ benchId: waiting.id, outcome: "failed" });
  expect(await bench.get({ benchId: waiting.id })).toMatchObject({ failure: "draft_changed", bench: { status: "failed" } });
});

test("a statement that an earlier version has asked cannot come back as another under the same id", async () => {
  const { content } = await placeWith(house, "upgraded");
  const admin = content.draftId === "" ? await signUp(house, "third-admin@test.example", "Third") : content.admin;
  await makeAdmin(house, admin);
  const { draft, bench } = admin.api;
  await house.owner.query(`UPDATE "BenchRun" SET "status" = 'cancelled' WHERE "status" = 'queued'`);
  const { draft: begun } = await draft.create({ name: "An old id", idempotencyKey: key() });
  const [first] = changedInstrument("x").dimensions;
  const gone = loadInstrument().dimensions[0]?.items.find(({ id }) => first?.items.every((item) => item.id !== id));
  if (first === undefined || gone === undefined) throw new Error("no statement has gone");
  const item = await draft.item({ draftId: begun.id, kind: "dimension", key: first.id });
  const document = item.document as { items: readonly object[] };
  const another = { ...gone, sv: "Något helt annat.", en: "Something else altogether." };
  const { version } = item;
  await draft.saveItem({
    draftId: begun.id,
    kind: "dimension",
    key: first.id,
    version,
    document: { ...document, items: [...document.items, another] } as never,
  });
  const { bench: started } = await bench.start({ draftId: begun.id, idempotencyKey: key() });
  expect(await runNextBench(house.database)).toEqual({ benchId: started.id, outcome: "done" });
  const { bench: tried, report } = await bench.get({ benchId: started.id });
  expect(tried.isGreen).toBe(false);
  expect(report?.findings.filter(({ code }) => code === "taken_in_instrument").map(({ subject }) => subject)).toEqual([gone.id]);
});
