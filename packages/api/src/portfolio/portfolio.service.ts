import { openData } from "@hp/content";
import type { PortfolioPlace, PortfolioView } from "@hp/contracts";
import { coordinatedOrganisations, placeStates, placesOf } from "@hp/db";
import type { Actor } from "@hp/domain/access";
import { currentContent } from "../content/content.service.ts";
import { memberIn, pathFor } from "../place/place-state.ts";
import { positionOf } from "../place/position.ts";
import { askedPreconditions } from "../profile/preconditions.ts";
import type { Kit } from "../services.ts";

/** A person's own places: where each stands, and what waits on whom. Places are never compared. */
export const portfolioService = ({ transaction }: Kit) => ({
  list: async (actor: Actor): Promise<PortfolioView> => {
    const { instrument } = await currentContent(transaction);
    const rows = await placeStates(
      transaction,
      await placesOf(transaction, actor.userId),
      askedPreconditions(instrument).map((one) => one.key),
    );
    const places = rows.flatMap((row): PortfolioPlace[] => {
      const member = memberIn(row, actor.userId);
      if (member === null) return [];
      const { current, stations, next } = pathFor(row, instrument, member);
      const { place } = row;
      return [
        {
          placeId: place.id,
          name: place.name,
          municipalityName: openData.municipality(place.municipalityCode)?.name ?? place.municipalityCode,
          isDemo: place.isDemo,
          role: member.role,
          organisationName: row.organisations.find((one) => one.id === member.organisationId)?.name ?? "",
          current,
          states: stations.map((station) => station.state),
          nextStep: next,
          changedAt: row.changedAt.toISOString(),
          position: positionOf(place),
        } as PortfolioPlace,
      ];
    });
    // One's own turn first, then those that have waited longest, then by name.
    const waited = (place: PortfolioPlace) => place.nextStep.since ?? "9999";
    places.sort(
      (a, b) =>
        Number(b.nextStep.mine) - Number(a.nextStep.mine) || waited(a).localeCompare(waited(b)) || a.name.localeCompare(b.name, "sv"),
    );
    return { places, coordinates: (await coordinatedOrganisations(transaction, actor.userId)) as PortfolioView["coordinates"] };
  },
});
