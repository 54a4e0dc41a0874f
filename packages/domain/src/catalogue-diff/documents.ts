import type { Catalogue, Measure, MeasureRule } from "../catalogue/types.ts";
import type { Dimension, Instrument, Precondition, Statement } from "../instrument/types.ts";
import type { Text } from "../text/text.ts";
import type { Shape } from "./leaves.ts";
import type { ContentSubjectKind } from "./types.ts";

/** A version taken apart by subject: what is compared, and what a change's path leads through. */
export interface Documents {
  readonly subjects: readonly Subject[];
  /** By name of the list: ids in their order. */
  readonly orders: Readonly<Record<string, readonly string[]>>;
}

/** One subject and all that belongs to it. */
export interface Subject {
  readonly kind: ContentSubjectKind;
  readonly id: string;
  readonly title: Text;
  readonly document: Readonly<Record<string, unknown>>;
}

/** A measure with everything that a catalogue says of it. */
export interface MeasureDocument {
  readonly measure?: Measure;
  readonly rule?: MeasureRule;
  readonly commonness?: number;
  readonly basicPackage?: true;
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);
const noText: Text = { sv: "", en: "" };

/** How measures, statements, dimensions and preconditions are taken apart. */
export const shapes: Record<ContentSubjectKind, Shape> = {
  measure: {
    keyed: { "rule.synergies": "with" },
    whole: new Set(["measure.costSek", "measure.horizonMonths", "rule.exclude", "rule.require", "rule.inPlace", "rule.boost", "rule.damp"]),
  },
  statement: { keyed: {}, whole: new Set() },
  dimension: { keyed: { indicators: "kpi" }, whole: new Set() },
  precondition: { keyed: { values: "key", levels: "value" }, whole: new Set() },
  catalogue: { keyed: {}, whole: new Set() },
  instrument: { keyed: { "scale.labels": "value", domains: "key", preconditionGroups: "key" }, whole: new Set() },
};

function refuseTwice(ids: readonly string[], what: string): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new RangeError(`${what} stands twice: ${id}`);
    seen.add(id);
  }
}

/**
 * A catalogue by subject: the version with its reference figures, then everything that is said of each measure id.
 *
 * @throws RangeError if a measure stands twice: which of them an id means would be anybody's guess.
 */
export function catalogueDocuments(catalogue: Catalogue): Documents {
  const { measures, rules, commonness, basicPackage, version, reference } = catalogue;
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  refuseTwice(
    measures.map(({ id }) => id),
    "measure",
  );
  refuseTwice(basicPackage, "basicPackage");
  const basic = new Set(basicPackage);
  const ids = [...new Set([...byId.keys(), ...Object.keys(rules), ...Object.keys(commonness), ...basicPackage])];
  const subjects = ids.map((id): Subject => {
    const measure = byId.get(id);
    const document = { measure, rule: own(rules, id), commonness: own(commonness, id), basicPackage: basic.has(id) ? true : undefined };
    return { kind: "measure", id, title: measure === undefined ? noText : { sv: measure.sv, en: measure.en }, document };
  });
  const whole: Subject = { kind: "catalogue", id: version, title: noText, document: { version, reference } };
  return { subjects: [whole, ...subjects], orders: { measures: measures.map(({ id }) => id), basicPackage } };
}

/** The catalogue that the documents were made from: the inverse of `catalogueDocuments`. */
export function catalogueOf({ subjects, orders }: Documents): Catalogue {
  const of = new Map(subjects.filter(({ kind }) => kind === "measure").map(({ id, document }) => [id, document as MeasureDocument]));
  const { version = "", reference } = (subjects.find(({ kind }) => kind === "catalogue")?.document ?? {}) as Partial<Catalogue>;
  const listed = <T>(value: (document: MeasureDocument) => T | undefined) =>
    [...of].flatMap(([id, document]): readonly (readonly [string, T])[] => {
      const found = value(document);
      return found === undefined ? [] : [[id, found]];
    });
  const byId = new Map(listed(({ measure }) => measure));
  return {
    version,
    measures: (orders.measures ?? []).flatMap((id) => byId.get(id) ?? []),
    rules: Object.fromEntries(listed(({ rule }) => rule)),
    commonness: Object.fromEntries(listed(({ commonness }) => commonness)),
    basicPackage: orders.basicPackage ?? [],
    ...(reference === undefined ? {} : { reference }),
  };
}

/** Whether a subject's document has a seat in the list: what its order is implied from. */
export const memberOf: Readonly<Record<string, (subject: Subject) => boolean>> = {
  measures: ({ kind, document }) => kind === "measure" && document.measure !== undefined,
  basicPackage: ({ kind, document }) => kind === "measure" && document.basicPackage === true,
  dimensions: ({ kind }) => kind === "dimension",
  statements: ({ kind }) => kind === "statement",
  preconditions: ({ kind }) => kind === "precondition",
};

/**
 * An instrument by subject: the version with its scales, then dimensions, statements with their dimension, preconditions.
 *
 * @throws RangeError if a dimension, a statement or a precondition stands twice.
 */
export function instrumentDocuments({ dimensions, preconditions, ...rest }: Instrument): Documents {
  const statements = dimensions.flatMap(({ id, items }) => items.map((item) => ({ ...item, dimension: id })));
  refuseTwice(
    dimensions.map(({ id }) => id),
    "dimension",
  );
  refuseTwice(
    statements.map(({ id }) => id),
    "statement",
  );
  refuseTwice(
    preconditions.map(({ key }) => key),
    "precondition",
  );
  return {
    subjects: [
      { kind: "instrument", id: rest.version, title: noText, document: rest as unknown as Subject["document"] },
      ...dimensions.map(({ items: _, ...one }): Subject => subjectOf("dimension", one.id, one)),
      ...statements.map((one) => subjectOf("statement", one.id, one)),
      ...preconditions.map((one) => subjectOf("precondition", one.key, one)),
    ],
    orders: {
      dimensions: dimensions.map(({ id }) => id),
      statements: statements.map(({ id }) => id),
      preconditions: preconditions.map(({ key }) => key),
    },
  };
}

const subjectOf = (kind: ContentSubjectKind, id: string, document: Text & object): Subject => ({
  kind,
  id,
  title: { sv: document.sv, en: document.en },
  document: document as unknown as Subject["document"],
});

/** The instrument that the documents were made from: the inverse of `instrumentDocuments`. */
export function instrumentOf({ subjects, orders }: Documents): Instrument {
  const documents = <T>(kind: ContentSubjectKind, order: readonly string[] = []): readonly T[] => {
    const byId = new Map(subjects.filter((one) => one.kind === kind).map(({ id, document }) => [id, document]));
    return order.flatMap((id) => (byId.has(id) ? [byId.get(id) as T] : []));
  };
  const statements = documents<Statement & { readonly dimension: string }>("statement", orders.statements);
  const rest = subjects.find(({ kind }) => kind === "instrument")?.document as unknown as Omit<Instrument, "dimensions" | "preconditions">;
  return {
    ...rest,
    dimensions: documents<Omit<Dimension, "items">>("dimension", orders.dimensions).map((one) => ({
      ...one,
      items: statements.filter(({ dimension }) => dimension === one.id).map(({ dimension: _, ...statement }) => statement),
    })),
    preconditions: documents<Precondition>("precondition", orders.preconditions),
  };
}
