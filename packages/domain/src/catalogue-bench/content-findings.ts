import type { Catalogue, Measure } from "../catalogue/types.ts";
import { isReadable } from "../catalogue-diff/condition-change.ts";
import { isReusedMeasure } from "../catalogue-diff/diff.ts";
import type { FieldCatalogue, KpiTitles } from "../condition/field-catalogue.ts";
import { fieldsOf } from "../condition/read.ts";
import type { Instrument } from "../instrument/types.ts";
import { ruleOf } from "../recommendation/gate.ts";
import { clausesOf } from "./clauses.ts";
import { finding, ofMeasure } from "./finding.ts";
import { missingTexts } from "./missing-texts.ts";
import type { BenchFinding, BenchRequest, InstrumentPart } from "./types.ts";

/** What can be seen from the content alone: ids, texts, figures, dates, links to the instrument. */
export function contentFindings(request: BenchRequest, fields: FieldCatalogue): readonly BenchFinding[] {
  const { draft, instrument } = request;
  return [
    ...idFindings(request),
    ...instrumentIdFindings(request),
    ...draft.measures.flatMap((measure) => measureFindings(measure, request)),
    ...packageFindings(draft),
    ...instrumentFindings(instrument, request.kpiTitles),
    ...statementFindings(draft, instrument, fields),
    ...dimensionFindings(draft, instrument),
  ];
}

function idFindings({ before, draft, takenIds }: BenchRequest): readonly BenchFinding[] {
  const is = new Map(draft.measures.map((measure) => [measure.id, measure]));
  const was = new Map((before?.measures ?? []).map((measure) => [measure.id, measure]));
  const taken = new Set(takenIds);
  const kept = [...was.values()].flatMap((measure): readonly BenchFinding[] => {
    const now = is.get(measure.id);
    if (now === undefined) return [finding("red", "removed_measure", ofMeasure(measure.id))];
    return isReusedMeasure(measure, now) ? [finding("red", "reused_id", ofMeasure(measure.id), { before: measure.sv })] : [];
  });
  const come = [...is.keys()].filter((id) => !was.has(id) && taken.has(id)).map((id) => finding("red", "taken_id", ofMeasure(id)));
  return [...kept, ...come];
}

const partsOf = ({ dimensions, preconditions }: Instrument): readonly InstrumentPart[] => [
  ...dimensions.map(({ id }) => ({ kind: "dimension" as const, id })),
  ...dimensions.flatMap(({ items }) => items.map(({ id }) => ({ kind: "statement" as const, id }))),
  ...preconditions.map(({ key }) => ({ kind: "precondition" as const, id: key })),
];

/** What is new in the instrument under an id that a version before the present one had: old answers would pass for answers to it. */
function instrumentIdFindings({ instrument, beforeInstrument, takenInInstrument }: BenchRequest): readonly BenchFinding[] {
  const nameOf = ({ kind, id }: InstrumentPart) => `${kind} ${id}`;
  const was = new Set(partsOf(beforeInstrument ?? instrument).map(nameOf));
  const taken = new Set(takenInInstrument.map(nameOf));
  const come = partsOf(instrument).filter((part) => !was.has(nameOf(part)) && taken.has(nameOf(part)));
  return come.map(({ kind, id }) => finding("red", "taken_in_instrument", { kind, id }));
}

function measureFindings(measure: Measure, request: BenchRequest): readonly BenchFinding[] {
  const { draft, instrument, kpiTitles, today } = request;
  const subject = ofMeasure(measure.id);
  const { source, ...rest } = measure;
  const missing = missingTexts(rest);
  const dimensions = new Set(instrument.dimensions.map(({ id }) => id));
  const found: BenchFinding[] = [];
  if (missing.length > 0) found.push(finding("red", "missing_text", subject, { missing: missing.length, paths: missing }));
  if (missingTexts({ source }).length > 0) found.push(finding("red", "missing_source", subject));
  for (const dimension of [...new Set([measure.mainDimension, ...Object.keys(measure.effects)])])
    if (!dimensions.has(dimension)) found.push(finding("red", "unknown_dimension", subject, { dimension }));
  if (!Object.hasOwn(measure.effects, measure.mainDimension)) found.push(finding("red", "no_main_effect", subject));
  for (const figure of badFigures(measure)) found.push(finding("red", "bad_figure", subject, { figure }));
  if (measure.harm && ruleOf(draft, measure.id).require === null) found.push(finding("red", "harm_without_requirement", subject));
  const unknown = unknownKpis(measure.followUp.kpis, kpiTitles);
  if (unknown.length > 0) found.push(finding("red", "unknown_indicator", subject, { kpis: unknown }));
  return measure.retired === true ? found : [...found, ...inUseFindings(measure, draft, today)];
}

