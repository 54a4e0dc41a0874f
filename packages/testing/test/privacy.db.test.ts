import { runNextProposal } from "@hp/api/worker";
import { answerAll, callerFor, join } from "@hp/demo";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, expected, type House, limitsOf, openHouse, placeWith, procedures, samples, type World } from "../src/index.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

// A number that stands nowhere else, however it is written.
const secret = 17_193;
const written = /17[\s\u00a0\u202f.,]?193/;

/** Everything that a person can read of a place, as one text. */
async function allThatIsRead(world: World, role: keyof World["as"], locale: "sv" | "en" = "sv"): Promise<string> {
  const api = callerFor(house, world.as[role].userId, locale);
  const texts: string[] = [];
  for (const { path, type, policy } of procedures) {
    const sample = samples[path];
    if (type !== "query" || policy?.kind !== "place" || sample === undefined || path === "assessment.myAnswers") continue;
    if (expected(path, role) !== "ok") continue;
    texts.push(`${path}: ${JSON.stringify(await call(api, path, sample.input(world, role)))}`);
  }
  return texts.join("\n");
}

describe("a private fact", () => {
  let world: World;
  beforeAll(async () => {
    world = await placeWith(house, "proposed");
    const { placeId, as } = world;
    await as.company_editor.api.profile.setFact({ placeId, key: "rekryt3", value: secret, note: `about ${secret} people`, version: 0 });
    const advice = await as.coordinator.api.recommendation.run({ placeId });
    if (advice.kind !== "run") throw new Error("no advice");
    // A package that is chosen with the fact known.
    await as.coordinator.api.proposal.callOff({ placeId, proposalId: world.proposalId });
    const limits = limitsOf(3, null, null);
    const asked = await as.coordinator.api.proposal.ask({ placeId, runId: advice.runId, limits, idempotencyKey: crypto.randomUUID() });
    await runNextProposal(house.database);
    if (asked.kind === "ready") world = { ...world, answeredId: asked.shown?.id ?? "" };
  });

  test("is read by its own party", async () => {
    expect(await allThatIsRead(world, "company_editor")).toMatch(written);
  });

  test.each(["municipality_editor", "coordinator", "viewer"] as const)(
    "is nowhere in what the %s reads, in either language",
    async (role) => {
      expect(await allThatIsRead(world, role, "sv")).not.toMatch(written);
      expect(await allThatIsRead(world, role, "en")).not.toMatch(written);
    },
  );

  test("is not in the trail, which every member may read", async () => {
    const { rows } = await house.owner.query(`SELECT "before", "after" FROM "AuditEvent" WHERE "placeId" = $1`, [world.placeId]);
    expect(JSON.stringify(rows)).not.toMatch(written);
  });

  test("shows as hidden to others, so that they know it is there", async () => {
    const { groups } = await world.as.municipality_editor.api.profile.get({ placeId: world.placeId });
    expect(groups.flatMap((group) => group.facts).find((fact) => fact.key === "rekryt3")).toMatchObject({
      state: "hidden",
      value: null,
      note: null,
      editable: false,
    });
  });
});

