import type { PlaceParty } from "@hp/contracts";
import { membersOf, namesOf, type Transaction } from "@hp/db";
import type { PlaceScope } from "@hp/domain/access";

/** Who someone is to a place's readers. Null for a name or a party that is not known: someone who has left. */
export interface Person {
  readonly name: string | null;
  readonly party: PlaceParty | null;
}
/** By id of the person. */
export type People = ReadonlyMap<string, Person>;

/** Who people are to the readers of a place: their name and their party. */
export async function peopleOf(transaction: Transaction, scope: PlaceScope<"place.read">, userIds: readonly string[]): Promise<People> {
  const { members, organisations } = await membersOf(transaction, scope);
  const names = await namesOf(transaction, [...userIds]);
  const partyOf = new Map(organisations.map((organisation) => [organisation.id, organisation.party]));
  const partyOfUser = new Map(members.map((member) => [member.userId, partyOf.get(member.organisationId) ?? null]));
  return new Map([...names].map(([id, name]) => [id, { name, party: partyOfUser.get(id) ?? null }]));
}
