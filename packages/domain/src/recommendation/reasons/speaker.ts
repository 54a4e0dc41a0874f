import type { Measure } from "../../catalogue/types.ts";
import type { Field, FieldCatalogue } from "../../condition/field-catalogue.ts";
import { atomText, limitsOf, subjectOf, valueText } from "../../condition/phrase.ts";
import type { Atom, FactValue, Operator } from "../../condition/types.ts";
import type { Instrument } from "../../instrument/types.ts";
import { formatNumber, joinWords, quote } from "../../text/format.ts";
import type { Locale } from "../../text/text.ts";
import type { Reason } from "../types.ts";
import { decodeList } from "./encode.ts";
import { reasonWords } from "./words.ts";

/** A comparison with the fact it met, as words. */
export interface SpokenAtom {
  /** "uppgiften ”Tomma småhus”", "vakansgraden i allmännyttan". */
  readonly subject: string;
  /** "vakansgraden i allmännyttan är 12 procent". */
  readonly statement: string;
  /** What the rule asks: "vakansgraden i allmännyttan är minst 5 procent". */
  readonly test: string;
  /** The statement says just what the rule asks ("svaret är ja", where ja is asked for): to give the limit would repeat it. */
  readonly saysTheLimit: boolean;
  /** "minst 5 procent"; "inte minst 5 procent" where the rule has the opposite in mind. */
  readonly limit: string;
  /** The same without the unit, where the statement has named it. */
  readonly bareLimit: string;
  /** "från 5 procent": where an exclusion begins; null where it is not about a number. */
  readonly outside: string | null;
  readonly role: "require" | "boost";
}

/** A reason's values, its labels and its language: what a template makes its sentence from. */
export interface Speaker {
  readonly values: Reason["values"];
  readonly text: (key: string) => string;
  readonly number: (key: string, decimals?: number) => string;
  readonly amount: (key: string) => number;
  readonly dimension: (key: string) => string;
  /** The same in lower case, for the middle of a sentence. */
  readonly dimensionInside: (key: string) => string;
  readonly statement: (key: string) => string;
  readonly measure: (key: string) => string;
  readonly atoms: () => readonly SpokenAtom[];
  readonly changes: () => string;
  readonly now: () => string;
  readonly join: (texts: readonly string[]) => string;
}

/** What a speaker takes its labels from. */
export interface Labels {
  readonly instrument: Instrument;
  readonly measures: readonly Measure[];
  readonly fields: FieldCatalogue;
}

/** A speaker for one reason. Labels that the versions do not have read as a neutral phrase, never as a raw key. */
export function speakerFor({ values, template }: Reason, locale: Locale, labels: Labels): Speaker {
  const words = reasonWords[locale];
  const text = (key: string) => String(values[key] ?? "");
  const amount = (key: string) => (typeof values[key] === "number" ? values[key] : 0);
  const dimension = (key: string) => labels.instrument.dimensions.find((one) => one.id === values[key])?.[locale] ?? words.oneDimension;
  const statementText = (id: unknown) => labels.instrument.dimensions.flatMap((one) => one.items).find((item) => item.id === id)?.[locale];
  const indices = Array.from({ length: amount("count") }, (_, index) => index);
  const inverted =
    template === "not.required" || template === "weakest.unknown" || template === "suits.unknown" || template === "suits.no_obstacle";
  return {
    values,
    text,
    amount,
    number: (key, decimals = 0) => formatNumber(amount(key), locale, decimals),
    dimension,
    dimensionInside: (key) => lowerFirst(dimension(key)),
    statement: (key) => quote(statementText(values[key]) ?? words.oneStatement, locale),
    measure: (key) => quote(labels.measures.find((one) => one.id === values[key])?.[locale] ?? words.anotherMeasure, locale),
    atoms: () => indices.map((index) => spokenAtom(values, index, !inverted, labels, locale)),
    changes: () =>
      joinWords(
        indices.map((index) => spokenChange(values, index, labels, locale)),
        locale,
        "and",
      ),
    now: () => nowText(values, indices, labels, locale),
    join: (texts) => joinWords(texts, locale, "and"),
  };
}

