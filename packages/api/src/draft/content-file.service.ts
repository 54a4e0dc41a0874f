import { type FileItem, placeInFile, readContentFile, writeWorkbook, writeYaml } from "@hp/content/files";
import { type DraftItemSave, type DraftView, draftItemSave, type ImportPreview } from "@hp/contracts";
import { changePlatform, type ItemWrite } from "@hp/db";
import type { PlatformScope } from "@hp/domain/access";
import { measureDifference } from "../content/difference.ts";
import { digestOf } from "../digest.ts";
import { AppError, problemOf } from "../errors.ts";
import type { Kit } from "../services.ts";
import type { draftService } from "./draft.service.ts";
import { type DraftContent, itemsOf } from "./draft-content.ts";
import { itemProblems } from "./item-problems.ts";

type Read = PlatformScope<"content.read">;
type Edit = PlatformScope<"content.read" | "content.edit">;
type Draft = ReturnType<typeof draftService>;
type Problem = ImportPreview["problems"][number];
interface File {
  readonly draftId: string;
  readonly base64: string;
}
const mediaTypes = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", yaml: "application/yaml" } as const;
/** Problems that are told: whoever mends a file mends these first. */
const mostProblems = 200;

/** One item of a file against the contract of its kind. */
function checked(item: FileItem, draftId: string): { readonly save: DraftItemSave } | { readonly problems: Problem[] } {
  const parsed = draftItemSave.safeParse({ kind: item.kind, draftId, key: item.key, version: 0, document: item.document });
  if (parsed.success) return { save: parsed.data };
  const problems = parsed.error.issues.map((issue) => ({ ...at(item, issue.path.join(".")), problem: problemOf(issue) }));
  return { problems };
}

/** Where a problem of an item's input stands in the file; what is wrong with the key itself stands in the item's row. */
function at(item: FileItem, path: string): { readonly row: string; readonly field: string } {
  return placeInFile(item, path.startsWith("document.") ? path.slice("document.".length) : path);
}

/** What an item names that is not there, with its row. */
const named = (item: FileItem, save: DraftItemSave, content: DraftContent): Problem[] =>
  itemProblems(save, content).map(({ path, problem }) => ({ ...at(item, path), problem }));

/** The draft as it would be with the file's items in it: what they name is looked for there. */
function together(content: DraftContent, saves: readonly DraftItemSave[]): DraftContent {
  const byKey = <T extends object>(list: readonly T[], key: (one: T) => string, added: readonly T[]) => [
    ...list.filter((one) => !added.some((other) => key(other) === key(one))),
    ...added,
  ];
  const measures = saves.flatMap((one) => (one.kind === "measure" ? [one.document] : []));
  const dimensions = saves.flatMap((one) => (one.kind === "dimension" ? [one.document] : []));
  const preconditions = saves.flatMap((one) => (one.kind === "precondition" ? [one.document] : []));
  const { instrument, catalogue } = content;
  return {
    fingerprint: content.fingerprint,
    instrument: {
      ...instrument,
      dimensions: byKey(instrument.dimensions, ({ id }) => id, dimensions as never),
      preconditions: byKey(instrument.preconditions, ({ key }) => key, preconditions as never),
    },
    catalogue: {
      measures: byKey(catalogue.measures, ({ id }) => id, measures.map(({ measure }) => measure) as never),
      rules: { ...catalogue.rules, ...(Object.fromEntries(measures.map(({ measure, rule }) => [measure.id, rule])) as object) },
    },
  };
}

