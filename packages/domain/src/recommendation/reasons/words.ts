import type { Field } from "../../condition/field-catalogue.ts";
import { bareNumber, limitsOf, limitText, subjectOf, valueText } from "../../condition/phrase.ts";
import type { Atom, FactValue, Operator } from "../../condition/types.ts";
import type { Locale } from "../../text/text.ts";

/** An atom with its field and fact, to be put in words. */
export interface AtomInWords {
  readonly field: Field | undefined;
  readonly atom: Atom;
  readonly fact: FactValue | null;
  /** Label of the dimension the field is about, in lower case; a neutral phrase where it is about none. */
  readonly dimension: string;
}

/** The words of one language that sentences about facts are made from. */
export interface ReasonWords {
  readonly not: string;
  /** "det inte gäller att": before a clause whose opposite is meant. */
  readonly notThat: string;
  readonly oneDimension: string;
  readonly oneStatement: string;
  readonly anotherMeasure: string;
  readonly unknown: string;
  readonly missing: string;
  readonly youHave: (value: string) => string;
  readonly today: (value: string) => string;
  readonly is: (value: string) => string;
  readonly becomes: (value: string) => string;
  /** "omfattar även ”Ingenjör”". */
  readonly includes: (holds: boolean, wasKnown: boolean, choice: string) => string;
  readonly statement: (atom: AtomInWords) => string;
  readonly limit: (atom: Atom, field: Field | undefined, bare: boolean) => string;
  readonly outside: (op: Operator, limit: string) => string | null;
  /** What an unknown number would have to be: "är under 5 procent". */
  readonly isNow: (op: Operator, holds: boolean, limit: string) => string;
  /** How a known number would have to move past a limit; null where the words would not say what was checked. */
  readonly moves: (op: Operator, holds: boolean, rises: boolean, limit: string) => string | null;
  readonly movesTo: (rises: boolean, value: string) => string;
}

/** By operator and by whether it holds: the mirror of `gte` is `lt`. */
const mirror: Partial<Record<Operator, Operator>> = { gte: "lt", lt: "gte", gt: "lte", lte: "gt", eq: "ne", ne: "eq" };
const side = (op: Operator, holds: boolean): Operator => (holds ? op : (mirror[op] ?? op));

interface WordsOf {
  readonly limits: Partial<Record<Operator, (limit: string) => string>>;
  readonly knownFact: string;
  readonly worse: string;
  readonly better: string;
  readonly eitherWay: (limit: string) => string;
  readonly is: (subject: string, value: string) => string;
  readonly isUnknown: (subject: string) => string;
  readonly includes: (subject: string, choice: string, holds: boolean) => string;
  readonly peer: (title: string, difference: string, sign: number) => string;
  readonly gap: (dimension: string, size: string, sign: number) => string;
}

function limitWords(words: WordsOf, locale: Locale): ReasonWords["limit"] {
  return ({ op, value }, field, bare) => {
    if (op === "known") return words.knownFact;
    if (field?.kind === "peer" && value === 0 && (op === "lt" || op === "gt")) return { lt: words.worse, gt: words.better }[op];
    if (field?.kind === "gap" && typeof value === "number") return words.eitherWay(valueText(field, Math.abs(value), locale));
    return wordsFor(words, op, limitWithUnit(op, value, field, bare, locale));
  };
}

function limitWithUnit(op: Operator, value: Atom["value"], field: Field | undefined, bare: boolean, locale: Locale): string {
  return bare && typeof value === "number" ? bareNumber(field, value, locale) : limitText(op, value, field, locale);
}

const wordsFor = ({ limits }: WordsOf, op: Operator, limit: string): string => limits[op]?.(limit) ?? limit;

function statementWords(words: WordsOf, locale: Locale): ReasonWords["statement"] {
  return ({ field, atom, fact, dimension }) => {
    const subject = subjectOf(field, locale);
    if (fact === null) return words.isUnknown(subject);
    if (atom.op === "contains" && typeof atom.value === "string") {
      return words.includes(subject, valueText(field, atom.value, locale), Array.isArray(fact) && fact.includes(atom.value));
    }
    if (typeof fact === "number") {
      const size = valueText(field, Math.abs(fact), locale, limitsOf(atom.value).map(Math.abs));
      if (field?.kind === "peer") return words.peer(field.label[locale], size, Math.sign(fact));
      if (field?.kind === "gap") return words.gap(dimension, size, Math.sign(fact));
    }
    return words.is(subject, valueText(field, fact, locale, limitsOf(atom.value)));
  };
}

const swedish: WordsOf = {
  limits: {
    gte: (limit) => `minst ${limit}`,
    gt: (limit) => `mer än ${limit}`,
    lte: (limit) => `högst ${limit}`,
    lt: (limit) => `under ${limit}`,
    ne: (limit) => `annat än ${limit}`,
    between: (limit) => `mellan ${limit}`,
  },
  knownFact: "att uppgiften är känd",
  worse: "sämre än liknande kommuner",
  better: "bättre än liknande kommuner",
  eitherWay: (limit) => `minst ${limit} åt något håll`,
  is: (subject, value) => `${subject} är ${value}`,
  isUnknown: (subject) => `${subject} är okänd`,
  includes: (subject, choice, holds) => `${subject} omfattar ${holds ? "" : "inte "}${choice}`,
  peer: (title, difference, sign) =>
    sign === 0
      ? `kommunen ligger lika med liknande kommuner i ”${title}”`
      : `kommunen ligger ${difference} ${sign < 0 ? "sämre" : "bättre"} till än liknande kommuner i ”${title}”`,
  gap: (dimension, size, sign) => {
    if (sign === 0) return `kommunen och industrin ger ${dimension} samma poäng`;
    const [more, less] = sign > 0 ? ["kommunen", "industrin"] : ["industrin", "kommunen"];
    return `${more} ger ${dimension} ${size} mer än ${less}`;
  },
};

