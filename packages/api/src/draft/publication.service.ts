import type { DraftPublish } from "@hp/contracts";
import { catalogue as catalogueContract, instrument as instrumentContract } from "@hp/contracts/content";
import { benchById, benchesOf, catalogueDocument, changePlatform, type DraftRow, instrumentDocument } from "@hp/db";
import type { Commonness } from "@hp/domain";
import type { PlatformScope } from "@hp/domain/access";
import { currentContent } from "../content/content.service.ts";
import { digestOf } from "../digest.ts";
import { AppError, invalidField } from "../errors.ts";
import { submitOnce } from "../idempotency.service.ts";
import type { Kit } from "../services.ts";
import type { draftService } from "./draft.service.ts";
import { contentOf, type DraftContent, itemsOf } from "./draft-content.ts";

type Load = ReturnType<typeof draftService>["load"];
type Loaded = Awaited<ReturnType<Load>>;
type Publish = PlatformScope<"content.read" | "content.publish">;

function refuseUnlessAsSeen({ row, base, content }: Loaded, input: DraftPublish): void {
  if (row.status === "published" || row.status === "discarded") throw new AppError("closed", { reason: "draft" });
  if (row.version !== input.version || content.fingerprint !== input.fingerprint) throw new AppError("stale", { reason: "draft_changed" });
  if (content.fingerprint === contentOf(base, itemsOf(base.instrument, base.catalogue)).fingerprint)
    throw new AppError("not_ready", { reason: "nothing_changed" });
}

/** The two documents that a draft becomes, as the contracts of published content want them. */
function documentsOf({ base, content }: Loaded, version: string, { commonness, basicPackage, reference }: Commonness) {
  const instrument = { ...content.instrument, version };
  const catalogue = { ...content.catalogue, version, commonness, basicPackage, reference };
  const [fault] = [instrumentContract.safeParse(instrument), catalogueContract.safeParse(catalogue)].flatMap(
    (one) => one.error?.issues ?? [],
  );
  if (fault !== undefined) throw invalidField(fault.path.join("."), "content");
  const isSameInstrument = digestOf({ ...instrument, version: base.instrument.version }) === digestOf(base.instrument);
  return { instrument: isSameInstrument ? null : instrument, catalogue };
}

/** Makes a draft into versions that never change again. No place is moved by it: each is upgraded when its coordinator says so. */
export const publicationService = ({ transaction }: Kit, load: Load) => {
  /** What was computed while the draft was tried; refused unless the newest finished trial is green, and of the draft as it stands. */
  const greenTrial = async (scope: Publish, { id }: DraftRow, { fingerprint }: DraftContent) => {
    const newest = (await benchesOf(transaction, scope, id)).find(({ status }) => status === "done");
    if (newest?.fingerprint !== fingerprint) throw new AppError("not_ready", { reason: "not_tried" });
    if (newest.isGreen !== true) throw new AppError("not_ready", { reason: "trial_is_red" });
    const trial = await benchById(transaction, scope, newest.id);
    if (trial === null) throw new Error(`trial ${newest.id} is listed and not there`);
    return { id: newest.id, computed: trial.computed as unknown as Commonness };
  };

  const refuseTaken = async (version: string) => {
    const isTaken = (await instrumentDocument(transaction, version)) !== null || (await catalogueDocument(transaction, version)) !== null;
    if (isTaken) throw new AppError("already_exists", { reason: "content_version" });
  };

  /** Another draft may have been published since this one was begun: publishing then would take its changes back unseen. */
  const refuseOvertaken = async ({ baseInstrument, baseCatalogue }: DraftRow) => {
    const { instrument, catalogue } = await currentContent(transaction);
    if (instrument.version !== baseInstrument || catalogue.version !== baseCatalogue)
      throw new AppError("not_ready", { reason: "base_moved" });
  };

  return {
    /** Publishes a draft whose newest trial is green and of the draft as it stands. */
    publish: (scope: Publish, input: DraftPublish) =>
      submitOnce(transaction, scope.actor.userId, "draft.publish", input, async () => {
        const loaded = await load(scope, input.draftId);
        const { row, base, content } = loaded;
        refuseUnlessAsSeen(loaded, input);
        await refuseOvertaken(row);
        const trial = await greenTrial(scope, row, content);
        const { contentVersion: version, changeNote } = input;
        await refuseTaken(version);
        const { instrument, catalogue } = documentsOf(loaded, version, trial.computed);
        const event = { action: "content.publish", kind: "content.publish", target: input.draftId } as const;
        return changePlatform(transaction, scope, event, async (platform) => {
          const write = (document: object, basedOn: string) => ({
            version,
            document: document as never,
            digest: digestOf(document),
            basedOn,
            changeNote,
          });
          if (instrument !== null) await platform.publishInstrument(write(instrument, row.baseInstrument));
          await platform.publishCatalogue(write(catalogue, row.baseCatalogue));
          const published = { instrument: instrument === null ? null : version, catalogue: version };
          if ((await platform.closeDraft(input.draftId, input.version, published)) === 0)
            throw new AppError("stale", { reason: "draft_changed" });
          return {
            result: { instrument: published.instrument ?? base.instrument.version, catalogue: version },
            before: { instrument: row.baseInstrument, catalogue: row.baseCatalogue },
            after: { ...published, changeNote, bench: trial.id },
          };
        });
      }),
  };
};
