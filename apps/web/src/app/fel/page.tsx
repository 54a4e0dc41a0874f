import { LinkButton } from "@hp/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { errorWords } from "../../features/errors/error-words.ts";
import { FaultMessage } from "../../features/errors/fault-message.tsx";
import type { SearchedPage } from "../../server/page-props.ts";

/** The title of the page for a fault in a form. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.page");
  return { title: t("faultTitle"), robots: { index: false } };
}

/** Where a form leads that met a fault of ours. */
export default async function FaultInForm({ searchParams }: SearchedPage) {
  const { arende } = await searchParams;
  const words = await errorWords();
  const t = await getTranslations("errors.page");
  return (
    <FaultMessage words={words} number={typeof arende === "string" && /^[0-9a-f-]{36}$/.test(arende) ? arende : undefined}>
      <LinkButton href="/" variant="go">
        {words.toStart}
      </LinkButton>{" "}
      <LinkButton href="/hjalp" variant="quiet">
        {t("toHelp")}
      </LinkButton>
    </FaultMessage>
  );
}
