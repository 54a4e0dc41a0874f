import { type DestinationStream, type Logger, pino } from "pino";
import { env } from "./env.ts";

/**
 * What a log line may hold. A closed list instead of a list of what is secret: a new field stays out until it is put here,
 * and none of these is about a person.
 */
const allowed = new Set([
  "requestId",
  "path",
  "type",
  "durationMs",
  "outcome",
  "status",
  "digest",
  "code",
  "signal",
  "port",
  "migration",
  "kind",
  "count",
  "routePath",
  "err",
]);

/** Fields that hold an id of ours, which looks like a token. */
const ids = new Set(["requestId", "digest"]);

const secrets: readonly [pattern: RegExp, instead: string][] = [
  [/[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+/g, "[address]"],
  [/\b(postgres(?:ql)?|smtps?|https?):\/\/[^\s/@]*:[^\s/@]*@/gi, "$1://[secret]@"],
  [/\b[A-Za-z0-9_-]{32,}\b/g, "[token]"],
];

/** Takes addresses, passwords and anything as long as a token out of a text. */
export function scrub(text: string): string {
  return secrets.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
}

/** An error as name, code, scrubbed message and the files of its stack: what a row or a query held is left out. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    // Prisma and PostgreSQL put values into the lines after the first.
    message: scrub(error.message.split("\n").filter((line) => line.trim() !== "")[0] ?? "").slice(0, 300),
    stack: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}

const onlyAllowed = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => allowed.has(name))
      .map(([name, value]) => [
        name,
        name === "err" ? describeError(value) : typeof value === "string" && !ids.has(name) ? scrub(value) : value,
      ]),
  );

/** A logger of JSON lines that hold nothing about persons. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: onlyAllowed },
    serializers: { err: (value: unknown) => value },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

let log: Logger | undefined;

/** The app's log. */
export function logger(): Logger {
  log ??= createLog(env().LOG_LEVEL);
  return log;
}