/** Drafts as files and back: the whole of one, or nothing. */
export const contentFileService = ({ transaction }: Kit, draft: Draft) => {
  /** What a file holds and would change; `saves` are its items where nothing is wrong with any of them. */
  const read = async (scope: Read, { draftId, base64 }: File) => {
    const loaded = await draft.load(scope, draftId);
    const file = await readContentFile(Buffer.from(base64, "base64"));
    if ("problems" in file) return { loaded, problems: [...file.problems], saves: [], file: [] };
    const outcomes = file.items.map((item) => ({ item, ...checked(item, draftId) }));
    const saves = outcomes.flatMap((one) => ("save" in one ? [one.save] : []));
    const faulty: Problem[] = outcomes.flatMap((one) => ("problems" in one ? one.problems : []));
    const content = together(loaded.content, saves);
    const problems = faulty.length > 0 ? faulty : outcomes.flatMap((one) => ("save" in one ? named(one.item, one.save, content) : []));
    return { loaded, problems, saves, file: file.items };
  };

  /** The items that the file would change in the draft, as they would be written. */
  const writesOf = ({ loaded, saves }: Awaited<ReturnType<typeof read>>) =>
    saves.flatMap((save) => {
      const { kind, key, document } = save;
      const now = loaded.items.find((one) => one.kind === kind && one.key === key);
      if (now !== undefined && digestOf(now.document) === digestOf(document)) return [];
      const write: ItemWrite = {
        kind,
        key,
        version: now?.version ?? 0,
        before: (now?.document ?? null) as never,
        after: document as never,
      };
      return [{ write, isNew: now === undefined }];
    });

  const titleOf = ({ after, key }: ItemWrite) => {
    const { measure, sv, en } = after as { measure?: { sv: string; en: string }; sv?: string; en?: string };
    return { sv: measure?.sv ?? sv ?? key, en: measure?.en ?? en ?? key };
  };

  const preview = async (scope: Read, input: File): Promise<ImportPreview> => {
    const outcome = await read(scope, input);
    const { loaded, problems, saves } = outcome;
    const writes = problems.length === 0 ? writesOf(outcome) : [];
    const sentences = ({ kind, before, after }: ItemWrite) =>
      kind === "measure" ? measureDifference(before, after, loaded.content.instrument).map(({ sentence }) => sentence) : [];
    const inFile = new Set(outcome.file.map(({ kind, key }) => `${kind} ${key}`));
    return {
      fingerprint: loaded.content.fingerprint,
      problems: problems.slice(0, mostProblems),
      added: writes.filter(({ isNew }) => isNew).map(({ write }) => ({ key: write.key, title: titleOf(write) })),
      changed: writes
        .filter(({ isNew }) => !isNew)
        .map(({ write }) => ({ key: write.key, title: titleOf(write), sentences: sentences(write) })),
      notInFile: problems.length > 0 ? [] : loaded.items.filter(({ kind, key }) => !inFile.has(`${kind} ${key}`)).map(({ key }) => key),
      unchanged: problems.length > 0 ? 0 : saves.length - writes.length,
    };
  };

  return {
    preview,

    /** The draft as a file that {@link preview} reads again without a difference. */
    exportDraft: async (scope: Read, { draftId, format }: { draftId: string; format: "xlsx" | "yaml" }) => {
      const { row, content } = await draft.load(scope, draftId);
      const items = itemsOf(content.instrument, content.catalogue);
      const file = format === "xlsx" ? await writeWorkbook(items) : new TextEncoder().encode(writeYaml(items));
      const name = `innehall-${row.baseCatalogue}-${content.fingerprint.slice(0, 8)}.${format}`;
      return { name, mediaType: mediaTypes[format], base64: Buffer.from(file).toString("base64") };
    },

    /** Puts the file that was previewed into the draft as one act, which is undone as one. */
    apply: async (scope: Edit, input: File & { readonly fingerprint: string }): Promise<DraftView> => {
      const outcome = await read(scope, input);
      const { row, content } = outcome.loaded;
      if (row.status === "published" || row.status === "discarded") throw new AppError("closed", { reason: "draft" });
      if (content.fingerprint !== input.fingerprint) throw new AppError("stale", { reason: "draft_changed" });
      const [problem] = outcome.problems;
      if (problem !== undefined) throw new AppError("invalid", { fields: [{ path: problem.field, problem: "import_problem" }] });
      const writes = writesOf(outcome).map(({ write }) => write);
      return changePlatform(
        transaction,
        scope,
        { action: "content.edit", kind: "draft.import", target: input.draftId },
        async (platform) => {
          const refused = writes.length === 0 ? [] : await platform.change(input.draftId, crypto.randomUUID(), writes);
          if (refused.length > 0) throw new AppError("stale", { reason: "draft_changed" });
          return { result: await draft.get(scope, input.draftId), before: null, after: { keys: writes.map(({ key }) => key) } };
        },
      );
    },
  };
};
