import type { Operator } from "../condition/types.ts";
import type { Text } from "../text/text.ts";

/** What a change is about: one measure with its rule, one statement, and so on; the whole version for what belongs to none. */
export const contentSubjects = ["measure", "statement", "dimension", "precondition", "catalogue", "instrument"] as const;
/** One of them. */
export type ContentSubjectKind = (typeof contentSubjects)[number];

/** The thing that changed. */
export interface ContentSubject {
  readonly kind: ContentSubjectKind;
  /** Measure id, statement id, dimension id or precondition key; the version changed to for the whole. */
  readonly id: string;
  /** As it is called after the change; before it where it is gone. */
  readonly title: Text;
}

/**
 * What a change can do. `advice` can change who is advised what or in which order · `plan` the hours, money, time, owners and
 * steps of a plan · `text` only what is read.
 */
export const changeKinds = ["advice", "plan", "text"] as const;
/** One of them. */
export type ChangeKind = (typeof changeKinds)[number];

/** How something changed. `reused_id`: the same id now stands for something else. */
export const changeCodes = ["changed", "threshold", "rule", "order", "added", "removed", "retired", "restored", "reused_id"] as const;
/** One of them. */
export type ChangeCode = (typeof changeCodes)[number];

/** The parts of a rule that are conditions. */
export type ClauseName = "exclude" | "require" | "boost" | "damp" | "inPlace";

/**
 * Whether a condition holds in more places than before, in fewer, in others, or in the same; null where that cannot be told
 * (a faulty condition, a field that is gone, or one too involved to search).
 */
export type Reach = "more" | "less" | "other" | "same" | null;

/** A comparison moved in its place of a tree, all else as it was. */
export interface MovedThreshold {
  readonly clause: ClauseName;
  readonly field: string;
  readonly before: { readonly op: Operator; readonly value: unknown };
  readonly after: { readonly op: Operator; readonly value: unknown };
  /** Of the whole clause, with what stands under a `not` turned. */
  readonly holds: Reach;
}

/** One difference between two versions of the content. */
export interface ContentChange {
  readonly subject: ContentSubject;
  readonly code: ChangeCode;
  readonly kind: ChangeKind;
  /** From the subject: `["rule", "exclude"]`, `["measure", "effects", "boende"]`; empty for the whole of it. Entries of a list are named by their key. */
  readonly path: readonly string[];
  /** The value at the path; undefined where there was none. Several changes of one condition have the same path and values. */
  readonly before: unknown;
  readonly after: unknown;
  /** Of a `threshold`. */
  readonly moved?: MovedThreshold;
  readonly sentence: Text;
}
