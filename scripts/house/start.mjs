import { appEnvironment, claimPort, serve, wantedHost, wantedPort, work } from "./app.mjs";
import { build } from "./build.mjs";
import { readyDatabase } from "./database.mjs";
import { hasWeb } from "./place.mjs";
import { clearUp, endOnSignal, isEnding } from "./run.mjs";
import { explain, say, step } from "./say.mjs";

/** From a checkout to served pages; ends on Ctrl-C, leaving nothing running. */
export async function start() {
  endOnSignal(0, "Stopping …");
  try {
    const port = wantedPort();
    await claimPort(port);
    const database = await readyDatabase();
    if (!hasWeb()) throw new Error("The database is ready; there are no pages to serve yet (apps/web/src/app).");
    const env = appEnvironment({ appUrl: database.appUrl, port });
    const host = wantedHost(env);
    await step("Building the pages (only after a change)", () => build());
    const server = await step("Starting the pages", () => serve({ env, port, host }));
    const worker = work({ env });
    welcome({ port, host, env, database });
    const ended =
      (name) =>
      ({ code, signal }) =>
        `The ${name} ended by itself (${signal ?? `code ${code}`}).`;
    const why = await Promise.race([server.ended.then(ended("web server")), worker.ended.then(ended("worker"))]);
    if (!isEnding()) throw new Error(why);
  } catch (error) {
    if (isEnding()) return; // what was interrupted complains, and nobody needs to hear it
    explain(error);
    await clearUp();
    process.exit(1);
  }
}

function welcome({ port, host, env, database }) {
  const accounts = database.demo ?? [];
  const lines = [
    "",
    `Hållbara Platser is at ${env.NEXTAUTH_URL}`,
    ...(env.NEXTAUTH_URL.endsWith(`:${port}`) ? [] : [`(served here on port ${port})`]),
    ...(env.HP_OUTBOX === "local" ? [`Mail is not sent: it lands at ${env.NEXTAUTH_URL}/utkorg. Set SMTP_URL to send it.`] : []),
    ...(host === "127.0.0.1"
      ? ["Only this machine can reach it. HOST=0.0.0.0 npm start opens it to the network, the outbox included."]
      : []),
    ...(accounts.length > 0 ? ["", "Demo accounts (sign in with the address; the link lands in the outbox):"] : []),
    ...accounts.map(describe),
    "",
    `Data are kept in ${database.folder ?? "your own database"}. Ctrl-C stops everything.`,
  ];
  console.log(lines.join("\n"));
  say("Ready.");
}

function describe({ email, name, who }) {
  return `  ${email.padEnd(32)} ${name}: ${who.sv}`;
}
