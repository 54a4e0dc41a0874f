import { openData } from "@hp/content";
import type { ActivityRow, PlaceCreate, PlaceHead, PlaceHit, PlaceOverview } from "@hp/contracts";
import {
  coordinatedOrganisations,
  foundPlace,
  namesOf,
  type PlaceStateRow,
  placeStates,
  prefillFacts,
  recentActivity,
  type Transaction,
} from "@hp/db";
import { type Instrument, planTotals } from "@hp/domain";
import { type Actor, maySetFact, type PlaceScope, placeGrants } from "@hp/domain/access";
import { enterPlace } from "../access.ts";
import { contentOfPlace, currentContent } from "../content/content.service.ts";
import { invalidField } from "../errors.ts";
import { submitOnce } from "../idempotency.service.ts";
import { openDataOf } from "../profile/open-data.ts";
import { askedPreconditions } from "../profile/preconditions.ts";
import type { Kit } from "../services.ts";
import { activityRows } from "./activity.ts";
import { pathFor } from "./place-state.ts";

type Read = PlaceScope<"place.read">;
const searchHits = 12;
const activityShown = 8;

function headOf(row: PlaceStateRow, scope: Read, instrument: Instrument): PlaceHead {
  const { place } = row;
  const municipality = openData.municipality(place.municipalityCode);
  const { membership, actor } = scope;
  const { stations, next } = pathFor(row, instrument, membership);
  return {
    place: {
      id: place.id,
      name: place.name,
      municipalityCode: place.municipalityCode,
      municipalityName: municipality?.officialName ?? place.municipalityCode,
      countyName: municipality?.countyName ?? "",
      isDemo: place.isDemo,
    },
    me: {
      userId: actor.userId,
      role: membership.role,
      party: membership.party,
      organisationId: membership.organisationId,
      organisationName: row.organisations.find((one) => one.id === membership.organisationId)?.name ?? "",
      roleGroup: membership.roleGroup,
      actions: [...placeGrants[membership.role]],
    },
    path: stations,
    nextStep: next,
  } as PlaceHead;
}

function partyRows(row: PlaceStateRow, instrument: Instrument): PlaceOverview["parties"] {
  const totals = planTotals(row.actions.filter((action) => action.status !== "stopped"));
  return (["municipality", "industry"] as const).map((party) => {
    const role = party === "municipality" ? "municipality_editor" : "company_editor";
    const theirs = askedPreconditions(instrument).filter((one) => maySetFact({ role }, one.askedOf));
    const progress = row.progress.filter((one) => one.party === party);
    const { costSek, hours } = totals[party];
    return {
      party,
      organisations: row.organisations
        .filter((one) => one.party === party)
        .map(({ id, name }) => ({
          id,
          name,
          people: row.members.filter((member) => member.organisationId === id).length,
          invited: row.invitations.filter((invitation) => invitation.organisationId === id).length,
        })),
      profile: { answered: theirs.filter((one) => row.answeredKeys.includes(one.key)).length, total: theirs.length },
      assessment: row.round && {
        submitted: progress.reduce((sum, one) => sum + one.submitted, 0),
        started: progress.reduce((sum, one) => sum + one.started, 0),
        ready: row.round.parties.some((one) => one.party === party && one.readyAt !== null),
      },
      plan: { costSek, hours },
    } as PlaceOverview["parties"][number];
  });
}

async function activityOf(
  transaction: Transaction,
  scope: Read,
  row: PlaceStateRow,
  kit: Kit,
  instrument: Instrument,
): Promise<ActivityRow[]> {
  const events = await recentActivity(transaction, scope, activityShown * 5);
  const names = await namesOf(
    transaction,
    events.map((event) => event.actorId),
  );
  const partyOfUser = new Map(
    row.members.map((member) => [member.userId, row.organisations.find((one) => one.id === member.organisationId)?.party ?? null]),
  );
  return activityRows(events, { names, partyOfUser, instrument, locale: kit.locale }).slice(0, activityShown);
}

/** Refuses a municipality that does not exist, and a locality that is not in it. */
function refuseUnknownPlace({ municipalityCode, localityCode }: PlaceCreate): void {
  if (openData.municipality(municipalityCode) === null) throw invalidField("municipalityCode", "not_a_choice");
  if (localityCode !== null && openData.locality(localityCode)?.municipalityCode !== municipalityCode)
    throw invalidField("localityCode", "not_a_choice");
}

/** Places: found, and seen as a whole. */
export const placeService = (kit: Kit) => {
  const { transaction } = kit;
  const load = async (scope: Read) => {
    const { instrument } = await contentOfPlace(transaction, scope);
    const [row] = await placeStates(
      transaction,
      [scope.placeId],
      askedPreconditions(instrument).map((one) => one.key),
    );
    if (row === undefined) throw new Error(`place ${scope.placeId} has a scope and no row`);
    return { row, instrument };
  };
  return {
    /** Type-ahead over municipalities and localities. */
    search: async (query: string): Promise<PlaceHit[]> => [...openData.searchPlaces(query, searchHits)],

    /** Founds a place, with open data filled in; the founder becomes its coordinator. */
    create: (actor: Actor, input: PlaceCreate): Promise<{ placeId: never }> =>
      submitOnce(transaction, actor.userId, "place.create", input, async () => {
        refuseUnknownPlace(input);
        const { name, municipalityCode, localityCode, organisationName } = input;
        const [known] = await coordinatedOrganisations(transaction, actor.userId);
        const coordinator = known ?? (organisationName === null ? null : { name: organisationName });
        if (coordinator === null) throw invalidField("organisationName", "missing");
        const placeId = await foundPlace(transaction, actor.userId, { name, municipalityCode, localityCode, coordinator, isDemo: false });
        const scope = await enterPlace(transaction, actor, placeId, "profile.edit");
        const { instrument } = await currentContent(transaction);
        await prefillFacts(transaction, scope, openDataOf({ municipalityCode, localityCode }).prefillRows(instrument));
        return { placeId: placeId as never };
      }),

    /** What stands at the top of every page of the place. */
    head: async (scope: Read): Promise<PlaceHead> => {
      const { row, instrument } = await load(scope);
      return headOf(row, scope, instrument);
    },

    /** The place's first page: its parties, and what has happened lately. */
    overview: async (scope: Read): Promise<PlaceOverview> => {
      const { row, instrument } = await load(scope);
      return {
        head: headOf(row, scope, instrument),
        parties: partyRows(row, instrument),
        activity: await activityOf(transaction, scope, row, kit, instrument),
      };
    },
  };
};
