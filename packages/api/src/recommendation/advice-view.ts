import type { AdviceItem, AdviceRunView, NotAdvised } from "@hp/contracts";
import type { RunRow } from "@hp/db";
import {
  type AdviceInput,
  type Catalogue,
  contributionText,
  type Instrument,
  type Measure,
  type Reason,
  reasonText,
  type ToldAdvice,
  type ToldInFull,
  type ToldMeasure,
} from "@hp/domain";
import type { MembershipFact } from "@hp/domain/access";
import type { Locale } from "../services.ts";
import { headlineOf } from "./headline.ts";
import { reasonContext } from "./reason-texts.ts";
import { firmnessIn } from "./robustness.ts";

/** A stored run, with what is needed to show it to one reader. */
export interface AdviceContext {
  readonly run: RunRow;
  readonly advice: ToldAdvice;
  readonly input: AdviceInput;
  readonly isOutdated: boolean;
  readonly createdByName: string | null;
  readonly instrument: Instrument;
  readonly catalogue: Catalogue;
  readonly inPlan: ReadonlySet<string>;
  readonly member: MembershipFact;
  readonly locale: Locale;
}

const byRank = (a: ToldMeasure, b: ToldMeasure) => (a.rank ?? 0) - (b.rank ?? 0);

/** A run as one reader may see it: in their language, with the other party's private facts left out of the reasons. */
export function adviceRunView(context: AdviceContext): AdviceRunView {
  const { run, advice, instrument, catalogue, inPlan, member, locale } = context;
  const measures = new Map(catalogue.measures.map((measure) => [measure.id, measure]));
  const dimensions = new Map(instrument.dimensions.map((dimension) => [dimension.id, dimension[locale]]));
  const reasons = reasonContext({ instrument, catalogue, member, locale });
  const text = (reason: Reason) => reasonText(reason, locale, reasons);
  const measureOf = (id: string): Measure => {
    const measure = measures.get(id);
    if (measure === undefined) throw new Error(`run ${run.id} names measure ${id}, which its catalogue lacks`);
    return measure;
  };
  const titleOf = (id: string) => measureOf(id)[locale];

  const firmnessOf = firmnessIn(context);
  const item = (advised: ToldMeasure, its: ToldInFull): AdviceItem => {
    const measure = measureOf(advised.measureId);
    return {
      ...cardOf(measure, dimensions, locale),
      rank: advised.rank ?? 0,
      score: advised.score ?? 0,
      strongest: text(its.strongest),
      suits: text(its.suits),
      weakest: text(its.weakest),
      wouldChange: text(advised.wouldChange),
      contributions: its.contributions.map((one) => ({ label: contributionText(one, locale, reasons), points: one.points })),
      startWith: its.startWith.map((id) => ({ id, title: titleOf(id) })),
      needsExternalFunding: its.needsExternalFunding,
      broughtBy: its.broughtBy,
      robustness: firmnessOf(advised.measureId),
      inPlan: inPlan.has(measure.id),
    };
  };
  const notAdvised = (advised: ToldMeasure): NotAdvised => {
    const measure = measureOf(advised.measureId);
    return {
      id: measure.id,
      title: measure[locale],
      dimension: dimensions.get(measure.mainDimension) ?? "",
      status: advised.status as NotAdvised["status"],
      why: advised.whyNot ? text(advised.whyNot) : "",
      wouldChange: text(advised.wouldChange),
      inPlan: inPlan.has(measure.id),
    };
  };
  const itemsOf = (status: ToldMeasure["status"]) =>
    advice.measures
      .filter((one) => one.status === status)
      .sort(byRank)
      .flatMap((one) => (one.inFull === null ? [] : [item(one, one.inFull)]));

  const items = itemsOf("advised");
  return {
    kind: "run",
    runId: run.id as AdviceRunView["runId"],
    createdAt: run.createdAt.toISOString(),
    createdByName: context.createdByName,
    instrumentVersion: run.instrumentVersion,
    catalogueVersion: run.catalogueVersion,
    engineVersion: run.engineVersion,
    digest: run.digest,
    outdated: context.isOutdated,
    headline: headlineOf(items, locale),
    advised: items,
    basic: itemsOf("basic"),
    notAdvised: advice.measures.filter((one) => one.status !== "advised" && one.status !== "basic").map(notAdvised),
    questions: advice.openQuestions.flatMap((question) => questionView(question, instrument, titleOf, locale)),
    catalogueSize: advice.measures.length,
  };
}

/** A measure of the catalogue in the reader's language. */
export function cardOf(measure: Measure, dimensions: ReadonlyMap<string, string>, locale: Locale) {
  return {
    id: measure.id,
    title: measure[locale],
    dimension: dimensions.get(measure.mainDimension) ?? "",
    owners: [...measure.owners],
    cost: {
      class: measure.cost,
      minSek: measure.costSek.min,
      maxSek: measure.costSek.max,
      fromSource: measure.costBasis.kind === "source",
    },
    hours: measure.hours,
    horizon: measure.horizon,
    evidence: { grade: measure.evidence.grade, mixed: measure.evidence.mixed },
    source: measure.source[locale],
    caution: measure.caution?.[locale] ?? null,
    legal: measure.legal?.[locale] ?? null,
    followUp: measure.followUp.local?.[locale] ?? null,
  };
}

/** A question that someone in the place can answer: one about the profile. What the assessment or open data lack is not asked of people. */
function questionView(
  question: ToldAdvice["openQuestions"][number],
  instrument: Instrument,
  titleOf: (id: string) => string,
  locale: Locale,
): AdviceRunView["questions"] {
  const precondition = instrument.preconditions.find((one) => one.key === question.field);
  if (precondition === undefined || precondition.askedOf === "derived") return [];
  const askedOf =
    precondition.askedOf === "company"
      ? ["industry" as const]
      : precondition.askedOf === "either"
        ? (["municipality", "industry"] as const)
        : ["municipality" as const];
  const heldBack = question.heldBack.map(titleOf);
  const caveats = question.measureIds.filter((id) => !question.heldBack.includes(id)).map(titleOf);
  return [{ field: precondition.key, label: precondition[locale], askedOf: [...askedOf], heldBack, caveats }];
}
