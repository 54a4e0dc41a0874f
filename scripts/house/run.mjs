import { spawn } from "node:child_process";
import { root } from "./place.mjs";

const running = new Set();

/** A child process that is stopped, with all it started, when this process ends. */
export function launch(command, args = [], { env = {}, cwd = root, stdio = ["ignore", "inherit", "inherit"] } = {}) {
  // In a group of its own, so that Ctrl-C reaches only us and we decide the order; and so that its own children stop with it.
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio, detached: process.platform !== "win32" });
  running.add(child);
  tell({ begun: child.pid });
  child.ended = new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, error }));
    child.on("close", (code, signal) => resolve({ code: code ?? 1, signal }));
  }).finally(() => {
    running.delete(child);
    tell({ ended: child.pid });
  });
  return child;
}

// The process above us ends what is left when this one is killed outright.
function tell(message) {
  if (process.connected) process.send(message);
}

/** Runs a command to its end; returns its exit code. */
export async function run(command, args, options) {
  const { code, error } = await launch(command, args, options).ended;
  if (error) console.error(error.message);
  return code;
}

/** Runs a command to its end; returns its exit code and all it said, which is shown as well unless `quiet`. */
export async function capture(command, args, { quiet = false, ...options } = {}) {
  const child = launch(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.on("data", (chunk) => {
      output += chunk;
      if (!quiet) to.write(chunk);
    });
  }
  const { code, error } = await child.ended;
  return { code, output: error ? `${output}${error.message}` : output };
}

/** Asks a child to stop, and insists after a while. */
export async function stop(child, patience = 10_000) {
  if (!running.has(child)) return;
  signal(child, "SIGTERM");
  const insist = setTimeout(() => signal(child, "SIGKILL"), patience);
  await child.ended;
  clearTimeout(insist);
}

/** Stops everything that was started here. */
export async function stopAll() {
  await Promise.all([...running].map((child) => stop(child)));
}

const clearing = [];

/** Something to undo at the end, whatever the end is: the last thing begun is undone first. Returns a way to undo it earlier. */
export function atTheEnd(undo) {
  clearing.push(undo);
  return async () => {
    const index = clearing.indexOf(undo);
    if (index < 0) return;
    clearing.splice(index, 1);
    await undo();
  };
}

/** Stops and undoes everything, in order. */
export async function clearUp() {
  await stopAll();
  for (let undo = clearing.pop(); undo; undo = clearing.pop()) {
    await Promise.resolve(undo()).catch((error) => console.error(error.message));
  }
}

let asked = 0;

/** Whether this process has been asked to end, and is clearing up. */
export const isEnding = () => asked > 0;

/** From now on Ctrl-C and its like clear up and end this process with `code`. Asked twice within a moment counts as once. */
export function endOnSignal(code, word) {
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(name, async () => {
      if (asked > 0) {
        // npm and the terminal both pass on one Ctrl-C; a second one some seconds later means it.
        if (Date.now() - asked > 3000) process.exit(1);
        return;
      }
      asked = Date.now();
      if (word) console.log(`\n${word}`);
      await clearUp();
      process.exit(code);
    });
  }
}

function signal(child, name) {
  try {
    if (process.platform === "win32") child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // already gone
  }
}

process.on("exit", () => {
  for (const child of running) signal(child, "SIGKILL");
});
