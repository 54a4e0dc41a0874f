import { constants, setPriority } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { runNextBench, runNextProposal } from "@hp/api/worker";
import { connect } from "@hp/db";
import pino from "pino";
import { z } from "zod";

// The worker: answers places' questions for a package and tries drafts of the content on all places, in a process of its
// own, so that no page waits for it.
const everyMs = 500;

const schema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, { error: "must be a PostgreSQL address" }),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

const given = schema.safeParse(process.env);
if (!given.success) {
  console.error(
    `The worker's environment is not complete:\n${given.error.issues.map(({ path, message }) => `  ${path.join(".")} ${message}`).join("\n")}`,
  );
  process.exit(1);
}
const logger = pino({ level: given.data.LOG_LEVEL, base: { app: "worker" } });
// Pages come first where cores are few.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const database = connect(given.data.DATABASE_URL, 2);
const ending = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => ending.abort());

logger.info("started");
while (!ending.signal.aborted) {
  try {
    // Places come first: they wait for an answer in a meeting.
    const outcome = (await runNextProposal(database, ending.signal)) ?? (await runNextBench(database, ending.signal));
    if (outcome !== null) logger.info(outcome, "done");
    else await wait(everyMs, undefined, { signal: ending.signal }).catch(() => {});
  } catch (error) {
    // The database is away: it is asked again, and nothing is lost, since all work stands in it.
    logger.error({ err: error }, "work");
    await wait(5 * everyMs, undefined, { signal: ending.signal }).catch(() => {});
  }
}
await database.close();
logger.info("stopped");
