import type { Catalogue, Measure } from "../catalogue/types.ts";
import { cachedFieldCatalogue, type KpiTitles } from "../condition/field-catalogue.ts";
import type { Instrument } from "../instrument/types.ts";
import type { Locale } from "../text/text.ts";
import { changesOf, orderChange, type Words, wholeChange } from "./describe.ts";
import {
  catalogueDocuments,
  catalogueOf,
  type Documents,
  instrumentDocuments,
  instrumentOf,
  memberOf,
  type Subject,
  shapes,
} from "./documents.ts";
import { impliedOrder, isSame, leavesOf, withLeaf } from "./leaves.ts";
import type { ContentChange, ContentSubject } from "./types.ts";

/**
 * Everything that differs between two versions of a catalogue, with a sentence for each.
 *
 * Measures are compared by id: their order counts for nothing but itself. A condition in which only limits moved is told
 * limit by limit, with whether it now holds in more places or fewer; one with another form is told by both readings. A
 * measure whose main dimension and Swedish title are both others is told as one whose id was used again.
 *
 * @param instrument The one that the later version belongs to: names and units. A field it does not have is told as gone.
 * @param kpiTitles Titles of statistics that rules compare with similar municipalities.
 * @returns The version and reference figures first, then measures in the order before, then those added; empty for equal versions.
 * @throws RangeError if a measure stands twice in a version.
 * @see catalogue-diff/SPEC.md
 */
export function diffCatalogues(
  before: Catalogue,
  after: Catalogue,
  instrument: Instrument,
  kpiTitles?: KpiTitles,
): readonly ContentChange[] {
  return diff(catalogueDocuments(before), catalogueDocuments(after), wordsOf(instrument, kpiTitles));
}

/**
 * Everything that differs between two versions of an instrument: dimensions, statements, preconditions, scales. A statement
 * is a subject of its own, with the dimension it belongs to.
 *
 * @returns As `diffCatalogues`.
 * @throws RangeError if a dimension, a statement or a precondition stands twice in a version.
 */
export function diffInstruments(before: Instrument, after: Instrument, kpiTitles?: KpiTitles): readonly ContentChange[] {
  return diff(instrumentDocuments(before), instrumentDocuments(after), wordsOf(after, kpiTitles, before));
}

/**
 * The catalogue with the changes made: all changes between two versions, applied to the first, give the second.
 *
 * @param changes Of `diffCatalogues` from this catalogue, all or some. With some, lists keep the order that follows by itself.
 * @returns A new catalogue; the one given is left as it was.
 */
export function applyCatalogueChanges(catalogue: Catalogue, changes: readonly ContentChange[]): Catalogue {
  return catalogueOf(apply(catalogueDocuments(catalogue), changes));
}

/** The same of an instrument. */
export function applyInstrumentChanges(instrument: Instrument, changes: readonly ContentChange[]): Instrument {
  return instrumentOf(apply(instrumentDocuments(instrument), changes));
}

function wordsOf(instrument: Instrument, kpiTitles: KpiTitles | undefined, earlier: Instrument = instrument): Words {
  const named = new Map([...earlier.dimensions, ...instrument.dimensions].map((one) => [one.id, one]));
  return {
    fields: cachedFieldCatalogue(instrument, kpiTitles),
    dimension: (id: string, locale: Locale) => named.get(id)?.[locale] ?? id,
  };
}

/** The version as a subject goes by no id: its id is what may have changed. */
const keyOf = ({ kind, id }: Pick<Subject, "kind" | "id">): string =>
  kind === "catalogue" || kind === "instrument" ? kind : `${kind} ${id}`;

function diff(before: Documents, after: Documents, words: Words): readonly ContentChange[] {
  const was = new Map(before.subjects.map((subject) => [keyOf(subject), subject]));
  const is = new Map(after.subjects.map((subject) => [keyOf(subject), subject]));
  const kept = [...was].flatMap(([key, subject]) => subjectChanges(subject, is.get(key), words));
  const come = [...is].flatMap(([key, subject]) => (was.has(key) ? [] : [wholeChange("added", undefined, subject)]));
  const changes = [...kept, ...come];
  return [...changes, ...orderChanges(before, after, changes)];
}

