import "../../../../features/draft/editor.css";
import type { Metadata } from "next";
import { enterContentPage } from "../../../../features/content/content-kit.ts";
import { readFilter } from "../../../../features/draft/table-filter.ts";
import { TablePage } from "../../../../features/draft/table-page.tsx";
import { found, say } from "../../../../features/place/kit.ts";

interface Props {
  readonly params: Promise<{ draftId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("draft"))("nav.table") };
}

export default async function Page({ params, searchParams }: Props) {
  const { api } = await enterContentPage();
  const [{ draftId }, query] = await Promise.all([params, searchParams]);
  const view = await found(api.draft.get({ draftId }));
  const { instrument } = await api.draft.instrument({ draftId });
  return <TablePage view={view} instrument={instrument} filter={readFilter(query)} />;
}