/** What matters only while the measure is in use. */
function inUseFindings(measure: Measure, draft: Catalogue, today: string): readonly BenchFinding[] {
  const subject = ofMeasure(measure.id);
  const retired = new Set(draft.measures.filter((one) => one.retired === true).map(({ id }) => id));
  const others = ruleOf(draft, measure.id).prerequisites.filter((id) => retired.has(id));
  return [
    ...(measure.card === undefined ? [finding("yellow", "missing_card", subject)] : []),
    ...(measure.reviewBy < today ? [finding("yellow", "review_passed", subject, { reviewBy: measure.reviewBy })] : []),
    ...(others.length > 0 ? [finding("yellow", "prerequisite_retired", subject, { others })] : []),
  ];
}

function badFigures({ effects, costSek, horizonMonths, hours }: Measure): readonly string[] {
  const effect = Object.values(effects)
    .filter((value) => !Number.isInteger(value) || value < 1 || value > 3)
    .map((value) => `effect ${value}`);
  const range = ({ min, max }: Measure["costSek"], name: string) => (min >= 0 && min <= max ? [] : [`${name} ${min}–${max}`]);
  const time = Object.values(hours)
    .filter((value) => !(value >= 0))
    .map((value) => `hours ${value}`);
  return [...effect, ...range(costSek, "costSek"), ...range(horizonMonths, "horizonMonths"), ...time];
}

const unknownKpis = (kpis: readonly string[], titles: KpiTitles | undefined): readonly string[] =>
  titles === undefined ? [] : [...new Set(kpis.filter((kpi) => !Object.hasOwn(titles, kpi)))];

function packageFindings({ measures, basicPackage }: Catalogue): readonly BenchFinding[] {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return basicPackage.flatMap((id): readonly BenchFinding[] => {
    const measure = byId.get(id);
    if (measure === undefined) return [finding("red", "basic_package_unknown", ofMeasure(id))];
    return measure.retired === true ? [finding("yellow", "basic_package_retired", ofMeasure(id))] : [];
  });
}

function instrumentFindings({ dimensions, preconditions, ...rest }: Instrument, titles: KpiTitles | undefined): readonly BenchFinding[] {
  const texts = [
    ...dimensions.map(({ items: _, ...one }) => ({ kind: "dimension" as const, id: one.id, document: one as unknown })),
    ...dimensions.flatMap(({ items }) => items.map((one) => ({ kind: "statement" as const, id: one.id, document: one as unknown }))),
    ...preconditions.map((one) => ({ kind: "precondition" as const, id: one.key, document: one as unknown })),
    { kind: "instrument" as const, id: rest.version, document: rest as unknown },
  ];
  const seen = new Set<string>();
  return [
    ...texts.flatMap(({ kind, id, document }): readonly BenchFinding[] => {
      const missing = missingTexts(document);
      const isTwice = seen.has(`${kind} ${id}`);
      seen.add(`${kind} ${id}`);
      return [
        ...(isTwice ? [finding("red", "duplicate_in_instrument", { kind, id })] : []),
        ...(missing.length > 0 ? [finding("red", "missing_text", { kind, id }, { missing: missing.length, paths: missing })] : []),
      ];
    }),
    ...dimensions.flatMap(({ id, indicators }) =>
      indicatorFindings(
        "dimension",
        id,
        indicators.map(({ kpi }) => kpi),
        titles,
      ),
    ),
    ...preconditions.flatMap(({ key, kpi }) => indicatorFindings("precondition", key, kpi === null ? [] : [kpi], titles)),
  ];
}

function indicatorFindings(
  kind: "dimension" | "precondition",
  id: string,
  kpis: readonly string[],
  titles: KpiTitles | undefined,
): readonly BenchFinding[] {
  const unknown = unknownKpis(kpis, titles);
  return unknown.length === 0 ? [] : [finding("red", "unknown_indicator", { kind, id }, { kpis: unknown })];
}

/** Statements that nobody is asked, or whose answers go nowhere. */
function statementFindings(draft: Catalogue, { dimensions }: Instrument, fields: FieldCatalogue): readonly BenchFinding[] {
  const conditions = draft.measures.flatMap(({ id }) => clausesOf(ruleOf(draft, id))).map(({ condition }) => condition);
  const used = new Set(conditions.filter((condition) => isReadable(condition, fields)).flatMap(fieldsOf));
  return dimensions
    .flatMap(({ items }) => items)
    .flatMap(({ id, parties, outcome }): readonly BenchFinding[] => {
      if (parties.length === 0) return [finding("red", "statement_without_party", { kind: "statement", id })];
      return outcome && !used.has(`item.${id}`) ? [finding("info", "statement_unused", { kind: "statement", id })] : [];
    });
}

function dimensionFindings(draft: Catalogue, { dimensions }: Instrument): readonly BenchFinding[] {
  const mains = new Set(draft.measures.filter(({ retired }) => retired !== true).map(({ mainDimension }) => mainDimension));
  return dimensions.flatMap(({ id, items }): readonly BenchFinding[] => [
    ...(mains.has(id) ? [] : [finding("yellow", "dimension_without_measures", { kind: "dimension", id })]),
    ...(items.some(({ outcome }) => !outcome) ? [] : [finding("yellow", "dimension_without_statements", { kind: "dimension", id })]),
  ]);
}
