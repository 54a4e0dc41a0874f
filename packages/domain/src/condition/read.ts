import { joinWords } from "../text/format.ts";
import type { Locale } from "../text/text.ts";
import type { FieldCatalogue } from "./field-catalogue.ts";
import { atomText, subjectOf, valueText } from "./phrase.ts";
import { isAtom, partsOf } from "./shape.ts";
import type { Atom, Condition } from "./types.ts";

/** The fields a condition names, each once, in reading order. */
export function fieldsOf(condition: Condition): readonly string[] {
  const fields = new Set<string>();
  const visit = (node: Condition): void => {
    if (isAtom(node)) fields.add(node.field);
    else for (const part of partsOf(node)) visit(part);
  };
  visit(condition);
  return [...fields];
}

/**
 * A condition in plain words, as a clause without a full stop: "vakansgraden är minst 5 procent och
 * (bostadsläget är ”Balans” eller …)". Branches inside branches stand in parentheses, so that the reading is the tree.
 *
 * @param fields Labels, units and choices; a field it does not know is named as "en uppgift som inte längre finns".
 * @returns Never empty. Total: never throws on a valid condition.
 */
export function readCondition(condition: Condition, locale: Locale, fields: FieldCatalogue): string {
  if (isAtom(condition)) return atomText(condition, fields.get(condition.field), locale);
  const bySize = sizeTest(condition);
  if (bySize !== null) return sizeText(bySize, fields, locale);
  if ("not" in condition) return `${phrases[locale].not} ${inner(condition.not, locale, fields)}`;
  const parts = partsOf(condition);
  const texts = parts.map((part) => (parts.length === 1 ? readCondition(part, locale, fields) : inner(part, locale, fields)));
  if (texts.length === 0) return phrases[locale]["all" in condition ? "always" : "never"];
  if ("all" in condition) return joinWords(texts, locale, "and");
  if ("any" in condition) return joinWords(texts, locale, "or");
  return phrases[locale].atLeast(condition.atLeast, texts.join("; "));
}

function inner(condition: Condition, locale: Locale, fields: FieldCatalogue): string {
  const text = readCondition(condition, locale, fields);
  return isAtom(condition) || sizeTest(condition) !== null ? text : `(${text})`;
}

/** `gap ≥ x or gap ≤ −x`, the rules' way to compare the size of a signed gap; null for anything else. */
function sizeTest(condition: Condition): (Atom & { readonly value: number }) | null {
  if (isAtom(condition) || !("any" in condition) || condition.any.length !== 2) return null;
  const [first, second] = condition.any as readonly [Condition, Condition];
  if (!isAtom(first) || !isAtom(second) || first.field !== second.field || first.op !== "gte" || second.op !== "lte") return null;
  const value = first.value;
  return typeof value === "number" && value > 0 && second.value === -value ? { ...first, value } : null;
}

function sizeText(atom: Atom & { readonly value: number }, fields: FieldCatalogue, locale: Locale): string {
  const field = fields.get(atom.field);
  return phrases[locale].size(subjectOf(field, locale), valueText(field, atom.value, locale));
}

const phrases = {
  sv: {
    not: "det gäller inte att",
    always: "alltid",
    never: "aldrig",
    atLeast: (count: number, texts: string) => `minst ${count} av följande gäller: ${texts}`,
    size: (subject: string, value: string) => `${subject} är minst ${value} åt något håll`,
  },
  en: {
    not: "it is not so that",
    always: "always",
    never: "never",
    atLeast: (count: number, texts: string) => `at least ${count} of the following hold: ${texts}`,
    size: (subject: string, value: string) => `${subject} is at least ${value} either way`,
  },
} as const;
