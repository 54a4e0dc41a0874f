import { digestOf } from "@hp/api";
import { loadCatalogue, loadInstrument } from "@hp/content";
import { type Player, signUp } from "@hp/demo";
import type { Catalogue, Instrument } from "@hp/domain";
import type { House, World } from "./world.ts";

/** What there is to content under change, for one world. */
export interface ContentStage {
  /** Someone who looks after the shared content. */
  readonly admin: Player;
  /** A draft with a changed measure, an added one, and an act that was taken back. */
  readonly draftId: string;
  readonly draftVersion: number;
  readonly fingerprint: string;
  /** A measure that the draft has changed, with its version. */
  readonly changed: { readonly key: string; readonly version: number };
  /** A measure that is new in the draft, at version 1. */
  readonly added: string;
  readonly measureItem: object;
  readonly commentId: string;
  /** A trial that waits; a green one of the draft as it stands came before it. */
  readonly benchId: string;
  readonly expectationId: string;
  /** The draft as a file, base64. */
  readonly file: string;
  /** The newest version, and one that is not the newest. */
  readonly newest: string;
  readonly older: string;
  /** What the world's place would be moved to. */
  readonly upgradeDigest: string;
  /** From `upgraded`. */
  readonly upgradeId: string;
}

/** Before there is any: the admin is nobody in particular. */
export const noContent = (admin: Player): ContentStage => ({
  admin,
  draftId: "",
  draftVersion: 0,
  fingerprint: "",
  changed: { key: "", version: 0 },
  added: "",
  measureItem: {},
  commentId: "",
  benchId: "",
  expectationId: "",
  file: "",
  newest: "",
  older: "",
  upgradeDigest: "",
  upgradeId: "",
});

/** Makes a person an admin, as only the owner of the database can. */
export async function makeAdmin(house: Pick<House, "owner">, { userId }: Player): Promise<void> {
  await house.owner.query(`UPDATE "User" SET "isAdmin" = true WHERE "id" = $1`, [userId]);
}

/** Publishes an instrument or a catalogue with the owner's hand. */
export async function publishByHand(house: Pick<House, "owner">, document: Instrument | Catalogue): Promise<void> {
  const table = "dimensions" in document ? "InstrumentVersion" : "CatalogueVersion";
  await house.owner.query(`INSERT INTO "${table}" ("version", "document", "digest", "changeNote") VALUES ($1, $2, $3, $4)`, [
    document.version,
    JSON.stringify(document),
    digestOf(document),
    "By hand",
  ]);
}

/** Takes everything that was published by hand out of use. */
export async function retireByHand(house: Pick<House, "owner">): Promise<void> {
  for (const table of ["InstrumentVersion", "CatalogueVersion"])
    await house.owner.query(`UPDATE "${table}" SET "retiredAt" = now() WHERE "changeNote" = 'By hand' AND "retiredAt" IS NULL`);
}

/** The shipped instrument with its first statement asking something else, one that no rule names gone, and a new one last. */
export function changedInstrument(version: string): Instrument {
  const shipped = loadInstrument();
  const rules = JSON.stringify(loadCatalogue().rules);
  const [first, ...others] = shipped.dimensions;
  const [one, ...rest] = first?.items ?? [];
  const gone = rest.find(({ id }) => !rules.includes(`"item.${id}"`));
  if (first === undefined || one === undefined || gone === undefined) throw new Error("no statement of the first dimension can go");
  const reworded = { ...one, sv: `${one.sv} Nu.`, en: `${one.en} Now.`, revision: one.revision + 1 };
  const added = { ...one, id: `${first.id}-99`, sv: "Ett nytt påstående.", en: "A new statement.", revision: 1 };
  const items = [reworded, ...rest.filter((statement) => statement !== gone), added];
  return { ...shipped, version, dimensions: [{ ...first, items }, ...others] };
}

/** The shipped catalogue with one measure of more effect and another retired. */
export function changedCatalogue(version: string): Catalogue {
  const shipped = loadCatalogue();
  const measures = shipped.measures.map((measure) =>
    measure.id === "SV05"
      ? { ...measure, retired: true }
      : measure.id === "BO01"
        ? { ...measure, effects: { ...measure.effects, [measure.mainDimension]: 1 } }
        : measure,
  );
  return { ...shipped, version, measures };
}

