import { LinkButton } from "@hp/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentUser } from "../server/session.ts";

/** The title of the page that is not there. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.page");
  return { title: t("notFoundTitle"), robots: { index: false } };
}

/** No such page, or none that the reader may see: the two look the same. */
export default async function NotFound() {
  const t = await getTranslations("errors.page");
  const user = await currentUser();
  return (
    <div className="wrap place stack-6">
      <h1>{t("notFoundTitle")}</h1>
      <p className="lead">{t("notFoundLead")}</p>
      <p className="actions">
        {user === null ? (
          <LinkButton href="/" variant="go">
            {t("toStart")}
          </LinkButton>
        ) : (
          <LinkButton href="/mina-platser" variant="go">
            {t("toPlaces")}
          </LinkButton>
        )}{" "}
        <LinkButton href="/hjalp" variant="quiet">
          {t("toHelp")}
        </LinkButton>
      </p>
    </div>
  );
}
