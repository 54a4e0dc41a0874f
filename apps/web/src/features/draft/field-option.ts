import type { Operator } from "@hp/domain";

/** A field that a comparison may name, as the editor offers it. */
export interface FieldOption {
  readonly key: string;
  readonly group: "precondition" | "score" | "item" | "gap" | "factGap" | "peer";
  readonly label: string;
  readonly type: "number" | "integer" | "boolean" | "enum" | "multiEnum";
  readonly unit: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly choices: readonly { readonly key: string; readonly label: string }[] | null;
  readonly ops: readonly Operator[];
}
