import { shippedContent } from "@hp/api";
import { connect, type Database, publishContent } from "@hp/db";
import { answerAll, callerFor, type Invited, join, mailedToken, type Player, type Stage, signUp } from "@hp/demo";
import { usualLimits } from "@hp/domain";
import type { PlaceRole } from "@hp/domain/access";
import pg from "pg";
import { type ContentStage, draftWith, noContent, retireByHand, upgradeIn } from "./content-world.ts";
import { freshDatabase } from "./database.ts";

/** A database of a test file's own with the product's content published, and the owner's connection to look past the walls. */
export interface House extends Stage {
  readonly database: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly close: () => Promise<void>;
}

/** Opens a house for one test file. Close it after. */
export async function openHouse(): Promise<House> {
  const { ownerUrl, appUrl, drop } = await freshDatabase();
  await publishContent(ownerUrl, shippedContent());
  const database = connect(appUrl);
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  const close = async () => {
    await database.close();
    await owner.end();
    await drop();
  };
  return { database, owner, ownerUrl, appUrl, close };
}

/** How far a world has come: each stage holds the ones before it. */
export const stages = ["joined", "answered", "opened", "advised", "planned", "proposed", "drafted", "upgraded"] as const;
export type WorldStage = (typeof stages)[number];

/** One place with a person in every role, sharing nothing with other worlds. */
export interface World {
  readonly placeId: string;
  readonly as: Readonly<Record<PlaceRole, Player>>;
  /** Someone who is signed in and has no place. */
  readonly outsider: Player;
  /** The organisation of each role's person. */
  readonly organisationIds: Readonly<Record<PlaceRole, string>>;
  /** An invitation that waits, which the role may see. */
  readonly invitationIds: Readonly<Record<PlaceRole, string>>;
  /** The mailed token of the company's invitation. */
  readonly invitationToken: string;
  /** From `answered`. */
  readonly roundId: string;
  readonly roundVersion: number;
  /** Version of the role's own answers. */
  readonly responseVersions: Readonly<Partial<Record<PlaceRole, number>>>;
  /** From `advised`. */
  readonly runId: string;
  /** A measure that the run advises; the first of them is in the plan from `planned`. */
  readonly measureIds: readonly string[];
  /** From `planned`; version 1. */
  readonly actionId: string;
  /** An action that was taken out of the plan; version 2. */
  readonly removedActionId: string;
  /** From `proposed`: a question for a package that waits, and one that was answered with the second and third of `measureIds`. */
  readonly proposalId: string;
  readonly answeredId: string;
  /** From `drafted`: newer content is published, a round is under way, and an admin has a draft. */
  readonly content: ContentStage;
}

let worlds = 0;
const opinion = (seed: number) => ({ means: {}, importance: {}, seed });

