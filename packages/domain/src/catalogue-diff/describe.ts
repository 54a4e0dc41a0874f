import type { FieldCatalogue } from "../condition/field-catalogue.ts";
import { readCondition } from "../condition/read.ts";
import type { Atom, Condition } from "../condition/types.ts";
import { formatNumber, quote } from "../text/format.ts";
import type { Locale, Text } from "../text/text.ts";
import { clauseChanges, listChanges } from "./clause-changes.ts";
import { isReadable } from "./condition-change.ts";
import type { Subject } from "./documents.ts";
import { fieldAt } from "./field-label.ts";
import { shareText, type ValueContext } from "./field-words.ts";
import type { Leaf } from "./leaves.ts";
import type { FieldWords } from "./measure-fields.ts";
import type { ClauseName, ContentChange, ContentSubject } from "./types.ts";

/** What sentences take their names from. */
export interface Words extends ValueContext {
  readonly fields: FieldCatalogue;
}

const inBoth = (say: (locale: Locale) => string): Text => ({ sv: say("sv"), en: say("en") });

const templates = {
  sv: {
    changed: (what: string, after: string, before: string) => `${what} är nu ${after}, förut ${before}.`,
    hidden: (what: string) => `${what} har fått ett nytt innehåll.`,
    came: (what: string, after: string | null) => `${what} har tillkommit${after === null ? "" : `: ${after}`}.`,
    gone: (what: string, before: string | null) => `${what} har tagits bort${before === null ? "" : ` (${before})`}.`,
    order: (what: string) => `${what} har en ny ordning; innehållet är detsamma.`,
    in: (language: string) => ({ sv: " på svenska", en: " på engelska" })[language] ?? "",
    on: "på",
    with: "med",
  },
  en: {
    changed: (what: string, after: string, before: string) => `${what} is now ${after}, before ${before}.`,
    hidden: (what: string) => `${what} has new content.`,
    came: (what: string, after: string | null) => `${what} is new${after === null ? "" : `: ${after}`}.`,
    gone: (what: string, before: string | null) => `${what} is gone${before === null ? "" : ` (${before})`}.`,
    order: (what: string) => `${what} has a new order; the content is the same.`,
    in: (language: string) => ({ sv: " in Swedish", en: " in English" })[language] ?? "",
    on: "on",
    with: "with",
  },
} as const;

const things: Record<Locale, Record<Subject["kind"], string>> = {
  sv: {
    measure: "Åtgärden",
    statement: "Påståendet",
    dimension: "Området",
    precondition: "Uppgiften",
    catalogue: "Katalogen",
    instrument: "Mätinstrumentet",
  },
  en: {
    measure: "The measure",
    statement: "The statement",
    dimension: "The area",
    precondition: "The fact",
    catalogue: "The catalogue",
    instrument: "The instrument",
  },
};

/** How the subject is spoken of at the head of a sentence: "BO06", "Området ”Boende”", "Katalogen". */
export function nameOf({ kind, id, title }: ContentSubject, locale: Locale): string {
  if (kind === "catalogue" || kind === "instrument") return things[locale][kind];
  if (kind === "measure") return id;
  const name = kind === "statement" || title[locale] === "" ? id : quote(title[locale], locale);
  return `${things[locale][kind]} ${name}`;
}

/** The changes that one difference is told as: one, but for a rule's condition, where each moved limit is one. */
export function changesOf(leaf: Leaf, subject: ContentSubject, words: Words): readonly ContentChange[] {
  const { path, before, after } = leaf;
  const base = { subject, path, before, after };
  const [head, part] = path;
  if (subject.kind === "measure" && head === "rule" && path.length === 2 && leaf.code === "changed") {
    const of = { id: subject.id, clause: part as ClauseName, fields: words.fields };
    if (part === "exclude" || part === "require" || part === "inPlace")
      return clauseChanges(before, after, of).map((change) => ({ ...base, ...change }));
    if (part === "boost" || part === "damp") return listChanges(before, after, of).map((change) => ({ ...base, ...change }));
  }
  if (subject.kind === "catalogue") return [{ ...base, ...ofCatalogue(leaf, words) }];
  return [{ ...base, ...ofField(leaf, subject, words) }];
}

