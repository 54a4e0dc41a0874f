import "server-only";
import { database } from "./db.ts";
import { env } from "./env.ts";
import { createLimiter } from "./limiter.ts";

const quarterMs = 15 * 60_000;
const mostPerAddress = 5;
const mostPerClient = 30;

// In this process at once, so that links asked for in the same moment count; in the outbox for all processes.
const perAddress = createLimiter(mostPerAddress, quarterMs);
const perClient = createLimiter(mostPerClient, quarterMs);

/** Who sent a request, as the nearest proxy wrote it; null where no proxy can be trusted to. */
function clientOf(headers: Headers): string | null {
  if (!env().TRUST_PROXY) return null;
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || null;
}

/** Whether one more link may be mailed to an address: at most five in a quarter of an hour, and thirty per client. */
export async function mayMailLink(email: string, headers: Headers): Promise<boolean> {
  const client = clientOf(headers);
  if (client !== null && !perClient.take(client)) return false;
  if (!perAddress.take(email)) return false;
  const sent = await database().auth.countMails({ to: email, kind: "sign_in", since: new Date(Date.now() - quarterMs) });
  return sent < mostPerAddress;
}
