// The first thing every script does. Runs on the system's own Node (20.9 or later) with nothing but npm: it installs what the
// lockfile says, and runs the same script again under the house's own Node 24.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const pnpmVersion = "12.21.0";
const oldest = [20, 9];
const windows = process.platform === "win32";

/** Files that decide what an installation holds. */
const lockFiles = ["pnpm-lock.yaml", "pnpm-workspace.yaml"];

/**
 * True in the house's own Node, with everything installed. Otherwise it sees to both, runs the script again there, and this process
 * ends with that one's exit code.
 */
export async function inHouse() {
  if (process.env.HP_HOUSE === root) {
    leaveWithParent();
    return true;
  }
  try {
    refuseOldNode();
    const env = houseEnvironment();
    await install(env);
    process.exitCode = await again(env);
  } catch (error) {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
  return false;
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Error(`Node ${process.versions.node} is too old: install Node ${oldest.join(".")} or later from https://nodejs.org.`);
}

function houseEnvironment() {
  const bin = join(root, "node_modules", ".bin");
  const path = Object.entries(process.env).find(([key]) => key.toUpperCase() === "PATH") ?? ["PATH", ""];
  return {
    ...process.env,
    [path[0]]: [bin, path[1]].join(delimiter),
    TURBO_TELEMETRY_DISABLED: "1",
    NEXT_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
}

/** Installs when node_modules is missing or was made from another lockfile. */
async function install(env) {
  const wanted = lockHash();
  const stamp = join(root, "node_modules", ".hp-installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && existsSync(houseNode())) return;
  console.log("Installing what the house needs (the first time a minute or two) …");
  const own = join(root, "node_modules", ".bin", windows ? "pnpm.cmd" : "pnpm");
  const [command, ...first] = existsSync(own) ? [own] : [windows ? "npx.cmd" : "npx", "--yes", `pnpm@${pnpmVersion}`];
  const { code, output } = await show(command, [...first, "install", "--frozen-lockfile"], {
    ...env,
    CI: "true",
    npm_config_loglevel: "notice",
  });
  if (code !== 0) throw new Error(whyNotInstalled(output));
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(stamp, wanted);
}

function lockHash() {
  const hash = createHash("sha256");
  for (const name of lockFiles) hash.update(readFileSync(join(root, name)));
  return hash.digest("hex");
}

function whyNotInstalled(output) {
  if (/ENOSPC|no space left/i.test(output)) return "The disk is full: installing needs about 2 GB. Free some space and start again.";
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network (error|request)|fetch failed|META_FETCH/i.test(
      output,
    )
  ) {
    return "The npm registry cannot be reached: the first start needs the network (behind a proxy, set HTTPS_PROXY or npm's registry setting). Nothing is fetched after that.";
  }
  if (/OUTDATED_LOCKFILE/.test(output))
    return "package.json and pnpm-lock.yaml do not agree: run node_modules/.bin/pnpm install and keep the new lockfile.";
  if (/EACCES|EPERM/.test(output)) return "Installing was refused by the file system: the folder must belong to the user who starts.";
  return "Installing failed; the reason is above.";
}

/** Runs a command, showing and keeping what it says. */
function show(command, args, env) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"], shell: windows });
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.on("data", (chunk) => {
        output += chunk;
        to.write(chunk);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

function houseNode() {
  return join(root, "node_modules", ".bin", windows ? "node.exe" : "node");
}

/** Runs the same script under the house's Node, passes signals on, and leaves nothing of it running. */
function again(env) {
  return new Promise((resolve) => {
    const child = spawn(houseNode(), ["--disable-warning=ExperimentalWarning", ...process.argv.slice(1)], {
      env: { ...env, HP_HOUSE: root },
      stdio: ["inherit", "inherit", "inherit", "ipc"],
    });
    const started = new Set();
    child.on("message", ({ begun, ended }) => {
      started.add(begun);
      started.delete(ended);
    });
    // In a terminal Ctrl-C reaches the child by itself; from elsewhere (kill, a service manager) it must be passed on.
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => child.kill(name));
    stopWithNpm(() => child.kill("SIGTERM"));
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("exit", (code) => {
      for (const pid of started) endGroup(pid); // only when it was killed outright
      resolve(code ?? 1);
    });
  });
}

// npm that is asked to end takes its shell along and forgets us: we notice that our parent is another.
function stopWithNpm(stop) {
  if (windows || !process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

function endGroup(pid) {
  try {
    process.kill(windows ? pid : -pid, "SIGTERM");
  } catch {
    // already gone
  }
}

// If the process that started this one is killed outright, this one stops as if asked to, and leaves nothing running.
function leaveWithParent() {
  if (!process.connected) return;
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