type Told = Pick<ContentChange, "code" | "kind" | "sentence">;

function ofField({ code, path, before, after }: Leaf, subject: ContentSubject, words: Words): Told {
  const { words: field, rest } = fieldAt(subject.kind, path);
  const head = path.at(-1);
  const what = (locale: Locale) => `${nameOf(subject, locale)}: ${field.label[locale]}${restText(path, rest, locale, words)}`;
  if (code === "order") return { code: "order", kind: "text", sentence: inBoth((locale) => templates[locale].order(what(locale))) };
  if (field.said !== undefined && rest.length === 0) return ofYesNo({ before, after }, field, subject, head);
  const kind =
    Array.isArray(before) && Array.isArray(after) && path[0] === "rule" && sameMembers(before, after) ? "text" : kindAt(field, path);
  const sentence = inBoth((locale) => {
    const value = (one: unknown) => (field.value === undefined ? null : field.value(one, locale, words));
    if (before == null || (Array.isArray(before) && before.length === 0)) return templates[locale].came(what(locale), value(after));
    if (after == null || (Array.isArray(after) && after.length === 0)) return templates[locale].gone(what(locale), value(before));
    const [is, was] = [value(after), value(before)];
    return is === null || was === null || is === was
      ? templates[locale].hidden(what(locale))
      : templates[locale].changed(what(locale), is, was);
  });
  return { code: "changed", kind, sentence };
}

const sameMembers = (first: readonly unknown[], second: readonly unknown[]): boolean =>
  first.length === second.length && first.every((entry) => second.includes(entry));

/** Text inside something that can change advice (a choice's label, a scale's) is text. */
function kindAt(field: FieldWords, path: readonly string[]): FieldWords["kind"] {
  const last = path.at(-1);
  return (last === "sv" || last === "en") && path.length > 1 && field.kind === "advice" ? "text" : field.kind;
}

function restText(path: readonly string[], rest: readonly string[], locale: Locale, words: Words): string {
  const { in: language, on, with: along } = templates[locale];
  const [first, ...more] = rest;
  if (first === undefined) return "";
  if (path[1] === "effects") return ` ${on} ${quote(words.dimension(first, locale), locale)}`;
  if (path[1] === "synergies") return ` ${along} ${first}`;
  if (first === "sv" || first === "en") return language(first);
  // A choice is told by its name, which is the value: its key is for machines.
  if (path[0] === "values" || path[0] === "levels") return "";
  const last = more.at(-1);
  const tail = last === "sv" || last === "en" ? language(last) : "";
  return isWord(first) ? tail : ` ${first}${tail}`;
}

/** Member names that would be raw keys in a sentence. */
const isWord = (key: string): boolean => ["min", "max", "what", "why", "example", "missing", "labels", "key"].includes(key);

function ofYesNo(
  { before, after }: Pick<Leaf, "before" | "after">,
  field: FieldWords,
  subject: ContentSubject,
  head: string | undefined,
): Told {
  const [was, is] = [before === true, after === true];
  const code = head !== "retired" || was === is ? "changed" : is ? "retired" : "restored";
  const said = field.said?.(subject.id, is);
  // Absent and false say the same.
  return { code, kind: was === is ? "text" : field.kind, sentence: said ?? field.label };
}

const figures = {
  sv: {
    version: (after: string, before: string) => `Katalogens version är nu ${after}, förut ${before}.`,
    share: (reading: string) => `Andelen referensorter där ${reading}`,
    spread: (label: string) => `Spridningen bland referensorterna i ${label}`,
    all: "Katalogens referensvärden",
  },
  en: {
    version: (after: string, before: string) => `The catalogue's version is now ${after}, before ${before}.`,
    share: (reading: string) => `The share of reference places where ${reading}`,
    spread: (label: string) => `The spread among the reference places of ${label}`,
    all: "The catalogue's reference figures",
  },
} as const;

