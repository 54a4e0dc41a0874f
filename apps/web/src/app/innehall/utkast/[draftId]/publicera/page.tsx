import type { Metadata } from "next";
import { enterContentPage } from "../../../../../features/content/content-kit.ts";
import { PublishPage } from "../../../../../features/draft/publish-page.tsx";
import { suggestedVersion } from "../../../../../features/draft/suggested-version.ts";
import { found, say } from "../../../../../features/place/kit.ts";

interface Props {
  readonly params: Promise<{ draftId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await say("draft"))("publish.title") };
}

export default async function Page({ params }: Props) {
  const { api } = await enterContentPage();
  const { draftId } = await params;
  const view = await found(api.draft.get({ draftId }));
  const [difference, { benches }, { versions }] = await Promise.all([
    api.draft.difference({ draftId }),
    api.bench.list({ draftId }),
    api.catalogue.versions(),
  ]);
  const isNewest = (kind: string, version: string) => versions.some((one) => one.kind === kind && one.version === version && one.isNewest);
  return (
    <PublishPage
      view={view}
      difference={difference}
      benches={benches}
      isNewestBase={isNewest("instrument", view.draft.baseInstrument) && isNewest("catalogue", view.draft.baseCatalogue)}
      suggestedVersion={suggestedVersion(
        versions.map(({ version }) => version),
        new Date(),
      )}
    />
  );
}
