import type { Dimension, Instrument, Precondition, Statement } from "../instrument/types.ts";
import type { Text } from "../text/text.ts";
import { choiceText, dimensionText, listText, numberText, plainText, wordsText, yesText } from "./field-words.ts";
import type { FieldWords } from "./measure-fields.ts";
import type { ChangeKind, ContentSubjectKind } from "./types.ts";

const t = (sv: string, en: string): Text => ({ sv, en });
const text = (label: Text, kind: ChangeKind = "text"): FieldWords => ({ kind, label, value: wordsText });
const number = (label: Text, kind: ChangeKind = "advice"): FieldWords => ({ kind, label, value: numberText });
const flag = (label: Text, kind: ChangeKind = "advice"): FieldWords => ({ kind, label, value: yesText });
const parties = {
  municipality: t("kommunen", "the municipality"),
  industry: t("industrin", "the industry"),
  residents: t("invånarna", "the residents"),
};
const uses = { index: t("faktaindex", "fact index"), context: t("sammanhang", "context"), outcome: t("utfall", "outcome") };
const directions = {
  higher: t("högre är bättre", "higher is better"),
  lower: t("lägre är bättre", "lower is better"),
  neutral: t("ingetdera", "neither"),
};
const kinds = { physical: t("fysiskt", "physical"), mental: t("mentalt", "mental"), work: t("arbete", "work") };
const askedOf = {
  openData: t("öppna data", "open data"),
  municipality: t("kommunen", "the municipality"),
  company: t("företaget", "the company"),
  either: t("någon av parterna", "either party"),
  derived: t("räknas ut", "computed"),
};
const visibilities = {
  public: t("alla", "everyone"),
  parties: t("parterna", "the parties"),
  ownParty: t("den egna parten", "the own party"),
};
const types = {
  number: t("tal", "number"),
  integer: t("heltal", "whole number"),
  enum: t("ett val", "one choice"),
  multiEnum: t("flera val", "several choices"),
  boolean: t("ja eller nej", "yes or no"),
};

type Of<T, Without extends string = never> = { readonly [Key in Exclude<keyof T, Without>]: FieldWords };

const statement: Of<Statement, "id"> & Readonly<Record<"dimension", FieldWords>> = {
  sv: text(t("lydelsen på svenska", "the Swedish wording")),
  en: text(t("lydelsen på engelska", "the English wording")),
  parties: { kind: "advice", label: t("de som får svara", "who is asked it"), value: listText(choiceText(parties)) },
  core: flag(t("om det ingår i snabbversionen", "whether it is part of the quick version")),
  outcome: flag(t("om det är ett utfall utanför poängen", "whether it is an outcome outside the score")),
  revision: number(t("utgåvan, som höjs när svaren inte längre kan jämföras,", "the revision, raised when answers no longer compare,")),
  dimension: { kind: "advice", label: t("området det hör till", "the area it belongs to"), value: dimensionText },
};

const dimension: Of<Dimension, "id" | "items"> = {
  sv: text(t("namnet på svenska", "the Swedish name")),
  en: text(t("namnet på engelska", "the English name")),
  domain: { kind: "text", label: t("rubriken det står under", "the heading it stands under"), value: plainText },
  kind: { kind: "text", label: t("slaget", "the kind"), value: choiceText(kinds) },
  weight: number(t("vikten", "the weight")),
  why: text(t("varför området frågas om", "why it is asked about")),
  indicators: { kind: "advice", label: t("nyckeltalet", "the indicator") },
};

const precondition: Of<Precondition, "key"> = {
  sv: text(t("namnet på svenska", "the Swedish name")),
  en: text(t("namnet på engelska", "the English name")),
  type: { kind: "advice", label: t("svarets slag", "the kind of answer"), value: choiceText(types) },
  unit: text(t("enheten", "the unit")),
  min: number(t("det lägsta tillåtna värdet", "the lowest allowed value")),
  max: number(t("det högsta tillåtna värdet", "the highest allowed value")),
  values: text(t("alternativet", "the choice"), "advice"),
  levels: text(t("nivån", "the level"), "advice"),
  group: { kind: "text", label: t("gruppen den står i", "the group it stands in"), value: plainText },
  askedOf: { kind: "advice", label: t("vem som frågas", "who is asked"), value: choiceText(askedOf) },
  source: text(t("källan", "the source")),
  kpi: { kind: "advice", label: t("nyckeltalet den hämtas från", "the indicator it is fetched from"), value: plainText },
  formula: { kind: "text", label: t("den återgivna formeln", "the formula shown"), value: plainText },
  help: text(t("hjälpen", "the help")),
  visibility: { kind: "advice", label: t("vem som får se den", "who may see it"), value: choiceText(visibilities) },
  thresholds: { kind: "text", label: t("de visade gränserna", "the limits shown"), value: listText(numberText) },
  informational: flag(t("om den bara visas", "whether it is only shown")),
};

const instrument: Of<Instrument, "dimensions" | "preconditions"> = {
  version: { kind: "text", label: t("versionen", "the version"), value: plainText },
  scale: { kind: "advice", label: t("svarsskalan", "the answering scale"), value: numberText },
  importance: { kind: "advice", label: t("skalan för hur viktigt ett område är", "the scale of importance"), value: numberText },
  domains: text(t("rubriken", "the heading")),
  preconditionGroups: text(t("gruppen av uppgifter", "the group of facts")),
};

/** By kind of subject and path: what is told of every field of an instrument. */
export const instrumentFields: Readonly<Partial<Record<ContentSubjectKind, Readonly<Record<string, FieldWords>>>>> = {
  statement,
  dimension: {
    ...dimension,
    "indicators.direction": {
      kind: "advice",
      label: t("nyckeltalets riktning", "the indicator's direction"),
      value: choiceText(directions),
    },
    "indicators.use": { kind: "advice", label: t("nyckeltalets användning", "the indicator's use"), value: choiceText(uses) },
    "indicators.shipped": flag(t("om nyckeltalet följer med", "whether the indicator is shipped")),
    "indicators.standsInFor": { kind: "text", label: t("vad nyckeltalet står för", "what the indicator stands in for"), value: plainText },
  },
  precondition: {
    ...precondition,
    "values.sv": text(t("alternativets namn på svenska", "the choice's Swedish name")),
    "values.en": text(t("alternativets namn på engelska", "the choice's English name")),
    "levels.sv": text(t("nivåns namn på svenska", "the level's Swedish name")),
    "levels.en": text(t("nivåns namn på engelska", "the level's English name")),
  },
  instrument: {
    ...instrument,
    "scale.labels": text(t("svarsalternativet", "the answer")),
    "scale.missing": text(t("svaret för den som inte vet", "the answer of those who cannot judge")),
    "importance.sv": text(t("frågan om hur viktigt det är på svenska", "the question of importance in Swedish")),
    "importance.en": text(t("frågan om hur viktigt det är på engelska", "the question of importance in English")),
  },
};
