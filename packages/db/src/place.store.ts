import type { MembershipFact, PlaceScope } from "@hp/domain/access";
import type { Prisma } from "./generated/client.ts";
import { connectionOf, type Transaction } from "./transaction.ts";

const organisation = { id: true, kind: true, name: true } satisfies Prisma.OrganisationSelect;

/** What one person is in one place at this moment; null when they are not a member or there is no such place. */
export async function membershipOf(transaction: Transaction, userId: string, placeId: string): Promise<MembershipFact | null> {
  const row = await connectionOf(transaction).membership.findUnique({
    where: { placeId_userId: { placeId, userId } },
    select: { placeId: true, role: true, organisationId: true, roleGroup: true, inPlace: { select: { party: true } } },
  });
  return (
    row && { placeId: row.placeId, role: row.role, organisationId: row.organisationId, roleGroup: row.roleGroup, party: row.inPlace.party }
  );
}

/** Ids of the places that the person is a member of. */
export async function placesOf(transaction: Transaction, userId: string): Promise<string[]> {
  const rows = await connectionOf(transaction).membership.findMany({
    where: { userId },
    select: { placeId: true },
    orderBy: { placeId: "asc" },
  });
  return rows.map((row) => row.placeId);
}

/** Everything about some places that decides where they stand, for all of them in a fixed number of queries. */
export async function placeStates(transaction: Transaction, placeIds: readonly string[], askedKeys: readonly string[]) {
  const db = connectionOf(transaction);
  const inPlaces = { placeId: { in: [...placeIds] } };
  const [places, organisations, members, invitations, facts, rounds, runs, actions, plans, audit] = [
    await db.place.findMany({
      where: { id: { in: [...placeIds] } },
      select: { id: true, name: true, municipalityCode: true, localityCode: true, isDemo: true, createdAt: true },
    }),
    await db.placeOrganisation.findMany({
      where: inPlaces,
      select: { placeId: true, party: true, organisation: { select: organisation } },
      orderBy: { createdAt: "asc" },
    }),
    await db.membership.findMany({
      where: inPlaces,
      select: { placeId: true, userId: true, role: true, organisationId: true, roleGroup: true },
    }),
    await db.invitation.findMany({
      where: { ...inPlaces, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
      select: { placeId: true, organisationId: true },
    }),
    await db.profileFact.findMany({ where: { ...inPlaces, key: { in: [...askedKeys] } }, select: { placeId: true, key: true } }),
    await db.round.findMany({
      where: inPlaces,
      distinct: ["placeId"],
      orderBy: [{ placeId: "asc" }, { number: "desc" }],
      select: {
        id: true,
        placeId: true,
        startedAt: true,
        deadlineOn: true,
        openedAt: true,
        parties: { select: { party: true, readyAt: true, agreedAt: true } },
      },
    }),
    await db.recommendationRun.findMany({
      where: inPlaces,
      distinct: ["placeId"],
      orderBy: [{ placeId: "asc" }, { createdAt: "desc" }],
      select: { placeId: true, roundId: true, createdAt: true },
    }),
    await db.planAction.findMany({
      where: { ...inPlaces, removedAt: null },
      select: {
        placeId: true,
        status: true,
        startsOn: true,
        responsibleName: true,
        municipalityCostSek: true,
        industryCostSek: true,
        municipalityHours: true,
        industryHours: true,
      },
    }),
    await db.plan.findMany({ where: inPlaces, select: { placeId: true, decisionOn: true, followUpOn: true } }),
    await db.auditEvent.groupBy({ by: ["placeId"], where: { placeId: { in: [...placeIds] } }, _max: { at: true } }),
  ];
  const roundIds = rounds.map((round) => round.id);
  const progress = await db.$queryRaw<
    { roundId: string; party: "municipality" | "industry"; organisationId: string; started: number; submitted: number }[]
  >`
    SELECT * FROM round_progress(${roundIds}::uuid[])`;
  const mine =
    transaction.userId === null
      ? []
      : await db.response.findMany({
          where: { roundId: { in: roundIds }, userId: transaction.userId },
          select: { roundId: true, answers: true, submittedAt: true },
        });
  const of = <T extends { placeId: string | null }>(rows: readonly T[], id: string) => rows.filter((row) => row.placeId === id);
  return places.map((place) => {
    const round = of(rounds, place.id)[0] ?? null;
    return {
      place,
      organisations: of(organisations, place.id).map((row) => ({ ...row.organisation, party: row.party })),
      members: of(members, place.id),
      invitations: of(invitations, place.id),
      answeredKeys: of(facts, place.id).map((fact) => fact.key),
      round,
      progress: progress.filter((row) => row.roundId === round?.id),
      mine: mine.find((response) => response.roundId === round?.id) ?? null,
      latestRun: of(runs, place.id)[0] ?? null,
      actions: of(actions, place.id),
      plan: of(plans, place.id)[0] ?? null,
      changedAt: of(audit, place.id)[0]?._max.at ?? place.createdAt,
    };
  });
}
export type PlaceStateRow = Awaited<ReturnType<typeof placeStates>>[number];

/** The newest events of a place, newest first. */
export function recentActivity(transaction: Transaction, scope: PlaceScope<"place.read">, limit: number) {
  return connectionOf(transaction).auditEvent.findMany({
    where: { placeId: scope.placeId },
    orderBy: { id: "desc" },
    take: limit,
    select: { at: true, actorId: true, action: true, target: true, before: true, after: true },
  });
}

/** Names of people, for "who did it": those the reader may see. Unknown ids are left out. */
export async function namesOf(transaction: Transaction, userIds: readonly (string | null)[]): Promise<Map<string, string | null>> {
  const ids = [...new Set(userIds.filter((id) => id !== null))];
  const rows = await connectionOf(transaction).user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Organisations that the person coordinates places for. */
export async function coordinatedOrganisations(transaction: Transaction, userId: string): Promise<{ id: string; name: string }[]> {
  const rows = await connectionOf(transaction).organisationMember.findMany({
    where: { userId, organisation: { kind: "coordinator" } },
    select: { organisation: { select: { id: true, name: true } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => row.organisation);
}

/** A place to be founded: with an organisation that coordinates already, or a new one. */
export interface NewPlace {
  readonly name: string;
  readonly municipalityCode: string;
  readonly localityCode: string | null;
  readonly coordinator: { readonly id: string } | { readonly name: string };
  readonly isDemo: boolean;
}

/** Founds a place with its coordinator as the first member, and records it. */
export async function foundPlace(transaction: Transaction, userId: string, input: NewPlace): Promise<string> {
  const db = connectionOf(transaction);
  let coordinatorId: string;
  if ("id" in input.coordinator) coordinatorId = input.coordinator.id;
  else {
    const created = await db.organisation.create({
      data: { kind: "coordinator", name: input.coordinator.name, createdById: userId },
      select: { id: true },
    });
    coordinatorId = created.id;
    await db.organisationMember.create({ data: { organisationId: coordinatorId, userId } });
  }
  const { name, municipalityCode, localityCode, isDemo } = input;
  const { id: placeId } = await db.place.create({
    data: { name, municipalityCode, localityCode, isDemo, coordinatorId, createdById: userId },
    select: { id: true },
  });
  await db.placeOrganisation.create({ data: { placeId, organisationId: coordinatorId, party: null } });
  await db.membership.create({ data: { placeId, userId, role: "coordinator", organisationId: coordinatorId } });
  await db.plan.create({ data: { placeId, updatedById: userId } });
  await db.auditEvent.create({
    data: {
      placeId,
      actorId: userId,
      requestId: transaction.requestId,
      action: "place.create",
      target: placeId,
      after: { name, municipalityCode, localityCode },
    },
  });
  return placeId;
}

/** One place's own row. Null never happens for a scope that was just issued; it keeps the type honest. */
export function placeRow(transaction: Transaction, scope: PlaceScope<"place.read">) {
  return connectionOf(transaction).place.findUniqueOrThrow({
    where: { id: scope.placeId },
    select: { id: true, name: true, municipalityCode: true, localityCode: true, isDemo: true, createdAt: true },
  });
}
