import type { Metadata } from "next";
import { say } from "../../../features/place/kit.ts";
import { PortfolioPage } from "../../../features/portfolio/portfolio-page.tsx";
import { readWaiting } from "../../../features/portfolio/waiting.ts";
import { getCaller, requireUser } from "../../../server/caller.ts";

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("portfolio"))("title") };
}

export default async function Page({ searchParams }: Props) {
  await requireUser();
  const [api, { vantar }] = await Promise.all([getCaller(), searchParams]);
  return <PortfolioPage portfolio={await api.portfolio.list()} filter={readWaiting(vantar)} now={Date.now()} />;
}
