import "server-only";
import { kpis } from "@hp/content";
import type { DraftItemView } from "@hp/contracts";
import { fieldCatalogue, type Instrument, operatorsFor } from "@hp/domain";
import { getMessages } from "next-intl/server";
import type { ReaderLocale } from "../place/kit.ts";
import type { EditorWords } from "./editor-words.ts";
import type { FieldOption } from "./field-option.ts";

interface Tree {
  readonly [key: string]: string | Tree;
}
const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );

/** The editor's texts, for its parts in the browser. */
export async function editorWords(): Promise<EditorWords> {
  const { editor } = (await getMessages()) as unknown as { editor: Tree };
  return Object.fromEntries(flat(editor));
}

/** Every field that a rule may name, with what its comparison can be, in the reader's language. */
export function fieldOptions(instrument: Instrument, locale: ReaderLocale): FieldOption[] {
  const titles = Object.fromEntries([...kpis()].map(([id, { sv, en }]) => [id, { sv, en }]));
  return [...fieldCatalogue(instrument, titles).values()].map((field) => ({
    key: field.key,
    group: field.kind,
    label: field.label[locale],
    type: field.type,
    unit: field.unit?.[locale] ?? null,
    min: field.min,
    max: field.max,
    choices: field.choices?.map((choice) => ({ key: choice.key, label: choice[locale] })) ?? null,
    ops: [...operatorsFor(field.type)],
  }));
}

/** An instrument as a draft holds it: the base with the draft's own dimensions and preconditions. */
export type DraftItem = DraftItemView;
