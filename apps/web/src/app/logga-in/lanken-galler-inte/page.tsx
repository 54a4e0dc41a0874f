import { LinkButton } from "@hp/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of the page for a link that is wrong, old or used. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.invalid");
  return { title: t("title"), robots: { index: false } };
}

/** A mailed link that cannot be used, and the way on. */
export default async function InvalidLinkPage() {
  const t = await getTranslations("signIn.invalid");
  return (
    <div className="wrap place stack-6">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <p className="actions">
        <LinkButton href="/logga-in" variant="go">
          {t("again")}
        </LinkButton>
      </p>
    </div>
  );
}
