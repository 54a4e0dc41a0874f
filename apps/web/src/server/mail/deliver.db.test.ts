import { createServer } from "node:net";
import { freshDatabase } from "@hp/testing";
import { afterAll, beforeEach, expect, test } from "vitest";

/** A mail server of the smallest kind: keeps what it is given, and refuses addresses that begin with "nobody". */
async function mailServer() {
  const received: string[] = [];
  const server = createServer((socket) => {
    let data: string | null = null;
    let line = "";
    const say = (text: string) => socket.write(`${text}\r\n`);
    say("220 here");
    socket.on("data", (chunk) => {
      line += chunk.toString();
      for (let end = line.indexOf("\r\n"); end >= 0; end = line.indexOf("\r\n")) {
        const text = line.slice(0, end);
        line = line.slice(end + 2);
        if (data !== null) {
          if (text === ".") {
            received.push(data);
            data = null;
            say("250 kept");
          } else data += `${text}\n`;
        } else if (/^DATA/i.test(text)) {
          data = "";
          say("354 go on");
        } else if (/^RCPT TO:<nobody/i.test(text)) say("550 no such person");
        else if (/^QUIT/i.test(text)) {
          say("221 bye");
          socket.end();
        } else say("250 ok");
      }
    });
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return { received, port, close: () => new Promise((resolve) => server.close(resolve)) };
}

const database = await freshDatabase();
const server = await mailServer();
Object.assign(process.env, {
  DATABASE_URL: database.appUrl,
  NEXTAUTH_SECRET: "s".repeat(40),
  NEXTAUTH_URL: "https://platser.example.org",
  SMTP_URL: `smtp://127.0.0.1:${server.port}`,
  MAIL_FROM: "Hållbara Platser <svara-inte@example.org>",
  LOG_LEVEL: "silent",
});
const { deliverPending } = await import("./deliver.ts");
const { closeDatabase, database: pool } = await import("../db.ts");
const { auth } = pool();
const queue = (to: string, body = "Hej!\n\n{site}/logga-in") =>
  auth.queueMail({ kind: "sign_in", to, locale: "sv", subject: "Logga in", body });

beforeEach(() => {
  server.received.length = 0;
});
afterAll(async () => {
  await closeDatabase();
  await server.close();
  await database.drop();
});

test("what waits is sent once, as text and as a page, with the site's address in its links", async () => {
  await queue("karin@kommun.example");
  await deliverPending();
  await deliverPending();
  expect(server.received).toHaveLength(1);
  const [mail = ""] = server.received;
  expect(mail).toMatch(/^To: karin@kommun\.example$/m);
  expect(mail).toContain("svara-inte@example.org");
  expect(mail).toContain("text/plain");
  expect(mail).toContain("text/html");
  expect(mail).toContain("https://platser.example.org/logga-in");
  expect(mail).not.toContain("{site}");
  expect((await auth.recentMails(5)).find(({ to }) => to === "karin@kommun.example")?.sentAt).toBeInstanceOf(Date);
});

test("a mail that is refused does not hold up the others, and is tried five times", async () => {
  await queue("nobody@kommun.example");
  await queue("jonas@bolag.example");
  for (let round = 0; round < 7; round++) await deliverPending();
  expect(server.received).toHaveLength(1);
  expect((await auth.pendingMails(10)).map(({ to }) => to)).toEqual([]);
  expect((await auth.recentMails(10)).find(({ to }) => to === "nobody@kommun.example")?.sentAt).toBeNull();
});

test("rounds that are asked for at the same time are one", async () => {
  for (let count = 0; count < 3; count++) await queue(`person-${count}@kommun.example`);
  await Promise.all([deliverPending(), deliverPending(), deliverPending()]);
  expect(server.received).toHaveLength(3);
});
