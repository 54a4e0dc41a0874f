import { createCaller } from "@hp/api";
import type { MemberInvite } from "@hp/contracts";
import type { Database } from "@hp/db";
import type pg from "pg";

type Caller = ReturnType<typeof createCaller>;
type RoleGroup = NonNullable<MemberInvite["roleGroup"]>;

/** Where a demo is played: the app's database, and the owner's connection to read the outbox and to mark places as demo. */
export interface Stage {
  readonly database: Database;
  readonly owner: pg.Client;
}

/** A person on the stage: who they are, and everything they can ask the product. */
export interface Player {
  readonly userId: string;
  readonly email: string;
  readonly api: Caller;
}

let requests = 0;
/** Calls the product as one person, or as nobody. Requests are numbered, so that the trail can tell them apart. */
export function callerFor(stage: Stage, userId: string | null, locale: "sv" | "en" = "sv"): Caller {
  requests += 1;
  return createCaller({
    database: stage.database,
    userId,
    locale,
    requestId: `00000000-0000-4000-8000-${String(requests).padStart(12, "0")}`,
    record: () => {},
  });
}

/** Signs a person up, as the mailed link does. */
export async function signUp(stage: Stage, email: string, name: string): Promise<Player> {
  const user = await stage.database.auth.createUser({ email, locale: "sv" });
  await stage.database.auth.markVerified(user.id);
  const api = callerFor(stage, user.id);
  await api.member.updateMe({ name, locale: "sv" });
  return { userId: user.id, email, api };
}

/** Someone to invite: their organisation is found by name, or made. */
export interface Invited {
  readonly email: string;
  readonly name: string;
  readonly role: MemberInvite["role"];
  readonly roleGroup: RoleGroup | null;
  readonly organisation: { readonly kind: "municipality" | "company"; readonly name: string };
}

/** Invites a person to a place, as its coordinator does, without anyone accepting. */
export async function invite(coordinator: Player, placeId: string, person: Invited): Promise<void> {
  const { organisations } = await coordinator.api.member.list({ placeId });
  const existing = organisations.find((one) => one.name === person.organisation.name);
  const { email, role, roleGroup } = person;
  await coordinator.api.member.invite({
    placeId,
    email,
    role,
    roleGroup,
    organisation: existing ? { id: existing.id } : person.organisation,
    idempotencyKey: crypto.randomUUID(),
  });
}

/** The token in the newest invitation mailed to an address. */
export async function mailedToken(stage: Pick<Stage, "owner">, email: string): Promise<string> {
  const { rows } = await stage.owner.query<{ body: string }>(
    `SELECT "body" FROM "MailMessage" WHERE "to" = $1 AND "kind" = 'invitation' ORDER BY "createdAt" DESC, "id" DESC LIMIT 1`,
    [email],
  );
  const token = /\/inbjudan\/([A-Za-z0-9_-]{43})/.exec(rows[0]?.body ?? "")?.[1];
  if (token === undefined) throw new Error(`no invitation was mailed to ${email}`);
  return token;
}

/** Invites a person and lets them accept by the link in the mail. */
export async function join(stage: Stage, coordinator: Player, placeId: string, person: Invited): Promise<Player> {
  await invite(coordinator, placeId, person);
  const token = await mailedToken(stage, person.email);
  const { userId } = await callerFor(stage, null).invitation.accept({
    token,
    name: person.name,
    roleGroup: person.roleGroup,
    locale: "sv",
  });
  return { userId, email: person.email, api: callerFor(stage, userId) };
}

/** Sets facts that nobody has set before, one by one, as the profile page does. Null says "we do not know". */
export async function fill(
  player: Player,
  placeId: string,
  facts: Readonly<Record<string, number | boolean | string | string[] | null>>,
): Promise<void> {
  const { groups } = await player.api.profile.get({ placeId });
  const versions = new Map(groups.flatMap((group) => group.facts).map((fact) => [fact.key, fact.version]));
  for (const [key, value] of Object.entries(facts))
    await player.api.profile.setFact({ placeId, key, value, note: null, version: versions.get(key) ?? 0 });
}
