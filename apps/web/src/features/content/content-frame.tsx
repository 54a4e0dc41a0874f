import type { DraftSummary } from "@hp/contracts";
import { Filters, PageHead, Status } from "@hp/ui";
import type { ReactNode } from "react";
import { firstFailureWords } from "../place/failure-words.ts";
import { Announcer } from "../place/form/announcer.tsx";
import { FailureWordsProvider } from "../place/form/failure-words.tsx";
import { Problem } from "../place/form/problem.tsx";
import { say } from "../place/kit.ts";
import { PageLink } from "../place/page-link.tsx";
import { contentPaths, draftPaths } from "./content-paths.ts";

async function Frame({ crumb, title, nav, children }: { crumb?: ReactNode; title: ReactNode; nav?: ReactNode; children: ReactNode }) {
  return (
    <>
      <PageHead crumb={crumb} title={title}>
        {nav}
      </PageHead>
      <FailureWordsProvider words={await firstFailureWords()}>
        <div className="wrap">
          <Problem />
          {children}
        </div>
      </FailureWordsProvider>
      <Announcer />
    </>
  );
}

const contentPages = ["overview", "usage", "expectations"] as const;

/** A page about the content that all places share. */
export async function ContentFrame({
  title,
  page,
  children,
}: {
  readonly title: string;
  readonly page?: (typeof contentPages)[number];
  readonly children: ReactNode;
}) {
  const t = await say("content");
  const items = contentPages.map((one) => ({ href: contentPaths[one], label: t(`nav.${one}`), current: one === page }));
  const crumb = page === "overview" ? undefined : <PageLink href={contentPaths.overview}>{t("title")}</PageLink>;
  return (
    <Frame crumb={crumb} title={title} nav={<Filters label={t("nav.label")} items={items} link={PageLink} />}>
      {children}
    </Frame>
  );
}

const draftPages = ["table", "effects", "questions", "trial", "publish", "file"] as const;
/** The pages of a draft. */
export type DraftPageKey = (typeof draftPages)[number];

/** A page of one draft, with the way through it: edit, try, publish. */
export async function DraftFrame({
  draft,
  page,
  title,
  children,
}: {
  readonly draft: DraftSummary;
  readonly page: DraftPageKey;
  /** Where the page is about one item. */
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const t = await say("draft");
  const paths = draftPaths(draft.id);
  const items = draftPages.map((one) => ({ href: paths[one], label: t(`nav.${one}`), current: one === page }));
  const crumb = (
    <>
      <PageLink href={contentPaths.overview}>{t("crumb")}</PageLink>
      {title === undefined ? null : (
        <>
          {" / "}
          <PageLink href={paths.table}>{draft.name}</PageLink>
        </>
      )}
    </>
  );
  const isClosed = draft.status === "published" || draft.status === "discarded";
  return (
    <Frame crumb={crumb} title={title ?? draft.name} nav={<Filters label={t("nav.label")} items={items} link={PageLink} />}>
      {isClosed ? (
        <p className="measure mt-8">
          <Status tone={draft.status === "published" ? "done" : "stop"}>{t(`closed.${draft.status}`)}</Status>
        </p>
      ) : null}
      {children}
    </Frame>
  );
}
