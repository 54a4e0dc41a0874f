import type { DraftMeasureItem } from "@hp/contracts";
import type { DraftItemRow, ItemKind } from "@hp/db";
import type { Catalogue, Dimension, Instrument, Measure, MeasureRule, Precondition } from "@hp/domain";
import { digestOf } from "../digest.ts";

/** A catalogue before anything is computed for it: what an admin edits. */
export type PlainCatalogue = Pick<Catalogue, "measures" | "rules">;
/** What a draft amounts to. */
export interface DraftContent {
  readonly instrument: Instrument;
  readonly catalogue: PlainCatalogue;
  /** Stands for all of it: the same content has the same, whoever made it and in whatever order. */
  readonly fingerprint: string;
}

type Item = Pick<DraftItemRow, "key" | "document"> & { readonly kind: string };

/** The items of published content, as a draft takes them over. */
export function itemsOf(instrument: Instrument, { measures, rules }: PlainCatalogue) {
  const item = (kind: ItemKind, key: string, document: object) => ({ kind, key, document: document as never });
  return [
    ...measures.map((measure) => item("measure", measure.id, { measure, rule: rules[measure.id] })),
    ...instrument.dimensions.map((dimension) => item("dimension", dimension.id, dimension)),
    ...instrument.preconditions.map((precondition) => item("precondition", precondition.key, precondition)),
  ];
}

/** In the order of the published list; what is new comes after, by key. */
function inOrder<T>(known: readonly string[], documents: ReadonlyMap<string, T>): T[] {
  const added = [...documents.keys()].filter((key) => !known.includes(key)).sort();
  return [...known, ...added].flatMap((key) => {
    const document = documents.get(key);
    return document === undefined ? [] : [document];
  });
}

/** Puts a draft's items together into an instrument and a catalogue, in the order of the content it was made from. */
export function contentOf(
  base: { readonly instrument: Instrument; readonly catalogue: PlainCatalogue },
  items: readonly Item[],
): DraftContent {
  const of = <T>(kind: string) => new Map(items.filter((one) => one.kind === kind).map((one) => [one.key, one.document as T]));
  const measureItems = inOrder(
    base.catalogue.measures.map(({ id }) => id),
    of<DraftMeasureItem>("measure"),
  );
  const measures = measureItems.map(({ measure }) => measure as Measure);
  const rules = Object.fromEntries(measureItems.map(({ measure, rule }) => [measure.id, rule as MeasureRule]));
  const dimensions = inOrder(
    base.instrument.dimensions.map(({ id }) => id),
    of<Dimension>("dimension"),
  );
  const preconditions = inOrder(
    base.instrument.preconditions.map(({ key }) => key),
    of<Precondition>("precondition"),
  );
  const instrument = { ...base.instrument, dimensions, preconditions };
  const { version: _version, ...content } = instrument;
  return { instrument, catalogue: { measures, rules }, fingerprint: digestOf({ instrument: content, measures, rules }) };
}

/** The measure and the rule of one item as a catalogue of its own, so that items are compared by the same function as versions. */
export function catalogueOfOne(document: unknown): PlainCatalogue {
  if (document === null) return { measures: [], rules: {} };
  const { measure, rule } = document as DraftMeasureItem;
  return { measures: [measure as Measure], rules: { [measure.id]: rule as MeasureRule } };
}

const isText = (value: unknown): value is { sv: string; en: string } =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "sv") && Object.hasOwn(value, "en");

/** How many texts within a document lack a language. */
export function missingTexts(document: unknown): number {
  if (typeof document !== "object" || document === null) return 0;
  if (isText(document) && typeof document.sv === "string" && typeof document.en === "string") {
    const { sv, en, ...rest } = document;
    return (sv === "" ? 1 : 0) + (en === "" ? 1 : 0) + missingTexts(rest);
  }
  return Object.values(document).reduce((total: number, value) => total + missingTexts(value), 0);
}
