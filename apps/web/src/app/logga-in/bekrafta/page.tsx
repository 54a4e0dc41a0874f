import { Button } from "@hp/ui";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mailedAddress } from "../../../server/mailed-address.ts";
import { safePath } from "../../../server/origin.ts";
import type { SearchedPage } from "../../../server/page-props.ts";

/** The title of the page that a mailed link opens. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.confirm");
  return { title: t("title"), robots: { index: false } };
}

/** Where a mailed link leads: one button. Looking at the page spends nothing, so a mail scanner may. */
export default async function ConfirmPage({ searchParams }: SearchedPage) {
  const { token, email: written, callbackUrl } = await searchParams;
  const email = mailedAddress(written);
  if (email === null || typeof token !== "string" || !/^[\w-]{43}$/.test(token)) redirect("/logga-in/lanken-galler-inte");
  const t = await getTranslations("signIn.confirm");
  return (
    <div className="wrap place stack-6">
      <h1>{t("title")}</h1>
      <p className="lead">{t.rich("lead", { email, strong: (words) => <strong>{words}</strong> })}</p>
      <form action="/logga-in/slutfor" method="post">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="callbackUrl" value={safePath(callbackUrl, "/mina-platser")} />
        <Button type="submit" variant="go">
          {t("button")}
        </Button>
      </form>
      <p className="small muted">{t("other")}</p>
    </div>
  );
}