function subjectChanges(before: Subject, after: Subject | undefined, words: Words): readonly ContentChange[] {
  if (after === undefined) return [wholeChange("removed", before, undefined)];
  if (isReused(before, after)) return [wholeChange("reused_id", before, after)];
  const title = after.title.sv === "" ? before.title : after.title;
  const subject: ContentSubject = { kind: after.kind, id: after.id, title };
  return leavesOf(before.document, after.document, shapes[after.kind]).flatMap((leaf) => {
    if (after.kind !== "measure" || leaf.path.length !== 1 || leaf.path[0] !== "measure") return changesOf(leaf, subject, words);
    const whole = wholeChange(leaf.after === undefined ? "removed" : "added", before, after);
    return [{ ...whole, subject, path: leaf.path, before: leaf.before, after: leaf.after }];
  });
}

/** Whether a measure's id stands for another measure: its main dimension and its Swedish title are both others. */
export function isReusedMeasure(before: Pick<Measure, "sv" | "mainDimension">, after: Pick<Measure, "sv" | "mainDimension">): boolean {
  return before.mainDimension !== after.mainDimension && before.sv.trim() !== after.sv.trim();
}

function isReused({ kind, document: before }: Subject, { document: after }: Subject): boolean {
  const [was, is] = [before.measure as Measure | undefined, after.measure as Measure | undefined];
  return kind === "measure" && was !== undefined && is !== undefined && isReusedMeasure(was, is);
}

/** Lists whose order does not follow from the other changes. */
function orderChanges(before: Documents, after: Documents, changes: readonly ContentChange[]): readonly ContentChange[] {
  const whole = after.subjects.find(({ kind }) => kind === "catalogue" || kind === "instrument");
  if (whole === undefined) return [];
  const { kind, id, title } = whole;
  const { orders } = apply(before, changes);
  return Object.keys(after.orders).flatMap((list) => {
    const [follows = [], is = []] = [orders[list], after.orders[list]];
    return isSame(follows, is) ? [] : [orderChange(list, { kind, id, title }, before.orders[list] ?? [], is)];
  });
}

function apply(documents: Documents, changes: readonly ContentChange[]): Documents {
  const subjects = new Map(documents.subjects.map((subject) => [keyOf(subject), subject]));
  const orders = new Map<string, readonly string[]>();
  for (const { subject, code, path, after } of changes) {
    const key = keyOf(subject);
    if (path[0] === "order") orders.set(path[1] ?? "", after as readonly string[]);
    else if (path.length === 0 && after === undefined) subjects.delete(key);
    else {
      const document =
        path.length === 0
          ? after
          : withLeaf(subjects.get(key)?.document, { code: isOrder(code, after) ? "order" : "changed", path, after }, shapes[subject.kind]);
      subjects.set(key, { ...subject, document: document as Subject["document"] });
    }
  }
  const list = [...subjects.values()];
  return { subjects: list, orders: ordersOf(documents, list, orders) };
}

/** An `order` of a keyed list gives its keys; that of a condition gives the condition. */
const isOrder = (code: ContentChange["code"], after: unknown): boolean =>
  code === "order" && Array.isArray(after) && after.every((key) => typeof key === "string");

function ordersOf(
  { orders }: Documents,
  subjects: readonly Subject[],
  changed: ReadonlyMap<string, readonly string[]>,
): Documents["orders"] {
  return Object.fromEntries(
    Object.entries(orders).map(([list, was]) => {
      const members = subjects.filter((subject) => memberOf[list]?.(subject)).map(({ id }) => id);
      const is = new Set(members);
      const kept = (changed.get(list) ?? impliedOrder(was, members)).filter((id) => is.has(id));
      return [list, impliedOrder(kept, members)];
    }),
  );
}