function ofCatalogue({ path, before, after }: Leaf, words: Words): Told {
  const [head, table, key = ""] = path;
  if (head === "version")
    return { code: "changed", kind: "text", sentence: inBoth((locale) => figures[locale].version(String(after), String(before))) };
  const sentence = inBoth((locale) => {
    const isShare = table === "factShare" && path.length === 3;
    const what = isShare ? shareName(key, locale, words) : path.length === 3 ? spreadName(key, locale, words) : figures[locale].all;
    const value = (one: unknown) =>
      isShare ? shareText(one, locale, words) : typeof one === "number" ? formatNumber(one, locale, 2) : null;
    if (before == null) return templates[locale].came(what, value(after));
    if (after == null) return templates[locale].gone(what, value(before));
    const [is, was] = [value(after), value(before)];
    return is === null || was === null || is === was ? templates[locale].hidden(what) : templates[locale].changed(what, is, was);
  });
  return { code: "changed", kind: "advice", sentence };
}

/** "bostadslage eq \"brist\"" as the reading of the comparison. */
function shareName(key: string, locale: Locale, { fields }: Words): string {
  const atom = atomOf(key);
  return atom === null || !isReadable(atom, fields) ? figures[locale].all : figures[locale].share(readCondition(atom, locale, fields));
}

function atomOf(key: string): Condition | null {
  const [field = "", op = ""] = key.split(" ", 2);
  try {
    return { field, op: op as Atom["op"], value: JSON.parse(key.slice(field.length + op.length + 2)) as Atom["value"] };
  } catch {
    return null;
  }
}

function spreadName(key: string, locale: Locale, { fields }: Words): string {
  const label = fields.get(key)?.label[locale];
  return label === undefined ? figures[locale].all : figures[locale].spread(quote(label, locale));
}

const wholes = {
  sv: {
    added: (name: string, title: string) => `${name} har tillkommit: ${title}.`,
    removed: (name: string, title: string) => `${name} har tagits bort: ${title}.`,
    reused_id: (name: string, title: string, was: string) => `${name} står nu för något annat: ${title}, förut ${was}.`,
  },
  en: {
    added: (name: string, title: string) => `${name} is new: ${title}.`,
    removed: (name: string, title: string) => `${name} is removed: ${title}.`,
    reused_id: (name: string, title: string, was: string) => `${name} now stands for something else: ${title}, before ${was}.`,
  },
} as const;

const noTitle: Text = { sv: "", en: "" };

/** A subject that came, went or became another. */
export function wholeChange(
  code: "added" | "removed" | "reused_id",
  before: Subject | undefined,
  after: Subject | undefined,
): ContentChange {
  const told = after ?? before;
  const { kind, id } = told as Subject;
  const title = after === undefined || after.title.sv === "" ? (before?.title ?? noTitle) : after.title;
  const subject: ContentSubject = { kind, id, title };
  const sentence = inBoth((locale) => {
    const of = wholes[locale][code];
    const name = kind === "measure" ? id : `${things[locale][kind]} ${id}`;
    return of(name, quote(title[locale], locale), quote(before?.title[locale] ?? "", locale));
  });
  return { subject, code, kind: "advice", path: [], before: before?.document, after: after?.document, sentence };
}

const orderNames: Readonly<Record<string, Text>> = {
  measures: { sv: "Listan över åtgärder", en: "The list of measures" },
  basicPackage: { sv: "Grundpaket", en: "Grundpaket" },
  dimensions: { sv: "Listan över områden", en: "The list of areas" },
  statements: { sv: "Listan över påståenden", en: "The list of statements" },
  preconditions: { sv: "Listan över uppgifter", en: "The list of facts" },
};

/** A list whose members are the same in another order: nothing is computed from it. */
export function orderChange(list: string, subject: ContentSubject, before: readonly string[], after: readonly string[]): ContentChange {
  const name = orderNames[list] ?? { sv: "Listan", en: "The list" };
  const sentence = inBoth((locale) => templates[locale].order(name[locale]));
  return { subject, code: "order", kind: "text", path: ["order", list], before, after, sentence };
}
