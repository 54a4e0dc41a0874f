import { freshDatabase } from "@hp/testing";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";

const dayMs = 86_400_000;
const database = await freshDatabase();
Object.assign(process.env, {
  DATABASE_URL: database.appUrl,
  NEXTAUTH_SECRET: "s".repeat(40),
  NEXTAUTH_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
});
const { mailSignInLink, spendSignInLink, createAdapter } = await import("./auth.ts");
const { beginSession, newToken, readSession, tokenHash } = await import("./session.ts");
const { closeDatabase, database: pool } = await import("./db.ts");
const { mayMailLink } = await import("./sign-in-limits.ts");

const { auth } = pool();
const visitor = { locale: "sv" } as const;
let people = 0;
const someone = () => `person-${++people}@kommun.example`;

beforeAll(() => expect(process.env.NEXTAUTH_URL).toBe("http://localhost:3000"));
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

/** Moves the clock, for whoever asks what time it is here. */
const at = (time: number) => vi.useFakeTimers({ toFake: ["Date"], now: time });

/** Asks for a link and reads it in the outbox. */
async function linkFor(email: string, callbackUrl = "/plats/1?flik=2", locale: "sv" | "en" = "sv") {
  await mailSignInLink({ locale }, email, callbackUrl);
  const mail = (await auth.recentMails(20)).find(({ to }) => to === email);
  const address = /\{site\}(\/logga-in\/bekrafta\?\S+)/.exec(mail?.body ?? "")?.[1] ?? "";
  const query = new URL(address, "http://localhost:3000").searchParams;
  return { mail, token: query.get("token") ?? "", callbackUrl: query.get("callbackUrl"), email: query.get("email") };
}
const cookieToken = (line: string | null) => /^next-auth\.session-token=([\w-]{43});/.exec(line ?? "")?.[1] ?? "";

test("a link is mailed that leads to the page with the button, in the visitor's language", async () => {
  const email = someone();
  const { mail, token, callbackUrl, email: named } = await linkFor(email);
  expect(mail).toMatchObject({ kind: "sign_in", to: email, locale: "sv", subject: "Logga in i Hållbara Platser", sentAt: null });
  expect(token).toMatch(/^[\w-]{43}$/);
  expect([named, callbackUrl]).toEqual([email, "/plats/1?flik=2"]);
  expect((await linkFor(someone(), "/", "en")).mail?.subject).toBe("Sign in to Hållbara Platser");
});

test("a spent link begins a session, makes the account and verifies it; the cookie is out of reach of scripts", async () => {
  const email = someone();
  const { token } = await linkFor(email);
  expect(await auth.userByEmail(email)).toBeNull();
  const line = await spendSignInLink(visitor, { token, email, oldToken: null });
  expect(line).toMatch(/Path=\/;.*HttpOnly;.*SameSite=Lax/);
  const found = await readSession(auth, cookieToken(line));
  expect(found?.user).toMatchObject({ email, locale: "sv" });
  expect(found?.user.emailVerifiedAt).toBeInstanceOf(Date);
});

test("neither a link's nor a session's token is in the database as it is", async () => {
  const email = someone();
  const { token } = await linkFor(email);
  expect(await auth.useVerificationToken({ identifier: email, tokenHash: token })).toBeNull();
  const line = await spendSignInLink(visitor, { token, email, oldToken: null });
  expect(await auth.sessionWithUser(cookieToken(line))).toBeNull();
  expect(await auth.sessionWithUser(tokenHash(cookieToken(line)))).not.toBeNull();
});

test("a link works once, for its own address, and for a day", async () => {
  const email = someone();
  const { token } = await linkFor(email);
  expect(await spendSignInLink(visitor, { token, email: someone(), oldToken: null })).toBeNull();
  expect(await spendSignInLink(visitor, { token: newToken(), email, oldToken: null })).toBeNull();
  expect(await spendSignInLink(visitor, { token, email, oldToken: null })).not.toBeNull();
  expect(await spendSignInLink(visitor, { token, email, oldToken: null })).toBeNull();
  const late = await linkFor(email);
  at(Date.now() + dayMs + 1000);
  expect(await spendSignInLink(visitor, { token: late.token, email, oldToken: null })).toBeNull();
});