describe("results of a round", () => {
  test("are closed to everyone, the coordinator too, until they are opened", async () => {
    const { placeId, as } = await placeWith(house, "answered");
    for (const { api } of Object.values(as)) {
      expect(await api.score.view({ placeId })).toEqual({ kind: "closed", reason: "not_opened" });
      expect(await api.recommendation.latest({ placeId })).toEqual({ kind: "none", reason: "results_closed" });
    }
    await expect(as.coordinator.api.recommendation.run({ placeId })).rejects.toMatchObject({ cause: { code: "not_ready" } });
  });

  test("open for both at the same moment, and answers are final after", async () => {
    const { placeId, roundId, roundVersion, responseVersions, as } = await placeWith(house, "answered");
    await as.coordinator.api.assessment.open({ placeId, roundId: roundId as never, version: roundVersion });
    const seen = await Promise.all([as.municipality_editor, as.company_editor].map(({ api }) => api.score.view({ placeId })));
    expect(seen.map((view) => view.kind)).toEqual(["open", "open"]);
    const late = {
      placeId,
      roundId: roundId as never,
      dimensionId: "boende",
      answers: { "boende-1": 1 },
      importance: 1,
      version: responseVersions.company_editor ?? 0,
    };
    await expect(as.company_editor.api.assessment.saveStep(late)).rejects.toMatchObject({ cause: { code: "closed" } });
  });

  test("a company sees its own figures and the industry's, never another company's", async () => {
    const { placeId, as } = await placeWith(house, "joined");
    const other = await join(house, as.coordinator, placeId, {
      email: `other-company-${crypto.randomUUID()}@test.example`,
      name: "Other",
      role: "company_editor",
      roleGroup: "management",
      organisation: { kind: "company", name: "The other company" },
    });
    const { round } = await as.coordinator.api.assessment.start({ placeId, mode: "quick", deadlineOn: null });
    if (round === null) throw new Error("no round");
    const low = { means: { boende: 1 }, importance: {}, seed: 5 };
    const high = { means: { boende: 5 }, importance: {}, seed: 6 };
    await answerAll(as.municipality_editor, placeId, round.id, high);
    await answerAll(as.company_editor, placeId, round.id, low);
    await answerAll(other, placeId, round.id, high);
    for (const player of [as.municipality_editor, other]) await player.api.assessment.declareReady({ placeId, roundId: round.id });
    await as.coordinator.api.assessment.open({ placeId, roundId: round.id, version: round.version });
    const housing = async (api: World["outsider"]["api"]) => {
      const view = await api.score.view({ placeId });
      return view.kind === "open" ? view.dimensions.find((one) => one.id === "boende") : undefined;
    };
    const [mine, theirs, municipality] = [
      await housing(as.company_editor.api),
      await housing(other.api),
      await housing(as.municipality_editor.api),
    ];
    expect(mine?.ownCompany?.score).toBeLessThan(30);
    expect(theirs?.ownCompany?.score).toBeGreaterThan(70);
    expect(municipality?.ownCompany).toBeNull();
    expect(mine?.industry).toEqual(theirs?.industry);
    expect(mine?.industry?.score).toBeCloseTo(((mine?.ownCompany?.score ?? 0) + (theirs?.ownCompany?.score ?? 0)) / 2, 9);
  });
});

test("an address is shown to the coordinator and the person's own organisation only", async () => {
  const { placeId, as } = await placeWith(house, "joined");
  const { members } = await as.company_editor.api.member.list({ placeId });
  const emailOf = (userId: string) => members.find((member) => member.userId === userId)?.email;
  expect(emailOf(as.company_editor.userId)).toContain("@test.example");
  expect(emailOf(as.municipality_editor.userId)).toBeNull();
  expect(emailOf(as.coordinator.userId)).toBeNull();
});

test("an invitation works once, for its address only, and not after it was withdrawn", async () => {
  const { placeId, as, invitationToken, invitationIds } = await placeWith(house, "joined");
  const nobody = callerFor(house, null);
  const accept = { token: invitationToken, name: "Newcomer", roleGroup: "management" as const, locale: "sv" as const };
  const answers = await Promise.allSettled([nobody.invitation.accept(accept), nobody.invitation.accept(accept)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await nobody.invitation.show({ token: invitationToken })).state).toBe("accepted");
  await as.municipality_editor.api.member.revokeInvitation({ placeId, invitationId: invitationIds.municipality_editor as never });
  const { rows } = await house.owner.query(`SELECT "body" FROM "MailMessage" ORDER BY "createdAt" DESC LIMIT 20`);
  const tokens = rows.flatMap(({ body }) => /inbjudan\/([A-Za-z0-9_-]{43})/.exec(body)?.[1] ?? []);
  const states = await Promise.allSettled(tokens.map((token) => nobody.invitation.show({ token })));
  // The withdrawn one is among them, and looks as if it had never been sent.
  expect(states.filter((state) => state.status === "rejected").length).toBeGreaterThanOrEqual(1);
});
