import type { Metadata } from "next";
import { say } from "../../../../features/place/kit.ts";
import { NewPlacePage } from "../../../../features/portfolio/new-place-page.tsx";
import { getCaller, requireUser } from "../../../../server/caller.ts";

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("portfolio"))("new.title") };
}

export default async function Page({ searchParams }: Props) {
  await requireUser();
  const [api, { q }] = await Promise.all([getCaller(), searchParams]);
  const search = typeof q === "string" ? q.trim().slice(0, 60) : "";
  const [portfolio, hits] = await Promise.all([api.portfolio.list(), search === "" ? [] : api.place.search({ query: search })]);
  return <NewPlacePage portfolio={portfolio} search={search} hits={hits} />;
}