test("of two that spend a link at the same time one gets in", async () => {
  const email = someone();
  const { token } = await linkFor(email);
  const lines = await Promise.all([1, 2, 3, 4].map(() => spendSignInLink(visitor, { token, email, oldToken: null })));
  expect(lines.filter((line) => line !== null)).toHaveLength(1);
});

test("whoever signs in as somebody else leaves their old session", async () => {
  const [one, other] = [someone(), someone()];
  const first = cookieToken(await spendSignInLink(visitor, { token: (await linkFor(one)).token, email: one, oldToken: null }));
  const second = cookieToken(await spendSignInLink(visitor, { token: (await linkFor(other)).token, email: other, oldToken: first }));
  expect(await readSession(auth, first)).toBeNull();
  expect((await readSession(auth, second))?.user.email).toBe(other);
});

test("a session ends seven days after it was last used", async () => {
  const { id } = await auth.createUser({ email: someone(), locale: "sv" });
  const token = newToken();
  const begun = Date.now();
  await beginSession(auth, id, token, begun);
  expect(await readSession(auth, token, begun + 6 * dayMs)).not.toBeNull();
  expect(await readSession(auth, token, begun + 12 * dayMs)).not.toBeNull();
  expect(await readSession(auth, token, begun + 20 * dayMs)).toBeNull();
  expect(await auth.sessionWithUser(tokenHash(token))).toBeNull();
});

test("a session that is used every day ends after thirty", async () => {
  const { id } = await auth.createUser({ email: someone(), locale: "sv" });
  const token = newToken();
  const begun = Date.now();
  const { endsAt } = await beginSession(auth, id, token, begun);
  expect(endsAt.getTime()).toBe(begun + 30 * dayMs);
  for (let day = 1; day < 30; day++) expect((await readSession(auth, token, begun + day * dayMs))?.endsAt).toEqual(endsAt);
  expect(await readSession(auth, token, begun + 30 * dayMs)).toBeNull();
});

test("using a session again within the hour writes nothing", async () => {
  const { id } = await auth.createUser({ email: someone(), locale: "sv" });
  const token = newToken();
  const begun = Date.now();
  await beginSession(auth, id, token, begun);
  const before = await auth.sessionWithUser(tokenHash(token));
  await readSession(auth, token, begun + 3_599_000);
  expect((await auth.sessionWithUser(tokenHash(token)))?.expiresAt).toEqual(before?.expiresAt);
  await readSession(auth, token, begun + 3_601_000);
  expect((await auth.sessionWithUser(tokenHash(token)))?.expiresAt).toEqual(new Date(begun + 3_601_000 + 7 * dayMs));
});

test("five links to an address in a quarter of an hour, also when all are asked for at once", async () => {
  const email = someone();
  const asked = await Promise.all(Array.from({ length: 20 }, () => mayMailLink(email, new Headers())));
  expect(asked.filter(Boolean)).toHaveLength(5);
  expect(await mayMailLink(someone(), new Headers())).toBe(true);
});

test("links that another process has mailed count", async () => {
  const email = someone();
  for (let sent = 0; sent < 5; sent++) await auth.queueMail({ kind: "sign_in", to: email, locale: "sv", subject: "x", body: "x" });
  expect(await mayMailLink(email, new Headers())).toBe(false);
});

test("next-auth's other ways in are closed", async () => {
  const adapter = createAdapter(auth, "sv");
  await expect(adapter.linkAccount?.({} as never)).rejects.toThrow("not used");
  await expect(adapter.getUserByAccount?.({} as never)).rejects.toThrow("not used");
});
