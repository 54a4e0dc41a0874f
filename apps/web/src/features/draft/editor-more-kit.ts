import "server-only";
import { getMessages } from "next-intl/server";
import { editorWords } from "./editor-kit.ts";
import type { EditorWords } from "./editor-words.ts";

interface Tree {
  readonly [key: string]: string | Tree;
}
const flat = (tree: Tree, prefix: string): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );

/**
 * Texts for the parts of a page that work in the browser: one group of those of the grid and the questions, and what every
 * editor says about saving and languages.
 */
export async function moreWords(group: "grid" | "area"): Promise<EditorWords> {
  const { editorMore } = (await getMessages()) as unknown as { editorMore: Tree };
  const shared = Object.entries(await editorWords()).filter(([key]) => !key.includes(".") || key.startsWith("language."));
  const own = editorMore[group];
  return Object.fromEntries([...shared, ...(typeof own === "object" ? flat(own, `${group}.`) : [])]);
}
