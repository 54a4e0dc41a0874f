import type { Measure, MeasureCard, MeasureRule } from "../catalogue/types.ts";
import type { Text } from "../text/text.ts";
import {
  choiceText,
  dimensionText,
  listText,
  numberText,
  numberWith,
  plainText,
  rangeText,
  shareText,
  type ValueText,
  wordsText,
} from "./field-words.ts";
import type { ChangeKind } from "./types.ts";

/** What is told of a field: what its change can do, how it is called ("kostnadsklassen"), and how its value is written. */
export interface FieldWords {
  readonly kind: ChangeKind;
  readonly label: Text;
  /** Absent: the value is not shown. */
  readonly value?: ValueText;
  /** Of a yes or no: the whole sentence, by the value after. */
  readonly said?: (id: string, isSo: boolean) => Text;
}

const t = (sv: string, en: string): Text => ({ sv, en });
const text = (label: Text, kind: ChangeKind = "text"): FieldWords => ({ kind, label, value: wordsText });
const costs = { small: t("liten", "small"), medium: t("medelstor", "medium"), large: t("stor", "large") };
const horizons = { short: t("kort", "short"), medium: t("medellång", "medium"), long: t("lång", "long") };
const grades = { a: t("A", "A"), b: t("B", "B"), c: t("C", "C"), d: t("D", "D") };
const owners = {
  municipality: t("kommunen", "the municipality"),
  company: t("företaget", "the company"),
  civil: t("civilsamhället", "civil society"),
  region: t("regionen", "the region"),
};
const sources = {
  research: t("forskning", "research"),
  evaluation: t("utvärdering", "evaluation"),
  practice: t("praktik", "practice"),
  expert: t("egen bedömning", "own judgement"),
};
const bases = { class: t("klassens spann", "the range of the class"), source: t("en uppgift i källan", "a figure in the source") };
const hours = numberWith(t("timmar", "hours"), t("timme", "hour"));
const either = (label: Text, yes: (id: string) => Text, no: (id: string) => Text, kind: ChangeKind = "advice"): FieldWords => ({
  kind,
  label,
  said: (id, isSo) => (isSo ? yes(id) : no(id)),
});

/** Every field of a measure: a new one does not compile until it is said what its change can do. */
type Complete = { readonly [Key in Exclude<keyof Measure, "id"> as `measure.${Key}`]: FieldWords } & {
  readonly [Key in keyof MeasureRule as `rule.${Key}`]: FieldWords;
} & { readonly [Key in keyof MeasureCard as `measure.card.${Key}`]: FieldWords };