/** Makes a world through the product's own procedures. Ids of stages that it has not reached are empty. */
export async function placeWith(house: House, upTo: WorldStage = "planned"): Promise<World> {
  worlds += 1;
  // Every world begins with the shipped content, whatever other worlds have published.
  if (upTo === "drafted" || upTo === "upgraded") await retireByHand(house);
  const at = (who: string) => `${who}-${process.pid}-${worlds}@test.example`;
  const coordinator = await signUp(house, at("coordinator"), `Coordinator ${worlds}`);
  const outsider = await signUp(house, at("outsider"), `Outsider ${worlds}`);
  const { placeId } = await coordinator.api.place.create({
    municipalityCode: "1783",
    localityCode: "1783TC104",
    name: `Place ${worlds}`,
    organisationName: `Network ${worlds}`,
    idempotencyKey: crypto.randomUUID(),
  });
  const municipality = { kind: "municipality", name: "The municipality" } as const;
  const company = { kind: "company", name: "The company" } as const;
  const person = (who: string, rest: Omit<Invited, "email" | "name">) =>
    join(house, coordinator, placeId, { email: at(who), name: `${who} ${worlds}`, ...rest });
  const municipality_editor = await person("municipality", {
    role: "municipality_editor",
    roleGroup: "administration",
    organisation: municipality,
  });
  const company_editor = await person("company", { role: "company_editor", roleGroup: "hr", organisation: company });
  const viewer = await person("viewer", { role: "viewer", roleGroup: null, organisation: municipality });
  const { organisations, members } = await coordinator.api.member.list({ placeId });
  const organisationOf = (player: Player): string => members.find((member) => member.userId === player.userId)?.organisationId ?? "";
  const as = { coordinator, municipality_editor, company_editor, viewer };
  const organisationIds = {
    coordinator: organisations.find((one) => one.kind === "company")?.id ?? "",
    municipality_editor: organisationOf(municipality_editor),
    company_editor: organisationOf(company_editor),
    viewer: organisationOf(viewer),
  };
  const inviteFrom = async (player: Player, organisationId: string, role: Invited["role"], roleGroup: Invited["roleGroup"]) => {
    const email = `invited-${organisationId}@test.example`;
    const { id } = await player.api.member.invite({
      placeId,
      email,
      organisation: { id: organisationId },
      role,
      roleGroup,
      idempotencyKey: crypto.randomUUID(),
    });
    return { id, token: await mailedToken(house, email) };
  };
  const toMunicipality = await inviteFrom(municipality_editor, organisationIds.municipality_editor, "municipality_editor", "politicians");
  const toCompany = await inviteFrom(company_editor, organisationIds.company_editor, "company_editor", "management");
  const base = {
    placeId,
    as,
    outsider,
    organisationIds,
    invitationIds: {
      coordinator: toCompany.id,
      company_editor: toCompany.id,
      municipality_editor: toMunicipality.id,
      viewer: toMunicipality.id,
    },
    invitationToken: toCompany.token,
  };
  const none = {
    content: noContent(outsider),
    roundId: "",
    roundVersion: 0,
    responseVersions: {},
    runId: "",
    measureIds: [],
    actionId: "",
    removedActionId: "",
    proposalId: "",
    answeredId: "",
  };
  if (upTo === "joined") return { ...base, ...none };

  const { round } = await coordinator.api.assessment.start({ placeId, mode: "quick", deadlineOn: null });
  if (round === null) throw new Error("the round did not start");
  const roundId: string = round.id;
  for (const [seed, editor] of [municipality_editor, company_editor].entries()) {
    await answerAll(editor, placeId, roundId, opinion(worlds * 2 + seed));
    await editor.api.assessment.declareReady({ placeId, roundId });
  }
  const versionOf = async (player: Player) => (await player.api.assessment.myAnswers({ placeId, roundId })).version;
  const responseVersions = { municipality_editor: await versionOf(municipality_editor), company_editor: await versionOf(company_editor) };
  const answered = { ...base, ...none, roundId, roundVersion: round.version, responseVersions };
  if (upTo === "answered") return answered;

  const opened = await coordinator.api.assessment.open({ placeId, roundId, version: round.version });
  const roundVersion = opened.round?.version ?? 0;
  if (upTo === "opened") return { ...answered, roundVersion };

  const advice = await coordinator.api.recommendation.run({ placeId });
  if (advice.kind !== "run") throw new Error("the run gave no advice");
  const measureIds = advice.advised.map((item) => item.id);
  const advised = { ...answered, roundVersion, runId: advice.runId as string, measureIds };
  if (upTo === "advised") return advised;

  const action = await municipality_editor.api.plan.addFromAdvice({
    placeId,
    runId: advised.runId,
    measureId: measureIds[0] ?? "",
    idempotencyKey: crypto.randomUUID(),
  });
  const other = await company_editor.api.plan.addOwn({
    placeId,
    title: "Taken out",
    responsibleParty: "industry",
    idempotencyKey: crypto.randomUUID(),
  });
  await company_editor.api.plan.removeAction({ placeId, actionId: other.id, version: other.version });
  const planned = { ...advised, actionId: action.id, removedActionId: other.id };
  if (upTo === "planned") return planned;

  const proposed = { ...planned, ...(await askedIn(house, planned)) };
  if (upTo === "proposed") return proposed;

  const drafted = { ...proposed, content: await draftWith(house, proposed, worlds) };
  if (upTo === "drafted") return drafted;
  return { ...drafted, content: await upgradeIn(drafted) };
}

/** Limits for a package: `years` years from 2027, so much money for each party and year. */
export const limitsOf = (years: number, municipalitySek: number | null, industrySek: number | null) => {
  const budget = (sek: number | null) => ({ sekByYear: Array.from({ length: years }, () => sek), hoursByYear: [] });
  return { ...usualLimits(2027), years, budgets: { municipality: budget(municipalitySek), industry: budget(industrySek) } };
};

/** Asks for two packages; the first gets an answer with the owner's hand, the second waits. */
async function askedIn(house: House, { placeId, runId, measureIds, as }: World): Promise<Pick<World, "proposalId" | "answeredId">> {
  const ask = async (years: number): Promise<string> => {
    const limits = limitsOf(years, 3_000_000, 2_000_000);
    const asked = await as.municipality_editor.api.proposal.ask({ placeId, runId, limits, idempotencyKey: crypto.randomUUID() });
    return asked.kind === "ready" ? (asked.shown?.id ?? "") : "";
  };
  const answeredId = await ask(3);
  const selection = measureIds.slice(1, 3);
  const plan = { selection, startYears: Object.fromEntries(selection.map((id) => [id, 1])), value: 1, costSek: 0 };
  const result = { best: { status: "optimal", plan, gap: 0, conflicts: null }, front: null, leftOut: null };
  await house.owner.query(`UPDATE "Proposal" SET "status" = 'done', "result" = $2, "finishedAt" = now() WHERE "id" = $1`, [
    answeredId,
    JSON.stringify(result),
  ]);
  return { answeredId, proposalId: await ask(2) };
}

/** Calls the product as nobody. */
export const anonymous = (house: House) => callerFor(house, null);
