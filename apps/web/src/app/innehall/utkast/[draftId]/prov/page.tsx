import type { Metadata } from "next";
import { BenchPage } from "../../../../../features/bench/bench-page.tsx";
import { enterContentPage } from "../../../../../features/content/content-kit.ts";
import { found, say } from "../../../../../features/place/kit.ts";

interface Props {
  readonly params: Promise<{ draftId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("bench"))("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const { api } = await enterContentPage();
  const [{ draftId }, { provning }] = await Promise.all([params, searchParams]);
  const { draft } = await found(api.draft.get({ draftId }));
  const { benches } = await api.bench.list({ draftId });
  const benchId = typeof provning === "string" ? provning : benches[0]?.id;
  const shown = benchId === undefined ? null : await found(api.bench.get({ benchId }));
  return <BenchPage draft={draft} benches={benches} shown={shown} />;
}