/** The text with a small first letter, unless it starts with an abbreviation. */
function lowerFirst(text: string): string {
  return /^.\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** The field, or for a statistic that has no title here, one that is named by its code. */
function fieldFor(key: string, { fields }: Labels): Field | undefined {
  const known = fields.get(key);
  if (known !== undefined || !key.startsWith("peer.")) return known;
  const code = key.slice("peer.".length);
  const label = { sv: `nyckeltalet ${code} i Kolada`, en: `indicator ${code} in Kolada` };
  return {
    key,
    kind: "peer",
    label,
    type: "number",
    unit: null,
    min: null,
    max: null,
    decimals: 1,
    choices: null,
    levels: null,
    askedOf: "derived",
    visibility: "public",
  };
}

interface ReadAtom {
  readonly field: Field | undefined;
  readonly atom: Atom;
}

function readAtom(values: Reason["values"], index: number, labels: Labels): ReadAtom {
  const key = String(values[`field${index}`] ?? "");
  const op = values[`op${index}`] as Operator;
  const limit = values[`limit${index}`] ?? "";
  const list = decodeList(limit);
  const field = fieldFor(key, labels);
  const isNumeric = field?.type === "number" || field?.type === "integer";
  const value = op === "in" || op === "between" ? (isNumeric ? list.map(Number) : list) : limit;
  return { field, atom: { field: key, op, value } };
}

/** A fact or a new value: lists were made strings, and are lists again where the field is one. */
function readValue(field: Field | undefined, value: string | number | boolean | null | undefined): FactValue | null {
  if (value === null || value === undefined) return null;
  return field?.type === "multiEnum" && typeof value === "string" ? decodeList(value) : value;
}

function spokenAtom(values: Reason["values"], index: number, wantsHolding: boolean, labels: Labels, locale: Locale): SpokenAtom {
  const words = reasonWords[locale];
  const { field, atom } = readAtom(values, index, labels);
  const fact = readValue(field, values[`fact${index}`]);
  const holds = fact === null ? wantsHolding : values[`holds${index}`] === true;
  const not = holds === wantsHolding || fact === null ? "" : `${words.not} `;
  return {
    subject: subjectOf(field, locale),
    statement: words.statement({ field, atom, fact, dimension: dimensionOf(atom.field, labels, locale) }),
    test: `${values[`negated${index}`] === true ? `${words.notThat} ` : ""}${atomText(atom, field, locale)}`,
    saysTheLimit: atom.op === "contains" || (not === "" && holds && namesOneValue(atom)),
    limit: not + words.limit(atom, field, false),
    bareLimit: not + words.limit(atom, field, true),
    outside: not === "" && typeof atom.value === "number" ? words.outside(atom.op, valueText(field, atom.value, locale)) : null,
    role: values[`role${index}`] === "boost" ? "boost" : "require",
  };
}

/** A comparison that only one value meets: a fact that meets it says the limit itself. */
function namesOneValue({ op, value }: Atom): boolean {
  return op === "eq" || (op === "in" && Array.isArray(value) && value.length === 1);
}

function dimensionOf(field: string, { instrument }: Labels, locale: Locale): string {
  const id = field.slice(field.indexOf(".") + 1);
  const label = instrument.dimensions.find((one) => one.id === id)?.[locale];
  return label === undefined ? reasonWords[locale].oneDimension : lowerFirst(label);
}

function spokenChange(values: Reason["values"], index: number, labels: Labels, locale: Locale): string {
  const { field, atom } = readAtom(values, index, labels);
  const change = {
    field,
    atom,
    from: readValue(field, values[`from${index}`]),
    isExact: values[`op${index}`] === "exact",
    holds: values[`holds${index}`] === true,
  };
  const to = readValue(field, values[`to${index}`]) ?? "";
  const predicate = typeof to === "number" ? numberPredicate(change, to, locale) : choicePredicate(change, to, locale);
  return `${subjectOf(field, locale)} ${predicate}`;
}

interface SpokenChange extends ReadAtom {
  readonly from: FactValue | null;
  /** The words may not name the limit, only the value that was tried. */
  readonly isExact: boolean;
  readonly holds: boolean;
}

function numberPredicate({ field, atom, from, isExact, holds }: SpokenChange, to: number, locale: Locale): string {
  const words = reasonWords[locale];
  const value = valueText(field, to, locale, limitsOf(isExact ? to : atom.value));
  const limit = typeof atom.value === "number" && !isExact ? valueText(field, atom.value, locale) : null;
  if (from === null) return limit === null ? words.is(value) : words.isNow(atom.op, holds, limit);
  const rises = to > Number(from);
  const move = limit === null ? null : words.moves(atom.op, holds, rises, limit);
  return move ?? words.movesTo(rises, value);
}

function choicePredicate({ field, atom, from, isExact, holds }: SpokenChange, to: FactValue, locale: Locale): string {
  const words = reasonWords[locale];
  if (atom.op === "contains" && !isExact) return words.includes(holds, from !== null, valueText(field, String(atom.value), locale));
  const value = valueText(field, to, locale);
  return from === null ? words.is(value) : words.becomes(value);
}

/** What the facts of a change are now: "Ni har 38 procent.", "Uppgiften saknas.". */
function nowText(values: Reason["values"], indices: readonly number[], labels: Labels, locale: Locale): string {
  const words = reasonWords[locale];
  const texts = indices.map((index) => {
    const { field, atom } = readAtom(values, index, labels);
    const from = readValue(field, values[`from${index}`]);
    const to = values[`to${index}`];
    const against = [...limitsOf(atom.value), ...(typeof to === "number" ? [to] : [])];
    return {
      isOwn: field?.kind === "precondition" && typeof from === "number",
      text: from === null ? null : valueText(field, from, locale, against),
    };
  });
  const [only] = texts;
  if (texts.length === 1 && only !== undefined)
    return only.text === null ? words.missing : only.isOwn ? words.youHave(only.text) : words.today(only.text);
  return words.today(
    joinWords(
      texts.map(({ text }) => text ?? words.unknown),
      locale,
      "and",
    ),
  );
}
