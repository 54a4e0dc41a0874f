import { database } from "../../../server/db.ts";
import { env } from "../../../server/env.ts";
import { logger } from "../../../server/log.ts";

type Readiness = "ready" | "database_unreachable" | "database_behind" | "database_newer";

async function readiness(): Promise<Readiness> {
  const known = env().HP_NEWEST_MIGRATION;
  try {
    const newest = (await database().newestMigration()) ?? "";
    return newest === known ? "ready" : newest < known ? "database_behind" : "database_newer";
  } catch (error) {
    logger().error({ routePath: "/api/ready", err: error }, "not ready");
    return "database_unreachable";
  }
}

/** Whether requests can be sent here. Open to anyone, for whatever balances the load: one word, and no detail of a fault. */
export async function GET(): Promise<Response> {
  const status = await readiness();
  return Response.json({ status }, { status: status === "ready" ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
