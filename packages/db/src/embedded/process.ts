import { execFileSync, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type Binaries, program } from "./binaries.ts";
import type { ServerUser } from "./user.ts";

/** One server on disk: what is needed to make, start, find and stop it. */
export type Server = {
  readonly binaries: Binaries;
  readonly user: ServerUser | null;
  /** Holds `data` and `server.log`. */
  readonly folder: string;
  readonly adminPassword: string;
  /** Faster, and lost when the machine stops: for tests. */
  readonly throwAway: boolean;
};

/** The folder that PostgreSQL itself writes. */
export function dataFolder(server: Server): string {
  return join(server.folder, "data");
}

/** The address of one database on the server. */
export function address(port: number, role: string, password: string, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** Makes the data folder, unless it is there. */
export function initialise(server: Server): void {
  const data = dataFolder(server);
  if (existsSync(join(data, "PG_VERSION"))) {
    checkMajor(server);
    return;
  }
  const half = `${data}.${process.pid}`;
  const secret = join(server.folder, `.password-${process.pid}`);
  writeFileSync(secret, `${server.adminPassword}\n`, { mode: 0o600 });
  if (server.user) chownSync(secret, server.user.uid, server.user.gid);
  const options = [
    "--username=postgres",
    "--auth=scram-sha-256",
    "--locale=C.UTF-8",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
  try {
    const speed = server.throwAway ? ["--no-sync"] : [];
    execFileSync(program(server.binaries, "initdb"), [`--pgdata=${half}`, `--pwfile=${secret}`, ...options, ...speed], {
      ...server.user,
      cwd: server.folder,
      env: environment(),
      stdio: "pipe",
    });
    renameSync(half, data);
  } catch (error) {
    throw new Error(sayWhy("PostgreSQL's data folder could not be made", String((error as { stderr?: Buffer }).stderr ?? error)), {
      cause: error,
    });
  } finally {
    rmSync(secret, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/** Starts the server and waits until it answers. Returns its process id. */
export async function launch(server: Server, port: number): Promise<number> {
  const log = join(server.folder, "server.log");
  const output = openSync(log, "a", 0o600);
  if (statSync(log).size > 5_000_000) truncateSync(log);
  const from = statSync(log).size;
  const fast = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_wal_size=4GB"];
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
    "log_timezone=UTC",
  ];
  // In a group of its own: Ctrl-C in a terminal must not stop the database before those who use it.
  const child = spawn(
    program(server.binaries, "postgres"),
    ["-D", dataFolder(server), ...[...settings, ...(server.throwAway ? fast : [])].flatMap((setting) => ["-c", setting])],
    { ...server.user, cwd: server.folder, env: environment(), stdio: ["ignore", output, output], detached: true },
  );
  closeSync(output);
  let ended: string | undefined;
  child.on("exit", (code, signal) => {
    ended = `it ended with ${signal ?? code}`;
  });
  child.on("error", (error) => {
    ended = error.message;
  });
  child.unref();
  const url = address(port, "postgres", server.adminPassword, "postgres");
  for (let tries = 0; tries < 1200; tries++) {
    if (ended) throw new Error(sayWhy("PostgreSQL did not start", `${readFileSync(log, "utf8").slice(from)}\n${ended}`));
    if (child.pid && (await answers(url, dataFolder(server)))) return child.pid;
    await wait(50);
  }
  throw new Error(`PostgreSQL did not answer within a minute; see ${log}.`);
}

/** The process and port of a server that already runs on this data folder, or null; a lock left by a crash is cleared away. */
export async function findRunning(server: Server): Promise<{ pid: number; port: number } | null> {
  const lock = join(dataFolder(server), "postmaster.pid");
  for (let tries = 0; tries < 150; tries++) {
    if (!existsSync(lock)) return null;
    const lines = readFileSync(lock, "utf8").split("\n");
    const pid = Number.parseInt(lines[0] ?? "", 10);
    const port = Number.parseInt(lines[3] ?? "", 10);
    if (port && (await answers(address(port, "postgres", server.adminPassword, "postgres"), dataFolder(server)))) return { pid, port };
    if (pid === process.pid || !isRunning(pid, dataFolder(server))) {
      rmSync(lock, { force: true });
      return null;
    }
    await wait(100); // it is starting, recovering or stopping
  }
  throw new Error(`Another PostgreSQL holds ${dataFolder(server)} but does not answer: stop it, and start again.`);
}

/** Stops a server and waits until it is gone. */
export async function halt(server: Server, pid: number): Promise<void> {
  if (process.platform === "win32") {
    execFileSync(program(server.binaries, "pg_ctl"), ["stop", "-D", dataFolder(server), "-m", "fast"], { stdio: "ignore" });
    return;
  }
  signal(pid, "SIGINT");
  for (let tries = 0; tries < 600; tries++) {
    if (!isAlive(pid)) return;
    if (tries === 400) signal(pid, "SIGQUIT");
    await wait(50);
  }
}

/** Sends a signal; a process that is already gone is fine. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone
  }
}

/** Whether a process exists. */
export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A port that nothing listens on: the wanted one if it is free. */
export async function freePort(wanted = 0): Promise<number> {
  const listener = createServer();
  try {
    return await new Promise<number>((resolve, reject) => {
      listener.once("error", reject);
      listener.listen(wanted, "127.0.0.1", () => {
        const found = listener.address();
        resolve(typeof found === "object" && found ? found.port : 0);
      });
    });
  } catch (error) {
    if (wanted === 0) throw error;
    return freePort();
  } finally {
    listener.close();
  }
}

async function answers(url: string, data: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0]?.data_directory === data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether a process exists and its command line holds a word: process ids are used again, so being alive says little. */
export function isRunning(pid: number, word: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(word);
  } catch {
    return false;
  }
}

function checkMajor(server: Server): void {
  const found = readFileSync(join(dataFolder(server), "PG_VERSION"), "utf8").trim();
  if (found === server.binaries.major) return;
  throw new Error(
    `The data in ${dataFolder(server)} belong to PostgreSQL ${found}, and this version brings PostgreSQL ${server.binaries.major}: start the version that made them and export, or move the folder away to begin anew.`,
  );
}

function sayWhy(what: string, output: string): string {
  if (/no space left|ENOSPC/i.test(output)) return `${what}: the disk is full.`;
  const lines = output.split("\n").filter((line) => line.trim());
  const telling = lines.find((line) => /fatal|panic|error/i.test(line)) ?? lines.at(-1) ?? "no reason given";
  return `${what}: ${telling.trim()}`;
}

// Without the caller's PG* settings and language: messages are read by the house.
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([key]) => !/^(PG|LC_|LANG)/.test(key));
  return { ...Object.fromEntries(kept), LC_ALL: "C", NODE_ENV: process.env.NODE_ENV };
}
