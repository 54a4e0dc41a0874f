import type { PackageAnswer, PackageLimitsInput, PackageMeasure, PlaceParty } from "@hp/contracts";
import {
  type Catalogue,
  type Instrument,
  type PackageQuestion,
  type PortfolioMeasure,
  type PortfolioRequest,
  packageCosts,
  placeExpectation,
  type RuleAt,
} from "@hp/domain";
import { expectationView } from "../plan/expectation-view.ts";
import type { Locale } from "../services.ts";
import type { KeptPlan, ProposalResult } from "./proposal-result.ts";

/** A question and what is kept of its answer, with what is needed to show it to one reader. */
export interface AnswerContext {
  readonly request: PortfolioRequest;
  readonly result: ProposalResult | null;
  readonly limits: PackageLimitsInput;
  readonly instrument: Instrument;
  readonly catalogue: Catalogue;
  /** The plan as it is now: what of the package is in it. */
  readonly actions: PackageQuestion["actions"];
  readonly locale: Locale;
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/** The answer to a question as it is shown; null until the best package is found. Every number is computed from the question. */
export function answerView(context: AnswerContext): PackageAnswer | null {
  const { result } = context;
  if (result === null) return null;
  const { status, plan, gap, conflicts } = result.best;
  const titles = new Map(context.catalogue.measures.map((measure) => [measure.id, measure[context.locale]]));
  const titleOf = (id: string) => titles.get(id) ?? context.actions.find((action) => action.id === id)?.title ?? "";
  return {
    status,
    gap,
    conflicts: conflicts?.map((conflict) => conflictView(conflict, context, titleOf)) ?? null,
    measures: plan === null ? [] : measuresOf(plan, context, titleOf),
    costSek: plan?.costSek ?? 0,
    byYear: plan === null ? [] : byYear(plan, context),
    ...(plan === null
      ? { place: null, dimensions: [] }
      : expectationView(placeExpectation(context.request, plan.selection), context.instrument, context.locale)),
    front:
      result.front === null
        ? null
        : {
            complete: result.front.complete,
            points: result.front.points.map(({ costSek, value, selection }) => ({ costSek, gain: value, measures: selection.length })),
          },
    leftOut: result.leftOut?.map(({ measureId, kind, sek }) => ({ measureId, title: titleOf(measureId), kind, sek })) ?? null,
  };
}

const costOf = ({ costSek }: PortfolioMeasure) => ({ municipality: sumOf(costSek.municipality), industry: sumOf(costSek.industry) });

type TitleOf = (id: string) => string;

function measuresOf({ startYears }: KeptPlan, context: AnswerContext, titleOf: TitleOf): PackageMeasure[] {
  const { request, limits, instrument, catalogue, actions, locale } = context;
  const dimensions = new Map(instrument.dimensions.map((dimension) => [dimension.id, dimension[locale]]));
  const order = new Map(catalogue.measures.map(({ id }, index) => [id, index]));
  const view = (measure: PortfolioMeasure, start: number): PackageMeasure => {
    const isOfCatalogue = order.has(measure.id);
    const action = actions.find((one) => (isOfCatalogue ? one.measureId === measure.id : one.id === measure.id));
    return {
      measureId: isOfCatalogue ? measure.id : null,
      actionId: (action?.id ?? null) as PackageMeasure["actionId"],
      title: action?.title ?? titleOf(measure.id),
      dimension: dimensions.get(measure.mainDimension) ?? null,
      startYear: limits.firstYear + start,
      costSek: costOf(measure),
      hours: { municipality: sumOf(measure.hours.municipality), industry: sumOf(measure.hours.industry) },
    };
  };
  return request.measures
    .flatMap((measure) => {
      const start = startYears[measure.id];
      return start === undefined ? [] : [{ start, at: order.get(measure.id) ?? order.size, view: view(measure, start) }];
    })
    .sort((one, other) => one.start - other.start || one.at - other.at)
    .map((one) => one.view);
}

function byYear({ startYears }: KeptPlan, { request, limits }: AnswerContext): PackageAnswer["byYear"] {
  const { municipality, industry } = packageCosts(request, startYears);
  return Array.from({ length: request.horizonYears }, (_, year) => ({
    year: limits.firstYear + year,
    costSek: { municipality: municipality.sekByYear[year] ?? 0, industry: industry.sekByYear[year] ?? 0 },
    hours: { municipality: municipality.hoursByYear[year] ?? 0, industry: industry.hoursByYear[year] ?? 0 },
  }));
}

/** A rule in the way: what it is about, in the reader's language. */
function conflictView({ rule, subject }: RuleAt, { request, instrument, limits, locale }: AnswerContext, titleOf: TitleOf) {
  const none = { rule, name: "", party: null, year: null, limit: null, costSek: null };
  const [first = "", year] = subject.split(":");
  if (first === "municipality" || first === "industry") {
    const index = year === undefined ? null : Number(year);
    const amounts = request.budgets[first][rule === "hours_year" ? "hoursByYear" : "sekByYear"];
    return {
      ...none,
      party: first as PlaceParty,
      year: index === null ? null : limits.firstYear + index,
      limit: index === null ? null : (amounts[index] ?? null),
    };
  }
  const dimension = instrument.dimensions.find(({ id }) => id === subject);
  const measure = request.measures.find(({ id }) => id === subject);
  const isOfPlan = rule === "locked_in" && !limits.lockedIn.includes(subject);
  return {
    ...none,
    rule: isOfPlan ? "in_plan" : rule,
    name: dimension?.[locale] ?? titleOf(subject),
    costSek: measure === undefined ? null : costOf(measure),
  };
}
