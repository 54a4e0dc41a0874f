import type { DimensionView, OpenScores, ScoreCell, ScoresView } from "@hp/contracts";
import { placeRow } from "@hp/db";
import { clearFactGap, type DimensionScore, type Party, placeMeans, type Scored } from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { openDataOf } from "../profile/open-data.ts";
import type { Kit } from "../services.ts";
import { newestScores, type OpenRound } from "./round-scores.service.ts";

const cell = (scored: Scored | undefined): ScoreCell =>
  scored?.kind === "scored"
    ? {
        score: scored.score,
        low: scored.interval.low,
        high: scored.interval.high,
        coverage: scored.coverage,
        respondents: scored.respondents,
      }
    : null;

/** Mean share of "cannot judge" over a dimension's statements; null where nobody was asked. */
function cannotJudgeShare(score: DimensionScore): number | null {
  const shares = score.items.map((item) => item.cannotJudgeShare).filter((share) => share !== null);
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Where the place stands: closed until opened for both at once. */
export const scoreService = ({ transaction, locale }: Kit) => {
  const dimensionView = (open: OpenRound, scope: PlaceScope<"place.read">, facts: ReturnType<typeof openDataOf>) => {
    const companies = new Set(open.scores.dimensions.flatMap((one) => Object.keys(one.byOrganisation)));
    return (score: DimensionScore): DimensionView => {
      const dimension = open.instrument.dimensions.find((one) => one.id === score.dimensionId);
      const fact = facts.factIndex[score.dimensionId] ?? null;
      // A company sees its own figures and the industry's, never another company's.
      const own =
        scope.membership.party === "industry" && companies.size > 1 ? score.byOrganisation[scope.membership.organisationId] : undefined;
      const byParty = (party: Party, item: DimensionScore["items"][number]) => item.byParty[party] ?? null;
      const texts = new Map(dimension?.items.map((item) => [item.id, item[locale]]));
      return {
        id: score.dimensionId,
        label: dimension?.[locale] ?? score.dimensionId,
        domain: dimension?.domain ?? "",
        place: cell(score.place),
        municipality: cell(score.byParty.municipality),
        industry: cell(score.byParty.industry),
        ownCompany: cell(own),
        gap: score.gap && { points: score.gap.points, low: score.gap.interval.low, high: score.gap.interval.high, band: score.gap.band },
        importance: score.importance,
        quadrant: score.quadrant,
        fact,
        factGap: clearFactGap(score.place, fact),
        factSource: fact === null ? null : (facts.factSource[score.dimensionId]?.[locale] ?? null),
        cannotJudgeShare: cannotJudgeShare(score),
        items: score.items.map((item) => ({
          id: item.statementId,
          text: texts.get(item.statementId) ?? item.statementId,
          place: item.place,
          municipality: byParty("municipality", item),
          industry: byParty("industry", item),
          cannotJudgeShare: item.cannotJudgeShare,
        })),
      };
    };
  };

  const openView = async (scope: PlaceScope<"place.read">, open: OpenRound): Promise<OpenScores> => {
    const facts = openDataOf(await placeRow(transaction, scope));
    const missing = (["municipality", "industry"] as const).filter((party) => !open.scores.partiesPresent.includes(party));
    const index = open.scores.consensusIndex;
    return {
      kind: "open",
      openedAt: open.round.openedAt.toISOString(),
      mode: open.round.mode,
      instrumentVersion: open.round.instrumentVersion,
      respondents: open.respondents,
      missingParty: missing[0] ?? null,
      consensus: index && { value: index.value, low: index.interval.low, high: index.interval.high },
      domains: open.instrument.domains.map((domain) => ({ key: domain.key, label: domain[locale] })),
      dimensions: open.scores.dimensions.map(dimensionView(open, scope, facts)),
      means: placeMeans(open.scores),
      outcome: facts.outcome(locale),
    };
  };

  return {
    view: async (scope: PlaceScope<"place.read">): Promise<ScoresView> => {
      const open = await newestScores(transaction, scope);
      return typeof open === "string" ? { kind: "closed", reason: open } : openView(scope, open);
    },
  };
};
