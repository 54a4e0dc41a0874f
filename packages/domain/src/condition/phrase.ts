import { capitalise, formatNumber, joinWords, quote } from "../text/format.ts";
import type { Locale } from "../text/text.ts";
import type { Field } from "./field-catalogue.ts";
import { decimalsIn } from "./flip.ts";
import { subjectForm, unitWord } from "./phrase-words.ts";
import type { Atom, FactValue, Operator } from "./types.ts";

const words = {
  sv: {
    figure: "uppgiften",
    answer: "svaret på",
    peer: "skillnaden mot liknande kommuner i",
    yes: "ja",
    no: "nej",
    none: "inget av alternativen",
    other: "ett annat alternativ",
    level: "nivå",
    field: "en uppgift som inte längre finns",
    eq: "är",
    ne: "är inte",
    lt: "är under",
    lte: "är högst",
    gt: "är över",
    gte: "är minst",
    contains: "omfattar",
    between: "ligger mellan",
    known: "är känd",
    unknown: "är okänd",
    worse: "kommunen ligger sämre till än liknande kommuner i",
    better: "kommunen ligger bättre till än liknande kommuner i",
  },
  en: {
    figure: "the figure",
    answer: "the answer to",
    peer: "the difference from similar municipalities in",
    yes: "yes",
    no: "no",
    none: "none of the choices",
    other: "another choice",
    level: "level",
    field: "a fact that no longer exists",
    eq: "is",
    ne: "is not",
    lt: "is below",
    lte: "is at most",
    gt: "is above",
    gte: "is at least",
    contains: "includes",
    between: "lies between",
    known: "is known",
    unknown: "is unknown",
    worse: "the municipality is worse off than similar ones in",
    better: "the municipality is better off than similar ones in",
  },
} as const;

/** The field as the subject of a sentence, in lower case: "andelen anställda i skift", "svaret på ”Tomma småhus”". */
export function subjectOf(field: Field | undefined, locale: Locale): string {
  if (field === undefined) return words[locale].field;
  const label = field.label[locale];
  if (field.kind === "peer") return `${words[locale].peer} ${quote(label, locale)}`;
  const form = subjectForm(label, locale);
  if (form !== null && field.type !== "boolean") return form;
  const kind = field.type === "number" || field.type === "integer" ? "figure" : "answer";
  return `${words[locale][kind]} ${quote(label, locale)}`;
}

/**
 * A value with its unit, or its choice's label in quotation marks; yes or no for a yes/no. Never a raw key:
 * a choice that no longer exists reads "ett annat alternativ".
 *
 * @param against A limit the value is shown beside: it gets the decimals it takes to fall on the right side of it.
 */
export function valueText(
  field: Field | undefined,
  value: FactValue | number | string | boolean,
  locale: Locale,
  against: readonly number[] = [],
): string {
  if (typeof value === "number") return numberWithUnit(field, value, locale, against);
  if (typeof value === "boolean") return value ? words[locale].yes : words[locale].no;
  if (typeof value === "string") return choiceText(field, value, locale);
  if (value.length === 0) return words[locale].none;
  return joinWords(
    value.map((key) => choiceText(field, key, locale)),
    locale,
    "and",
  );
}

function choiceText(field: Field | undefined, key: string, locale: Locale): string {
  const choice = field?.choices?.find((entry) => entry.key === key);
  return choice === undefined ? words[locale].other : quote(choice[locale], locale);
}

function numberWithUnit(field: Field | undefined, value: number, locale: Locale, against: readonly number[]): string {
  const text = formatNumber(value, locale, shownDecimals(field, value, against));
  if (field?.levels) return `${words[locale].level} ${text}`;
  const unit = field?.unit == null || namesUnit(field, locale) ? null : unitWord(field.unit[locale], value, locale);
  return unit === null ? text : `${text}\u00a0${unit}`;
}

/** Whether the label says what is counted ("Invånare i orten"): then the unit after the number would say it twice. */
function namesUnit({ label, unit }: Field, locale: Locale): boolean {
  return unit !== null && unit[locale].length > 2 && label[locale].toLowerCase().includes(unit[locale].toLowerCase());
}

/** A number without its unit: the second figure of a sentence that has named the unit. */
export function bareNumber(field: Field | undefined, value: number, locale: Locale, against: readonly number[] = []): string {
  const text = formatNumber(value, locale, shownDecimals(field, value, against));
  return field?.levels ? `${words[locale].level} ${text}` : text;
}

function shownDecimals(field: Field | undefined, value: number, against: readonly number[]): number {
  let decimals = field?.decimals ?? 1;
  const misleads = () => against.some((limit) => Math.sign(Number(value.toFixed(decimals)) - limit) !== Math.sign(value - limit));
  while (decimals < 6 && misleads()) decimals += 1;
  return Math.max(decimals, against.includes(value) ? decimalsIn(value) : 0);
}

/** The numbers among an atom's limits. */
export function limitsOf(value: Atom["value"]): readonly number[] {
  return (Array.isArray(value) ? value : [value]).filter((limit): limit is number => typeof limit === "number");
}

/** What the atom asks of its field: "är minst 5 procent", "är ”Brist” eller ”Obalans”", "omfattar ”Ingenjör”". */
export function testText({ op, value }: Atom, field: Field | undefined, locale: Locale): string {
  const verb = words[locale];
  if (op === "known") return value === true ? verb.known : verb.unknown;
  return `${verb[op === "in" ? "eq" : op]} ${limitText(op, value, field, locale)}`;
}

/** The limit itself: "5 procent", "2 och 3", "”Brist” eller ”Obalans”". */
export function limitText(op: Operator, value: Atom["value"], field: Field | undefined, locale: Locale): string {
  if (!Array.isArray(value)) return valueText(field, value as string | number | boolean, locale);
  const last = value.length - 1;
  const texts = value.map((entry, index) =>
    typeof entry === "number" && index < last ? bareNumber(field, entry, locale) : valueText(field, entry, locale),
  );
  return joinWords(texts, locale, op === "between" ? "and" : "or");
}

/** One atom as a statement: "vakansgraden är minst 5 procent", "kommunen ligger sämre till än liknande kommuner i …". */
export function atomText(atom: Atom, field: Field | undefined, locale: Locale): string {
  if (field?.kind === "peer" && atom.value === 0 && (atom.op === "lt" || atom.op === "gt")) {
    return `${words[locale][atom.op === "lt" ? "worse" : "better"]} ${quote(field.label[locale], locale)}`;
  }
  return `${subjectOf(field, locale)} ${testText(atom, field, locale)}`;
}

/** A sentence from its text: capital first, full stop last. */
export function sentence(text: string): string {
  return `${capitalise(text)}.`;
}
