import { type Instrument, parties } from "../../instrument/types.ts";
import type { DimensionScore, ItemScore } from "../../scoring/types.ts";
import { fieldsIn, requires } from "../compiled-rule.ts";
import type { Need } from "../need.ts";
import { triggerFields } from "../parameters.ts";
import type { Reason } from "../types.ts";
import type { MeasureContext, PlaceContext, Rating } from "./context.ts";
import { makeReason } from "./encode.ts";

/**
 * The strongest reason: the trigger that the measure answers to, else the dimension that gives it most points, told by
 * the statement in it that a party rates lowest (one the measure's own rule asks about, if any), else by its score.
 */
export function strongestReason(context: MeasureContext): Reason {
  const { candidate, selection } = context;
  const trigger = requires(candidate.rule, triggerFields.gap)
    ? gapReason(context)
    : requires(candidate.rule, triggerFields.factGap)
      ? factGapReason(context)
      : null;
  if (trigger !== null) return trigger;
  const need = selection.needs.get(strongestDimension(context));
  if (need === undefined) return makeReason("strongest.unscored", { dimensionId: candidate.measure.mainDimension });
  return statementReason(context, need) ?? dimensionReason(need);
}

/** The dimension that gives the measure most points; the main one if none gives more. */
export function strongestDimension({ candidate: { measure, factors } }: MeasureContext): string {
  const side = factors.sides[0];
  return side !== undefined && side.points > factors.main ? side.dimensionId : measure.mainDimension;
}

function dimensionReason({ dimensionId, perceived, importance, fact }: Need): Reason {
  const field = `score.${dimensionId}`;
  if (perceived === null) return makeReason("strongest.unscored", { dimensionId });
  if (fact !== null)
    return makeReason("strongest.dimension_fact", { dimensionId, score: perceived, fact }, [field, `factGap.${dimensionId}`]);
  if (importance !== null) return makeReason("strongest.dimension_importance", { dimensionId, score: perceived, importance }, [field]);
  return makeReason("strongest.dimension", { dimensionId, score: perceived }, [field]);
}

function statementReason(context: MeasureContext, need: Need): Reason | null {
  const ratings = context.ratings.get(need.dimensionId) ?? [];
  if (ratings.length === 0) return null;
  const asked = new Set(context.boosts.filter((boost) => boost.verdict === "holds").flatMap((boost) => fieldsIn(boost.condition)));
  const chosen = ratings.find((rating) => asked.has(`item.${rating.statementId}`)) ?? ratings[0];
  if (chosen === undefined || chosen.score >= Math.min(50, need.perceived ?? 50)) return null;
  const { party, statementId, score } = chosen;
  return makeReason("strongest.statement", { party, statementId, dimensionId: need.dimensionId, score }, [`item.${statementId}`]);
}

/** What each party gives each statement of a dimension but its outcomes, the lowest first. */
export function ratingsByDimension(instrument: Instrument, dimensions: readonly DimensionScore[]): ReadonlyMap<string, readonly Rating[]> {
  const outcomes = new Set(instrument.dimensions.flatMap(({ items }) => items.filter(({ outcome }) => outcome).map(({ id }) => id)));
  return new Map(
    dimensions.map(({ dimensionId, items }) => [
      dimensionId,
      items
        .filter(({ statementId }) => !outcomes.has(statementId))
        .flatMap(ratingsOf)
        .sort((a, b) => a.score - b.score),
    ]),
  );
}

function ratingsOf(item: ItemScore): readonly Rating[] {
  return parties.flatMap((party) => {
    const score = item.byParty[party];
    return score === undefined ? [] : [{ statementId: item.statementId, party, score }];
  });
}

function gapReason({ input }: PlaceContext): Reason | null {
  const widest = largest(input.scores.dimensions, ({ gap }) => (gap === null ? null : Math.abs(gap.points)));
  const { municipality, industry } = widest?.byParty ?? {};
  if (widest?.gap == null || municipality?.kind !== "scored" || industry?.kind !== "scored") return null;
  const { dimensionId, gap } = widest;
  return makeReason(
    "strongest.gap",
    { dimensionId, municipality: municipality.score, industry: industry.score, points: Math.abs(gap.points) },
    [`gap.${dimensionId}`],
  );
}

function factGapReason({ selection }: PlaceContext): Reason | null {
  const widest = largest([...selection.needs.values()], ({ perceived, fact }) =>
    perceived === null || fact === null ? null : Math.abs(perceived - fact),
  );
  if (widest === null) return null;
  const { dimensionId, perceived, fact } = widest;
  return makeReason("strongest.fact_gap", { dimensionId, score: perceived, fact }, [`factGap.${dimensionId}`]);
}

/** The element of largest size, the first of equals; null where no element has one. */
function largest<T extends DimensionScore | Need>(elements: readonly T[], size: (element: T) => number | null): T | null {
  let best: { readonly element: T; readonly size: number } | null = null;
  for (const element of elements) {
    const own = size(element);
    if (own !== null && (best === null || own > best.size)) best = { element, size: own };
  }
  return best?.element ?? null;
}
