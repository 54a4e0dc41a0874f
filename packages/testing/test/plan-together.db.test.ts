import { loadCatalogue } from "@hp/content";
import { callerFor } from "@hp/demo";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, fingerprint, type House, openHouse, placeWith } from "../src/index.ts";

const clients = 20;
const editsEach = 50;
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test(`${clients} clients make ${editsEach} edits each of one plan: every acknowledged edit is there exactly once`, {
  timeout: 180_000,
}, async () => {
  const { placeId, as } = await placeWith(house, "joined");
  const editors = [as.coordinator, as.municipality_editor, as.company_editor];
  const actionIds: string[] = [];
  for (let i = 0; i < 10; i++) {
    const added = await as.coordinator.api.plan.addOwn({
      placeId,
      title: `Action ${i}`,
      responsibleParty: "both",
      idempotencyKey: crypto.randomUUID(),
    });
    actionIds.push(added.id);
  }
  const known = new Map<string, { note: string; version: number }>(actionIds.map((id) => [id, { note: "", version: 1 }]));
  let refused = 0;
  const edit = async (client: number, mark: string, actionId: string): Promise<void> => {
    for (;;) {
      const seen = known.get(actionId) ?? { note: "", version: 1 };
      try {
        const saved = await editors[client % editors.length]?.api.plan.updateAction({
          placeId,
          actionId: actionId as never,
          version: seen.version,
          patch: { note: `${seen.note}${mark};` },
        });
        if (saved) known.set(actionId, saved);
        return;
      } catch (error) {
        // Refused with the saved version: look at it, and write again on top of it.
        const { cause } = error as { cause?: { code?: string; detail?: { current?: { note: string; version: number } } } };
        if (cause?.code !== "stale" || !cause.detail?.current) throw error;
        refused += 1;
        known.set(actionId, cause.detail.current);
      }
    }
  };
  const before = await house.owner.query(`SELECT count(*)::int AS n FROM "AuditEvent" WHERE "placeId" = $1 AND "action" = 'plan.update'`, [
    placeId,
  ]);
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let i = 0; i < editsEach; i++) await edit(client, `c${client}e${i}`, actionIds[(client * 7 + i) % actionIds.length] ?? "");
    }),
  );
  const { actions } = await as.coordinator.api.plan.get({ placeId });
  const marks = actions.flatMap((action) => action.note.split(";")).filter((mark) => mark !== "");
  expect(marks).toHaveLength(clients * editsEach);
  expect(new Set(marks).size).toBe(clients * editsEach);
  const after = await house.owner.query(`SELECT count(*)::int AS n FROM "AuditEvent" WHERE "placeId" = $1 AND "action" = 'plan.update'`, [
    placeId,
  ]);
  expect(after.rows[0].n - before.rows[0].n).toBe(clients * editsEach);
  // Otherwise nobody ever met, and the test would prove nothing.
  expect(refused).toBeGreaterThan(0);
});

test("a stale edit changes nothing, leaves no trace, and shows the saved version", async () => {
  const { placeId, actionId, as } = await placeWith(house);
  const edit = (role: "municipality_editor" | "company_editor", title: string) =>
    as[role].api.plan.updateAction({ placeId, actionId: actionId as never, version: 1, patch: { title } });
  await edit("municipality_editor", "First");
  const before = await fingerprint(house.owner);
  await expect(edit("company_editor", "Second")).rejects.toMatchObject({
    code: "CONFLICT",
    cause: { code: "stale", detail: { current: { title: "First", version: 2 } } },
  });
  expect(await fingerprint(house.owner)).toBe(before);
});

test("the same submission twice, at once or later, happens once", async () => {
  const { placeId, as } = await placeWith(house, "joined");
  const input = { placeId, title: "Only once", responsibleParty: "both" as const, idempotencyKey: crypto.randomUUID() };
  const answers = await Promise.all(Array.from({ length: 5 }, () => as.coordinator.api.plan.addOwn(input)));
  answers.push(await as.coordinator.api.plan.addOwn(input));
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
  expect((await as.coordinator.api.plan.get({ placeId })).actions).toHaveLength(1);
  await expect(as.coordinator.api.plan.addOwn({ ...input, title: "Something else" })).rejects.toMatchObject({
    cause: { code: "reused_key" },
  });
});

test("every change of a place leaves one line in the trail, and a query none", async () => {
  const world = await placeWith(house, "joined");
  const count = async () =>
    (await house.owner.query(`SELECT count(*)::int AS n FROM "AuditEvent" WHERE "placeId" = $1`, [world.placeId])).rows[0].n as number;
  const before = await count();
  await call(world.as.coordinator.api, "place.overview", { placeId: world.placeId });
  expect(await count()).toBe(before);
  await world.as.coordinator.api.plan.setDecision({
    placeId: world.placeId,
    version: 1,
    decisionOn: "2027-03-01",
    decisionNote: "Yes",
    followUpOn: null,
  });
  const { rows } = await house.owner.query(
    `SELECT "action", "actorId", "before", "after" FROM "AuditEvent" WHERE "placeId" = $1 ORDER BY "id" DESC LIMIT 1`,
    [world.placeId],
  );
  expect(await count()).toBe(before + 1);
  expect(rows[0]).toMatchObject({
    action: "plan.decide",
    actorId: world.as.coordinator.userId,
    before: { decisionOn: null },
    after: { decisionOn: "2027-03-01" },
  });
});

test("an action from the advice is called in its reader's language until somebody gives it a name of its own", async () => {
  const { placeId, as } = await placeWith(house, "planned");
  const { api } = as.municipality_editor;
  const titleOf = async () => (await api.plan.get({ placeId })).actions.find(({ measureId }) => measureId !== null);
  const first = await titleOf();
  const measure = loadCatalogue().measures.find(({ id }) => id === first?.measureId);
  if (first === undefined || measure === undefined) throw new Error("the plan has no action from the advice");
  const english = callerFor(house, as.municipality_editor.userId, "en");
  expect(first.title).toBe(measure.sv);
  expect((await english.plan.get({ placeId })).actions.find(({ id }) => id === first.id)?.title).toBe(measure.en);
  await api.plan.updateAction({ placeId, actionId: first.id, version: first.version, patch: { title: "Vår egen väg" } });
  expect((await english.plan.get({ placeId })).actions.find(({ id }) => id === first.id)?.title).toBe("Vår egen väg");
});