const english: WordsOf = {
  limits: {
    gte: (limit) => `at least ${limit}`,
    gt: (limit) => `more than ${limit}`,
    lte: (limit) => `at most ${limit}`,
    lt: (limit) => `below ${limit}`,
    ne: (limit) => `anything but ${limit}`,
    between: (limit) => `between ${limit}`,
  },
  knownFact: "that the fact is known",
  worse: "worse than similar municipalities",
  better: "better than similar municipalities",
  eitherWay: (limit) => `at least ${limit} either way`,
  is: (subject, value) => `${subject} is ${value}`,
  isUnknown: (subject) => `${subject} is unknown`,
  includes: (subject, choice, holds) => `${subject} ${holds ? "includes" : "does not include"} ${choice}`,
  peer: (title, difference, sign) =>
    sign === 0
      ? `the municipality is level with similar ones in “${title}”`
      : `the municipality is ${difference} ${sign < 0 ? "worse" : "better"} off than similar ones in “${title}”`,
  gap: (dimension, size, sign) => {
    if (sign === 0) return `the municipality and the industry give ${dimension} the same score`;
    const [more, less] = sign > 0 ? ["the municipality", "the industry"] : ["the industry", "the municipality"];
    return `${more} gives ${dimension} ${size} more than ${less}`;
  },
};

type Movement = Partial<Record<Operator, readonly [rises: boolean, words: (limit: string) => string]>>;

/** By the comparison that holds after the change. `gte 25` is reached from below only: anything else is not said this way. */
const swedishMoves: Movement = {
  gte: [true, (limit) => `stiger till ${limit}`],
  gt: [true, (limit) => `stiger över ${limit}`],
  lte: [false, (limit) => `sjunker till ${limit}`],
  lt: [false, (limit) => `sjunker under ${limit}`],
};
const englishMoves: Movement = {
  gte: [true, (limit) => `rises to ${limit}`],
  gt: [true, (limit) => `rises above ${limit}`],
  lte: [false, (limit) => `falls to ${limit}`],
  lt: [false, (limit) => `falls below ${limit}`],
};

function movesBy(movement: Movement): ReasonWords["moves"] {
  return (op, holds, rises, limit) => {
    const move = movement[side(op, holds)];
    return move !== undefined && move[0] === rises ? move[1](limit) : null;
  };
}

/** The small words of the reasons, by language. */
export const reasonWords: Record<Locale, ReasonWords> = {
  sv: {
    not: "inte",
    notThat: "det inte gäller att",
    oneDimension: "en dimension",
    oneStatement: "ett påstående",
    anotherMeasure: "ett annat råd",
    unknown: "okänt",
    missing: "Uppgiften saknas.",
    youHave: (value) => `Ni har ${value}.`,
    today: (value) => `I dag: ${value}.`,
    is: (value) => `är ${value}`,
    becomes: (value) => `blir ${value}`,
    includes: (holds, wasKnown, choice) =>
      holds ? `omfattar ${wasKnown ? "även " : ""}${choice}` : wasKnown ? `inte längre omfattar ${choice}` : `inte omfattar ${choice}`,
    statement: statementWords(swedish, "sv"),
    limit: limitWords(swedish, "sv"),
    outside: (op, limit) =>
      ({ gte: `från ${limit}`, gt: `över ${limit}`, lt: `under ${limit}`, lte: `vid ${limit} eller lägre`, eq: `vid ${limit}` })[
        op as "gte"
      ] ?? null,
    isNow: (op, holds, limit) => `är ${swedish.limits[side(op, holds)]?.(limit) ?? limit}`,
    moves: movesBy(swedishMoves),
    movesTo: (rises, value) => `${rises ? "stiger" : "sjunker"} till ${value}`,
  },
  en: {
    not: "not",
    notThat: "it is not so that",
    oneDimension: "one dimension",
    oneStatement: "one statement",
    anotherMeasure: "another measure",
    unknown: "unknown",
    missing: "The fact is missing.",
    youHave: (value) => `You have ${value}.`,
    today: (value) => `Today: ${value}.`,
    is: (value) => `is ${value}`,
    becomes: (value) => `becomes ${value}`,
    includes: (holds, wasKnown, choice) =>
      holds ? `${wasKnown ? "also " : ""}includes ${choice}` : wasKnown ? `no longer includes ${choice}` : `does not include ${choice}`,
    statement: statementWords(english, "en"),
    limit: limitWords(english, "en"),
    outside: (op, limit) =>
      ({ gte: `from ${limit}`, gt: `above ${limit}`, lt: `below ${limit}`, lte: `at ${limit} or lower`, eq: `at ${limit}` })[op as "gte"] ??
      null,
    isNow: (op, holds, limit) => `is ${english.limits[side(op, holds)]?.(limit) ?? limit}`,
    moves: movesBy(englishMoves),
    movesTo: (rises, value) => `${rises ? "rises" : "falls"} to ${value}`,
  },
};