/** An admin's draft in a house where newer content is published than what the world's place has, and a round is under way there. */
export async function draftWith(house: House, world: Omit<World, "content">, number: number): Promise<ContentStage> {
  const { placeId, as } = world;
  const { round } = await as.coordinator.api.assessment.start({ placeId, mode: "full", deadlineOn: null });
  if (round === null) throw new Error("the round did not start");
  const dimension = loadInstrument().dimensions[0];
  await as.company_editor.api.assessment.saveStep({
    placeId,
    roundId: round.id,
    dimensionId: dimension?.id ?? "",
    answers: Object.fromEntries((dimension?.items ?? []).filter(({ parties }) => parties.includes("industry")).map(({ id }) => [id, 4])),
    importance: 5,
    version: 0,
  });
  const older = `2027-01-${number}`;
  const newest = `2027-02-${number}`;
  await publishByHand(house, changedCatalogue(older));
  await publishByHand(house, changedCatalogue(newest));
  await publishByHand(house, changedInstrument(older));
  await publishByHand(house, changedInstrument(newest));

  const admin = await signUp(house, `admin-${process.pid}-${number}@test.example`, `Admin ${number}`);
  await makeAdmin(house, admin);
  const { draft } = admin.api;
  const { draft: begun } = await draft.create({ name: `Draft ${number}`, idempotencyKey: crypto.randomUUID() });
  const draftId = begun.id;
  const effect = (version: number, value: number) =>
    draft.changeMeasures({
      draftId,
      measures: [{ key: "BO06", version }],
      change: { field: "effect", dimensionId: "natur", value },
    });
  await effect(1, 1);
  await effect(2, 2);
  await draft.undo({ draftId });
  const item = await draft.item({ draftId, kind: "measure", key: "BO06" });
  const { measure, rule } = item.document as { measure: { id: string }; rule: object };
  const added = "XX01";
  const document = { measure: { ...measure, id: added }, rule: { ...rule, prerequisites: [], conflicts: [], synergies: [] } };
  await draft.saveItem({ draftId, kind: "measure", key: added, version: 0, document: document as never });
  await draft.undo({ draftId });
  await draft.redo({ draftId });
  await effect(item.version, 3);
  await draft.undo({ draftId });
  const comment = await draft.comment({
    draftId,
    item: { kind: "measure", key: "BO06" },
    body: "Look here",
    idempotencyKey: crypto.randomUUID(),
  });
  const { fingerprint, draft: now, measures } = await draft.get({ draftId });

  const start = () => admin.api.bench.start({ draftId, idempotencyKey: crypto.randomUUID() });
  const green = await start();
  const { commonness, basicPackage, reference } = loadCatalogue();
  await house.owner.query(
    `UPDATE "BenchRun" SET "status" = 'done', "isGreen" = true, "finishedAt" = now(), "report" = $2, "computed" = $3 WHERE "id" = $1`,
    [green.bench.id, JSON.stringify(emptyReport), JSON.stringify({ commonness: { ...commonness, [added]: 0 }, basicPackage, reference })],
  );
  const waiting = await start();
  const pinned = await admin.api.bench.expect({
    place: { placeId },
    measureId: "BO06",
    kind: "not_advised",
    within: null,
    note: "",
    idempotencyKey: crypto.randomUUID(),
  });
  const { digest } = await as.coordinator.api.upgrade.preview({ placeId });
  return {
    admin,
    draftId,
    draftVersion: now.version,
    fingerprint,
    changed: { key: "BO06", version: measures.find(({ key }) => key === "BO06")?.version ?? 0 },
    added,
    measureItem: document,
    commentId: comment.id,
    benchId: waiting.bench.id,
    expectationId: pinned.expectations.at(-1)?.id ?? "",
    file: (await draft.export({ draftId, format: "yaml" })).base64,
    newest,
    older,
    upgradeDigest: digest,
    upgradeId: "",
  };
}

const emptyReport = {
  findings: [],
  places: [],
  reach: [],
  specificity: { before: null, after: { overlap: null, distinct: 0, mostCommon: null } },
  counts: { ours: 0, municipality: 0, generated: 0 },
};

/** Moves the world's place to the newest content. */
export async function upgradeIn({ placeId, as, content }: World): Promise<ContentStage> {
  const { upgrades } = await as.coordinator.api.upgrade.move({
    placeId,
    toInstrument: content.newest,
    toCatalogue: content.newest,
    previewDigest: content.upgradeDigest,
    decisions: [],
    idempotencyKey: crypto.randomUUID(),
  });
  return { ...content, upgradeId: upgrades[0]?.id ?? "" };
}

let admins = 0;
/** An admin with no place and no draft. */
export async function adminOf(house: House): Promise<Player> {
  admins += 1;
  const admin = await signUp(house, `some-admin-${process.pid}-${admins}@test.example`, "Some admin");
  await makeAdmin(house, admin);
  return admin;
}
