import { formatNumber, joinWords } from "../text/format.ts";
import type { Locale } from "../text/text.ts";
import type { BenchFinding } from "./types.ts";

type Values = BenchFinding["values"];
type Say = (id: string, values: Values) => string;
interface Both {
  readonly sv: Say;
  readonly en: Say;
}

const count = (value: Values[string] | undefined, locale: Locale): string => formatNumber(Number(value ?? 0), locale);
const percent = (value: Values[string] | undefined, locale: Locale): string => formatNumber(100 * Number(value ?? 0), locale, 0);
const list = (value: Values[string] | undefined, locale: Locale): string =>
  Array.isArray(value) ? joinWords(value.map(String), locale, "and") : String(value ?? "");

const clauses: Record<Locale, Readonly<Record<string, string>>> = {
  sv: {
    exclude: "uteslutningen",
    require: "kravet",
    boost: "en förstärkning",
    damp: "en dämpning",
    inPlace: "villkoret för att den redan finns",
  },
  en: {
    exclude: "the exclusion",
    require: "the requirement",
    boost: "a boost",
    damp: "a damp",
    inPlace: "the condition for being in place",
  },
};
const clause = (value: Values[string] | undefined, locale: Locale): string => clauses[locale][String(value)] ?? "";

/** The sentence of every code of the trial's own. Those of the static analysis have theirs in condition/finding-text.ts. */
export const findingWords = {
  removed_measure: {
    sv: (id) => `${id} har tagits bort. Ta den ur bruk i stället: planer som har den ska kunna läsas.`,
    en: (id) => `${id} has been removed. Retire it instead: plans that have it must stay readable.`,
  },
  reused_id: {
    sv: (id, { before }) => `${id} står nu för en annan åtgärd än förut (${before}). Ge den nya åtgärden ett eget id.`,
    en: (id, { before }) => `${id} now stands for another measure than before (${before}). Give the new measure an id of its own.`,
  },
  taken_id: {
    sv: (id) => `${id} är ny men har ett id som en tidigare version har använt. Ge den ett eget id.`,
    en: (id) => `${id} is new but has an id that an earlier version has used. Give it an id of its own.`,
  },
  taken_in_instrument: {
    sv: (id) =>
      `${id} är ny men har ett id som en tidigare version av mätinstrumentet har använt: gamla svar skulle tas för svar på den. Ge den ett eget id.`,
    en: (id) =>
      `${id} is new but has an id that an earlier version of the instrument has used: old answers would pass for answers to it. Give it an id of its own.`,
  },
  duplicate_in_instrument: {
    sv: (id) => `${id} står två gånger i mätinstrumentet.`,
    en: (id) => `${id} stands twice in the instrument.`,
  },
  missing_text: {
    sv: (id, { missing }) => `${id}: ${missing === 1 ? "en text" : `${count(missing, "sv")} texter`} saknas på svenska eller engelska.`,
    en: (id, { missing }) => `${id}: ${missing === 1 ? "one text is" : `${count(missing, "en")} texts are`} missing in Swedish or English.`,
  },
  missing_source: { sv: (id) => `${id} saknar källa.`, en: (id) => `${id} has no source.` },
  missing_card: { sv: (id) => `${id} saknar åtgärdskort.`, en: (id) => `${id} has no card.` },
  review_passed: {
    sv: (id, { reviewBy }) => `${id} skulle ha gåtts igenom senast ${reviewBy}.`,
    en: (id, { reviewBy }) => `${id} was to be reviewed by ${reviewBy}.`,
  },
  unknown_dimension: {
    sv: (id, { dimension }) => `${id} har effekt på ett område som inte finns: ${dimension}.`,
    en: (id, { dimension }) => `${id} has an effect on an area that does not exist: ${dimension}.`,
  },
  no_main_effect: {
    sv: (id) => `${id} har ingen effekt på sitt eget huvudområde.`,
    en: (id) => `${id} has no effect on its own main area.`,
  },
  bad_figure: {
    sv: (id, { figure }) => `${id} har ett tal som inte kan stämma: ${figure}.`,
    en: (id, { figure }) => `${id} has a figure that cannot be right: ${figure}.`,
  },
  harm_without_requirement: {
    sv: (id) => `${id} kan göra skada men har inget krav som kan hålla den tillbaka.`,
    en: (id) => `${id} can do harm but has no requirement that could hold it back.`,
  },
  unknown_indicator: {
    sv: (id, { kpis }) => `${id} hänvisar till nyckeltal som inte finns: ${list(kpis, "sv")}.`,
    en: (id, { kpis }) => `${id} names indicators that do not exist: ${list(kpis, "en")}.`,
  },
  basic_package_unknown: {
    sv: (id) => `Grundpaket innehåller ${id}, som inte finns.`,
    en: (id) => `Grundpaket has ${id}, which does not exist.`,
  },
  basic_package_retired: {
    sv: (id) => `Grundpaket innehåller ${id}, som är tagen ur bruk.`,
    en: (id) => `Grundpaket has ${id}, which is retired.`,
  },
  prerequisite_retired: {
    sv: (id, { others }) => `${id} kräver att något som är tagit ur bruk görs först: ${list(others, "sv")}.`,
    en: (id, { others }) => `${id} asks for something retired to be done first: ${list(others, "en")}.`,
  },
  dimension_without_measures: {
    sv: (id) => `Ingen åtgärd i bruk har området ${id} som huvudområde.`,
    en: (id) => `No measure in use has ${id} as its main area.`,
  },
  dimension_without_statements: {
    sv: (id) => `Området ${id} har inga påståenden som ger poäng.`,
    en: (id) => `The area ${id} has no statements that give a score.`,
  },
  statement_without_party: {
    sv: (id) => `Ingen får svara på påståendet ${id}.`,
    en: (id) => `Nobody is asked the statement ${id}.`,
  },
  statement_unused: {
    sv: (id) => `Påståendet ${id} räknas inte i någon poäng och används inte i någon regel.`,
    en: (id) => `The statement ${id} counts in no score and is used in no rule.`,
  },
  nowhere_open: {
    sv: (id, { before }) =>
      `${id} kan inte längre ges i någon av orterna; förut gick det i ${count(before, "sv")}. Ta den ur bruk eller vidga regeln.`,
    en: (id, { before }) =>
      `${id} can no longer be advised in any of the places; before it could in ${count(before, "en")}. Retire it or widen the rule.`,
  },
  nowhere_open_real: {
    sv: (id, { before }) => `${id} kan inte längre ges i någon verklig ort, bara i påhittade; förut gick det i ${count(before, "sv")}.`,
    en: (id, { before }) =>
      `${id} can no longer be advised in any real place, only in made-up ones; before it could in ${count(before, "en")}.`,
  },
  no_longer_advised: {
    sv: (id, { before }) => `${id} är inte längre bland råden i någon ort; förut i ${count(before, "sv")}.`,
    en: (id, { before }) => `${id} is no longer among the advice in any place; before in ${count(before, "en")}.`,
  },
  never_advised: {
    sv: (id) => `${id} är inte bland råden i någon ort.`,
    en: (id) => `${id} is not among the advice in any place.`,
  },
  nearly_always: {
    sv: (id, { share }) => `${id} är bland råden i ${percent(share, "sv")}\u00a0procent av orterna utan att ingå i Grundpaket.`,
    en: (id, { share }) =>
      `${id} is among the advice in ${percent(share, "en")}\u00a0per cent of the places without being part of Grundpaket.`,
  },
  never_in_places: {
    sv: (id, values) => `${id}: ${clause(values.clause, "sv")} gäller inte i någon av orterna (${values.sv}).`,
    en: (id, values) => `${id}: ${clause(values.clause, "en")} holds in none of the places (${values.en}).`,
  },
  always_in_places: {
    sv: (id, values) => `${id}: ${clause(values.clause, "sv")} gäller i alla orter där det är känt (${values.sv}).`,
    en: (id, values) => `${id}: ${clause(values.clause, "en")} holds in all places where it is known (${values.en}).`,
  },
  expectation_unmet: {
    sv: (id, values) => `${values.place}: ${expected(id, values, "sv")}`,
    en: (id, values) => `${values.place}: ${expected(id, values, "en")}`,
  },
  expectation_untested: {
    sv: (id, { place }) => `En förväntan på ${id} kan inte prövas: orten ${place} är inte med.`,
    en: (id, { place }) => `An expectation of ${id} cannot be tried: the place ${place} is not among those tried.`,
  },
} as const satisfies Record<string, Both>;

/** The codes of the trial's own findings. */
export type FindingCode = keyof typeof findingWords;

function expected(id: string, { kind, n, rank }: Values, locale: Locale): string {
  const place = rank === null ? null : count(rank, locale);
  if (locale === "sv") {
    const stands = place === null ? "den ges inte alls" : `den står på plats ${place}`;
    if (kind === "among_first") return `${id} ska vara bland de ${count(n, "sv")} första, men ${stands}.`;
    return kind === "excluded" ? `${id} ska vara utesluten, men ${stands}.` : `${id} ska inte vara bland råden, men är det.`;
  }
  const stands = place === null ? "it is not let through" : `it stands at ${place}`;
  if (kind === "among_first") return `${id} is to be among the first ${count(n, "en")}, but ${stands}.`;
  return kind === "excluded" ? `${id} is to be excluded, but ${stands}.` : `${id} is not to be among the advice, but it is.`;
}
