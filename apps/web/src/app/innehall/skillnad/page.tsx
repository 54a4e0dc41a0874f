import type { Metadata } from "next";
import { enterContentPage } from "../../../features/content/content-kit.ts";
import { DifferencePage } from "../../../features/content/difference-page.tsx";
import { found, say } from "../../../features/place/kit.ts";

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("content"))("difference.heading") };
}

export default async function Page({ searchParams }: Props) {
  const { api } = await enterContentPage();
  const { slag, fran, till } = await searchParams;
  const kind = slag === "instrument" ? "instrument" : "catalogue";
  const difference = await found(api.catalogue.difference({ kind, from: String(fran), to: String(till) }));
  return <DifferencePage difference={difference} kind={kind} />;
}
