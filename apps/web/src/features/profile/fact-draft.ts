import type { FactView } from "@hp/contracts";
import { type NumberLocale, writeNumber } from "../place/number-text.ts";

/** What a field needs to know of its precondition. */
export type FieldFact = Pick<FactView, "key" | "label" | "type" | "unit" | "choices" | "state" | "value" | "version">;

/** Whether it is answered by several ticks or radios, in a group with one name. */
export const isChoiceGroup = ({ type }: Pick<FieldFact, "type">) => type === "boolean" || type === "multiEnum";

/** What stands in a field: texts of what is chosen or written, or that one does not know. */
export interface Draft {
  readonly values: readonly string[];
  readonly isUnknown: boolean;
}

/** A fact's saved value as a draft. */
export function draftOf({ type, state, value }: Pick<FieldFact, "type" | "state" | "value">, locale: NumberLocale): Draft {
  if (state === "unanswered" || state === "hidden") return { values: [], isUnknown: false };
  if (value === null) return { values: [], isUnknown: true };
  if (Array.isArray(value)) return { values: value.length === 0 ? ["none"] : value, isUnknown: false };
  if (typeof value === "boolean") return { values: [value ? "yes" : "no"], isUnknown: false };
  if (typeof value === "number")
    return { values: [type === "number" || type === "integer" ? writeNumber(value, locale) : String(value)], isUnknown: false };
  return { values: [value], isUnknown: false };
}

/** Whether two drafts say the same. */
export const sameDraft = (a: Draft, b: Draft) => a.isUnknown === b.isUnknown && a.values.join("\n") === b.values.join("\n");

/** Whether a draft says something that can be saved. */
export const isAnswer = ({ values, isUnknown }: Draft) => isUnknown || values.some((value) => value !== "");

/** A draft as the form that the handler takes too. */
export function draftForm(fact: FieldFact, draft: Draft, more: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...more, key: fact.key, type: fact.type })) form.set(name, value);
  if (draft.isUnknown) form.set("unknown", "on");
  for (const value of draft.values) form.append("value", value);
  return form;
}

/** A draft in words. */
export function draftText(
  fact: FieldFact,
  draft: Draft,
  words: { readonly yes: string; readonly no: string; readonly unknown: string; readonly none: string },
): string {
  if (draft.isUnknown) return words.unknown;
  const fixed: Readonly<Record<string, string>> = { yes: words.yes, no: words.no, none: words.none };
  const text = draft.values
    .map(
      (value) =>
        fact.choices.find(({ key }) => key === value)?.label ??
        (fact.type === "boolean" || fact.type === "multiEnum" ? (fixed[value] ?? value) : value),
    )
    .join(", ");
  return fact.unit === null || text === "" ? text : `${text} ${fact.unit}`;
}

/** A draft of several choices with one of them turned on or off; the last one turned off leaves "none of these". */
export function toggled(draft: Draft, key: string, isOn: boolean): Draft {
  if (key === "none") return { values: isOn ? ["none"] : [], isUnknown: false };
  const rest = draft.values.filter((value) => value !== key && value !== "none");
  return { values: isOn ? [...rest, key] : rest.length === 0 ? ["none"] : rest, isUnknown: false };
}
