import type { EditorWords } from "./editor-words.ts";

/** Fields of the form that are called by another word than their place in the document. */
const calledBy: Readonly<Record<string, string>> = {
  "measure.sv": "measure.title",
  "measure.en": "measure.title",
  "measure.costSek": "measure.cost",
  "measure.horizonMonths": "measure.horizon",
  "measure.evidence": "measure.grade",
  "measure.followUp": "measure.kpis",
};

/** What the form calls the field that a path in a measure's document leads to; the path's own end where it has no name for it. */
export function pathWord(words: EditorWords, path: string): string {
  const [part = "", field = "", within = ""] = path.replace(/^document\./, "").split(".");
  const place = `${part}.${field}`;
  const keys = [calledBy[place], field === "card" ? `card.${within}` : `${place}.${within}`, place];
  const key = keys.find((one) => one !== undefined && words[one] !== undefined);
  return (key === undefined ? undefined : words[key]) ?? path.split(".").at(-1) ?? path;
}
