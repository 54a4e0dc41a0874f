import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findBinaries, reachableBinaries } from "./binaries.ts";
import { serverFolder, throwAwayFolder } from "./place.ts";
import { address, dataFolder, findRunning, freePort, halt, initialise, isRunning, launch, type Server, signal } from "./process.ts";
import { appRole, databaseName, ensureDatabase, ensureRoles, ownerRole } from "./roles.ts";
import { hasSecrets, password, readSecrets, remember, type Secrets } from "./secrets.ts";
import { serverUser } from "./user.ts";

export { appRole, databaseName, ensureDatabase, ensureRoles, ownerRole } from "./roles.ts";

/** A running PostgreSQL with both roles made. */
export type EmbeddedDatabase = {
  /** Migrates and owns the tables. */
  readonly ownerUrl: string;
  /** What the app uses: owns nothing, bound by row-level security. */
  readonly appUrl: string;
  /** The server's own user, for making databases in tests. */
  readonly adminUrl: string;
  readonly port: number;
  /** Where the server's files lie. */
  readonly folder: string;
  /** True when another process started it and still uses it; `stop` then leaves it running. */
  readonly shared: boolean;
  readonly stop: () => Promise<void>;
};

/** How to start. */
export type EmbeddedOptions = {
  /** Where data and passwords lie: HP_DATA_DIR, or .data in the house's own folder. */
  readonly dataDir?: string;
  /** Stop on Ctrl-C by itself. Off for those who stop several things in order; it is stopped at the process's end in any case. */
  readonly stopOnSignal?: boolean;
};

/** The data folder when none is given. */
export function defaultDataDir(): string {
  return resolve(process.env.HP_DATA_DIR ?? fileURLToPath(new URL("../../../../.data/", import.meta.url)));
}

/** Starts the house's own PostgreSQL, or joins the one that already runs on the same data. */
export async function startEmbedded({ dataDir = defaultDataDir(), stopOnSignal = true }: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const user = serverUser();
  const known = hasSecrets(dataDir);
  const first = readSecrets(dataDir);
  const folder = serverFolder(dataDir, user, first);
  const secrets = remember(dataDir, { folder, home: dataDir });
  const binaries = reachableBinaries(findBinaries(), user);
  const server: Server = { binaries, user, folder, adminPassword: secrets.adminPassword, throwAway: false };
  if (!known && existsSync(join(dataFolder(server), "PG_VERSION"))) {
    rmSync(join(dataDir, "embedded.json"));
    throw new Error(
      `The passwords to the data in ${folder} are missing: put back ${join(dataDir, "embedded.json")}, or move ${folder} away to begin anew.`,
    );
  }
  initialise(server);
  const { pid, port, joined } = await joinOrLaunch(server, secrets.port);
  if (port !== secrets.port) remember(dataDir, { port });
  const starter = join(folder, "starter.pid");
  const shared = joined && isRunning(starterOf(starter), "node");
  if (!shared) writeFileSync(starter, String(process.pid));
  const nothing = async () => undefined;
  const stop = shared ? nothing : stopper({ stop: () => halt(server, pid), cut: () => signal(pid, "SIGINT"), stopOnSignal });
  return ready(port, secrets, { folder, shared, stop });
}

/** Starts a server for tests: fast, in a folder of its own, gone when it stops. */
export async function startThrowAway({ stopOnSignal = true }: { readonly stopOnSignal?: boolean } = {}): Promise<EmbeddedDatabase> {
  const user = serverUser();
  const folder = throwAwayFolder(user);
  const secrets: Secrets = { adminPassword: password(), ownerPassword: password(), appPassword: password() };
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  try {
    const binaries = reachableBinaries(findBinaries(), user);
    const server: Server = { binaries, user, folder, adminPassword: secrets.adminPassword, throwAway: true };
    initialise(server);
    const { pid, port } = await joinOrLaunch(server);
    const cut = () => {
      signal(pid, "SIGQUIT");
      // The process is ending and cannot wait for events: a moment, so that the server does not write while its files go.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
      clear();
    };
    const stop = stopper({ stop: () => halt(server, pid).then(clear), cut, stopOnSignal });
    return await ready(port, secrets, { folder, shared: false, stop });
  } catch (error) {
    clear();
    throw error;
  }
}

async function joinOrLaunch(server: Server, wanted?: number): Promise<{ pid: number; port: number; joined: boolean }> {
  for (let tries = 1; ; tries++) {
    const running = await findRunning(server);
    if (running) return { ...running, joined: true };
    const port = await freePort(wanted);
    try {
      return { pid: await launch(server, port), port, joined: false };
    } catch (error) {
      // Another start may have taken the port or the data folder in between: look again.
      if (tries === 3 || !/address already in use|could not bind|already exists/i.test(String(error))) throw error;
    }
  }
}

async function ready(
  port: number,
  secrets: Secrets,
  rest: Pick<EmbeddedDatabase, "folder" | "shared" | "stop">,
): Promise<EmbeddedDatabase> {
  const adminUrl = address(port, "postgres", secrets.adminPassword, "postgres");
  if (!rest.shared) {
    await ensureRoles(adminUrl, secrets);
    await ensureDatabase(adminUrl);
  }
  return {
    adminUrl,
    ownerUrl: address(port, ownerRole, secrets.ownerPassword, databaseName),
    appUrl: address(port, appRole, secrets.appPassword, databaseName),
    port,
    ...rest,
  };
}

function starterOf(path: string): number {
  return existsSync(path) ? Number.parseInt(readFileSync(path, "utf8"), 10) : 0;
}

type Ending = { readonly stop: () => Promise<void>; readonly cut: () => void; readonly stopOnSignal: boolean };

// Stops once, however often it is asked; and if nobody asks, `cut` ends the server when the process ends.
function stopper({ stop, cut, stopOnSignal }: Ending): () => Promise<void> {
  let running: Promise<void> | undefined;
  const stopOnce = () => {
    running ??= stop().finally(() => process.off("exit", cut));
    return running;
  };
  process.once("exit", cut);
  if (stopOnSignal) {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(name, () => void stopOnce().finally(() => process.exit(name === "SIGINT" ? 130 : 143)));
    }
  }
  return stopOnce;
}
