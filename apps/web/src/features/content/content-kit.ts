import "server-only";
import { notFound } from "next/navigation";
import { getCaller, requireUser } from "../../server/caller.ts";

/** What a page of the shared content begins with: an admin. To everyone else there is no such page. */
export async function enterContentPage() {
  const user = await requireUser();
  if (!user.isAdmin) notFound();
  return { api: await getCaller() };
}
