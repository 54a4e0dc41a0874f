import { quote } from "../text/format.ts";
import type { Locale } from "../text/text.ts";
import type { CatalogueFinding, CatalogueFindingCode, Clause, NamedMeasure, ReferenceList } from "./findings.ts";
import type { ConditionProblemCode } from "./problem-codes.ts";

/** Words of each finding in one language. */
interface Words {
  readonly clause: Record<Clause["name"], string>;
  readonly list: Record<ReferenceList, string>;
  readonly problem: Record<ConditionProblemCode, string>;
  readonly at: (path: string) => string;
  readonly of: { readonly [Code in CatalogueFindingCode]: (finding: Extract<CatalogueFinding, { code: Code }>, say: Say) => string };
}

/** How the parts of a sentence are written. */
interface Say {
  readonly measure: (measure: NamedMeasure) => string;
  readonly chain: (measures: readonly NamedMeasure[]) => string;
  /** A clause with its reading, as a noun: "kravet (vakansgraden är minst 5 procent)". */
  readonly clause: (clause: Clause) => string;
  readonly text: (text: { readonly sv: string; readonly en: string }) => string;
  readonly words: Words;
}

const sv: Words = {
  clause: {
    exclude: "uteslutningen",
    require: "kravet",
    boost: "förstärkning",
    damp: "dämpning",
    inPlace: "villkoret för att den redan finns",
  },
  list: { prerequisites: "förutsättningar", conflicts: "konflikter", synergies: "synergier" },
  problem: {
    not_a_condition: "här står inget villkor",
    unknown_key: "här står en nyckel som inte hör hemma",
    too_deep: "villkoret har för många nivåer",
    too_large: "villkoret har för många delar",
    empty_branch: "gruppen är tom",
    bad_at_least: "antalet måste vara ett heltal mellan 1 och antalet delar",
    unknown_field: "uppgiften finns inte",
    unknown_operator: "jämförelsen finns inte",
    operator_not_for_type: "jämförelsen passar inte uppgiftens typ",
    wrong_value: "värdet är av fel slag",
    not_a_choice: "alternativet finns inte",
    out_of_range: "värdet ligger utanför det tillåtna",
    empty_interval: "den nedre gränsen är högre än den övre",
  },
  at: (path) => ` (vid ${path})`,
  of: {
    invalid_condition: ({ measure, clause, problem }, say) =>
      `${say.measure(measure)}: ${say.clause(clause)} är fel${problem.path === "" ? "" : say.words.at(problem.path)}: ${say.words.problem[problem.code]}${problem.field === undefined ? "" : ` (${problem.field})`}.`,
    never_holds: ({ measure, clause }, say) => `${say.measure(measure)}: ${say.clause(clause)} kan aldrig uppfyllas.`,
    always_holds: ({ measure, clause }, say) =>
      `${say.measure(measure)}: ${say.clause(clause)} är alltid uppfyllt och skiljer därför inga orter åt.`,
    never_with_gate: ({ measure, clause }, say) =>
      `${say.measure(measure)}: ${say.clause(clause)} kan aldrig uppfyllas där åtgärden får ges, så villkoret får aldrig någon verkan.`,
    undecided: ({ measure, clause }, say) =>
      `${say.measure(measure)}: ${say.clause(clause)} är för invecklat för att prövas; det kan inte uteslutas att något i villkoret aldrig eller alltid gäller.`,
    in_place_not_excluded: ({ measure, clause }, say) =>
      `${say.measure(measure)}: ${say.clause(clause)} kan vara uppfyllt utan att åtgärden utesluts. Upprepa villkoret i uteslutningen.`,
    gate_never_opens: ({ measure }, say) =>
      `${say.measure(measure)} kan aldrig ges: kravet och uteslutningen kan inte båda släppa igenom den.`,
    gate_always_opens: ({ measure }, say) => `${say.measure(measure)} släpps alltid igenom: kravet och uteslutningen stoppar den aldrig.`,
    gate_undecided: ({ measure }, say) =>
      `${say.measure(measure)}: kravet och uteslutningen är tillsammans för invecklade för att prövas; det kan inte uteslutas att åtgärden aldrig eller alltid släpps igenom.`,
    measure_without_rule: ({ measure }, say) => `${say.measure(measure)} saknar regel.`,
    duplicate_id: ({ measure }, say) => `${say.measure(measure)} har samma id som en annan åtgärd.`,
    duplicate_clauses: ({ measure, clause, other }, say) =>
      `${say.measure(measure)}: ${say.clause(clause)} säger samma sak som ${say.clause({ ...other, reading: null })}.`,
    duplicate_parts: ({ measure, clause, part }, say) =>
      `${say.measure(measure)}: i ${say.clause({ ...clause, reading: null })} står samma del två gånger: ${say.text(part)}.`,
    duplicate_measures: ({ measure, other }, say) =>
      `${say.measure(measure)} har samma effekter och samma regel som ${say.measure(other)}.`,
    one_sided_conflict: ({ measure, other }, say) => `${say.measure(measure)} står i konflikt med ${say.measure(other)}, men inte tvärtom.`,
    conflicts_with_prerequisite: ({ measure, through }, say) =>
      `${say.measure(measure)} står i konflikt med något som måste göras först: ${say.chain(through)}.`,
    unknown_measure: ({ measure, list, id }, say) =>
      `${say.measure(measure)}: bland dess ${say.words.list[list]} står ${id}, som inte finns.`,
    duplicate_reference: ({ measure, list, id }, say) =>
      `${say.measure(measure)}: bland dess ${say.words.list[list]} står ${id} två gånger.`,
    refers_to_itself: ({ measure, list }, say) => `${say.measure(measure)} står bland sina egna ${say.words.list[list]}.`,
    circular_prerequisites: ({ measures }, say) =>
      `Förutsättningarna går i cirkel, så ingen av åtgärderna kan göras först: ${say.chain([...measures, ...measures.slice(0, 1)])}.`,
    rule_without_measure: ({ id }) => `Det finns en regel för ${id}, men ingen sådan åtgärd.`,
  },
};

