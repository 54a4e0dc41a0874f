import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inData, root, web } from "./place.mjs";
import { launch, stop } from "./run.mjs";
import { Told } from "./say.mjs";

/** The port to serve on: PORT, or 3000. */
export function wantedPort() {
  const text = process.env.PORT ?? "3000";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Told(`PORT must be a number from 1 to 65535, and it is "${text}".`);
  return port;
}

/**
 * Where to listen. With the local outbox anybody who reaches the pages can read every sign-in link, so only this machine may,
 * unless HOST says otherwise.
 */
export function wantedHost(env) {
  return process.env.HOST ?? (env.HP_OUTBOX === "local" ? "127.0.0.1" : "0.0.0.0");
}

/** What the app reads from its environment; what is set already is left alone. */
export function appEnvironment({ appUrl, port, production = true, outbox = localOutbox() }) {
  return {
    NODE_ENV: production ? "production" : "development",
    DATABASE_URL: appUrl,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? keptSecret(),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? `http://localhost:${port}`,
    ...(outbox ? { HP_OUTBOX: "local" } : {}),
  };
}

/** Refuses a port that something listens on, before anything slow is begun. */
export async function claimPort(port) {
  for (const host of ["127.0.0.1", "0.0.0.0"]) {
    const code = await listen(port, host);
    if (code === "EADDRINUSE")
      throw new Told(`Port ${port} is taken by another program: stop it, or choose another, for example PORT=${port + 1} npm start.`);
    if (code === "EACCES")
      throw new Told(`Port ${port} may not be used by an ordinary user: choose one above 1023, for example PORT=3000 npm start.`);
  }
}

/** A port that nothing listens on. */
export async function anyPort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Serves the built pages; returns when they answer. */
export async function serve({ env, port, host, stdio }) {
  const next = join(web, "node_modules", "next", "dist", "bin", "next");
  const child = launch(process.execPath, [next, "start", "-p", String(port), "-H", host], {
    cwd: web,
    env: { ...env, PORT: String(port) },
    stdio,
  });
  let ended;
  child.ended.then((how) => {
    ended = how;
  });
  const address = `http://127.0.0.1:${port}/api/health`;
  for (let tries = 0; tries < 600; tries++) {
    if (ended) throw new Told(`The web server ended (${ended.signal ?? `code ${ended.code}`}) before it answered.`);
    if (await answers(address)) return child;
    await wait(100);
  }
  await stop(child);
  throw new Told("The web server did not answer within a minute.");
}

/** Starts the worker: what takes longer than a page may. It says so itself when it stops. */
export function work({ env, stdio }) {
  return launch(process.execPath, [join(root, "apps", "worker", "src", "main.ts")], { env, stdio });
}

// The house's own database and no mail server: mail lands in a page of the app.
function localOutbox() {
  return !process.env.SMTP_URL && !process.env.DATABASE_URL;
}

function keptSecret() {
  const path = inData("nextauth-secret");
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(path, "utf8").trim();
}

async function answers(address) {
  try {
    await fetch(address, { signal: AbortSignal.timeout(5000), redirect: "manual" });
    return true;
  } catch {
    return false;
  }
}

function listen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