const complete: Complete = {
  "measure.sv": text(t("titeln på svenska", "the Swedish title")),
  "measure.en": text(t("titeln på engelska", "the English title")),
  "measure.mainDimension": { kind: "advice", label: t("huvudområdet", "the main area"), value: dimensionText },
  "measure.effects": { kind: "advice", label: t("effekten", "the effect"), value: numberText },
  "measure.owners": {
    kind: "plan",
    label: t("de ansvariga, den som leder först,", "who owns it, the one who leads first,"),
    value: listText(choiceText(owners)),
  },
  "measure.cost": { kind: "advice", label: t("kostnadsklassen", "the cost class"), value: choiceText(costs) },
  "measure.costSek": { kind: "plan", label: t("kostnaden första året", "the cost of the first year"), value: rangeText(t("kr", "SEK")) },
  "measure.costBasis": text(t("vad kostnaden bygger på", "what the cost rests on")),
  "measure.hours": { kind: "plan", label: t("arbetstiden", "the working time"), value: hours },
  "measure.horizon": { kind: "plan", label: t("tidshorisonten", "the horizon"), value: choiceText(horizons) },
  "measure.horizonMonths": {
    kind: "plan",
    label: t("tiden till ett första resultat", "the time to a first result"),
    value: rangeText(t("månader", "months")),
  },
  "measure.evidence": text(t("underlaget", "the evidence"), "advice"),
  "measure.sourceKind": { kind: "text", label: t("källans slag", "the kind of source"), value: choiceText(sources) },
  "measure.source": text(t("källan", "the source")),
  "measure.harm": either(
    t("om den kan göra skada", "whether it can do harm"),
    (id) =>
      t(
        `${id} räknas nu som en åtgärd som kan göra skada: den hålls tillbaka medan en avgörande uppgift saknas.`,
        `${id} now counts as one that can do harm: it is held back while a deciding fact is missing.`,
      ),
    (id) => t(`${id} räknas inte längre som en åtgärd som kan göra skada.`, `${id} no longer counts as one that can do harm.`),
  ),
  "measure.retains": either(
    t("om den får människor att bo kvar", "whether it keeps people"),
    (id) => t(`${id} räknas nu till det som får människor att bo kvar.`, `${id} now counts among what keeps people.`),
    (id) => t(`${id} räknas inte längre till det som får människor att bo kvar.`, `${id} no longer counts among what keeps people.`),
  ),
  "measure.universal": either(
    t("om den passar överallt", "whether it suits everywhere"),
    (id) => t(`${id} sägs nu passa överallt.`, `${id} is now said to suit everywhere.`),
    (id) => t(`${id} sägs inte längre passa överallt.`, `${id} is no longer said to suit everywhere.`),
    "text",
  ),
  "measure.followUp": text(t("uppföljningen", "the follow-up")),
  "measure.caution": text(t("varningen", "the caution")),
  "measure.legal": text(t("det juridiska", "the legal note")),
  "measure.reviewBy": { kind: "text", label: t("månaden för nästa genomgång", "the month of the next review"), value: plainText },
  "measure.card": { kind: "plan", label: t("åtgärdskortet", "the measure's card") },
  "measure.card.summary": text(t("kortets sammanfattning", "the card's summary")),
  "measure.card.success": {
    kind: "text",
    label: t("kortets framgångsfaktorer", "the card's factors of success"),
    value: listText(wordsText),
  },
  "measure.card.steps": { kind: "plan", label: t("stegen i kortet", "the card's steps"), value: listText(wordsText) },
  "measure.card.municipality": text(t("vad kortet kräver av kommunen", "what the card asks of the municipality")),
  "measure.card.company": text(t("vad kortet kräver av företaget", "what the card asks of the company")),
  "measure.card.followUp": { kind: "text", label: t("kortets uppföljning", "the card's follow-up"), value: listText(wordsText) },
  "measure.card.counterEvidence": text(t("vad som enligt kortet talar emot", "what speaks against it in the card")),
  "measure.card.funding": { kind: "text", label: t("kortets finansieringsvägar", "the card's ways of funding") },
  "measure.retired": either(
    t("om den är tagen ur bruk", "whether it is retired"),
    (id) => t(`${id} är tagen ur bruk och ges inte längre som råd.`, `${id} is retired and no longer advised.`),
    (id) => t(`${id} är i bruk igen.`, `${id} is in use again.`),
  ),
  "rule.exclude": text(t("uteslutningen", "the exclusion"), "advice"),
  "rule.require": text(t("kravet", "the requirement"), "advice"),
  "rule.boost": text(t("förstärkningarna", "the boosts"), "advice"),
  "rule.damp": text(t("dämpningarna", "the damps"), "advice"),
  "rule.prerequisites": { kind: "advice", label: t("vad som ska göras först", "what comes first"), value: listText(plainText) },
  "rule.conflicts": { kind: "advice", label: t("vad den inte går ihop med", "what it does not go with"), value: listText(plainText) },
  "rule.synergies": { kind: "advice", label: t("samspelet", "the synergy"), value: numberText },
  "rule.inPlace": text(t("villkoret för att den redan finns", "the condition for being in place"), "advice"),
};

/** By path: the fields of a measure, and those inside them that are told by themselves. */
export const measureFields: Readonly<Record<string, FieldWords>> = {
  ...complete,
  measure: text(t("åtgärden", "the measure"), "advice"),
  rule: { kind: "advice", label: t("regeln", "the rule") },
  "rule.note": text(t("anteckningen om regeln", "the note on the rule")),
  "measure.costBasis.kind": { kind: "text", label: t("vad kostnaden bygger på", "what the cost rests on"), value: choiceText(bases) },
  "measure.hours.municipality": { kind: "plan", label: t("kommunens arbetstid", "the municipality's working time"), value: hours },
  "measure.hours.company": { kind: "plan", label: t("företagets arbetstid", "the company's working time"), value: hours },
  "measure.evidence.grade": { kind: "advice", label: t("evidensgraden", "the evidence grade"), value: choiceText(grades) },
  "measure.evidence.mixed": either(
    t("om underlaget är omstritt", "whether the evidence is disputed"),
    (id) => t(`Underlaget för ${id} räknas nu som omstritt.`, `The evidence for ${id} now counts as disputed.`),
    (id) => t(`Underlaget för ${id} räknas inte längre som omstritt.`, `The evidence for ${id} no longer counts as disputed.`),
  ),
  "measure.evidence.note": text(t("anteckningen om underlaget", "the note on the evidence")),
  "measure.followUp.kpis": {
    kind: "text",
    label: t("nyckeltalen i uppföljningen", "the indicators of the follow-up"),
    value: listText(plainText),
  },
  "measure.followUp.local": text(t("det egna måttet i uppföljningen", "the local figure of the follow-up")),
  commonness: {
    kind: "advice",
    label: t("andelen referensorter som skulle få den", "the share of reference places that would get it"),
    value: shareText,
  },
  basicPackage: either(
    t("om den ingår i Grundpaket", "whether it is part of Grundpaket"),
    (id) => t(`${id} ingår nu i Grundpaket.`, `${id} is now part of Grundpaket.`),
    (id) => t(`${id} ingår inte längre i Grundpaket.`, `${id} is no longer part of Grundpaket.`),
  ),
};
