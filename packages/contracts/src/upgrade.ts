import { z } from "zod";
import { instant } from "./common.ts";
import { contentVersion } from "./content/text.ts";
import { idempotencyKey, statementId } from "./ids.ts";

/** Id of a place's move to other content. */
export const upgradeId = z.uuid().brand<"UpgradeId">();

const textView = z.object({ sv: z.string(), en: z.string() });

/** What happens to a statement when a place moves to another instrument. */
export const statementFate = z.enum(["kept", "reworded", "new", "retired"]);
/** For a reworded statement: keep the answers, or ask again. */
export const answerDecision = z.enum(["keep", "ask_again"]);
export type AnswerDecision = z.infer<typeof answerDecision>;

/** What moving a place to the newest content would do. */
export const upgradePreview = z.object({
  from: z.object({ instrument: z.string().nullable(), catalogue: z.string().nullable() }),
  to: z.object({ instrument: z.string(), catalogue: z.string() }),
  /** Nothing to do: the place has the newest already, or has not begun. */
  isNewest: z.boolean(),
  changeNotes: z.array(z.string()),
  /** What the round under way, if any, would ask: every statement that is not simply kept. */
  statements: z.array(
    z.object({
      statementId: z.string(),
      title: textView,
      before: textView.nullable(),
      fate: statementFate,
      suggested: answerDecision.nullable(),
    }),
  ),
  keptStatements: z.int(),
  /** Whether a round is under way, whose answers would move. Opened rounds never change. */
  movesRound: z.boolean(),
  preconditions: z.object({ added: z.array(textView), dropped: z.array(textView) }),
  /** Null where the place has no run of advice yet. */
  advice: z
    .object({
      comes: z.array(z.object({ measureId: z.string(), title: textView, reason: z.string() })),
      goes: z.array(z.object({ measureId: z.string(), title: textView, reason: z.string() })),
      stays: z.int(),
    })
    .nullable(),
  /** Actions of the plan whose measure changes or is retired. They stay in the plan as they are. */
  actions: z.array(
    z.object({ title: z.string(), measureId: z.string(), change: z.enum(["changed", "retired"]), sentences: z.array(z.string()) }),
  ),
  /** Stands for all of the above: an upgrade names what was previewed. */
  digest: z.string(),
});
export type UpgradePreview = z.infer<typeof upgradePreview>;

/** Moves the place to what was previewed. */
export const upgradeApply = z.strictObject({
  toInstrument: contentVersion,
  toCatalogue: contentVersion,
  previewDigest: z.string().regex(/^[0-9a-f]{64}$/),
  decisions: z
    .array(z.strictObject({ statementId, decision: answerDecision }))
    .max(300)
    .refine((list) => new Set(list.map((one) => one.statementId)).size === list.length, { error: "twice" }),
  idempotencyKey,
});
export type UpgradeApply = z.infer<typeof upgradeApply>;
/** Takes a move back. */
export const upgradeRollback = z.strictObject({ upgradeId, idempotencyKey });
export type UpgradeRollback = z.infer<typeof upgradeRollback>;

/** A move that was made. */
export const upgradeView = z.object({
  id: upgradeId,
  from: z.object({ instrument: z.string().nullable(), catalogue: z.string().nullable() }),
  to: z.object({ instrument: z.string().nullable(), catalogue: z.string().nullable() }),
  beforeDigest: z.string(),
  afterDigest: z.string(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  rolledBackAt: instant.nullable(),
  /** Whether it can be taken back: the newest move, with its round not opened since. */
  mayRollBack: z.boolean(),
});
export type UpgradeView = z.infer<typeof upgradeView>;
/** The moves of a place, the newest first, and the digest of the place as it stands. */
export const upgradeListView = z.object({
  upgrades: z.array(upgradeView),
  digest: z.string(),
  /** Whether the place has the newest content, or has not begun and so will get it. */
  isNewest: z.boolean(),
});

/** One's own answers that a move took out of the round: still one's own to read. */
export const earlierAnswersView = z.object({
  answers: z.array(
    z.object({
      statementId: z.string(),
      title: textView,
      answer: z.union([z.int().min(1).max(5), z.literal("cannot_judge")]),
      takenAt: instant,
    }),
  ),
});
export type EarlierAnswersView = z.infer<typeof earlierAnswersView>;
