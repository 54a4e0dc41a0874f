import { loadCatalogue } from "@hp/content";
import type { Metadata } from "next";
import { ExpectationsPage } from "../../../features/bench/expectations-page.tsx";
import { enterContentPage } from "../../../features/content/content-kit.ts";
import { say } from "../../../features/place/kit.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("bench"))("expect.title") };
}

export default async function Page() {
  const { api } = await enterContentPage();
  return <ExpectationsPage list={await api.bench.expectations()} measures={loadCatalogue().measures} />;
}
