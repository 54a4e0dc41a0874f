import type { DraftItemSave } from "@hp/contracts";
import type { Mode, Party, Text } from "@hp/domain";

/** A dimension as a draft holds it: its texts may be empty. */
export type DraftDimension = Extract<DraftItemSave, { kind: "dimension" }>["document"];
/** A statement of it. */
export type DraftStatement = DraftDimension["items"][number];

/** The largest weight that a dimension may have. */
export const largestWeight = 10;
/** How many statements a dimension may have. */
export const mostStatements = 30;

/**
 * The id of a new statement: the dimension's with a number above every one that its statements have or had. Ids are never
 * used again, since answers are kept by them.
 *
 * @param used Statements wherever they stand: in the draft, in what it was made from, taken out just now.
 */
export function nextStatementId(dimensionId: string, used: readonly Pick<DraftStatement, "id">[]): string {
  const start = `${dimensionId}-`;
  const numbers = used
    .filter(({ id }) => id.startsWith(start))
    .map(({ id }) => id.slice(start.length))
    .filter((rest) => /^\d+$/.test(rest))
    .map(Number);
  return `${start}${Math.max(0, ...numbers) + 1}`;
}

/** The dimension with a new statement at the end: put to all parties, not in the quick round, part of the score. */
export const withStatement = (dimension: DraftDimension, id: string): DraftDimension => ({
  ...dimension,
  items: [
    ...dimension.items,
    { id, sv: "", en: "", parties: ["municipality", "industry", "residents"], core: false, outcome: false, revision: 1 },
  ],
});

/** The dimension with a statement taken out. The last one stays: a dimension has at least one. */
export const withoutStatement = (dimension: DraftDimension, id: string): DraftDimension =>
  dimension.items.length === 1 ? dimension : { ...dimension, items: dimension.items.filter((one) => one.id !== id) };

/** The dimension with a statement that was taken out, at the end; unchanged when it is there. */
export const withRestored = (dimension: DraftDimension, statement: DraftStatement): DraftDimension =>
  dimension.items.some(({ id }) => id === statement.id) ? dimension : { ...dimension, items: [...dimension.items, statement] };

/** The dimension with a statement moved a step up (−1) or down (1); unchanged at the ends and for an id that is not there. */
export function withMoved(dimension: DraftDimension, id: string, by: -1 | 1): DraftDimension {
  const from = dimension.items.findIndex((one) => one.id === id);
  const [one, other] = [dimension.items[from], dimension.items[from + by]];
  if (one === undefined || other === undefined) return dimension;
  const items = [...dimension.items];
  items[from] = other;
  items[from + by] = one;
  return { ...dimension, items };
}

/** The dimension with some of a statement's fields set. */
export const withPatch = (dimension: DraftDimension, id: string, patch: Partial<DraftStatement>): DraftDimension => ({
  ...dimension,
  items: dimension.items.map((one) => (one.id === id ? { ...one, ...patch } : one)),
});

/** Whether the words differ from the published ones, spaces at the ends aside; false for a statement that is not published. */
export const hasNewWords = (statement: Text, published: Text | null): boolean =>
  published !== null && (statement.sv.trim() !== published.sv.trim() || statement.en.trim() !== published.en.trim());

/** The dimension with a statement's words set. Back at the published words it is the published question again. */
export function withWords(dimension: DraftDimension, id: string, { sv, en }: Text, published: DraftStatement | null): DraftDimension {
  const isBack = published !== null && !hasNewWords({ sv, en }, published);
  return withPatch(dimension, id, isBack ? { sv, en, revision: published.revision } : { sv, en });
}

/** What new words of a published statement make of it. */
export type Rewording = "same" | "other";

/** Whether a statement is its published question in other words, whose answers compare, or another question. */
export const rewordingOf = (statement: DraftStatement, published: DraftStatement): Rewording =>
  statement.revision === published.revision ? "same" : "other";

/** The dimension with that decided: the same question keeps the published revision, another one has the next. */
export const withRewording = (dimension: DraftDimension, published: DraftStatement, choice: Rewording): DraftDimension =>
  withPatch(dimension, published.id, { revision: published.revision + (choice === "other" ? 1 : 0) });

/** The dimension with a party asked, or not; the parties stand in their usual order. */
export function withParty(dimension: DraftDimension, id: string, party: Party, isAsked: boolean): DraftDimension {
  const order = ["municipality", "industry", "residents"] as const;
  const statement = dimension.items.find((one) => one.id === id);
  if (statement === undefined) return dimension;
  return withPatch(dimension, id, { parties: order.filter((one) => (one === party ? isAsked : statement.parties.includes(one))) });
}

/** The statements that a party is asked in a mode, in their order: the core ones in the quick round, all in the full one. */
export const askedOf = ({ items }: DraftDimension, party: Party, mode: Mode): readonly DraftStatement[] =>
  items.filter((one) => one.parties.includes(party) && (mode === "full" || one.core));

/** What stands in the way of saving. Missing texts do not: a draft may be unfinished. */
export type DimensionProblem = { readonly code: "weight" } | { readonly code: "parties"; readonly id: string };

/** What stands in the way of saving a dimension; empty when nothing does. */
export function dimensionProblems({ weight, items }: DraftDimension): DimensionProblem[] {
  const isWeight = Number.isFinite(weight) && weight > 0 && weight <= largestWeight;
  return [
    ...(isWeight ? [] : [{ code: "weight" } as const]),
    ...items.filter(({ parties }) => parties.length === 0).map(({ id }) => ({ code: "parties", id }) as const),
  ];
}
