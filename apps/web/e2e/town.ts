import { randomUUID } from "node:crypto";
import { answerAll, callerFor, type Invited, join, type Player, type Stage, signUp } from "@hp/demo";
import type { Locale } from "./words.ts";

/** How far a town has come: each holds the ones before it. */
export const stages = ["joined", "answered", "opened", "advised", "planned"] as const;
export type TownStage = (typeof stages)[number];

/** A place of one test's own, made by the product's procedures. */
export interface Town {
  readonly placeId: string;
  readonly name: string;
  readonly coordinator: Player;
  readonly municipality: Player;
  readonly company: Player;
  /** From `planned`. */
  readonly actionId: string;
}

/** An address that nobody else has. */
export const ownAddress = (who: string): string => `${who}-${randomUUID().slice(0, 8)}@e2e.example`;

/** Someone who is signed up and has no place. */
export async function newcomer(stage: Stage, name: string, locale: Locale = "sv"): Promise<Player> {
  const player = await signUp(stage, ownAddress("ny"), name);
  if (locale !== "sv") await player.api.member.updateMe({ name, locale });
  return player;
}

/** Makes a town with a coordinator, a municipality and a company, up to a stage. */
export async function makeTown(stage: Stage, upTo: TownStage, locale: Locale = "sv"): Promise<Town> {
  const has = (wanted: TownStage) => stages.indexOf(upTo) >= stages.indexOf(wanted);
  const name = `Bruket ${randomUUID().slice(0, 4)}`;
  const coordinator = await newcomer(stage, "Sam Ordnare", locale);
  const { placeId } = await coordinator.api.place.create({
    municipalityCode: "1783",
    localityCode: "1783TC104",
    name,
    organisationName: "Nätverket",
    idempotencyKey: randomUUID(),
  });
  const joined = async (who: string, person: Omit<Invited, "email" | "name">): Promise<Player> => {
    const player = await join(stage, coordinator, placeId, { email: ownAddress("part"), name: who, ...person });
    if (locale !== "sv") await player.api.member.updateMe({ name: who, locale });
    return { ...player, api: callerFor(stage, player.userId, locale) };
  };
  const municipality = await joined("Kim Munberg", {
    role: "municipality_editor",
    roleGroup: "administration",
    organisation: { kind: "municipality", name: "Bruks kommun" },
  });
  const company = await joined("Indra Stål", {
    role: "company_editor",
    roleGroup: "hr",
    organisation: { kind: "company", name: "Bruksbolaget AB" },
  });
  const town = { placeId, name, coordinator, municipality, company, actionId: "" };
  if (!has("answered")) return town;

  const { round } = await coordinator.api.assessment.start({ placeId, mode: "quick", deadlineOn: null });
  if (round === null) throw new Error("the round did not start");
  for (const [seed, editor] of [municipality, company].entries()) {
    await answerAll(editor, placeId, round.id, { means: { boende: 2 + seed, skola: 4 - seed }, importance: {}, seed: seed + 1 });
    await editor.api.assessment.declareReady({ placeId, roundId: round.id });
  }
  if (!has("opened")) return town;

  await coordinator.api.assessment.open({ placeId, roundId: round.id, version: round.version });
  if (!has("advised")) return town;

  const advice = await municipality.api.recommendation.run({ placeId });
  if (advice.kind !== "run") throw new Error("the run gave no advice");
  if (!has("planned")) return town;

  const [first] = advice.advised;
  if (first === undefined) throw new Error("nothing is advised");
  const action = await municipality.api.plan.addFromAdvice({
    placeId,
    runId: advice.runId,
    measureId: first.id,
    idempotencyKey: randomUUID(),
  });
  return { ...town, actionId: action.id };
}

/** A place of the demo: to read, since all tests share it. */
export interface DemoPlace {
  readonly placeId: string;
  readonly actionId: string;
}

/** The first place of a person of the demo. */
export async function demoPlace({ database, owner }: Stage, email: string): Promise<DemoPlace> {
  const user = await database.auth.userByEmail(email);
  if (user === null) throw new Error(`the demo has no ${email}`);
  const api = callerFor({ database, owner }, user.id);
  const placeId = (await api.portfolio.list()).places[0]?.placeId ?? "";
  const actionId = (await api.plan.get({ placeId })).actions[0]?.id ?? "";
  return { placeId, actionId };
}
