import { channel } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { closeDatabase } from "./db.ts";
import { env } from "./env.ts";
import { logger } from "./log.ts";
import { deliverNowAndThen } from "./mail/deliver.ts";
import { requestIdFrom, requestIdHeader } from "./request-id.ts";

/** How long requests under way may take when the process is asked to end, in milliseconds. */
const patienceMs = 8_000;

/** Checks the environment, and arranges that the process ends in order. Ends the process with every fault if it is not complete. */
export function startUp(): void {
  try {
    env();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
  const { PORT: port, HP_NEWEST_MIGRATION: migration } = env();
  logger().info({ port, migration }, "started");
  endInOrder(deliverNowAndThen());
}

/**
 * On the signals to end, Next stops taking connections and waits for those it has; here each is told to close after its
 * answer, since a proxy would otherwise keep it and go on asking. When no request is left the database is closed.
 */
function endInOrder(stopMail: () => void): void {
  const underWay = new Set<ServerResponse>();
  let isEnding = false;
  const closeAfter = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader("Connection", "close");
  };
  channel("http.server.request.start").subscribe((message) => {
    const { response } = message as { response: ServerResponse };
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    if (isEnding) closeAfter(response);
  });
  const end = async (signal: string) => {
    isEnding = true;
    logger().info({ signal, count: underWay.size }, "stopping");
    stopMail();
    for (const response of underWay) closeAfter(response);
    const last = Date.now() + patienceMs;
    while (underWay.size > 0 && Date.now() < last) await wait(25);
    await closeDatabase();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      end(signal).catch((error: unknown) => logger().error({ err: error }, "closing the database"));
    });
}

/** Writes a fault of a page or a handler into the log. */
export function logFault(error: unknown, headers: NodeJS.Dict<string | string[]>, routePath: string): void {
  const given = headers[requestIdHeader];
  const { digest } = error as { digest?: string };
  logger().error({ requestId: requestIdFrom(typeof given === "string" ? given : null), routePath, digest, err: error }, "fault");
}
