import { LinkButton } from "@hp/ui";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { hasOutboxPage } from "../../../server/env.ts";
import { mailedAddress, sentToCookie } from "../../../server/mailed-address.ts";

/** The title of the page after asking for a link. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.sent");
  return { title: t("title"), robots: { index: false } };
}

/** Says that a link is on its way, and what to do if it does not come. */
export default async function LinkSentPage() {
  const t = await getTranslations("signIn.sent");
  const email = mailedAddress((await cookies()).get(sentToCookie)?.value);
  return (
    <div className="wrap place stack-6">
      <h1>{t("title")}</h1>
      <p className="lead" role="status">
        {email === null ? t("leadUnknown") : t.rich("lead", { email, strong: (words) => <strong>{words}</strong> })}
      </p>
      {hasOutboxPage() ? (
        <p className="actions">
          <LinkButton href="/utkorg" variant="go">
            {t("outbox")}
          </LinkButton>
        </p>
      ) : null}
      <h2 className="h-sm">{t("missing")}</h2>
      <p className="measure">{t("missingText")}</p>
      <p className="actions">
        <LinkButton href="/logga-in">{t("again")}</LinkButton>
      </p>
    </div>
  );
}