const en: Words = {
  clause: {
    exclude: "the exclusion",
    require: "the requirement",
    boost: "boost",
    damp: "damp",
    inPlace: "the condition for being in place already",
  },
  list: { prerequisites: "prerequisites", conflicts: "conflicts", synergies: "synergies" },
  problem: {
    not_a_condition: "there is no condition here",
    unknown_key: "there is a key here that does not belong",
    too_deep: "the condition has too many levels",
    too_large: "the condition has too many parts",
    empty_branch: "the group is empty",
    bad_at_least: "the count must be a whole number between 1 and the number of parts",
    unknown_field: "the fact does not exist",
    unknown_operator: "the comparison does not exist",
    operator_not_for_type: "the comparison does not suit the fact's type",
    wrong_value: "the value is of the wrong kind",
    not_a_choice: "the choice does not exist",
    out_of_range: "the value is outside what is allowed",
    empty_interval: "the lower limit is above the upper",
  },
  at: (path) => ` (at ${path})`,
  of: {
    invalid_condition: ({ measure, clause, problem }, say) =>
      `${say.measure(measure)}: ${say.clause(clause)} is faulty${problem.path === "" ? "" : say.words.at(problem.path)}: ${say.words.problem[problem.code]}${problem.field === undefined ? "" : ` (${problem.field})`}.`,
    never_holds: ({ measure, clause }, say) => `${say.measure(measure)}: ${say.clause(clause)} can never hold.`,
    always_holds: ({ measure, clause }, say) => `${say.measure(measure)}: ${say.clause(clause)} always holds, so it tells no places apart.`,
    never_with_gate: ({ measure, clause }, say) =>
      `${say.measure(measure)}: ${say.clause(clause)} can never hold where the measure may be advised, so it never has an effect.`,
    undecided: ({ measure, clause }, say) =>
      `${say.measure(measure)}: ${say.clause(clause)} is too involved to be tested; some of it may never or always hold.`,
    in_place_not_excluded: ({ measure, clause }, say) =>
      `${say.measure(measure)}: ${say.clause(clause)} can hold without the measure being excluded. Repeat the condition in the exclusion.`,
    gate_never_opens: ({ measure }, say) =>
      `${say.measure(measure)} can never be advised: the requirement and the exclusion cannot both let it through.`,
    gate_always_opens: ({ measure }, say) =>
      `${say.measure(measure)} is always let through: the requirement and the exclusion never stop it.`,
    gate_undecided: ({ measure }, say) =>
      `${say.measure(measure)}: the requirement and the exclusion are together too involved to be tested; the measure may never or always be let through.`,
    measure_without_rule: ({ measure }, say) => `${say.measure(measure)} has no rule.`,
    duplicate_id: ({ measure }, say) => `${say.measure(measure)} has the same id as another measure.`,
    duplicate_clauses: ({ measure, clause, other }, say) =>
      `${say.measure(measure)}: ${say.clause(clause)} says the same as ${say.clause({ ...other, reading: null })}.`,
    duplicate_parts: ({ measure, clause, part }, say) =>
      `${say.measure(measure)}: ${say.clause({ ...clause, reading: null })} has the same part twice: ${say.text(part)}.`,
    duplicate_measures: ({ measure, other }, say) =>
      `${say.measure(measure)} has the same effects and the same rule as ${say.measure(other)}.`,
    one_sided_conflict: ({ measure, other }, say) =>
      `${say.measure(measure)} conflicts with ${say.measure(other)}, but not the other way round.`,
    conflicts_with_prerequisite: ({ measure, through }, say) =>
      `${say.measure(measure)} conflicts with something that must be done first: ${say.chain(through)}.`,
    unknown_measure: ({ measure, list, id }, say) =>
      `${say.measure(measure)}: its ${say.words.list[list]} name ${id}, which does not exist.`,
    duplicate_reference: ({ measure, list, id }, say) => `${say.measure(measure)}: its ${say.words.list[list]} name ${id} twice.`,
    refers_to_itself: ({ measure, list }, say) => `${say.measure(measure)} is among its own ${say.words.list[list]}.`,
    circular_prerequisites: ({ measures }, say) =>
      `The prerequisites go in a circle, so none of the measures can be done first: ${say.chain([...measures, ...measures.slice(0, 1)])}.`,
    rule_without_measure: ({ id }) => `There is a rule for ${id}, but no such measure.`,
  },
};

const words: Record<Locale, Words> = { sv, en };

/**
 * A finding as a sentence (two where something is to be done) for the person who publishes: the measure by title and id,
 * the clause by its reading.
 *
 * @returns Never empty. Total: never throws.
 */
export function findingText(finding: CatalogueFinding, locale: Locale): string {
  const measure = (one: NamedMeasure) => `${quote(one[locale], locale)} (${one.id})`;
  const clause = ({ name, index, reading }: Clause) =>
    `${words[locale].clause[name]}${index === null ? "" : ` ${index + 1}`}${reading === null ? "" : ` (${reading[locale]})`}`;
  const chain = (measures: readonly NamedMeasure[]) => measures.map(measure).join(" → ");
  const say: Say = { measure, chain, clause, text: (text) => text[locale], words: words[locale] };
  // The sentence of a code takes the finding of that code, which a lookup by code cannot show.
  const sentence = words[locale].of[finding.code] as (its: CatalogueFinding, say: Say) => string;
  return sentence(finding, say);
}
